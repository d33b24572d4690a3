import { formatDate } from '../../platform/time.ts'
import { say } from '../../platform/words.ts'
import type { JobHandler } from '../../privacy/jobs.ts'
import { type Eyes, within } from '../../privacy/within.ts'
import type { Tools } from '../../web/tools.ts'
import { writeTo } from '../accounts/letter-service.ts'
import { countCapacities } from './counting-service.ts'
import { DAYS_AT_REST, noonOf } from './rules.ts'
import { followTerms, tellOfEnds } from './term-service.ts'
import { words } from './words.ts'

export const jobs: JobHandler<Tools>[] = [
  {
    name: 'organisations.watchTerms',
    cron: '* * * * *',
    async run({ eyes, tools }) {
      const { zone } = await tools.siteOf(eyes.institution)
      await followTerms(eyes, zone)
      await tellOfEnds(eyes, zone)
    },
  },
  {
    name: 'organisations.wake',
    on: 'organisations.renewed',
    run: async ({ eyes, tools }) => followTerms(eyes, (await tools.siteOf(eyes.institution)).zone),
  },
  {
    // Due on Mondays at six; asked often, so that a house that was shut then counts when it opens.
    name: 'organisations.count',
    cron: '*/10 * * * *',
    run: async ({ eyes, tools }) => countCapacities(eyes, (await tools.siteOf(eyes.institution)).zone),
  },
  {
    name: 'organisations.tellContactOfEnd',
    on: 'organisations.termEndingForContact',
    async run({ eyes, subject, tools }) {
      const term = await termOf(eyes, subject)
      if (!term) return
      await writeTo(eyes, tools, ({ firstName, language }, { site, address }) => {
        const said = say(words, language)
        const day = formatDate(noonOf(term.ends), language, site.zone)
        return {
          subject: said.endingSubject(day),
          paragraphs: [said.hello(firstName), said.endingForContact(term.name, day, DAYS_AT_REST)],
          button: { label: said.seeSeats, href: `${address}/organisation` },
        }
      })
    },
  },
  {
    name: 'organisations.tellLearnerOfEnd',
    on: 'organisations.termEndingForLearner',
    async run({ eyes, subject, tools }) {
      const term = await termOf(eyes, subject)
      if (!term) return
      await writeTo(eyes, tools, ({ firstName, language }, { site, address }) => {
        const said = say(words, language)
        const day = formatDate(noonOf(term.ends), language, site.zone)
        return {
          subject: said.endingSubject(day),
          paragraphs: [said.hello(firstName), said.endingForLearner(day, DAYS_AT_REST), said.downloadFirst],
          button: { label: said.downloadData, href: `${address}/my-data` },
        }
      })
    },
  },
]

function termOf(eyes: Eyes, membership: string): Promise<{ ends: string; name: string } | undefined> {
  return within('communication', eyes, (db) =>
    db
      .selectFrom('organisations.memberships as membership')
      .innerJoin('organisations.organisations as organisation', 'organisation.id', 'membership.organisation')
      .select(['membership.ends', 'organisation.name'])
      .where('membership.id', '=', membership)
      .executeTakeFirst(),
  )
}

import { formatDate } from '../../platform/time.ts'
import { say } from '../../platform/words.ts'
import type { JobHandler } from '../../privacy/jobs.ts'
import { within } from '../../privacy/within.ts'
import type { Tools } from '../../web/tools.ts'
import { writeTo } from '../accounts/letter-service.ts'
import { countCapacities } from './counting-service.ts'
import { followTerms } from './term-service.ts'
import { words } from './words.ts'

export const jobs: JobHandler<Tools>[] = [
  {
    name: 'organisations.count',
    cron: '0 * * * *',
    run: async ({ eyes, tools }) => countCapacities(eyes, (await tools.siteOf(eyes.institution)).zone),
  },
  {
    name: 'organisations.followTerms',
    cron: '* * * * *',
    run: async ({ eyes, tools }) => followTerms(eyes, (await tools.siteOf(eyes.institution)).zone),
  },
  {
    name: 'organisations.tellDeactivated',
    on: 'accounts.deactivated',
    async run({ eyes, tools }) {
      const person = await within('communication', eyes, (db) => db.selectFrom('accounts.persons').select('erase_due').where('id', '=', eyes.actor).executeTakeFirst())
      const due = person?.erase_due
      if (!due) return
      await writeTo(eyes, tools, ({ firstName, language }, { site }) => {
        const said = say(words, language)
        return { subject: said.ended(site.name), paragraphs: [said.hello(firstName), said.endedText(formatDate(due, language, site.zone))] }
      })
    },
  },
  {
    name: 'organisations.tellReactivated',
    on: 'accounts.reactivated',
    async run({ eyes, tools }) {
      await writeTo(eyes, tools, ({ firstName, language }, { site }) => {
        const said = say(words, language)
        return { subject: said.woken(site.name), paragraphs: [said.hello(firstName), said.wokenText] }
      })
    },
  },
  {
    name: 'organisations.tellBlocked',
    on: 'accounts.blocked',
    async run({ eyes, tools }) {
      await writeTo(eyes, tools, ({ firstName, language }, { site }) => {
        const said = say(words, language)
        return { subject: said.blocked(site.name), paragraphs: [said.hello(firstName), said.blockedText] }
      })
    },
  },
]

import { newId } from '../../platform/ids.ts'
import { say } from '../../platform/words.ts'
import type { Language } from '../../platform/words.ts'
import type { JobHandler } from '../../privacy/jobs.ts'
import { within } from '../../privacy/within.ts'
import type { Tools } from '../../web/tools.ts'
import { writeTo } from '../accounts/letter-service.ts'
import { issueEarned, print } from './service.ts'
import { words } from './words.ts'

export const jobs: JobHandler<Tools>[] = [
  {
    name: 'certificates.issue',
    on: 'courses.completed',
    async run({ eyes, tools }) {
      const site = await tools.siteOf(eyes.institution)
      await within('certification', eyes, (db) => issueEarned(db, eyes, site))
    },
  },
  {
    // To the address the holder has when it is sent, and never with the course's name outside the letter.
    name: 'certificates.send',
    on: 'certificates.issued',
    async run({ eyes, subject, tools }) {
      const paper = await within('communication', eyes, (db) =>
        db.selectFrom('certificates.certificates').select(['code', 'language', 'name', 'snapshot', 'issued']).where('id', '=', subject).executeTakeFirst(),
      )
      if (!paper) return
      const outcome = await writeTo(eyes, tools, async ({ firstName }, { site, address }) => {
        const said = say(words, paper.language as Language)
        const content = await print(paper, { site, address })
        return {
          subject: said.subject(site.name),
          paragraphs: [said.hello(firstName), said.letter],
          button: { label: said.toPage, href: `${address}/certificates` },
          attachments: [{ filename: `${paper.code}.pdf`, type: 'application/pdf', content }],
        }
      })
      await within('communication', eyes, (db) =>
        db.insertInto('certificates.deliveries').values({ id: newId(), certificate: subject, learner: eyes.actor ?? '', sent: eyes.now, outcome }).onConflict((known) => known.doNothing()).execute(),
      )
    },
  },
]

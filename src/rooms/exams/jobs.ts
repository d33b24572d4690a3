import { formatDateTime } from '../../platform/time.ts'
import { say } from '../../platform/words.ts'
import type { JobHandler } from '../../privacy/jobs.ts'
import { within } from '../../privacy/within.ts'
import type { Tools } from '../../web/tools.ts'
import { writeTo } from '../accounts/letter-service.ts'
import { closeOverdueById } from './submitting.ts'
import { words } from './words.ts'

export const jobs: JobHandler<Tools>[] = [
  {
    // Waits until the attempt ends, whether or not a browser is still there.
    name: 'exams.closeAttempt',
    on: 'exams.started',
    run: ({ eyes, subject }) => within('examination', eyes, (db) => closeOverdueById(db, eyes, subject)),
  },
  {
    // Catches up with whatever was missed: a moved deadline, an outage.
    name: 'exams.closeOverdue',
    cron: '* * * * *',
    async run({ eyes }) {
      const overdue = await within('timekeeping', eyes, (db) =>
        db.selectFrom('exams.attempts').select(['id', 'learner']).where('submitted', 'is', null).where('ends', '<=', eyes.now).orderBy('ends').limit(1_000).execute(),
      )
      for (const { id, learner } of overdue) {
        const own = { ...eyes, actor: learner }
        await within('examination', own, (db) => closeOverdueById(db, own, id))
      }
    },
  },
  {
    name: 'exams.confirm',
    on: 'exams.submitted',
    async run({ eyes, subject, tools }) {
      const attempt = await within('communication', eyes, (db) => db.selectFrom('exams.attempts').select('submitted').where('id', '=', subject).executeTakeFirst())
      const submitted = attempt?.submitted
      if (!submitted) return
      await writeTo(eyes, tools, ({ firstName, language }, { site, address }) => {
        const said = say(words, language)
        return {
          subject: said.submittedSubject(site.name),
          paragraphs: [said.hello(firstName), said.received(formatDateTime(submitted, language, site.zone))],
          button: { label: said.result, href: `${address}/exams/attempts/${subject}` },
        }
      })
    },
  },
]

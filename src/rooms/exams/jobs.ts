import { sql } from 'kysely'
import { logFault } from '../../platform/log.ts'
import type { JobHandler } from '../../privacy/jobs.ts'
import { purposes } from '../../privacy/purposes.ts'
import { type Eyes, within } from '../../privacy/within.ts'
import type { Tools } from '../../web/tools.ts'
import { giveResultsDue } from './marking/marking.ts'
import { sendArranged, sendMarkedAnew, sendOpenedAgain, sendReceipt, sendResultIsReady } from './mail.ts'
import { closeOverdueById } from './sitting/submitting.ts'

export const jobs: JobHandler<Tools>[] = [
  {
    // At the end of one attempt, and every minute for all: after an outage, or when an end was moved.
    name: 'exams.closeOverdue',
    on: 'exams.started',
    cron: '* * * * *',
    run: ({ eyes, subject }) => (subject ? closeOne(eyes, { learner: eyes.actor, id: subject }) : closeAll(eyes)),
  },
  { name: 'exams.giveResults', cron: '* * * * *', run: ({ eyes }) => giveAll(eyes) },
  { name: 'exams.sendReceipt', on: 'exams.submitted', run: ({ eyes, subject, tools }) => sendReceipt(eyes, tools, subject) },
  { name: 'exams.sendResultIsReady', on: 'exams.released', run: ({ eyes, subject, tools }) => sendResultIsReady(eyes, tools, subject) },
  { name: 'exams.sendMarkedAnew', on: 'exams.markedAnew', run: ({ eyes, subject, tools }) => sendMarkedAnew(eyes, tools, subject) },
  { name: 'exams.sendOpenedAgain', on: 'exams.openedAgain', run: ({ eyes, subject, tools }) => sendOpenedAgain(eyes, tools, subject) },
  { name: 'exams.sendArranged', on: 'exams.arranged', run: ({ eyes, subject, tools }) => sendArranged(eyes, tools, subject) },
]

const MOST_AT_ONCE = 1_000

/** In the learner's own name: the job knows of them no more than whose attempt it is. */
async function closeOne(eyes: Eyes, { learner, id }: { learner: string | null; id: string }): Promise<void> {
  const own = { ...eyes, actor: learner }
  await within('examination', own, (db) => closeOverdueById(db, own, id))
}

async function closeAll(eyes: Eyes): Promise<void> {
  for (const overdue of await overdueAttempts(eyes)) {
    // One that cannot be closed must not keep the others open.
    await closeOne(eyes, overdue).catch((fault) => logFault(fault, 'exams.closeOverdue'))
  }
}

/** Only of those whom we may examine now: others would be found again and again, and not be closed. */
async function overdueAttempts(eyes: Eyes): Promise<{ id: string; learner: string }[]> {
  return within('timekeeping', eyes, (db) =>
    db
      .selectFrom('exams.attempts as attempt')
      .innerJoin('privacy.standings as standing', 'standing.person', 'attempt.learner')
      .select(['attempt.id', 'attempt.learner'])
      .where('attempt.submitted', 'is', null)
      .where('attempt.ends', '<=', eyes.now)
      .where(sql<boolean>`(standing.lawful >> ${sql.lit(purposes.examination.bit)}) & 1 = 1`)
      .orderBy('attempt.ends')
      .limit(MOST_AT_ONCE)
      .execute(),
  )
}

/** Results whose day has come, each in its learner's own name. */
async function giveAll(eyes: Eyes): Promise<void> {
  for (const { exam, learner } of await resultsDue(eyes)) {
    const own = { ...eyes, actor: learner }
    await within('examination', own, (db) => giveResultsDue(db, own, { exam, learner })).catch((fault) => logFault(fault, 'exams.giveResults'))
  }
}

async function resultsDue(eyes: Eyes): Promise<{ exam: string; learner: string }[]> {
  return within('timekeeping', eyes, (db) =>
    db
      .selectFrom('exams.attempts as attempt')
      .innerJoin('privacy.standings as standing', 'standing.person', 'attempt.learner')
      .select(['attempt.exam', 'attempt.learner'])
      .distinct()
      .where('attempt.released', 'is', null)
      .where('attempt.result_at', '<=', eyes.now)
      .where(sql<boolean>`(standing.lawful >> ${sql.lit(purposes.examination.bit)}) & 1 = 1`)
      .limit(MOST_AT_ONCE)
      .execute(),
  )
}

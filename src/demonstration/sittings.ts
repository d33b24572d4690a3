import { type Eyes, within } from '../privacy/within.ts'
import { giveArrangement } from '../rooms/exams/arranging/arranging.ts'
import { giveMark, releaseResults } from '../rooms/exams/marking/grading.ts'
import { fractionsOf } from '../rooms/exams/marking/marking.ts'
import { saveAnswersIn } from '../rooms/exams/sitting/answers.ts'
import { startAttempt } from '../rooms/exams/sitting/attempts.ts'
import { getOwnAttempt, linesOf } from '../rooms/exams/sitting/sheet.ts'
import { NO_ARRANGEMENT } from '../rooms/exams/rules.ts'
import { submitAttempt } from '../rooms/exams/sitting/submitting.ts'
import type { DemonstrationPeople } from '../../demonstration/shapes.ts'
import { rightAnswer, wrongAnswer } from './answers.ts'
import { at, daysBefore, MINUTE } from './moments.ts'

export type Sitting = NonNullable<DemonstrationPeople['learners'][number]['courses'][number]['exam']>

const TAKES = 22 * MINUTE
const COMMENT = 'Godt tenkt. Du ser både kollegaen og arbeidsplassen.'

/** When somebody sits down to an exam, counted back from now. */
export function startOf(sitting: Sitting, now: Date): Date {
  if (sitting.state === 'underWay') return new Date(now.getTime() - sitting.startedMinutesAgo * MINUTE)
  return new Date(daysBefore(now, sitting.daysAgo).getTime() - TAKES)
}

/** Sits an exam as it is told: answers so many rightly, hands in, and is marked where a teacher has to. */
export async function sit(own: Eyes, { exam, sitting, teacher }: { exam: string; sitting: Sitting; teacher: string }): Promise<void> {
  const began = at(own, startOf(sitting, own.now))
  const id = await within('examination', began, async (db) => (await startAttempt(db, began, exam)).id)
  const isUnderWay = sitting.state === 'underWay'
  await within('examination', began, async (db) => {
    const lines = await linesOf(db, began, { attempt: await getOwnAttempt(db, began, id) })
    const rightly = Math.round((lines.length * ('sharePercent' in sitting ? sitting.sharePercent : 100)) / 100)
    // What is marked by hand is always answered: somebody has to have something to read.
    const inOrder = lines.toSorted((one, other) => Number(other.question.kind === 'essay') - Number(one.question.kind === 'essay'))
    const responses = inOrder.map(({ number, question }, i) => ({ number, response: i < rightly ? rightAnswer(question) : wrongAnswer(question) }))
    const given = responses
      .filter(({ number }) => !isUnderWay || number <= sitting.answered)
      .map(({ number, response }) => ({ question: number, response, sequence: 1, flagged: isUnderWay && number === 2 }))
    await saveAnswersIn(db, at(began, new Date(began.now.getTime() + MINUTE)), { attempt: id, given })
    if (isUnderWay) await db.updateTable('exams.attempts').set({ at: sitting.answered + 1, seen: own.now }).where('id', '=', id).execute()
  })
  if (sitting.state === 'underWay') return

  const handsIn = at(own, daysBefore(own.now, sitting.daysAgo))
  await within('examination', handsIn, (db) => submitAttempt(db, handsIn, id))
  if (sitting.state === 'passed') await markByHand({ ...handsIn, actor: teacher }, { exam, attempt: id })
}

type Waiting = { exam: string; attempt: string }

/** Marks what waits for a person in one attempt, and lets its learner know; nothing where nothing waits. */
async function markByHand(teacher: Eyes, { exam, attempt }: Waiting): Promise<void> {
  const looking = { ...teacher, look: 'marking' }
  await within('examination', looking, async (db) => {
    const row = await db.selectFrom('exams.attempts').select(['questions', 'marked']).where('id', '=', attempt).executeTakeFirstOrThrow()
    const marked = await fractionsOf(db, attempt)
    for (const [index, question] of row.questions.entries()) {
      if (marked.has(index + 1)) continue
      await giveMark(db, looking, { exam, question, attempt, number: index + 1, fraction: 0.9, comment: COMMENT, reason: '', before: '' })
    }
    await releaseResults(db, looking, exam)
  })
}

type Given = { exam: string; learner: string; teacher: string; percent: number; minutes: number }

/** More time for one learner, by their teacher. */
export async function giveTime(eyes: Eyes, { exam, learner, teacher, percent, minutes }: Given): Promise<void> {
  const looking = { ...eyes, actor: teacher, look: 'examLearners' }
  const arrangement = { ...NO_ARRANGEMENT, factor: 1 + percent / 100, extraMinutes: minutes }
  await within('examination', looking, (db) => giveArrangement(db, looking, { exam, learner, arrangement, because: null }))
}

import { sql } from 'kysely'
import { Refusal } from '../../../platform/refusal.ts'
import { sealOf } from '../../../privacy/person-key.ts'
import { type Eyes, seen } from '../../../privacy/within.ts'
import type { Db } from '../../../tables.ts'
import { has, type Visit } from '../../../web/visit.ts'
import { getVersions } from '../../questions/service.ts'
import { candidateNumber } from './candidates.ts'
import { commentContext } from './grading.ts'
import { answerAt } from '../sitting/saves.ts'
import { linesOf } from '../sitting/sheet.ts'

/** The exams of the courses somebody teaches, or all for an administrator, with what is to be done. Counts only. */
export async function boardFor(db: Db<'examination'>, visit: Visit) {
  await seen(db, { eyes: visit, purpose: 'examination', people: [] })
  const mine = taughtBy(db, visit)
  return db
    .selectFrom('exams.exams as exam')
    .innerJoin('exams.versions as version', 'version.id', 'exam.version')
    .innerJoin('courses.courses as course', 'course.id', 'exam.course')
    .leftJoin('exams.attempts as attempt', 'attempt.exam', 'exam.id')
    .select(['exam.id', 'version.plan', 'course.title as courseTitle', 'course.language as courseLanguage'])
    .select(({ fn }) => [
      fn.count<number>('attempt.id').filterWhere('attempt.submitted', 'is', null).as('running'),
      fn.count<number>('attempt.id').filterWhere(isWaiting).as('waiting'),
      fn.count<number>('attempt.id').filterWhere(isReady).as('ready'),
    ])
    .$if(mine !== null, (query) => query.where('exam.course', 'in', mine ?? db.selectFrom('courses.teachers').select('course')))
    .groupBy(['exam.id', 'version.plan', 'course.title', 'course.language', 'exam.created', 'exam.institution'])
    .orderBy('exam.created')
    .limit(200)
    .execute()
}

/** An exam that somebody may mark. @throws Refusal `notFound` (404) for what they do not teach. */
export async function getMarkedExam(db: Db<'examination'>, visit: Visit, exam: string) {
  const mine = taughtBy(db, visit)
  return db
    .selectFrom('exams.exams as exam')
    .innerJoin('exams.versions as version', 'version.id', 'exam.version')
    .innerJoin('courses.courses as course', 'course.id', 'exam.course')
    .select(['exam.id', 'exam.course', 'version.plan', 'course.title as courseTitle', 'course.language as courseLanguage'])
    .where('exam.id', '=', exam)
    .$if(mine !== null, (query) => query.where('exam.course', 'in', mine ?? db.selectFrom('courses.teachers').select('course')))
    .executeTakeFirstOrThrow(() => new Refusal('notFound', 404))
}

/** Each question that an exam has asked: how often, and how many answers wait for a person. Counts only. */
export async function questionsAsked(db: Db<'examination'>, eyes: Eyes, exam: string) {
  await seen(db, { eyes, purpose: 'examination', people: [] })
  const { rows } = await sql<{ id: string; asked: number; waiting: number }>`
    select drawn.id, count(*) as asked, count(*) filter (where mark.id is null) as waiting
    from exams.attempts as attempt
    cross join lateral jsonb_array_elements_text(attempt.questions) with ordinality as drawn (id, position)
    left join exams.marks as mark
      on mark.attempt = attempt.id and mark.position = drawn.position and mark.replaced is null
    where attempt.exam = ${exam} and attempt.submitted is not null and attempt.submitted_because <> 'abandoned'
    group by drawn.id
    order by count(*) filter (where mark.id is null) desc, drawn.id
    limit 500
  `.execute(db)
  const versions = new Map((await getVersions(db, rows.map(({ id }) => id))).map((one) => [one.id, one.question]))
  return rows.flatMap((row) => {
    const question = versions.get(row.id)
    return question ? [{ ...row, question }] : []
  })
}

/** How many attempts of an exam are marked to the end and not released. A count only. */
export async function readyToRelease(db: Db<'examination'>, exam: string): Promise<number> {
  const { ready } = await db
    .selectFrom('exams.attempts')
    .select(({ fn }) => fn.countAll<number>().as('ready'))
    .where('exam', '=', exam)
    .where('marked', 'is not', null)
    .where('released', 'is', null)
    .where('result_at', 'is', null)
    .executeTakeFirstOrThrow()
  return ready
}

/**
 * One learner's answer to a question, without a name, and where it stands among the others: those that
 * wait come first. Undefined when there is none.
 */
export async function answerToMark(db: Db<'examination'>, eyes: Eyes, { exam, question, attempt }: { exam: string; question: string; attempt: string | undefined }) {
  const attempts = await attemptsAsking(db, exam, question)
  const at = Math.max(0, attempts.findIndex(({ id }) => id === attempt))
  const chosen = attempts[at]
  await seen(db, { eyes, purpose: 'examination', people: chosen ? [chosen.learner] : [] })
  if (!chosen) return undefined

  const number = chosen.questions.indexOf(question) + 1
  const [line] = await linesOf(db, eyes, { attempt: chosen, only: number })
  if (!line) throw new Refusal('notFound', 404)
  const isLate = line.saved !== null && line.saved > chosen.deadline
  return {
    attempt: chosen.id,
    candidate: candidateNumber(chosen.id),
    number,
    line,
    isLate,
    atTimeUp: isLate ? await answerAt(db, eyes, { attempt: chosen, number, moment: chosen.deadline }) : undefined,
    isReleased: chosen.released !== null,
    mark: await markInForce(db, eyes, { attempt: chosen.id, number, learner: chosen.learner }),
    position: at + 1,
    of: attempts.length,
    waiting: attempts.filter(({ mark }) => mark === null).length,
    previous: attempts[at - 1]?.id ?? null,
    next: attempts[at + 1]?.id ?? null,
  }
}

async function attemptsAsking(db: Db<'examination'>, exam: string, question: string) {
  const { rows } = await sql<{ id: string; learner: string; questions: string[]; deadline: Date; released: Date | null; mark: string | null }>`
    select attempt.id, attempt.learner, attempt.questions, attempt.deadline, attempt.released, mark.id as mark
    from exams.attempts as attempt
    cross join lateral jsonb_array_elements_text(attempt.questions) with ordinality as drawn (id, position)
    left join exams.marks as mark
      on mark.attempt = attempt.id and mark.position = drawn.position and mark.replaced is null
    where attempt.exam = ${exam} and drawn.id = ${question}
      and attempt.submitted is not null and attempt.submitted_because <> 'abandoned'
    order by mark.id is not null, attempt.id
    limit 5000
  `.execute(db)
  return rows
}

async function markInForce(db: Db<'examination'>, eyes: Eyes, { attempt, number, learner }: { attempt: string; number: number; learner: string }) {
  const mark = await db
    .selectFrom('exams.marks')
    .select(['id', 'fraction', 'how', 'comment'])
    .where('attempt', '=', attempt)
    .where('position', '=', number)
    .where('replaced', 'is', null)
    .executeTakeFirst()
  if (!mark) return null
  const comment = mark.comment ? (await sealOf(db, eyes, learner)).open(mark.comment, commentContext(mark.id)) : ''
  return { id: mark.id, fraction: mark.fraction, how: mark.how, comment }
}

/** The courses somebody teaches now; null for an administrator, who has all. */
function taughtBy(db: Db<'examination'>, visit: Visit) {
  if (has(visit, 'administrator')) return null
  return db.selectFrom('courses.teachers').select('course').where('person', '=', visit.actor).where('begins', '<=', visit.now).where('ends', 'is', null)
}

const isWaiting = sql<boolean>`attempt.submitted is not null and attempt.submitted_because <> 'abandoned' and attempt.marked is null`
const isReady = sql<boolean>`attempt.marked is not null and attempt.released is null and attempt.result_at is null`

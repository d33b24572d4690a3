import { Refusal } from '../../../platform/refusal.ts'
import { type Eyes, seen } from '../../../privacy/within.ts'
import type { Db } from '../../../tables.ts'
import type { AttemptReason } from '../rules.ts'
import type { Occurrence } from '../sitting/data.ts'

/** The learners of an exam's course within reach, by name, with what each has been given and done. */
export async function learnersOf(db: Db<'examination'>, eyes: Eyes, { exam, course }: { exam: string; course: string }) {
  const learners = await db
    .selectFrom('courses.enrolments as enrolment')
    .innerJoin('accounts.persons as person', 'person.id', 'enrolment.learner')
    .leftJoin('exams.arrangements as arrangement', (join) =>
      join.onRef('arrangement.learner', '=', 'enrolment.learner').on('arrangement.exam', '=', exam),
    )
    .leftJoin('exams.passes as pass', (join) => join.onRef('pass.learner', '=', 'enrolment.learner').on('pass.exam', '=', exam))
    .select(['person.id', 'person.first_name as firstName', 'person.last_name as lastName'])
    .select(['arrangement.factor', 'arrangement.extra_minutes as extraMinutes', 'arrangement.extra_attempts as extraAttempts', 'arrangement.opens', 'arrangement.closes', 'pass.percent as passed'])
    .select(({ selectFrom, fn }) =>
      selectFrom('exams.attempts as attempt')
        .select(fn.countAll<number>().as('number'))
        .where('attempt.exam', '=', exam)
        .whereRef('attempt.learner', '=', 'enrolment.learner')
        .as('attempts'),
    )
    .where('enrolment.course', '=', course)
    .where('enrolment.left_course', 'is', null)
    .orderBy('person.last_name')
    .orderBy('person.first_name')
    .orderBy('person.id')
    .limit(500)
    .execute()
  await seen(db, { eyes, purpose: 'examination', people: learners.map(({ id }) => id) })
  return learners
}

/** One learner in an exam: name, what they have been given, and each attempt. @throws Refusal `notFound` (404) out of reach. */
export async function learnerIn(db: Db<'examination'>, eyes: Eyes, { exam, learner }: { exam: string; learner: string }) {
  const person = await db
    .selectFrom('accounts.persons as person')
    .innerJoin('courses.enrolments as enrolment', 'enrolment.learner', 'person.id')
    .innerJoin('exams.exams as exam', 'exam.course', 'enrolment.course')
    .leftJoin('exams.arrangements as arrangement', (join) =>
      join.onRef('arrangement.learner', '=', 'person.id').onRef('arrangement.exam', '=', 'exam.id'),
    )
    .select(['person.id', 'person.first_name as firstName', 'person.last_name as lastName'])
    .select(['arrangement.factor', 'arrangement.extra_minutes as extraMinutes', 'arrangement.extra_attempts as extraAttempts', 'arrangement.opens', 'arrangement.closes'])
    .select(['arrangement.attempts_because as because', 'arrangement.revision'])
    .where('person.id', '=', learner)
    .where('exam.id', '=', exam)
    .executeTakeFirst()
  await seen(db, { eyes, purpose: 'examination', people: person ? [person.id] : [] })
  if (!person) throw new Refusal('notFound', 404)

  const attempts = await db
    .selectFrom('exams.attempts')
    .select(['id', 'number', 'started', 'deadline', 'submitted', 'submitted_because as because', 'released', 'percent'])
    .where('exam', '=', exam)
    .where('learner', '=', learner)
    .orderBy('number')
    .execute()
  return { ...person, attempts, occurrences: await occurrencesIn(db, attempts.map(({ id }) => id)) }
}

/** What has happened in attempts besides answers, in order. */
async function occurrencesIn(db: Db<'examination'>, attempts: readonly string[]) {
  if (attempts.length === 0) return []
  const rows = await db
    .selectFrom('exams.occurrences')
    .select(['attempt', 'kind', 'happened', 'minutes', 'because'])
    .where('attempt', 'in', [...attempts])
    .orderBy('happened')
    .orderBy('id')
    .limit(500)
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as Occurrence, because: row.because as AttemptReason | null }))
}

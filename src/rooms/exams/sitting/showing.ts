import type { z } from 'zod'
import { newId } from '../../../platform/ids.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { sealOf } from '../../../privacy/person-key.ts'
import type { Eyes } from '../../../privacy/within.ts'
import type { Db } from '../../../tables.ts'
import type { Visit } from '../../../web/visit.ts'
import { inLanguage, type Worded } from '../../courses/rules.ts'
import { getCourse, titleOf } from '../../courses/service.ts'
import { present } from '../../questions/presenting.ts'
import { arrangementOf, attemptsAt, getPublishedExam, isEnrolled } from './attempts.ts'
import { commentContext } from '../marking/grading.ts'
import { lengthOf, type Plan, type Shown } from '../plan.ts'
import { releaseOf } from './release.ts'
import { reviewLine } from './reviewing.ts'
import { type Arrangement, countingResult, minutesFor, type NotNow, planFor, shownNow, type Standing, standingIn, whyNotStart } from '../rules.ts'
import type { examSchema, questionSchema, resultSchema, submissionSchema } from './shapes.ts'
import { type Attempt, getOwnAttempt, linesOf, stepsOf } from './sheet.ts'
import { closeOverdue, closeOverdueOf } from './submitting.ts'
import { openPage } from './takeovers.ts'

/** Everything a learner knows of an exam before and between attempts. */
export async function showExamTo(db: Db<'examination'>, visit: Visit, id: string): Promise<z.input<typeof examSchema>> {
  const learner = visit.actor ?? ''
  const exam = await getPublishedExam(db, id)
  await closeOverdueOf(db, visit, { exam: id, learner })
  const [course, arrangement, tried, enrolled, pass, release] = await Promise.all([
    getCourse(db, exam.course),
    arrangementOf(db, id, learner),
    attemptsAt(db, id, learner),
    isEnrolled(db, exam.course, learner),
    passOf(db, { exam: id, learner }),
    releaseOf(db, visit, exam),
  ])
  if (!release.isSeen && tried.length === 0) throw new Refusal('notFound', 404)
  const plan = planFor(exam.plan, arrangement)
  const refused: NotNow | null = release.isOpen ? whyNotStart(plan, { arrangement, tried, now: visit.now }) : { reason: 'notOpenYet', until: release.from }
  const standing = standingIn(plan, arrangement, tried)
  const open = tried.find(({ submitted }) => !submitted)
  return {
    id,
    title: worded(plan, 'title', visit),
    introduction: worded(plan, 'introduction', visit),
    course: { id: course.id, title: titleOf(course, visit.language) },
    rules: rulesOf(plan, { arrangement, left: standing.attemptsLeft }),
    open: open ? { attempt: open.id, question: open.at, deadline: open.deadline, href: `/exams/attempts/${open.id}/questions/${open.at}` } : null,
    notNow: enrolled ? refused : { reason: 'enrolFirst', until: null },
    passed: pass?.passed ?? null,
    history: historyOf(plan, { tried, standing, now: visit.now }),
  }
}

/** One question of an attempt that is under way. @throws Refusal `notFound` (404), `attemptOver` (409). */
export async function showQuestionTo(
  db: Db<'examination'>,
  visit: Visit,
  { attempt: id, number }: { attempt: string; number: number },
): Promise<z.input<typeof questionSchema>> {
  const attempt = await getOwnAttempt(db, visit, id)
  const [steps, [line], common, arrangement] = await Promise.all([
    stepsOf(db, attempt),
    linesOf(db, visit, { attempt, only: number }),
    underWay(db, visit, attempt),
    arrangementOf(db, attempt.exam, attempt.learner),
  ])
  if (!line) throw new Refusal('notFound', 404)
  const page = newId()
  await openPage(db, visit, { attempt, number, page })
  const minutes = minutesFor(attempt.plan, arrangement)
  return {
    ...common,
    steps,
    number,
    page,
    language: attempt.plan.language,
    question: present(line.question, seedFor(attempt, line.version)),
    response: line.response,
    isFlagged: line.isFlagged,
    sequence: line.sequence,
    saved: line.saved,
    extendedTo: minutes > attempt.plan.minutes ? minutes : null,
  }
}

/** The whole attempt at a glance, before it is handed in. @throws Refusal `notFound` (404), `attemptOver` (409). */
export async function showSubmissionTo(db: Db<'examination'>, visit: Visit, id: string): Promise<z.input<typeof submissionSchema>> {
  const attempt = await getOwnAttempt(db, visit, id)
  const [steps, common] = await Promise.all([stepsOf(db, attempt), underWay(db, visit, attempt)])
  return { ...common, steps, at: attempt.at }
}

/** What came of an attempt, as much as its learner may know now. @throws Refusal `notFound` (404), `notHandedIn` (409). */
export async function showResultTo(db: Db<'examination'>, visit: Visit, id: string): Promise<z.input<typeof resultSchema>> {
  await closeOverdue(db, visit, await getOwnAttempt(db, visit, id))
  const attempt = await getOwnAttempt(db, visit, id)
  const { submitted, released, percent, plan } = attempt
  if (!submitted) throw new Refusal('notHandedIn', 409)

  const shown = await shownOf(db, visit, attempt)
  const course = await getCourse(db, attempt.course)
  const isMarked = released !== null && percent !== null
  return {
    attempt: id,
    exam: { id: attempt.exam, title: worded(plan, 'title', visit) },
    course: { id: course.id, title: titleOf(course, visit.language) },
    number: attempt.number,
    language: plan.language,
    started: attempt.started,
    submitted,
    because: attempt.submitted_because as 'learner' | 'time' | 'abandoned',
    state: stateOf(attempt) as 'waiting' | 'abandoned' | 'marked',
    resultAt: released ? null : attempt.result_at,
    isWithheld: !released && attempt.withheld !== null,
    passPercent: plan.passPercent,
    ...(shown.marks && isMarked ? marksFor(attempt) : NO_MARKS),
    lines: await reviewedLines(db, visit, { attempt, shown }),
  }
}

const NO_MARKS = { percent: null, isPassed: null, points: null, most: null }

function marksFor({ percent, points, most, plan }: Attempt) {
  return { percent, points, most, isPassed: percent !== null && percent >= plan.passPercent }
}

/** The same learner gets the same question with the same order on every device; no other does. */
export function seedFor({ seed }: Pick<Attempt, 'seed'>, version: string): string {
  return `${seed} ${version}`
}

type Tried = Awaited<ReturnType<typeof attemptsAt>>[number]

function stateOf({ submitted, submitted_because, released }: Pick<Tried, 'submitted' | 'submitted_because' | 'released'>) {
  if (!submitted) return 'open'
  if (submitted_because === 'abandoned') return 'abandoned'
  return released ? 'marked' : 'waiting'
}

function historyOf(plan: Plan, { tried, standing, now }: { tried: readonly Tried[]; standing: Standing; now: Date }) {
  const results = tried.flatMap(({ id, number, percent, released }) => (released && percent !== null ? [{ attempt: id, number, percent }] : []))
  const counting = countingResult(plan.whichCounts, results)
  return tried.map((one) => {
    const isShown = shownNow(plan, { ...one, ...standing, now }).marks
    const percent = isShown ? one.percent : null
    return {
      id: one.id,
      number: one.number,
      started: one.started,
      submitted: one.submitted,
      state: stateOf(one),
      resultAt: one.released ? null : one.resultAt,
      isWithheld: !one.released && one.withheld !== null,
      percent,
      isPassed: percent === null ? null : percent >= plan.passPercent,
      counts: isShown && plan.whichCounts !== 'average' && counting?.attempt === one.id,
    } as const
  })
}

function rulesOf(plan: Plan, { arrangement, left }: { arrangement: Arrangement; left: number }) {
  const { passPercent, waitMinutes, whichCounts, onTimeUp, graceSeconds, opens, closes } = plan
  const minutes = minutesFor(plan, arrangement)
  return {
    questions: lengthOf(plan),
    minutes,
    extendedFrom: minutes > plan.minutes ? plan.minutes : null,
    attempts: plan.attempts + arrangement.extraAttempts,
    attemptsLeft: left,
    ...{ passPercent, waitMinutes, whichCounts, onTimeUp, graceSeconds },
    opens: opens ? new Date(opens) : null,
    closes: closes ? new Date(closes) : null,
    isOwnOpening: arrangement.opens !== null,
    isOwnClosing: arrangement.closes !== null,
  }
}

async function underWay(db: Db<'examination'>, visit: Visit, attempt: Attempt) {
  const { plan, submitted, ends, deadline, answers_until } = attempt
  if (submitted || visit.now >= ends) throw new Refusal('attemptOver', 409)
  const course = await getCourse(db, attempt.course)
  return {
    attempt: attempt.id,
    exam: { id: attempt.exam, title: worded(plan, 'title', visit) },
    course: titleOf(course, visit.language),
    now: visit.now,
    deadline,
    canAnswer: visit.now <= answers_until,
  }
}

async function shownOf(db: Db<'examination'>, { now }: Eyes, attempt: Attempt): Promise<Shown> {
  const { exam, learner } = attempt
  const [published, arrangement, tried] = await Promise.all([getPublishedExam(db, exam), arrangementOf(db, exam, learner), attemptsAt(db, exam, learner)])
  // What the institution shows now, not what it did when the attempt began: a mistake can be mended.
  const plan = planFor(published.plan, arrangement)
  return shownNow(plan, { ...attempt, resultAt: attempt.result_at, ...standingIn(plan, arrangement, tried), now })
}

async function reviewedLines(db: Db<'examination'>, visit: Visit, { attempt, shown }: { attempt: Attempt; shown: Shown }) {
  if (!Object.values(shown).some(Boolean)) return []
  const lines = await linesOf(db, visit, { attempt })
  const marks = await marksOf(db, visit, attempt)
  return lines.map((line) => {
    const mark = marks.get(line.number)
    const isLate = line.saved !== null && line.saved > attempt.deadline
    return reviewLine({ ...line, fraction: mark?.fraction ?? null, comment: mark?.comment ?? null, reason: mark?.reason ?? null, isLate }, shown, visit.language)
  })
}

/** The marks in force with what the teacher wrote, and why where it was decided anew, by the question's number. */
async function marksOf(db: Db<'examination'>, eyes: Eyes, { id, learner }: Pick<Attempt, 'id' | 'learner'>) {
  const rows = await db
    .selectFrom('exams.marks as mark')
    .leftJoin('exams.regrades as regrade', 'regrade.id', 'mark.regrade')
    .select(['mark.id', 'mark.position', 'mark.fraction', 'mark.comment'])
    .select(({ fn }) => fn.coalesce('mark.reason', 'regrade.reason').as('reason'))
    .where('mark.attempt', '=', id)
    .where('mark.replaced', 'is', null)
    .execute()
  const seal = rows.some(({ comment }) => comment) ? await sealOf(db, eyes, learner) : null
  return new Map(
    rows.map((row) => [row.position, { fraction: row.fraction, reason: row.reason, comment: row.comment && seal ? seal.open(row.comment, commentContext(row.id)) : null }]),
  )
}

async function passOf(db: Db<'examination'>, { exam, learner }: { exam: string; learner: string }) {
  return db.selectFrom('exams.passes').select('passed').where('exam', '=', exam).where('learner', '=', learner).executeTakeFirst()
}

function worded(plan: Plan, text: 'title' | 'introduction', { language }: Visit): Worded {
  return inLanguage(plan[text], language, plan.language)
}

import { asJson } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import { localDay } from '../../platform/time.ts'
import type { Language } from '../../platform/words.ts'
import { record } from '../../privacy/jobs.ts'
import type { Eyes } from '../../privacy/within.ts'
import type { Db } from '../../tables.ts'
import type { Site } from '../../web/visit.ts'
import { hasText, inLanguage, type Rule } from '../courses/rules.ts'
import { type CourseFacts, getCourse } from '../courses/service.ts'
import { lastDayAfter, nameHash, newCode, printedName as printedNameOf, renewedUntil } from './rules.ts'
import { NEWEST } from './paper/paper.ts'
import type { Snapshot } from './snapshot.ts'

/** Who is issued to (the actor), by which institution, and where its papers are checked. */
export type Issuing = { eyes: Eyes; site: Site; address: string }

/**
 * Issues every certificate that the actor has completed a course for and not had yet, and records
 * `certificates.issued` for each: once, however often and by however many at once this is called.
 * Says how many; none while they have not confirmed their name.
 */
export async function issueWaiting(db: Db<'certification'>, issuing: Issuing): Promise<number> {
  const learner = actorOf(issuing.eyes)
  const holder = await findHolder(db, learner)
  if (!holder?.confirmed) return 0

  let issued = 0
  for (const completion of await waitingFor(db, learner)) {
    if (await issue(db, issuing, { learner, holder, completion })) issued++
  }
  return issued
}

/** Completed courses whose certificate the learner has not had, the oldest first. */
export function waitingFor(db: Db<'certification'>, learner: string) {
  return db
    .selectFrom('courses.completions as completion')
    .innerJoin('certificates.rules as rule', 'rule.course', 'completion.course')
    .leftJoin('certificates.certificates as paper', (join) =>
      join.onRef('paper.course', '=', 'completion.course').on('paper.learner', '=', learner),
    )
    .select(['completion.course', 'completion.completed', 'completion.rule', 'rule.valid_months as validMonths'])
    .where('completion.learner', '=', learner)
    .where('paper.id', 'is', null)
    .orderBy('completion.completed')
    .limit(200)
    .execute()
}

export type Holder = { firstName: string; lastName: string; latinName: string; printed: string; language: Language; confirmed: Date | null }

export async function findHolder(db: Db<'certification'>, learner: string): Promise<Holder | undefined> {
  const found = await db
    .selectFrom('accounts.persons')
    .select(['first_name as firstName', 'last_name as lastName', 'printed_name as printedName', 'language', 'name_confirmed as confirmed'])
    .where('id', '=', learner)
    .executeTakeFirst()
  if (!found) return undefined
  const { printedName, language, ...rest } = found
  const latinName = printedName ?? ''
  return { ...rest, latinName, printed: printedNameOf({ ...rest, latinName }), language: language as Language }
}

/**
 * Issues the next version of the actor's paper with another name or other facts, and records
 * `certificates.replaced` for the new one. The old version keeps no name.
 * @throws Refusal `notFound` (404) unless it is theirs, `notValid` (409) where it is no longer valid.
 */
export async function issueNextVersion(
  db: Db<'certification'>,
  { eyes }: Issuing,
  { certificate, name, facts }: { certificate: string; name?: string; facts?: Partial<Snapshot> },
): Promise<string> {
  const learner = actorOf(eyes)
  const old = await db
    .selectFrom('certificates.certificates')
    .select(['course', 'cycle', 'version', 'language', 'snapshot', 'name', 'valid_until as validUntil'])
    .where('id', '=', certificate)
    .where('learner', '=', learner)
    .executeTakeFirstOrThrow(() => new Refusal('notFound', 404))
  const printed = name ?? old.name
  await retire(db, certificate, eyes.now)
  if (printed === null) throw new Refusal('notValid', 409)

  const id = await write(db, eyes, {
    learner,
    course: old.course,
    cycle: old.cycle,
    version: old.version + 1,
    language: old.language,
    name: printed,
    snapshot: { ...old.snapshot, ...facts, template: NEWEST },
    validUntil: old.validUntil,
    replaces: certificate,
  })
  if (id === undefined) throw new Refusal('notValid', 409)
  await record(db, { eyes, purpose: 'certification', happening: { event: 'certificates.replaced', person: learner, subject: id } })
  return id
}

/** One conditional write: of two who replace at once, one is told that it is done. */
async function retire(db: Db<'certification'>, certificate: string, now: Date): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('certificates.certificates')
    .set({ replaced: now, name: null, name_hash: null })
    .where('id', '=', certificate)
    .where('replaced', 'is', null)
    .where('revoked', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Refusal('notValid', 409)
}

/**
 * Issues the actor the paper that follows the one they have for an exam's course, since they have passed
 * it again: chained by its cycle, with a day of its own. Early renewal shortens nothing. Says whether it was
 * time for one.
 */
export async function renewAfter(db: Db<'certification'>, issuing: Issuing, exam: string): Promise<boolean> {
  const learner = actorOf(issuing.eyes)
  const [holder, found] = await Promise.all([findHolder(db, learner), renewableOf(db, { learner, exam })])
  if (!found || !holder?.confirmed || found.renewed === null) return false
  const today = localDay(issuing.eyes.now, issuing.site.zone)
  const validUntil = renewedUntil(found.validUntil, { today, months: found.validMonths })
  if (validUntil === undefined) return false

  const { course, renewed, percent, cycle, snapshot } = found
  const { site, address } = issuing
  const facts = await getCourse(db, course)
  const language = languageFor(facts, holder.language)
  const completion = { course, completed: renewed, rule: { items: [], hash: snapshot.rule }, validMonths: null }
  const score = { outcome: 'passed', score: percent === null ? null : Math.floor(percent) } as const
  const id = await write(db, issuing.eyes, {
    ...{ learner, course, cycle: cycle + 1, version: 1, language, name: holder.printed, validUntil, replaces: null },
    snapshot: snapshotOf({ eyes: issuing.eyes, site, address }, { course: facts, language, completion, score }),
  })
  if (id === undefined) return false
  await record(db, { eyes: issuing.eyes, purpose: 'certification', happening: { event: 'certificates.issued', person: learner, subject: id } })
  return true
}

/** The learner's newest paper of the exam's course, unless it was revoked or nothing is issued there any more. */
function renewableOf(db: Db<'certification'>, { learner, exam }: { learner: string; exam: string }) {
  return db
    .selectFrom('exams.exams as exam')
    .innerJoin('exams.passes as pass', (join) => join.onRef('pass.exam', '=', 'exam.id').on('pass.learner', '=', learner))
    .innerJoin('certificates.rules as rule', 'rule.course', 'exam.course')
    .innerJoin('certificates.certificates as paper', (join) => join.onRef('paper.course', '=', 'exam.course').on('paper.learner', '=', learner))
    .select(['exam.course', 'pass.renewed', 'pass.renewed_percent as percent', 'rule.valid_months as validMonths'])
    .select(['paper.cycle', 'paper.snapshot', 'paper.valid_until as validUntil'])
    .where('exam.id', '=', exam)
    .where('paper.replaced', 'is', null)
    .where('paper.revoked', 'is', null)
    .orderBy('paper.cycle', 'desc')
    .limit(1)
    .executeTakeFirst()
}

type Completion = { course: string; completed: Date; rule: Rule; validMonths: number | null }
type First = { learner: string; holder: Holder; completion: Completion }

async function issue(db: Db<'certification'>, issuing: Issuing, { learner, holder, completion }: First): Promise<boolean> {
  const { eyes } = issuing
  const course = await getCourse(db, completion.course)
  const language = languageFor(course, holder.language)
  const score = await scoreOf(db, { learner, course: course.id })
  const id = await write(db, eyes, {
    learner,
    course: course.id,
    cycle: 1,
    version: 1,
    language,
    name: holder.printed,
    snapshot: snapshotOf(issuing, { course, language, completion, score }),
    validUntil: lastDayAfter(localDay(completion.completed, issuing.site.zone), completion.validMonths),
    replaces: null,
  })
  if (id === undefined) return false
  await record(db, { eyes, purpose: 'certification', happening: { event: 'certificates.issued', person: learner, subject: id } })
  return true
}

type NewPaper = {
  learner: string
  course: string
  cycle: number
  version: number
  language: string
  name: string
  snapshot: Snapshot
  validUntil: string | null
  replaces: string | null
}

/** Undefined where this version has been issued already. */
async function write(db: Db<'certification'>, eyes: Eyes, { snapshot, validUntil, ...paper }: NewPaper): Promise<string | undefined> {
  const id = newId()
  const hash = nameHash(eyes.means.secrets.key('certificate names'), id, paper.name)
  const row = { ...paper, id, code: newCode(), name_hash: hash, snapshot: asJson(snapshot), valid_until: validUntil, issued: eyes.now }
  const { numInsertedOrUpdatedRows = 0n } = await db
    .insertInto('certificates.certificates')
    .values(row)
    .onConflict((conflict) => conflict.columns(['institution', 'learner', 'course', 'cycle', 'version']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n ? id : undefined
}

type Facts = { course: CourseFacts; language: Language; completion: Completion; score: Score }

function snapshotOf({ site, address }: Issuing, { course, language, completion, score }: Facts): Snapshot {
  return {
    template: NEWEST,
    ...wordedFacts(course, language),
    ...score,
    completed: localDay(completion.completed, site.zone),
    rule: completion.rule.hash,
    institution: { name: site.name, legalName: site.legalName, theme: site.theme, zone: site.zone },
    site: address,
  }
}

/** What a paper says of its course, in one language. */
export function wordedFacts(course: CourseFacts, language: Language) {
  return {
    courseTitle: inLanguage(course.title, language, course.language).text,
    level: course.level,
    hours: course.hours,
    goals: course.goals.map((goal) => inLanguage(goal, language, course.language).text),
  }
}

/** The learner's own where the course is written in it, else the course's. */
export function languageFor(course: CourseFacts, wished: Language): Language {
  return hasText(course.title, wished) ? wished : course.language
}

type Score = Pick<Snapshot, 'outcome' | 'score'>

/** The result of the course's exam, as passed; of several exams, none is cited. */
async function scoreOf(db: Db<'certification'>, { learner, course }: { learner: string; course: string }): Promise<Score> {
  const passes = await db
    .selectFrom('exams.passes as pass')
    .innerJoin('exams.exams as exam', 'exam.id', 'pass.exam')
    .select('pass.percent')
    .where('pass.learner', '=', learner)
    .where('exam.course', '=', course)
    .limit(2)
    .execute()
  const [only] = passes
  if (!only) return { outcome: 'completed', score: null }
  return { outcome: 'passed', score: passes.length === 1 ? Math.floor(only.percent) : null }
}

function actorOf({ actor }: Eyes): string {
  if (actor === null) throw new Error('A certificate is issued to somebody')
  return actor
}

import { asJson } from '../../../platform/database.ts'
import { newId } from '../../../platform/ids.ts'
import { Refusal } from '../../../platform/refusal.ts'
import type { Eyes } from '../../../privacy/within.ts'
import type { Db } from '../../../tables.ts'
import { addItem, renameItem, showItem } from '../../courses/service.ts'
import { present, type Presented } from '../../questions/presenting.ts'
import { countBy } from '../../questions/service.ts'
import { recordUses } from '../../questions/using-service.ts'
import { versionsAsked } from '../asking.ts'
import { lengthOf, type Plan } from '../plan.ts'
import { getSaved, keepDraft } from './drafts.ts'
import { tellUses, usedBy } from './uses.ts'

/** Every exam of a course, the oldest first, with what is being written in it. */
export async function examsOf(db: Db<'authoring'>, course: string) {
  return db
    .selectFrom('exams.exams')
    .select(['id', 'draft', 'version'])
    .where('course', '=', course)
    .orderBy('created')
    .orderBy('id')
    .limit(100)
    .execute()
}

/** An exam as its author has it before them, and the version that learners get. @throws Refusal `notFound` (404). */
export async function getDraft(db: Db<'authoring'>, exam: string) {
  return db
    .selectFrom('exams.exams as exam')
    .leftJoin('exams.versions as version', 'version.id', 'exam.version')
    .select(['exam.id', 'exam.course', 'exam.item', 'exam.draft', 'exam.revision', 'version.number', 'version.published', 'version.plan'])
    .where('exam.id', '=', exam)
    .executeTakeFirstOrThrow(() => new Refusal('notFound', 404))
}

/** A new exam of a course, seen by nobody but authors. */
export async function makeExam(db: Db<'authoring'>, eyes: Eyes, { course, plan }: { course: string; plan: Plan }): Promise<string> {
  const id = newId()
  await db.insertInto('exams.exams').values({ id, course, draft: asJson(plan), revision: 1, created: eyes.now }).execute()
  await keepDraft(db, eyes, { exam: id, plan })
  await tellUses(db, id, eyes.now)
  return id
}

/**
 * Keeps what an author has written; learners get it once it is published. One conditional write: of
 * two who save at once, one is told.
 * @throws Refusal `examChanged` (409) when somebody has saved since `base`.
 */
export async function saveDraft(db: Db<'authoring'>, eyes: Eyes, { exam, base, plan }: { exam: string; base: number; plan: Plan }): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('exams.exams')
    .set({ draft: asJson(plan), revision: base + 1 })
    .where('id', '=', exam)
    .where('revision', '=', base)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Refusal('examChanged', 409)
  await keepDraft(db, eyes, { exam, plan })
  await tellUses(db, exam, eyes.now)
}

/** What learners have got so far, the newest first. */
export async function publishedVersionsOf(db: Db<'authoring'>, exam: string) {
  return db.selectFrom('exams.versions').select(['id', 'number', 'published']).where('exam', '=', exam).orderBy('number', 'desc').limit(50).execute()
}

/**
 * Makes what was published, or saved, the draft again; learners get it once it is published.
 * @throws Refusal `notFound` (404), `examChanged` (409).
 */
export async function restoreVersion(db: Db<'authoring'>, eyes: Eyes, { exam, base, version }: { exam: string; base: number; version: string }): Promise<void> {
  const published = await db.selectFrom('exams.versions').select('plan').where('id', '=', version).where('exam', '=', exam).executeTakeFirst()
  const { plan } = published ?? (await getSaved(db, exam, version))
  await saveDraft(db, eyes, { exam, base, plan })
}

/** Deletes an exam that nobody has ever got. @throws Refusal `examInUse` (409), `notFound` (404). */
export async function deleteDraftExam(db: Db<'authoring'>, exam: string, now: Date): Promise<string> {
  const { course, published } = await getDraft(db, exam)
  if (published) throw new Refusal('examInUse', 409)
  await recordUses(db, { ...usedBy(exam), title: '', questions: [], pools: [], now })
  await db.deleteFrom('exams.drafts').where('exam', '=', exam).execute()
  await db.deleteFrom('exams.exams').where('id', '=', exam).where('version', 'is', null).execute()
  return course
}

/** Each pool of a plan, and how many questions of the bank fit it now. */
export async function availableFor(db: Db<'authoring'>, { questions }: Plan) {
  const counts = await Promise.all(questions.pools.map((pool) => countBy(db, pool)))
  return questions.pools.map((pool, index) => ({ pool, available: counts[index] ?? 0 }))
}

/** The categories and tags that the bank has, for choosing. */
export async function namesInBank(db: Db<'authoring'>): Promise<{ categories: string[]; tags: string[] }> {
  const rows = await db.selectFrom('questions.entries').select(['category', 'tags']).where('hidden', 'is', null).limit(10_000).execute()
  const sorted = (names: Iterable<string>) => [...new Set(names)].filter((name) => name !== '').sort((a, b) => a.localeCompare(b))
  return { categories: sorted(rows.map(({ category }) => category)), tags: sorted(rows.flatMap(({ tags }) => tags)) }
}

/** What an attempt might ask, as its learner would meet it; less while there are too few questions. */
export async function trialDraw(db: Db<'authoring'>, plan: Plan, seed: string): Promise<Presented[]> {
  const { versions } = await versionsAsked(db, plan, { seed })
  return versions.map(({ id, question }) => present(question, `${seed} ${id}`))
}

/**
 * Gives learners the draft from now on: attempts that are under way keep what they began with. The
 * first time the course gets its item.
 * @throws Refusal `notFound` (404), `noQuestionsYet`, `placeNotReady`, `tooFewQuestions`, `examTitleMissing` (409).
 */
export async function publishExam(db: Db<'authoring'>, eyes: Eyes, exam: string): Promise<void> {
  const { course, draft, item, number } = await getDraft(db, exam)
  if (draft.title[draft.language].trim() === '') throw new Refusal('examTitleMissing', 409)
  if (lengthOf(draft) === 0) throw new Refusal('noQuestionsYet', 409, { field: 'poolCount-0' })
  await mustHaveEnough(db, draft)

  const version = newId()
  await db
    .insertInto('exams.versions')
    .values({ id: version, exam, number: (number ?? 0) + 1, plan: asJson(draft), published: eyes.now, author: eyes.actor })
    .execute()
  const shown = item ?? (await addItem(db, { course, kind: 'exam', title: draft.title, reference: exam, required: true }))
  await db.updateTable('exams.exams').set({ version, item: shown }).where('id', '=', exam).execute()
  if (item) await renameItem(db, { id: item, title: draft.title })
  await showItem(db, shown, eyes.now)

  await tellUses(db, exam, eyes.now)
}

/** A trial draw shows whether there are enough questions. */
async function mustHaveEnough(db: Db<'authoring'>, plan: Plan): Promise<void> {
  const { lacking } = await versionsAsked(db, plan, { seed: 'publication' })
  if (!lacking) return
  if ('place' in lacking) throw new Refusal('placeNotReady', 409)
  throw new Refusal('tooFewQuestions', 409, { field: `poolCount-${lacking.pool}` })
}

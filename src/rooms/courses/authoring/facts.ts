import { sql } from 'kysely'
import { newId } from '../../../platform/ids.ts'
import { Refusal } from '../../../platform/refusal.ts'
import type { Language } from '../../../platform/words.ts'
import type { Db } from '../../../tables.ts'
import type { Visit } from '../../../web/visit.ts'
import { type Facts, getFacts, rowOf } from './authoring.ts'
import { OPEN_FOR } from './editing.ts'
import { isGoneOn, type ListedVersion } from './lessons.ts'

/** What a course is called and for as its authors have it before them: the newest version, published or not. */
export type FactsDraft = Facts & {
  id: string
  /** How often anybody has saved; who saves an older one is told. */
  revision: number
  /** Whether learners see the course, and so another version of its facts. */
  isOffered: boolean
  version: { id: string; number: number; saved: Date; author: string | null; published: Date | null } | null
}

export async function getFactsDraft(db: Db<'authoring'>, course: string): Promise<FactsDraft> {
  const [facts, found, newest] = await Promise.all([
    getFacts(db, course),
    db.selectFrom('courses.courses').select('revision').where('id', '=', course).executeTakeFirst(),
    versions(db, course).orderBy('number', 'desc').limit(1).executeTakeFirst(),
  ])
  const { id, published } = facts
  const standing = { id, revision: found?.revision ?? 1, isOffered: published !== null }
  return newest ? { ...factsIn(newest), ...standing, version: versionIn(newest) } : { ...factsIn(facts), ...standing, version: null }
}

/**
 * Saves the facts of a course: as a draft where learners see it, else at once. As with a lesson it is a new
 * version behind a published one, after somebody else, and after a pause.
 * @throws Refusal `notFound` (404), `changedMeanwhile` (409) when somebody has saved since `base`.
 */
export async function saveFacts(
  db: Db<'authoring'>,
  visit: Visit,
  { course, base, facts }: { course: string; base: number; facts: Facts },
): Promise<void> {
  await mustBeNewest(db, visit, { course, base })
  const draft = await getFactsDraft(db, course)
  const { version } = draft
  if (version && isGoneOn({ version }, visit)) {
    await db.updateTable('courses.fact_versions').set({ ...rowOf(facts), author: visit.actor, saved: visit.now }).where('id', '=', version.id).execute()
  } else {
    if (!version) await writeWhatStands(db, visit, draft)
    await writeVersion(db, { course, number: (version?.number ?? 1) + 1, facts, author: visit.actor, saved: visit.now, published: null })
  }
  if (!draft.isOffered) await apply(db, visit, { course, facts })
}

/** Shows the newest version to learners. @throws Refusal `changedMeanwhile` (409). */
export async function publishFacts(db: Db<'authoring'>, visit: Visit, { course, base }: { course: string; base: number }): Promise<void> {
  await mustBeNewest(db, visit, { course, base })
  const { version, ...facts } = await getFactsDraft(db, course)
  if (!version) return
  await db.updateTable('courses.fact_versions').set({ published: visit.now }).where('id', '=', version.id).where('published', 'is', null).execute()
  await apply(db, visit, { course, facts })
}

/** Makes an older version the newest again. @throws Refusal `notFound` (404), `changedMeanwhile` (409). */
export async function restoreFacts(
  db: Db<'authoring'>,
  visit: Visit,
  { course, version, base }: { course: string; version: string; base: number },
): Promise<void> {
  const old = await versions(db, course).where('id', '=', version).executeTakeFirst()
  if (!old) throw new Refusal('notFound', 404)
  await mustBeNewest(db, visit, { course, base })
  const { version: newest, isOffered } = await getFactsDraft(db, course)
  await writeVersion(db, { course, number: (newest?.number ?? 0) + 1, facts: factsIn(old), author: visit.actor, saved: visit.now, published: null })
  if (!isOffered) await apply(db, visit, { course, facts: factsIn(old) })
}

/** The newest first. */
export async function factVersionsOf(db: Db<'authoring'>, { actor }: Visit, course: string): Promise<ListedVersion[]> {
  const rows = await versions(db, course).orderBy('number', 'desc').limit(100).execute()
  return rows.map(({ id, number, saved, published, author }) => ({ id, number, saved, published, isMine: author !== null && author === actor }))
}

/** Remembers that an author has the facts before them, and tells by name who else has. */
export async function openFacts(db: Db<'authoring'>, { actor, now }: Visit, course: string): Promise<string[]> {
  if (actor === null) return []
  await db
    .insertInto('courses.facts_editing')
    .values({ course, author: actor, seen: now })
    .onConflict((conflict) => conflict.columns(['institution', 'course', 'author']).doUpdateSet({ seen: now }))
    .execute()
  const since = new Date(now.getTime() - OPEN_FOR)
  const { rows } = await sql<{ name: string }>`select name from courses.facts_editors_of(${course}, ${since})`.execute(db)
  return rows.map(({ name }) => name)
}

// One conditional write: of two who save at once, one is told.
async function mustBeNewest(db: Db<'authoring'>, { now }: Visit, { course, base }: { course: string; base: number }): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('courses.courses')
    .set({ revision: base + 1, changed: now })
    .where('id', '=', course)
    .where('revision', '=', base)
    .executeTakeFirst()
  if (numUpdatedRows > 0n) return
  await getFacts(db, course)
  throw new Refusal('changedMeanwhile', 409)
}

/** What stood before the first change is the first version, so that there is a way back to it. */
async function writeWhatStands(db: Db<'authoring'>, { now }: Visit, draft: FactsDraft): Promise<void> {
  await writeVersion(db, { course: draft.id, number: 1, facts: draft, author: null, saved: now, published: draft.isOffered ? now : null })
}

type NewVersion = { course: string; number: number; facts: Facts; author: string | null; saved: Date; published: Date | null }

async function writeVersion(db: Db<'authoring'>, { facts, ...version }: NewVersion): Promise<void> {
  await db.insertInto('courses.fact_versions').values({ id: newId(), ...version, ...rowOf(facts) }).execute()
}

async function apply(db: Db<'authoring'>, { now }: Visit, { course, facts }: { course: string; facts: Facts }): Promise<void> {
  await db.updateTable('courses.courses').set({ ...rowOf(facts), changed: now }).where('id', '=', course).execute()
}

function versions(db: Db<'authoring'>, course: string) {
  return db
    .selectFrom('courses.fact_versions')
    .select(['id', 'number', 'language', 'title', 'summary', 'goals', 'level', 'hours', 'author', 'saved', 'published'])
    .where('course', '=', course)
}

type Row = Omit<Facts, 'language'> & { language: string }

function factsIn({ language, title, summary, goals, level, hours }: Row): Facts {
  return { language: language as Language, title, summary, goals, level, hours }
}

function versionIn({ id, number, saved, author, published }: NonNullable<FactsDraft['version']>): FactsDraft['version'] {
  return { id, number, saved, author, published }
}

import { Refusal } from '../../../platform/refusal.ts'
import type { Language } from '../../../platform/words.ts'
import { record } from '../../../privacy/jobs.ts'
import type { Eyes } from '../../../privacy/within.ts'
import type { Db } from '../../../tables.ts'
import type { Release } from '../opening.ts'
import { inLanguage, type Worded } from '../rules.ts'
import type { Way } from '../ways.ts'
import { getFacts } from './authoring.ts'
import { asWritten, type Conditions } from './conditions-form.ts'

type At = { course: string; item: string }
type AtSection = { course: string; section: string }

export type ItemConditions = {
  course: { id: string; title: Worded }
  item: string
  kind: 'lesson' | 'exam'
  title: Worded
  conditions: Conditions
  /** The exams of the course, by passing one of which a lesson may be done. */
  exams: { id: string; title: Worded }[]
}

/** When an item opens, and what makes it done. @throws Refusal `notFound` (404). */
export async function getConditions(db: Db<'authoring'>, { course, item, language }: At & { language: Language }): Promise<ItemConditions> {
  const facts = await getFacts(db, course)
  const items = await db
    .selectFrom('courses.items')
    .select(['id', 'kind', 'title', 'opens', 'opens_after_days', 'unseen', 'done_by', 'least_minutes', 'done_with'])
    .where('course', '=', course)
    .where('removed', 'is', null)
    .orderBy('position')
    .limit(2_000)
    .execute()
  const named = items.map((one) => ({ ...one, title: inLanguage(one.title, language, facts.language) }))
  const found = named.find(({ id }) => id === item)
  if (!found) throw new Refusal('notFound', 404)
  return {
    course: { id: course, title: inLanguage(facts.title, language, facts.language) },
    item,
    kind: found.kind as 'lesson' | 'exam',
    title: found.title,
    conditions: { ...releaseIn(found), way: found.done_by as Way, leastMinutes: found.least_minutes, doneWith: found.done_with },
    exams: named.filter(({ kind }) => kind === 'exam').map(({ id, title }) => ({ id, title })),
  }
}

/**
 * Changes when an item opens and what makes it done. Nobody becomes undone by it; whoever has done what is
 * asked for from now on is counted by a job.
 * @throws Refusal `notFound` (404), `changedMeanwhile` (409) when it is no longer what its author saw,
 * `examMissing` (422) for an exam that is not in the course.
 */
export async function setConditions(
  db: Db<'authoring'>,
  eyes: Eyes,
  { at, was, conditions }: { at: At; was: string; conditions: Conditions },
): Promise<void> {
  const locked = db.selectFrom('courses.items').select('id').where('id', '=', at.item).where('course', '=', at.course)
  await locked.forUpdate().executeTakeFirst()
  const { conditions: before, exams, kind } = await getConditions(db, { ...at, language: 'nb' })
  if (asWritten(before) !== was) throw new Refusal('changedMeanwhile', 409)
  const { way, leastMinutes, doneWith } = kind === 'lesson' ? conditions : before
  if (way === 'passed' && !exams.some(({ id }) => id === doneWith)) throw new Refusal('examMissing', 422, { field: 'doneWith' })

  const doing = { done_by: way, least_minutes: leastMinutes, done_with: doneWith }
  await db.updateTable('courses.items').set({ ...rowOf(conditions), ...doing }).where('id', '=', at.item).execute()
  if (way === before.way && leastMinutes === before.leastMinutes && doneWith === before.doneWith) return
  await record(db, { eyes, purpose: 'authoring', happening: { event: 'courses.wayChanged', person: null, subject: at.item } })
}

export type SectionRelease = { course: { id: string; title: Worded }; section: string; title: Worded; release: Release }

/** When a section opens, and all that is in it at the earliest. @throws Refusal `notFound` (404). */
export async function getRelease(db: Db<'authoring'>, { course, section, language }: AtSection & { language: Language }): Promise<SectionRelease> {
  const facts = await getFacts(db, course)
  const found = await db
    .selectFrom('courses.sections')
    .select(['title', 'opens', 'opens_after_days', 'unseen'])
    .where('id', '=', section)
    .where('course', '=', course)
    .where('removed', 'is', null)
    .executeTakeFirst()
  if (!found) throw new Refusal('notFound', 404)
  const worded = (texts: typeof found.title) => inLanguage(texts, language, facts.language)
  return { course: { id: course, title: worded(facts.title) }, section, title: worded(found.title), release: releaseIn(found) }
}

/** @throws Refusal `notFound` (404), `changedMeanwhile` (409). */
export async function setRelease(db: Db<'authoring'>, { at, was, release }: { at: AtSection; was: string; release: Release }): Promise<void> {
  const locked = db.selectFrom('courses.sections').select('id').where('id', '=', at.section).where('course', '=', at.course)
  await locked.forUpdate().executeTakeFirst()
  const { release: before } = await getRelease(db, { ...at, language: 'nb' })
  if (asWritten(before) !== was) throw new Refusal('changedMeanwhile', 409)
  await db.updateTable('courses.sections').set(rowOf(release)).where('id', '=', at.section).execute()
}

export function releaseIn(row: { opens: Date | null; opens_after_days: number | null; unseen: boolean }): Release {
  return { opens: row.opens, opensAfterDays: row.opens_after_days, unseen: row.unseen }
}

function rowOf({ opens, opensAfterDays, unseen }: Release) {
  return { opens, opens_after_days: opensAfterDays, unseen }
}

import { Refusal } from '../../../platform/refusal.ts'
import type { Db } from '../../../tables.ts'
import type { Visit } from '../../../web/visit.ts'
import { whenSaid } from '../opening-service.ts'
import { markItemDone } from '../completing-service.ts'
import { type Item, itemsOf, openingFor, openOf, seenBy, type SeenItem } from '../structure.ts'
import { secondsLeft } from '../ways.ts'
import { type LearnerState, learnerOf, learnerState } from './learner-state.ts'
import { countReading, forgetReading, type Saying } from './visiting.ts'

type At = { course: string; item: string }

/** A lesson that a learner says is read: done where that is its way, and where what it asks for is met. */
export type Done = {
  /** False where it asks for more time than one has read. */
  isDone: boolean
  isComplete: boolean
  /** What comes after it, among what is open. */
  next: SeenItem | undefined
}

/**
 * The learner says that they have read a lesson.
 * @throws Refusal `notFound` (404), `enrolFirst` (403), `opensLater` (403), and where something else makes it
 * done `teacherMarks`, `passFirst` (409).
 */
export async function sayRead(db: Db<'teaching'>, visit: Visit, at: At): Promise<Done> {
  const { item, items, state } = await getOpenLesson(db, visit, at)
  const learner = visit.actor ?? ''
  const open = openOf(seenBy(items, learnerOf(state, visit)))
  const next = open[open.findIndex(({ id }) => id === item.id) + 1]
  if (state.done.some((one) => one.item === item.id)) return { isDone: true, isComplete: false, next }
  if (item.way === 'teacher') throw new Refusal('teacherMarks', 409)
  if (item.way === 'passed') throw new Refusal('passFirst', 409)
  // What is missing is no refusal, which would undo that this much has been counted.
  if (item.way === 'time') return { ...(await count(db, visit, { item, says: 'is done' })), next }
  const isComplete = await markItemDone(db, visit, { purpose: 'teaching', learner, item: item.id, how: item.way })
  return { isDone: true, isComplete, next }
}

export type ReadSoFar = { secondsLeft: number; isDone: boolean; isComplete: boolean }

/** Counts on how long a lesson is read that asks for time, and is done when that is enough. @throws as `sayRead`. */
export async function readOn(db: Db<'teaching'>, visit: Visit, { says, ...at }: At & { says: Saying }): Promise<ReadSoFar> {
  const { item, state } = await getOpenLesson(db, visit, at)
  const isDone = state.done.some((one) => one.item === item.id)
  return item.way !== 'time' || isDone ? { secondsLeft: 0, isDone, isComplete: false } : count(db, visit, { item, says })
}

async function count(db: Db<'teaching'>, visit: Visit, { item, says }: { item: Item; says: Saying }): Promise<ReadSoFar> {
  const learner = visit.actor ?? ''
  const left = secondsLeft(item.leastMinutes, await countReading(db, { learner, item: item.id, now: visit.now, says }))
  if (left > 0) return { secondsLeft: left, isDone: false, isComplete: false }
  const isComplete = await markItemDone(db, visit, { purpose: 'teaching', learner, item: item.id, how: 'time' })
  await forgetReading(db, { learner, item: item.id })
  return { secondsLeft: 0, isDone: true, isComplete }
}

/** A lesson that is open to a learner who takes the course. An exam is done by passing it, never by a click. */
async function getOpenLesson(db: Db<'teaching'>, visit: Visit, { course, item: id }: At): Promise<{ item: Item; items: Item[]; state: LearnerState }> {
  const learner = visit.actor ?? ''
  const [items, state] = await Promise.all([
    itemsOf(db, [course]),
    db.selectNoFrom((from) => [...learnerState(from, { learner, course })]).executeTakeFirstOrThrow() as unknown as Promise<LearnerState>,
  ])
  const item = items.find((one) => one.id === id)
  if (!state.enrolment) throw new Refusal('enrolFirst', 403)
  if (item?.kind !== 'lesson') throw new Refusal('notFound', 404)
  mustBeOpen(item, { state, visit })
  return { item, items, state }
}

/** @throws Refusal `opensLater` (403) where its learner may know of it, else `notFound` (404). */
export function mustBeOpen(item: Item, { state, visit }: { state: LearnerState; visit: Visit }): void {
  const { isOpen, isSeen, from, afterDays } = openingFor(item, learnerOf(state, visit))
  if (isOpen) return
  if (!isSeen) throw new Refusal('notFound', 404)
  throw new Refusal('opensLater', 403, { values: [whenSaid({ from, afterDays }, visit)] })
}

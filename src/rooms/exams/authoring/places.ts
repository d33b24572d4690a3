import { Refusal } from '../../../platform/refusal.ts'
import type { Eyes } from '../../../privacy/within.ts'
import type { Db } from '../../../tables.ts'
import { type Choosable, choosable } from '../../questions/bank/entries.ts'
import { MOST_PLACES, type Place } from '../plan.ts'
import { getDraft, saveDraft } from './authoring.ts'

/** A question that everybody gets, with the versions that may be pinned there. */
export type PlaceShown = Omit<Choosable, 'id'> & { entry: string; version: string | null }

/** The questions that an exam asks of everybody, in order. */
export async function placesOf(db: Db<'authoring'>, places: readonly Place[]): Promise<PlaceShown[]> {
  const known = new Map((await choosable(db, places.map(({ entry }) => entry))).map((one) => [one.id, one]))
  return places.flatMap(({ entry, version }) => {
    const found = known.get(entry)
    if (!found) return []
    const { id: _, ...about } = found
    return [{ ...about, entry, version }]
  })
}

type Saving = { exam: string; base: number }

/**
 * Puts questions at the end, each once; they follow their newest version.
 * @throws Refusal `examChanged` (409), `tooManyPlaces` (422), `noneChosen` (422).
 */
export async function addPlaces(db: Db<'authoring'>, eyes: Eyes, { entries, ...saving }: Saving & { entries: readonly string[] }): Promise<void> {
  if (entries.length === 0) throw new Refusal('noneChosen', 422, { field: 'chosen' })
  const { draft } = await getDraft(db, saving.exam)
  const { places } = draft.questions
  const known = new Set((await choosable(db, entries)).map(({ id }) => id))
  const fresh = entries.filter((entry) => known.has(entry) && !places.some((one) => one.entry === entry))
  if (places.length + fresh.length > MOST_PLACES) throw new Refusal('tooManyPlaces', 422, { field: 'chosen' })
  await savePlaces(db, eyes, saving, [...places, ...fresh.map((entry) => ({ entry, version: null }))])
}

/** One question further up, further down, or gone. */
export type Step = { do: 'up' | 'down' | 'remove'; index: number }

/**
 * Pins a version at each place, or none, and takes a step.
 * @throws Refusal `examChanged` (409), `notFound` (404) for a version that is not ready or another question's.
 */
export async function arrangePlaces(
  db: Db<'authoring'>,
  eyes: Eyes,
  { versions, step, ...saving }: Saving & { versions: readonly string[]; step: Step | null },
): Promise<void> {
  const { draft } = await getDraft(db, saving.exam)
  const shown = await placesOf(db, draft.questions.places)
  if (versions.length !== shown.length) throw new Refusal('examChanged', 409)
  const pinned = shown.map((place, index) => {
    const version = versions[index] || null
    if (version && !place.versions.some(({ id }) => id === version)) throw new Refusal('notFound', 404)
    return { entry: place.entry, version }
  })
  await savePlaces(db, eyes, saving, stepped(pinned, step))
}

async function savePlaces(db: Db<'authoring'>, eyes: Eyes, saving: Saving, places: Place[]): Promise<void> {
  const { draft } = await getDraft(db, saving.exam)
  await saveDraft(db, eyes, { ...saving, plan: { ...draft, questions: { ...draft.questions, places } } })
}

function stepped(places: readonly Place[], step: Step | null): Place[] {
  if (!step) return [...places]
  const { index } = step
  const moved = places[index]
  const others = places.filter((_, at) => at !== index)
  if (!moved || step.do === 'remove') return others
  return others.toSpliced(Math.max(0, step.do === 'up' ? index - 1 : index + 1), 0, moved)
}

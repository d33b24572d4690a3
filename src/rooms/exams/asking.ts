import type { Db } from '../../tables.ts'
import { draw } from '../questions/drawing.ts'
import { entriesFor, getVersions, latestReadyVersions, type QuestionReader, type Version } from '../questions/service.ts'
import { besides, type Place, type Plan } from './plan.ts'

export type Asking = {
  seed: string
  /** Questions, not versions, that should not come again while there are others. */
  avoid?: readonly string[]
  /** As the bank stood then: to draw once more what was drawn. */
  asOf?: Date
}

/** What an attempt asks, in order. Something is lacking when a draw (by index) or a place of the plan has no question. */
export type Asked = { versions: Version[]; lacking: { pool: number } | { place: number } | null }

/** The versions that a plan asks by this seed: those that everybody gets, then those drawn. */
export async function versionsAsked<P extends QuestionReader>(db: Db<P>, { questions: { places, pools } }: Plan, { seed, avoid, asOf }: Asking): Promise<Asked> {
  const candidates = pools.length === 0 ? [] : besides(places, await entriesFor(db, pools, asOf))
  const { drawn, missing } = draw({ pools, questions: candidates, seed, avoid })
  const asked: Place[] = [...places, ...drawn.map((entry) => ({ entry, version: null }))]
  const found = await versionsIn(db, asked, asOf)
  const [lacking] = missing
  const empty = found.indexOf(undefined)
  return { versions: found.filter((one) => one !== undefined), lacking: lacking ? { pool: lacking.pool } : empty === -1 ? null : { place: empty } }
}

/** The version that stands at each place now: the pinned one, or the newest that is ready. */
async function versionsIn<P extends QuestionReader>(db: Db<P>, places: readonly Place[], asOf: Date | undefined): Promise<(Version | undefined)[]> {
  const pinned = await getVersions(db, places.flatMap(({ version }) => version ?? []))
  const newest = await latestReadyVersions(db, places.flatMap(({ entry, version }) => (version ? [] : [entry])), asOf)
  return places.map(({ entry, version }) => (version ? pinned.find(({ id }) => id === version) : newest.find((one) => one.entry === entry)))
}

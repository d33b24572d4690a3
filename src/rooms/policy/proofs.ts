import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { type PromiseId, promiseIds } from '../../privacy/promises.ts'
import type { Saying } from '../../privacy/words.ts'
import { keptD } from './kept-d.ts'
import { keptN } from './kept-n.ts'

const proofsShape = z.object({
  /** The day on which all tests passed in one run; empty where that has not been so since they changed. */
  proved: z.string().nullable(),
  tests: z.record(z.string(), z.array(z.string())),
})

export type Proofs = z.output<typeof proofsShape>

/** Which tests name each promise: written by `npm run promises`; the site reads it and runs none. */
export const proofs: Proofs = proofsShape.parse(JSON.parse(readFileSync(new URL('./proofs.json', import.meta.url), 'utf8')))

/** What keeps a promise here, in words; none for what comes later. */
export function whatKeeps(id: PromiseId): Saying | undefined {
  return keptN[id] ?? keptD[id]
}

/** The promises that a test's title names, such as `… (N25, C3)`. */
export function promisesNamed(title: string): PromiseId[] {
  const named: readonly string[] = title.match(/\b[ND]\d\d\b/g) ?? []
  return promiseIds.filter((id) => named.includes(id))
}

/** Titles by promise, each list in its order. */
export function testsByPromise(titles: readonly string[]): Record<string, string[]> {
  const pairs = titles.flatMap((title) => promisesNamed(title).map((id) => ({ id, title })))
  return Object.fromEntries(
    promiseIds.flatMap((id) => {
      const own = pairs.filter((pair) => pair.id === id).map(({ title }) => title)
      return own.length > 0 ? [[id, [...new Set(own)].sort()]] : []
    }),
  )
}

import { hashOf } from './chance.ts'

/**
 * A short id for an option, from its text: the same import twice gives the same ids. Never counted
 * ('a', 'b', 'c'): learners see the ids in the form, and an item's number in the right order, or
 * beside the answer that belongs to it, would give the question away.
 */
export function optionId(text: string, taken: ReadonlySet<string> = new Set()): string {
  for (let attempt = 0; ; attempt++) {
    const id = hashOf(`${attempt} ${text}`).toString(36)
    if (!taken.has(id)) return id
  }
}

/** Gives each of a list its id, in order. */
export function withIds<T extends { text: string }>(list: readonly T[]): (T & { id: string })[] {
  const taken = new Set<string>()
  return list.map((one) => {
    const id = optionId(one.text, taken)
    taken.add(id)
    return { ...one, id }
  })
}

/** The next number of a sequence, at least 0 and below 1. */
export type Chance = () => number

/**
 * The same seed gives the same sequence on every machine, for ever: a complaint can be replayed.
 * xmur3 makes 32 bits of the text, mulberry32 makes the sequence of the bits; both are Bob
 * Jenkins' and Tommy Ettinger's, in the public domain: https://github.com/bryc/code (jshash/PRNGs.md).
 * Good enough to shuffle, not to keep a secret: the seed stays on the server, since with it the
 * shuffle can be undone.
 */
export function chanceOf(seed: string): Chance {
  let state = hashOf(seed)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** A new list, by Fisher and Yates: every order is equally likely. */
export function shuffled<T>(list: readonly T[], chance: Chance): T[] {
  const result = [...list]
  for (let last = result.length - 1; last > 0; last--) {
    const other = Math.floor(chance() * (last + 1))
    const kept = result[last] as T
    result[last] = result[other] as T
    result[other] = kept
  }
  return result
}

/** Shuffles what may move; a pinned one ('all of the above') keeps the place its author gave it. */
export function shuffledAroundPinned<T extends { pinned?: boolean | undefined }>(
  list: readonly T[],
  chance: Chance,
): T[] {
  const moving = shuffled(
    list.filter((one) => !one.pinned),
    chance,
  )
  return list.map((one) => (one.pinned ? one : (moving.shift() as T)))
}

/** 32 bits of a text (xmur3). */
export function hashOf(text: string): number {
  let hash = 1779033703 ^ text.length
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 3432918353)
    hash = (hash << 13) | (hash >>> 19)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 2246822507)
  hash = Math.imul(hash ^ (hash >>> 13), 3266489909)
  return (hash ^ (hash >>> 16)) >>> 0
}

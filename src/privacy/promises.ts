/** The two policies that the house is built to: N, a learning portal (Norway), and D, a school (Denmark). */
export const policyLetters = ['N', 'D'] as const
export type PolicyLetter = (typeof policyLetters)[number]

/** A promise of one of them, `N05`: stable, so that code, tests and texts can name it. */
export type PromiseId = `${PolicyLetter}${string}`

const COUNT: Readonly<Record<PolicyLetter, number>> = { N: 68, D: 66 }

/** Stood in the text as it was handed down, and is none: page furniture that got printed. */
export const ARTEFACTS: readonly PromiseId[] = ['D66']

/** The promises of one policy, in their order. */
export function promisesOf(letter: PolicyLetter): readonly PromiseId[] {
  return Array.from({ length: COUNT[letter] }, (_, i) => `${letter}${String(i + 1).padStart(2, '0')}` as PromiseId)
}

/** All 134. */
export const promiseIds: readonly PromiseId[] = policyLetters.flatMap(promisesOf)

import { ARTEFACTS, type PolicyLetter, promisesOf } from '../../privacy/promises.ts'
import type { Visit } from '../../web/visit.ts'
import { proofs, whatKeeps } from './proofs.ts'
import type { PolicyVersion } from './service.ts'
import { promisesIn, sentencesOf } from './tags.ts'
import { sentenceIn } from './text.ts'

/** Each promise of a policy: its sentence, whether it comes later, what keeps it, and the tests that name it. */
export function promisesMade(policy: PolicyVersion, { language }: Visit) {
  const sentences = sentencesOf(policy.texts[language])
  const made = new Map(promisesIn(policy.texts[language]).map(({ id, later }) => [id, later]))
  const letter = [...made.keys()][0]?.charAt(0) as PolicyLetter | undefined
  const ids = letter ? promisesOf(letter).filter((id) => !ARTEFACTS.includes(id)) : []
  return ids.map((id) => ({
    id,
    sentence: sentenceIn(sentences.get(id) ?? '', { facts: policy.facts, language }),
    later: made.get(id) ?? true,
    keptBy: whatKeeps(id)?.[language] ?? null,
    tests: proofs.tests[id] ?? [],
  }))
}

export type Counted = { readonly all: number; readonly kept: number; readonly tested: number; readonly proved: string | null }

/** How many promises are made, kept here and now, and kept with a test; and the day on which all tests last passed. */
export function countPromises(promises: readonly { later: boolean; tests: readonly string[] }[]): Counted {
  const kept = promises.filter(({ later }) => !later)
  return { all: promises.length, kept: kept.length, tested: kept.filter(({ tests }) => tests.length > 0).length, proved: proofs.proved }
}

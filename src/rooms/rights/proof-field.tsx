import { say } from '../../platform/words.ts'
import type { Here } from '../../web/here.ts'
import type { Html } from '../../web/jsx-runtime.ts'
import { Field } from '../../web/kit/fields.tsx'
import { Notice } from '../../web/kit/state.tsx'
import { words } from './words.ts'

/** Asks for what shows that it is still they: the password; without one, to have signed in just now. */
export function ProofField({ proof, here }: { proof: { isFresh: boolean; hasPassword: boolean }; here: Here }): Html | null {
  const said = say(words, here.visit.language)
  if (!proof.hasPassword) return proof.isFresh ? null : <Notice tone="info">{said.signInAgain}</Notice>
  return (
    <Field
      name="password"
      type="password"
      label={said.password}
      why={said.whyPassword}
      autocomplete="current-password"
      error={here.entered.errors['password']}
    />
  )
}

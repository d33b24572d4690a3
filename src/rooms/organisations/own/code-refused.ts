import { Refusal } from '../../../platform/refusal.ts'
import type { Visit } from '../../../web/visit.ts'
import { type Limit, noteRefusal } from '../../security/service.ts'
import { noteTurnedAway } from '../turning-away-service.ts'

// The same as for whoever registers: a code is as secret from a learner of another organisation.
export const CODE_LIMIT: Limit = { kinds: ['registrationRefused'], minutes: 15, perKey: 10, perNetwork: 40 }

/** Says no to a code, alike whatever is wrong with it. */
export function codeRefused(): Refusal {
  return new Refusal('codeRefused', 422, { field: 'membershipCode' })
}

/** Does what a code is typed for; that it was refused stays written, so that guesses are counted. */
export async function refusing(
  purpose: 'registration' | 'membership',
  visit: Visit,
  { typed, person, email }: { typed: string; person: string | null; email: string },
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (error instanceof Refusal && error.reason === 'codeRefused') {
      await noteRefusal(purpose, visit, { kind: 'registrationRefused', person, tried: typed, limit: CODE_LIMIT })
      noteTurnedAway(visit, { typed, email })
    }
    throw error
  }
}

import { z } from 'zod'
import { emailAddress } from '../../platform/email-address.ts'
import { personName } from '../../platform/person-name.ts'

/**
 * The four things we ask for, and the express yes to one version of the policy: nothing else is
 * taken. Without the yes nothing here is ever kept (N18, N31, N32).
 */
export const draftSchema = z.strictObject({
  // Each says which field it is: the list above the form repeats them one below the other.
  firstName: filledIn('#firstNameMissing').pipe(personName),
  lastName: filledIn('#lastNameMissing').pipe(personName),
  email: filledIn('#emailMissing').pipe(emailAddress),
  membershipCode: filledIn('#codeMissing').max(60),
  version: z.string().regex(/^[0-9a-f]{64}$/, '#policyChanged'),
  accepted: z.literal('yes', '#mustAcceptPolicy'),
})

export type Draft = z.output<typeof draftSchema>

function filledIn(missing: string) {
  return z.string(missing).trim().min(1, missing)
}

import { record } from '../../privacy/jobs.ts'
import { within } from '../../privacy/within.ts'
import type { Visit } from '../../web/visit.ts'
import { countOf, note } from '../security/service.ts'
import { doorAt } from './doors/doors.ts'
import { sendLink } from './links/links.ts'

const MOST_LETTERS = 3
const DAY_IN_MINUTES = 1_440

/**
 * Tells the owner of an address that somebody has tried to register it anew; nobody else learns that it is
 * known. Whoever registered and never confirmed gets the link once more: they clicked twice, or lost the
 * letter. A few letters a day, and then silence: nobody's letterbox is filled from here.
 */
export async function tellOwner(visit: Visit, email: string): Promise<void> {
  const door = await within('account', visit, async (db) => {
    const letters = await countOf(db, visit, { kinds: ['registeredAgain'], tried: email, minutes: DAY_IN_MINUTES })
    const found = await doorAt(db, email)
    if (!found || letters >= MOST_LETTERS) return undefined
    await note(db, visit, { kind: 'registeredAgain', person: found.person, tried: email })
    return found
  })
  if (!door) return
  const { person, email_confirmed } = door
  if (email_confirmed === null) return sendLink(visit, { person, kind: 'confirm' })
  await within('account', visit, (db) => record(db, { eyes: visit, purpose: 'account', happening: { event: 'accounts.addressKnown', person, subject: person } }))
}

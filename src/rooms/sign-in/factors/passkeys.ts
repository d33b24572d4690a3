import { sql } from 'kysely'
import { newId } from '../../../platform/ids.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { tokenHash } from '../../../platform/secrets.ts'
import {
  challengeOf,
  newPasskeyChallenge,
  type PasskeySite,
  passkeyRegistrationOptions,
  passkeySignInOptions,
  readRegistrationAnswer,
  readSignInAnswer,
  type SignInAnswer,
  verifyPasskeyRegistration,
  verifyPasskeySignIn,
} from '../../../platform/sign-in/passkeys.ts'
import { createHmac } from 'node:crypto'
import { refuseIfTaken } from '../../../platform/database.ts'
import { addDuration } from '../../../platform/time.ts'
import { durations } from '../../../privacy/durations.ts'
import { type Eyes, within } from '../../../privacy/within.ts'
import type { Db } from '../../../tables.ts'
import type { Cookie } from '../../../web/route.ts'
import type { SignedIn, Visit } from '../../../web/visit.ts'
import { mustNotBeTooMany, noteRefusal } from '../../security/service.ts'
import { factorAdded } from './factors.ts'
import { FACTOR_LIMIT } from '../rules.ts'
import { openSession, signOut } from '../sessions.ts'

/** What the browser needs to sign in with any passkey of this site, as JSON; its challenge lasts some minutes. */
export async function signInOptions(db: Db<'account'>, visit: Visit): Promise<string> {
  return JSON.stringify(await passkeySignInOptions({ site: siteOf(visit), challenge: await giveChallenge(db, visit) }))
}

/** What the browser needs to make one more passkey for this person, as JSON. */
export async function registrationOptions(db: Db<'account'>, visit: Visit, person: SignedIn): Promise<string> {
  const known = await db.selectFrom('sign_in.passkeys').select(['credential', 'transports']).where('person', '=', person.id).limit(50).execute()
  const { email } = await db.selectFrom('accounts.persons').select('email').where('id', '=', person.id).executeTakeFirstOrThrow()
  const options = await passkeyRegistrationOptions({
    site: siteOf(visit),
    challenge: await giveChallenge(db, visit),
    handle: handleOf(visit, person.id),
    account: email,
    displayName: `${person.firstName} ${person.lastName}`,
    known: known.map(({ credential, transports }) => ({ id: credential, transports: split(transports) })),
  })
  return JSON.stringify(options)
}

/**
 * Lets in whoever's device answers for one of their passkeys: the device and the finger, face or code
 * that opened it are two factors in one, so the session is strong.
 * @throws Refusal `passkeyRefused` (422), `tooManyTries` (429).
 */
export async function signInByPasskey(visit: Visit, field: string): Promise<Cookie> {
  const answer = readSignInAnswer(field)
  const challenge = answer && challengeOf(answer)
  if (!answer || !challenge) throw new Refusal('passkeyRefused', 422)

  const person = await within('account', visit, async (db) => {
    await mustNotBeTooMany(db, visit, { limit: FACTOR_LIMIT, tried: answer.id })
    return (await takeChallenge(db, visit, challenge)) ? ownerOf(db, answer.id) : undefined
  })
  const cookie = person && (await within('account', { ...visit, actor: person }, (db) => enter(db, visit, { person, challenge, answer })))
  if (!cookie) {
    await noteRefusal('account', visit, { kind: 'secondFactorRefused', person: person ?? null, tried: answer.id, limit: FACTOR_LIMIT })
    throw new Refusal('passkeyRefused', 422)
  }
  await signOut(visit)
  return cookie
}

/** Keeps a new passkey of the signed-in person. @throws Refusal `passkeyRefused` (422), `passkeyKnown` (409) */
export async function addPasskey(
  db: Db<'account'>,
  visit: Visit,
  { person, field, label }: { person: SignedIn; field: string; label: string },
): Promise<Cookie> {
  const answer = readRegistrationAnswer(field)
  const challenge = answer && challengeOf(answer)
  if (!answer || !challenge || !(await takeChallenge(db, visit, challenge))) throw new Refusal('passkeyRefused', 422)
  const made = await verifyPasskeyRegistration({ site: siteOf(visit), challenge, answer })
  if (!made) throw new Refusal('passkeyRefused', 422)

  const row = {
    id: newId(),
    person: person.id,
    credential: made.id,
    public_key: Buffer.from(made.publicKey),
    counter: made.counter,
    transports: made.transports.join(' '),
    label,
    created: visit.now,
  }
  await refuseIfTaken('passkeyKnown', () => db.insertInto('sign_in.passkeys').values(row).execute())
  return factorAdded(db, visit, person)
}

/** Clears away the challenges that nobody answered. */
export async function clearChallenges(eyes: Eyes): Promise<void> {
  await within('account', eyes, (db) => db.deleteFrom('sign_in.challenges').where('expires', '<=', eyes.now).execute())
}

type Claim = { person: string; challenge: string; answer: SignInAnswer }

async function enter(db: Db<'account'>, visit: Visit, { person, challenge, answer }: Claim): Promise<Cookie | undefined> {
  const row = await db
    .selectFrom('sign_in.passkeys')
    .select(['id', 'credential', 'public_key', 'counter', 'transports'])
    .where('person', '=', person)
    .where('credential', '=', answer.id)
    .executeTakeFirst()
  if (!row) return undefined
  const passkey = { id: row.credential, publicKey: row.public_key, counter: row.counter, transports: split(row.transports) }
  const used = await verifyPasskeySignIn({ site: siteOf(visit), challenge, answer, passkey, handle: handleOf(visit, person) })
  if (!used) return undefined

  await db.updateTable('sign_in.passkeys').set({ counter: used.counter, used: visit.now }).where('id', '=', row.id).execute()
  await db.deleteFrom('sign_in.proofs').where('person', '=', person).execute()
  return openSession(db, visit, { person, strong: true })
}

async function giveChallenge(db: Db<'account'>, { now }: Visit): Promise<string> {
  const challenge = newPasskeyChallenge()
  const expires = addDuration(now, durations.challenge, 'UTC')
  await db.insertInto('sign_in.challenges').values({ hash: tokenHash(challenge), expires }).execute()
  return challenge
}

/** Once: of two answers to one challenge the second finds it gone. */
async function takeChallenge(db: Db<'account'>, { now }: Visit, challenge: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('sign_in.challenges')
    .where('hash', '=', tokenHash(challenge))
    .where('expires', '>', now)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

async function ownerOf(db: Db<'account'>, credential: string): Promise<string | undefined> {
  const { rows } = await sql<{ person: string }>`select person from sign_in.passkey_of(${credential})`.execute(db)
  return rows[0]?.person
}

/** What the device keeps with a passkey: always the same for one person, and it says nothing of them. */
function handleOf(eyes: Eyes, person: string): string {
  return createHmac('sha256', eyes.means.secrets.key('passkey handles')).update(person).digest('base64url')
}

function siteOf({ site, origin }: Visit): PasskeySite {
  return { name: site.name, host: new URL(origin).hostname, origin }
}

function split(transports: string): string[] {
  return transports.split(' ').filter((one) => one !== '')
}

import { join } from 'node:path'
import { generateSync } from 'otplib'
import { listLetters, readLetter } from '../src/platform/mail/mailbox.ts'
import { hashPassword } from '../src/platform/sign-in/password.ts'
import { addDuration } from '../src/platform/time.ts'
import { newId } from '../src/platform/ids.ts'
import { token, tokenHash } from '../src/platform/secrets.ts'
import type { Language } from '../src/platform/words.ts'
import { durations } from '../src/privacy/durations.ts'
import { newPersonKey } from '../src/privacy/person-key.ts'
import { allowedIn } from '../src/privacy/standing.ts'
import type { Role } from '../src/web/visit.ts'
import { put } from './builders.ts'
import type { TestHouse } from './house.ts'
import { type Visitor, visitor } from './visitor.ts'

export type Described = {
  /** A learner, unless said. */
  roles?: readonly Role[]
  /** Nomkus, unless said: an institution's id. */
  institution?: string
  firstName?: string
  lastName?: string
  email?: string
  language?: Language
  /** Whether a second factor was shown: for everybody but learners, unless said. */
  strong?: boolean
}

export type KnownPerson = { visitor: Visitor; person: string; email: string; session: string }

/** A person with an active account, and their browser with a session in it. */
export async function signedIn(house: TestHouse, described: Described = {}): Promise<KnownPerson> {
  const { roles = ['learner'], institution = house.nomkus, language = 'en' } = described
  const { person, email } = await aPerson(house, described)
  const { strong = roles.some((role) => role !== 'learner' && role !== 'contact') } = described
  const host = institution === house.laeringshus ? 'laeringshus.localhost' : 'nomkus.localhost'
  const browser = visitor(house, { host, language })
  const session = await aSession(house, { person, institution, strong, browser })
  return { visitor: browser, person, email, session }
}

/** A person with an active, confirmed account, signed in nowhere. */
export async function aPerson(house: TestHouse, described: Described = {}): Promise<{ person: string; email: string }> {
  const { roles = ['learner'], institution = house.nomkus, firstName = 'Kari', lastName = 'Nordmann', language = 'en' } = described
  const person = newId()
  const { email = `${person.slice(0, 8)}@fjordvik.example` } = described
  const now = house.clock.now()
  const sealed = newPersonKey({ means: house.means, login: 'web', institution, actor: person, now }, person)

  await put(house, 'privacy.standings', { institution, person, allowed: allowedIn('active') })
  await put(house, 'accounts.persons', {
    institution,
    id: person,
    first_name: firstName,
    last_name: lastName,
    email,
    language,
    created: now,
    email_confirmed: now,
  })
  await put(house, 'privacy.keys', { institution, person, sealed })
  for (const role of roles) await put(house, 'accounts.appointments', { institution, id: newId(), person, role, begins: now })
  return { person, email }
}

type NewSession = { person: string; institution: string; strong: boolean; browser: Visitor }

/** Signs a person in without a door, in this browser. */
export async function aSession(house: TestHouse, { person, institution, strong, browser }: NewSession): Promise<string> {
  const secret = token()
  const id = newId()
  const now = house.clock.now()
  const ends = addDuration(now, durations.session, 'UTC')
  await put(house, 'sign_in.sessions', { institution, id, person, token_hash: tokenHash(secret), started: now, used: now, ends, strong, device: 'Firefox, Linux' })
  browser.cookies.set('session', secret)
  return id
}

export const PASSWORD = 'tre blå elger ved elva'

/** A person with an active account and `PASSWORD`, signed in nowhere. */
export async function aPersonWithPassword(house: TestHouse, described: Described = {}): Promise<{ person: string; email: string }> {
  const { person, email } = await aPerson(house, described)
  const { institution = house.nomkus } = described
  await put(house, 'sign_in.passwords', { institution, person, hash: await hashPassword(PASSWORD), changed: house.clock.now() })
  return { person, email }
}

/** Sets up an authenticator app through the front door, and gives its secret. The session is strong then. */
export async function setUpApp(house: TestHouse, { visitor: browser }: Pick<KnownPerson, 'visitor'>): Promise<string> {
  await browser.post('/account/second-factor/secret', {})
  const { prepared } = await browser.data<{ prepared: { secret: string } }>('/account/second-factor/app')
  await browser.post('/account/second-factor/app', { code: codeAt(prepared.secret, house.clock.now()) })
  // The next code: this one is used.
  house.clock.pass(60_000)
  return prepared.secret
}

/** The six digits that the app shows at a moment. */
export function codeAt(secret: string, moment: Date): string {
  return generateSync({ secret, epoch: Math.floor(moment.getTime() / 1000) })
}

/** The newest letter to an address, once the jobs are done; and the path of the page its button leads to. */
export async function letterTo(house: TestHouse, email: string): Promise<{ subject: string; text: string; path: string } | undefined> {
  await house.drain()
  const folder = join(house.dataFolder, 'mail')
  const head = (await listLetters(folder, { limit: 200 })).find(({ to }) => to === email)
  const letter = head && (await readLetter(folder, head.id))
  if (!letter) return undefined
  const path = /https?:\/\/[^/\s]+(\/\S*)/.exec(letter.text)?.[1] ?? ''
  return { subject: letter.subject, text: letter.text, path }
}

/** A privacy officer, who investigates with everybody within reach, signed in with a second factor. */
export async function anOfficer(house: TestHouse, described: Described = {}): Promise<KnownPerson> {
  const known = await signedIn(house, { roles: ['officer'], firstName: 'Ingrid', lastName: 'Bakkejord', ...described })
  const reach = { institution: described.institution ?? house.nomkus, id: newId(), actor: known.person, subject: null, purpose: 'security', because: 'appointment', begins: house.clock.now() }
  await put(house, 'privacy.reach', reach)
  return known
}

import { join } from 'node:path'
import { type KeptLetter, listLetters, readLetter } from '../src/platform/mail/mailbox.ts'
import type { Eyes } from '../src/privacy/within.ts'
import { makeContact } from '../src/rooms/organisations/making-service.ts'
import { makeEmployee } from '../src/rooms/people/service.ts'
import { ownerSays } from './builders.ts'
import type { TestHouse } from './house.ts'
import { aPerson, aSession, type Described, type KnownPerson } from './sign-in.ts'
import { visitor } from './visitor.ts'

/** The system's own eyes at Nomkus: nobody asks. */
export function nobodysEyes(house: TestHouse): Eyes {
  return { means: house.means, login: 'worker', institution: house.nomkus, actor: null, now: house.clock.now() }
}

let people = 0

/** An administrator with reach over the whole of Nomkus, signed in with a second factor. */
export async function anAdministrator(house: TestHouse, firstName = 'Ada'): Promise<KnownPerson> {
  const email = `employee${++people}@nomkus.example`
  const now = house.clock.now()
  const described = { firstName, lastName: 'Ås', email, language: 'en', confirmed: now } as const
  const person = await makeEmployee(nobodysEyes(house), { ...described, roles: ['administrator'] })
  return { person, email, ...(await browserOf(house, { person, strong: true })) }
}

/** The contact of an organisation, signed in. */
export async function aContact(house: TestHouse, organisation: string): Promise<KnownPerson> {
  const email = `contact${++people}@fjordvik.example`
  const now = house.clock.now()
  const described = { firstName: 'Siri', lastName: 'Dahl', email, language: 'en', confirmed: now } as const
  const person = await makeContact(nobodysEyes(house), { organisation, ...described })
  return { person, email, ...(await browserOf(house, { person, strong: false })) }
}

/** A learner who holds a seat of the membership, signed in. */
export async function aSeated(house: TestHouse, membership: string, described: Described = {}): Promise<KnownPerson> {
  const { person, email } = await aPerson(house, described)
  await ownerSays(
    house,
    `update organisations.seats set holder = $1, claimed = $2
     where id = (select id from organisations.seats where membership = $3 and holder is null limit 1 for update skip locked)`,
    [person, house.clock.now(), membership],
  )
  return { person, email, ...(await browserOf(house, { person, strong: false })) }
}

/** All letters to an address, the oldest first, once everything that was waiting is done. */
export async function lettersTo(house: TestHouse, email: string): Promise<KeptLetter[]> {
  await house.drain()
  const folder = join(house.dataFolder, 'mail')
  const heads = (await listLetters(folder, { limit: 10_000 })).filter(({ to }) => to === email)
  const letters = await Promise.all(heads.map(({ id }) => readLetter(folder, id)))
  return letters.filter((letter) => letter !== undefined).reverse()
}

async function browserOf(house: TestHouse, { person, strong }: { person: string; strong: boolean }) {
  const browser = visitor(house)
  const session = await aSession(house, { person, institution: house.nomkus, strong, browser })
  return { visitor: browser, session }
}

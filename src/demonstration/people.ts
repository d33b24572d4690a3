import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { newId } from '../platform/ids.ts'
import { hashPassword } from '../platform/sign-in/password.ts'
import { newTotpSecret } from '../platform/sign-in/totp.ts'
import { addDuration, localDay } from '../platform/time.ts'
import { sealOf } from '../privacy/person-key.ts'
import { allowedIn, setState } from '../privacy/standing.ts'
import { newPersonKey } from '../privacy/person-key.ts'
import { type Eyes, within } from '../privacy/within.ts'
import { appoint, makePerson } from '../rooms/accounts/people-service.ts'
import { addTeacher } from '../rooms/courses/teaching-service.ts'
import { makeContact, makeMembership, makeOrganisation } from '../rooms/organisations/making-service.ts'
import { suspendMembership } from '../rooms/organisations/changing-service.ts'
import { countCapacities } from '../rooms/organisations/counting-service.ts'
import { claimSeat } from '../rooms/organisations/service.ts'
import { getPolicy } from '../rooms/policy/service.ts'
import { type DemonstrationPeople, peopleShape } from '../../demonstration/shapes.ts'

export type Signing = {
  people: Record<string, { email: string; password: string; totp?: string }>
  codes: Record<string, string>
}

const ZONE = 'Europe/Oslo'
const ROLES = { author: 'author', teacher: 'teacher', administrator: 'administrator', privacyOfficer: 'officer' } as const

type Known = { password: string; hash: string; signing: Signing; memberships: Map<string, string>; organisations: Map<string, string> }

/** Makes organisations, employees, contacts and learners, and says how each signs in. */
export async function fillPeople(eyes: Eyes, folder: string): Promise<Signing> {
  const people = peopleShape.parse(JSON.parse(await readFile(join(folder, 'nomkus', 'people.json'), 'utf8')))
  // One password for all of them, new for each installation: none stands in the code.
  const password = `demo-${randomBytes(9).toString('base64url')}`
  const known: Known = { password, hash: await hashPassword(password), signing: { people: {}, codes: {} }, memberships: new Map(), organisations: new Map() }
  for (const organisation of people.organisations) await fillOrganisation(eyes, organisation, known)
  for (const employee of people.employees) await fillEmployee(eyes, employee, known)
  for (const contact of people.organisationContacts) await fillContact(eyes, contact, known)
  for (const learner of people.learners) await fillLearner(eyes, learner, known)
  await countAfterwards(eyes)
  return known.signing
}

async function fillOrganisation(eyes: Eyes, { key, name, organisationNumber, membership }: DemonstrationPeople['organisations'][number], known: Known): Promise<void> {
  const organisation = await makeOrganisation(eyes, { name, organisationNumber })
  const begins = localDay(addDuration(eyes.now, `-P${membership.startedDaysAgo}D`, ZONE), ZONE)
  const days = membership.endsInDays
  const ends = localDay(addDuration(eyes.now, `${days < 0 ? '-' : ''}P${Math.abs(days)}D`, ZONE), ZONE)
  const made = await makeMembership(eyes, { organisation, seats: membership.seats, begins, ends, zone: ZONE })
  if (membership.state === 'suspended') await within('administration', eyes, (db) => suspendMembership(db, { membership: made.id, now: eyes.now }))
  known.organisations.set(key, organisation)
  known.memberships.set(key, made.id)
  known.signing.codes[`${key} (${membership.state}, ${membership.seats} seats)`] = made.code
}

async function fillEmployee(eyes: Eyes, { key, roles, ...person }: DemonstrationPeople['employees'][number], known: Known): Promise<void> {
  const { firstName, lastName, email, language } = person
  const id = await makePerson(eyes, { firstName, lastName, email, language, confirmed: eyes.now }, async (db, made) => {
    for (const role of roles) await appoint(db, { person: made, role: ROLES[role], begins: eyes.now, ends: null })
  })
  if (roles.includes('teacher')) await letTeach(eyes, id)
  const totp = await letIn(eyes, { person: id, known, withFactor: person.secondFactor })
  known.signing.people[`${roles.join(' and ')} (${key})`] = { email, password: known.password, ...(totp ? { totp } : {}) }
}

/** Every course there is: somebody must mark its essays. */
async function letTeach(eyes: Eyes, person: string): Promise<void> {
  await within('administration', eyes, async (db) => {
    const courses = await db.selectFrom('courses.courses').select('id').orderBy('slug').limit(20).execute()
    for (const { id: course } of courses) await addTeacher(db, eyes, { course, person })
  })
}

async function fillContact(eyes: Eyes, { key, organisation, ...person }: DemonstrationPeople['organisationContacts'][number], known: Known): Promise<void> {
  const id = await makeContact(eyes, { ...person, confirmed: eyes.now, organisation: known.organisations.get(organisation) ?? '' })
  await letIn(eyes, { person: id, known, withFactor: false })
  known.signing.people[`contact (${key})`] = { email: person.email, password: known.password }
}

async function fillLearner(eyes: Eyes, learner: DemonstrationPeople['learners'][number], known: Known): Promise<void> {
  const id = newId()
  const own = { ...eyes, actor: id }
  const membership = known.memberships.get(learner.organisation) ?? ''
  const registered = addDuration(eyes.now, `-P${learner.registeredDaysAgo}D`, ZONE)
  await within('registration', own, async (db) => {
    const { hash } = await getPolicy(db, eyes.now)
    await db.insertInto('privacy.standings').values({ person: id, allowed: allowedIn('unconfirmed'), objected: 0 }).execute()
    await db
      .insertInto('accounts.persons')
      .values({ id, first_name: learner.firstName, last_name: learner.lastName, email: learner.email, language: learner.language, created: registered, unconfirmed_until: addDuration(eyes.now, 'P7D', ZONE) })
      .execute()
    await db.insertInto('privacy.keys').values({ person: id, sealed: newPersonKey(own, id) }).execute()
    await db.insertInto('registration.acceptances').values({ id: newId(), person: id, version: hash, language: learner.language, accepted: registered }).execute()
    await db.insertInto('accounts.appointments').values({ id: newId(), person: id, role: 'learner', begins: registered }).execute()
    await claimSeat(db, { membership, holder: id, now: registered })
  })
  known.signing.people[`learner, ${learner.state} (${learner.key})`] = { email: learner.email, password: known.password }
  if (learner.state === 'unconfirmed') return
  await letIn(eyes, { person: id, known, withFactor: false })
  if (learner.state !== 'active') await rest(own, learner)
}

/** Confirms the address, sets the password, and a second factor where the work asks for one. */
async function letIn(eyes: Eyes, { person, known, withFactor }: { person: string; known: Known; withFactor: boolean }): Promise<string | undefined> {
  const own = { ...eyes, actor: person }
  const totp = withFactor ? newTotpSecret() : undefined
  await within('account', own, async (db) => {
    await db.updateTable('accounts.persons').set({ email_confirmed: eyes.now, unconfirmed_until: null }).where('id', '=', person).execute()
    await setState(db, person, 'active')
    await db.insertInto('sign_in.passwords').values({ person, hash: known.hash, changed: eyes.now }).execute()
    if (!totp) return
    const secret = (await sealOf(db, own, person)).seal(totp, 'sign_in.factors.secret')
    await db.insertInto('sign_in.factors').values({ id: newId(), person, secret, confirmed: eyes.now }).execute()
  })
  return totp
}

async function rest(own: Eyes, { state, deactivatedDaysAgo = 0 }: DemonstrationPeople['learners'][number]): Promise<void> {
  await within('membership', own, async (db) => {
    const deactivated = addDuration(own.now, `-P${deactivatedDaysAgo}D`, ZONE)
    const how =
      state === 'blocked'
        ? { blocked: own.now }
        : { deactivated, deactivated_because: 'membershipEnded', erase_due: addDuration(deactivated, 'P30D', ZONE) }
    await db.updateTable('accounts.persons').set(how).where('id', '=', own.actor).execute()
    await setState(db, own.actor ?? '', state === 'blocked' ? 'blocked' : 'deactivated')
  })
}

/** The numbers as of today, since the people came after the memberships. */
async function countAfterwards(eyes: Eyes): Promise<void> {
  const week = { ...eyes, now: addDuration(eyes.now, 'P7D', ZONE) }
  await countCapacities(week, ZONE)
}

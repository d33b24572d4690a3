import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { newId } from '../platform/ids.ts'
import { hashPassword } from '../platform/sign-in/password.ts'
import { newTotpSecret } from '../platform/sign-in/totp.ts'
import { addDuration, localDay } from '../platform/time.ts'
import { durations } from '../privacy/durations.ts'
import { record } from '../privacy/jobs.ts'
import { newPersonKey, sealOf } from '../privacy/person-key.ts'
import { allowedIn, setState } from '../privacy/standing.ts'
import { type Eyes, within } from '../privacy/within.ts'
import { appoint, makePerson } from '../rooms/accounts/people-service.ts'
import { addTeacher } from '../rooms/courses/teaching-service.ts'
import { setSeats } from '../rooms/organisations/agreement-service.ts'
import { suspendMembership } from '../rooms/organisations/changing-service.ts'
import { countCapacities } from '../rooms/organisations/capacity/counting-service.ts'
import { makeContact, makeMembership, makeOrganisation } from '../rooms/organisations/making-service.ts'
import { claimSeat } from '../rooms/organisations/service.ts'
import { getPolicy } from '../rooms/policy/service.ts'
import { newLink } from '../rooms/sign-in/service.ts'
import { type DemonstrationPeople, peopleShape } from '../../demonstration/shapes.ts'
import { comeAndGo, helpAndLook } from './footprints.ts'
import { type Around, liveThrough, papersOf } from './histories.ts'
import { at, daysBefore, MINUTE, quiet, ZONE } from './moments.ts'

/** How to sign in as somebody. */
export type Known = {
  name: string
  email: string
  /** Nobody has one who has not confirmed their address. */
  password?: string
  /** The key of the authenticator app, in base 32. */
  totp?: string
  /** Codes of their certificates, the newest first. */
  certificates?: { code: string; status: 'valid' | 'replaced' }[]
}

export type Signing = {
  /** By kind of person, such as `learner`, `administrator`, `learnerInExam`. */
  people: Record<string, Known>
  /** By the state that a membership is in: `active`, `full`, `expired`, `suspended`, `notBegun`. */
  codes: Record<string, string>
  /** Everybody else, by name. */
  others: Record<string, Known>
  memberships: { organisation: string; state: string; seats: number; free: number; code: string }[]
}

const ROLES = { author: 'author', teacher: 'teacher', administrator: 'administrator', privacyOfficer: 'officer' } as const

type Telling = {
  password: string
  hash: string
  signing: Signing
  memberships: Map<string, string>
  organisations: Map<string, string>
  /** Employees by their key. */
  employees: Map<string, string>
}

type Learner = DemonstrationPeople['learners'][number]

const AT_ONCE = 8 // learners

/**
 * Makes organisations, employees, contacts and learners with all that they have done so far, and says
 * how each signs in.
 */
export async function fillPeople(loud: Eyes, { folder, ...around }: Omit<Around, 'teacher'> & { folder: string }): Promise<Signing> {
  const eyes = quiet(loud)
  const people = peopleShape.parse(JSON.parse(await readFile(join(folder, 'nomkus', 'people.json'), 'utf8')))
  // One password for all of them, new for each installation: none stands in the code.
  const password = `demo-${randomBytes(9).toString('base64url')}`
  const telling: Telling = {
    password,
    hash: await hashPassword(password),
    signing: { people: {}, codes: {}, others: {}, memberships: [] },
    memberships: new Map(),
    organisations: new Map(),
    employees: new Map(),
  }
  for (const organisation of people.organisations) {
    const taken = people.learners.filter((learner) => learner.organisation === organisation.key).length
    await fillOrganisation(eyes, { ...organisation, taken }, telling)
  }
  for (const employee of people.employees) await fillEmployee(eyes, employee, telling)
  for (const contact of people.organisationContacts) await fillContact(eyes, contact, telling)
  const teacher = telling.employees.get('teacher') ?? ''
  for (const { id } of around.courses.values()) await within('administration', at(eyes, daysBefore(eyes.now, 380)), (db) => addTeacher(db, eyes, { course: id, person: teacher }))
  // A few at a time, since each of their many small transactions waits for the disk.
  for (let i = 0; i < people.learners.length; i += AT_ONCE) {
    const some = people.learners.slice(i, i + AT_ONCE)
    const filled = await Promise.allSettled(some.map((learner) => fillLearner(eyes, { learner, telling, around: { ...around, teacher }, loud })))
    // Only now, when nobody is writing any more.
    for (const [j, outcome] of filled.entries()) {
      if (outcome.status === 'rejected') throw outcome.reason
      tell(telling, some[j] as Learner, outcome.value)
    }
  }
  await helpAndLook(eyes, { site: around.site, teacher, administrator: telling.employees.get('administrator') ?? '', exams: [...around.courses.values()] })
  await suspendAsTold(eyes, people, telling)
  await countCapacities(eyes, ZONE)
  return telling.signing
}

type Organisation = DemonstrationPeople['organisations'][number] & { taken: number }

async function fillOrganisation(eyes: Eyes, { key, name, organisationNumber, membership, taken }: Organisation, telling: Telling): Promise<void> {
  const { seats, toppedUp, startedDaysAgo, endsInDays } = membership
  const made = at(eyes, daysBefore(eyes.now, Math.max(startedDaysAgo, 0)))
  const organisation = await makeOrganisation(made, { name, organisationNumber })
  const [begins, ends] = [startedDaysAgo, -endsInDays].map((days) => localDay(daysBefore(eyes.now, days), ZONE)) as [string, string]
  const { id, code } = await makeMembership(made, { organisation, seats: toppedUp?.from ?? seats, begins, ends, zone: ZONE })
  if (toppedUp) await setSeats(at(eyes, daysBefore(eyes.now, toppedUp.daysAgo)), { membership: id, seats, zone: ZONE })
  telling.organisations.set(key, organisation)
  telling.memberships.set(key, id)
  const state = membership.state === 'active' && taken === seats ? 'full' : membership.state
  telling.signing.codes[state] ??= code
  telling.signing.memberships.push({ organisation: name, state, seats, free: seats - taken, code })
}

/** Suspended only now that its learners are in: nobody gets in afterwards. */
async function suspendAsTold(eyes: Eyes, { organisations }: DemonstrationPeople, telling: Telling): Promise<void> {
  for (const { key, membership } of organisations.filter((one) => one.membership.state === 'suspended')) {
    const now = daysBefore(eyes.now, membership.suspendedDaysAgo ?? 0)
    await within('administration', at(eyes, now), (db) => suspendMembership(db, { membership: telling.memberships.get(key) ?? '', now }))
  }
}

async function fillEmployee(eyes: Eyes, employee: DemonstrationPeople['employees'][number], telling: Telling): Promise<void> {
  const { key, kind, roles, secondFactor, appointedDaysAgo, ...person } = employee
  const appointed = at(eyes, daysBefore(eyes.now, appointedDaysAgo))
  const id = await makePerson(appointed, { ...person, confirmed: appointed.now }, async (db, made) => {
    for (const role of roles) await appoint(db, { person: made, role: ROLES[role], begins: appointed.now, ends: null })
  })
  telling.employees.set(kind ?? key, id)
  const totp = await letIn(appointed, { person: id, telling, withFactor: secondFactor })
  tell(telling, employee, { password: telling.password, ...(totp ? { totp } : {}) })
}

async function fillContact(eyes: Eyes, contact: DemonstrationPeople['organisationContacts'][number], telling: Telling): Promise<void> {
  const { key: _, kind: __, organisation, ...person } = contact
  const id = await makeContact(eyes, { ...person, confirmed: eyes.now, organisation: telling.organisations.get(organisation) ?? '' })
  await letIn(eyes, { person: id, telling, withFactor: false })
  tell(telling, contact, { password: telling.password })
}

type How = Omit<Known, 'name' | 'email'>

type Filling = { learner: Learner; telling: Telling; around: Around; loud: Eyes }

async function fillLearner(eyes: Eyes, { learner, telling, around, loud }: Filling): Promise<How> {
  const own = { ...eyes, actor: newId() }
  const registered = at(own, daysBefore(eyes.now, learner.registeredDaysAgo)) as Eyes & { actor: string }
  await register(registered, learner, telling.memberships.get(learner.organisation) ?? '')
  if (learner.state === 'unconfirmed') {
    await askToConfirm({ ...loud, actor: own.actor })
    return {}
  }

  await letIn(at(registered, new Date(registered.now.getTime() + 20 * MINUTE)), { person: own.actor, telling, withFactor: false })
  await liveThrough(own, learner, around)
  await comeAndGo(own, learner, around.site)
  const papers = await papersOf(own)
  if (learner.state === 'deactivated') await rest(own, learner)
  return { password: telling.password, ...(papers.length > 0 ? { certificates: papers } : {}) }
}

/** What registering does, at a moment of the past: account, acceptance, role and seat. */
async function register(own: Eyes & { actor: string }, learner: Learner, membership: string): Promise<void> {
  const { actor: id, now } = own
  const { firstName, lastName, email, language } = learner
  await within('registration', own, async (db) => {
    const { hash } = await getPolicy(db, now)
    await db.insertInto('privacy.standings').values({ person: id, allowed: allowedIn('unconfirmed'), objected: 0 }).execute()
    const person = { id, first_name: firstName, last_name: lastName, email, language, created: now }
    await db.insertInto('accounts.persons').values({ ...person, unconfirmed_until: addDuration(now, durations.unconfirmedAccount, ZONE) }).execute()
    await db.insertInto('privacy.keys').values({ person: id, sealed: newPersonKey(own, id) }).execute()
    await db.insertInto('registration.acceptances').values({ id: newId(), person: id, version: hash, language, accepted: now, how: 'accepted' }).execute()
    await db.insertInto('accounts.appointments').values({ id: newId(), person: id, role: 'learner', begins: now }).execute()
    await claimSeat(db, { membership, holder: id, now, today: localDay(now, ZONE) })
  })
}

/** The letter with the link lies in the demonstration's letterbox; a real mail server is spared it. */
async function askToConfirm(eyes: Eyes & { actor: string }): Promise<void> {
  if (eyes.means.mail.kind === 'smtp') return
  const { actor: person, now } = eyes
  const link = newLink({ person, kind: 'confirm', now })
  await within('account', eyes, async (db) => {
    await db.insertInto('sign_in.links').values(link).execute()
    await record(db, { eyes, purpose: 'account', happening: { event: 'accounts.linkAsked', person, subject: link.id } })
  })
}

/** Confirms the address, sets the password, and a second factor where the work asks for one. */
async function letIn(eyes: Eyes, { person, telling, withFactor }: { person: string; telling: Telling; withFactor: boolean }): Promise<string | undefined> {
  const own = { ...eyes, actor: person }
  const totp = withFactor ? newTotpSecret() : undefined
  await within('account', own, async (db) => {
    await db.updateTable('accounts.persons').set({ email_confirmed: eyes.now, unconfirmed_until: null }).where('id', '=', person).execute()
    await setState(db, person, 'active')
    await db.insertInto('sign_in.passwords').values({ person, hash: telling.hash, changed: eyes.now }).execute()
    if (!totp) return
    const secret = (await sealOf(db, own, person)).seal(totp, 'sign_in.factors.secret')
    await db.insertInto('sign_in.factors').values({ id: newId(), person, secret, confirmed: eyes.now }).execute()
  })
  return totp
}

async function rest(own: Eyes & { actor: string }, { deactivatedDaysAgo = 0 }: Learner): Promise<void> {
  const deactivated = daysBefore(own.now, deactivatedDaysAgo)
  await within('membership', own, async (db) => {
    const how = { deactivated, deactivated_because: 'membershipEnded', erase_due: addDuration(deactivated, durations.deactivation, ZONE) }
    await db.updateTable('accounts.persons').set(how).where('id', '=', own.actor).execute()
    await setState(db, own.actor, 'deactivated')
  })
}

function tell({ signing }: Telling, { key, kind, firstName, lastName, email }: { key: string; kind?: string; firstName: string; lastName: string; email: string }, how: How): void {
  const known = { name: `${firstName} ${lastName}`, email, ...how }
  if (kind) signing.people[kind] = known
  else signing.others[key] = known
}

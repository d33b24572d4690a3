import { newId } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import { localDay } from '../../platform/time.ts'
import { record } from '../../privacy/jobs.ts'
import { type Eyes, seen } from '../../privacy/within.ts'
import type { Db } from '../../tables.ts'
import type { Visit } from '../../web/visit.ts'
import { appoint, endAppointment, makePerson, type NewPerson } from '../accounts/people-service.ts'
import { block, deactivate, reactivate, unblock } from '../accounts/state-service.ts'
import { askForLink } from '../organisations/making-service.ts'
import { seatAgain, vacateSeat } from '../organisations/vacating-service.ts'
import { note } from '../security/service.ts'
import { endSessionsOf, forgetFactors } from '../sign-in/stop-service.ts'
import { type AppointedRole, type DecisionKind, isReasonFor } from './rules.ts'

/** Makes an employee with these roles from now on; the first administrator is made so, by nobody. */
export async function makeEmployee(
  eyes: Eyes,
  { roles, ...person }: NewPerson & { roles: readonly AppointedRole[] },
): Promise<string> {
  return makePerson(eyes, person, (db, id) => appointAll(db, { eyes, person: id, roles }))
}

/** Makes an employee and sends them a link to prove their address and choose a password. */
export async function inviteEmployee(
  visit: Visit,
  { roles, ...person }: Omit<NewPerson, 'confirmed'> & { roles: readonly AppointedRole[] },
): Promise<string> {
  return makePerson(visit, { ...person, confirmed: null }, async (db, id) => {
    await appointAll(db, { eyes: visit, person: id, roles })
    await note(db, visit, { kind: 'roleChanged', person: id })
    await askForLink(db, { eyes: visit, person: id })
  })
}

type Dated = { person: string; role: AppointedRole; begins: Date; ends: Date | null }

/**
 * Gives a person a role between two moments. Whoever is signed in signs in anew: no token may do more, or
 * less, than when it was given. @throws Refusal `notYourself` (409)
 */
export async function giveRole(db: Db<'administration'>, visit: Visit, appointment: Dated): Promise<void> {
  mustNotBeOneself(visit, appointment.person)
  await seen(db, { eyes: visit, purpose: 'administration', people: [appointment.person] })
  await appoint(db, appointment)
  await endSessionsOf(db, { person: appointment.person, now: visit.now })
  await note(db, visit, { kind: 'roleChanged', person: appointment.person })
}

/** Ends a role now, and every session that was opened with it. @throws Refusal `notYourself` (409): so an institution never loses its last administrator. */
export async function endRole(db: Db<'administration'>, visit: Visit, { person, appointment }: { person: string; appointment: string }): Promise<void> {
  mustNotBeOneself(visit, person)
  await seen(db, { eyes: visit, purpose: 'administration', people: [person] })
  await endAppointment(db, { person, appointment, ends: visit.now })
  await endSessionsOf(db, { person, now: visit.now })
  await note(db, visit, { kind: 'roleChanged', person })
}

export type NewDecision = { person: string; kind: DecisionKind; reason: string }

/**
 * Decides something about somebody's account: done, written down with its reason, and told to them
 * by one letter, all in one transaction.
 * @throws Refusal `notYourself`, `reasonDoesNotFit` (422), `changedMeanwhile`, `noSeatFree` (409).
 */
export async function decide(db: Db<'administration'>, visit: Visit, { person, kind, reason }: NewDecision): Promise<void> {
  mustNotBeOneself(visit, person)
  if (!isReasonFor(kind, reason)) throw new Refusal('reasonDoesNotFit', 422, { field: `reason-${kind}` })
  await seen(db, { eyes: visit, purpose: 'administration', people: [person] })

  const id = newId()
  if (!(await carryOut(db, visit, { id, person, kind }))) throw new Refusal('changedMeanwhile', 409)
  await db.insertInto('people.decisions').values({ id, person, kind, reason, decided: visit.now, employee: visit.actor }).execute()
}

type Decided = { id: string; person: string; kind: DecisionKind }

async function carryOut(db: Db<'administration'>, visit: Visit, { id, person, kind }: Decided): Promise<boolean> {
  const purpose = 'administration'
  const transition = { eyes: visit, purpose, person, subject: id, zone: visit.site.zone } as const
  if (kind === 'unblocked') return unblock(db, transition)
  if (kind === 'reactivated') {
    await note(db, visit, { kind: 'reactivated', person })
    const isAwake = await reactivate(db, { ...transition, because: ['employee'] })
    // Nobody learns on a seat that is not paid for (N26).
    if (isAwake && !(await seatAgain(db, { person, today: localDay(visit.now, visit.site.zone) }))) throw new Refusal('noSeatFree', 409)
    return isAwake
  }

  await endSessionsOf(db, { person, now: visit.now })
  await note(db, visit, { kind: kind === 'factorRemoved' ? 'factorRemoved' : kind, person })
  if (kind === 'blocked') return block(db, transition)
  if (kind === 'deactivated') {
    const rests = await deactivate(db, { ...transition, because: 'employee' })
    if (rests) await vacateSeat(db, person)
    return rests
  }
  await forgetFactors(db, person)
  await record(db, { eyes: visit, purpose, happening: { event: 'people.factorRemoved', person, subject: id } })
  return true
}

type Appointed = { eyes: Eyes; person: string; roles: readonly AppointedRole[] }

async function appointAll(db: Db<'administration'>, { eyes, person, roles }: Appointed): Promise<void> {
  for (const role of roles) await appoint(db, { person, role, begins: eyes.now, ends: null })
}

function mustNotBeOneself({ actor }: Visit, person: string): void {
  if (actor === person) throw new Refusal('notYourself', 409)
}

import { refuseIfTaken } from '../../../platform/database.ts'
import { newId } from '../../../platform/ids.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { localDay } from '../../../platform/time.ts'
import { record } from '../../../privacy/jobs.ts'
import { type Eyes, within } from '../../../privacy/within.ts'
import type { Db } from '../../../tables.ts'
import type { Visit } from '../../../web/visit.ts'
import { agreeAtOnce, hold, seatsAgreed } from '../agreement-service.ts'
import type { RequestKind, RequestReason } from '../history-service.ts'
import { tellContacts } from '../telling-service.ts'

export type NewRequest = { membership: string; kind: RequestKind; seats: number }

/**
 * Asks for more seats or fewer on behalf of the contact's organisation. Whether so many are unused is not
 * looked at here: the answer would tell how many are in use (N28).
 * @throws Refusal `notFound` (404) for a membership of others, `requestWaits` (409), `fewerThanOne` (422).
 */
export async function askForSeats(db: Db<'capacity'>, visit: Visit, { membership, kind, seats }: NewRequest): Promise<void> {
  const told = await db.selectFrom('organisations.capacities').select('seats').where('membership', '=', membership).executeTakeFirst()
  if (!told) throw new Refusal('notFound', 404)
  if (kind === 'fewer' && seats >= told.seats) throw new Refusal('fewerThanOne', 422, { field: 'seats', values: [told.seats] })
  await refuseIfTaken('requestWaits', () =>
    db.insertInto('organisations.requests').values({ id: newId(), membership, kind, seats, asked: visit.now }).execute(),
  )
}

/** Takes back what the contact's organisation asked for. @throws Refusal `alreadyAnswered` (409). */
export async function withdrawRequest(db: Db<'capacity'>, visit: Visit, request: string): Promise<void> {
  const taken = await db
    .updateTable('organisations.requests')
    .set({ answer: 'withdrawn', answered: visit.now })
    .where('id', '=', request)
    .where('answered', 'is', null)
    .returning('id')
    .execute()
  if (taken.length === 0) throw new Refusal('alreadyAnswered', 409)
}

export type Answer = { membership: string; request: string; answer: 'granted' | 'declined'; reason: RequestReason | null }

/**
 * Answers what an organisation asked for; granted, there are so many seats from that moment on. Its
 * contacts get one letter each.
 * @throws Refusal `alreadyAnswered`, `seatsTaken` (409).
 */
export async function answerRequest(visit: Visit, { membership, request, answer, reason }: Answer): Promise<void> {
  await within('membership', visit, async (db) => {
    await hold(db, membership)
    const asked = await db
      .updateTable('organisations.requests')
      .set({ answer, reason: answer === 'declined' ? reason : null, answered: visit.now })
      .where('id', '=', request)
      .where('membership', '=', membership)
      .where('answered', 'is', null)
      .returning(['kind', 'seats'])
      .executeTakeFirst()
    if (!asked) throw new Refusal('alreadyAnswered', 409)

    if (answer === 'granted') {
      const today = localDay(visit.now, visit.site.zone)
      const before = await seatsAgreed(db, { membership, day: today })
      const seats = asked.kind === 'more' ? before + asked.seats : before - asked.seats
      if (seats < 1) throw new Refusal('fewerThanOne', 409, { values: [before] })
      await agreeAtOnce(db, { eyes: visit, membership, seats, today, because: 'asked' })
    }
    await record(db, { eyes: visit, purpose: 'membership', happening: { event: 'organisations.requestAnswered', person: null, subject: request } })
  })
}

/** Asks for a letter to our own office about everything that is newly asked: the organisation's login may send none. */
export async function announceRequests(eyes: Eyes): Promise<void> {
  await within('timekeeping', eyes, async (db) => {
    const announced = await db.updateTable('organisations.requests').set({ announced: eyes.now }).where('announced', 'is', null).where('answered', 'is', null).returning('id').execute()
    for (const { id } of announced) await record(db, { eyes, purpose: 'timekeeping', happening: { event: 'organisations.requestAsked', person: null, subject: id } })
  })
}

/** Asks for one letter to each contact of whoever asked, once however often it is tried. */
export async function askForAnswerLetters(eyes: Eyes, request: string): Promise<void> {
  await within('timekeeping', eyes, async (db) => {
    const told = await db
      .updateTable('organisations.requests')
      .set({ told: eyes.now })
      .where('id', '=', request)
      .where('told', 'is', null)
      .returning('membership')
      .executeTakeFirst()
    if (!told) return
    const { organisation } = await db.selectFrom('organisations.memberships').select('organisation').where('id', '=', told.membership).executeTakeFirstOrThrow()
    await tellContacts(db, { eyes, organisation, event: 'organisations.requestAnsweredForContact', subject: request })
  })
}

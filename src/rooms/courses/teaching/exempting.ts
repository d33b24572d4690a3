import { newId } from '../../../platform/ids.ts'
import { Refusal } from '../../../platform/refusal.ts'
import type { Language } from '../../../platform/words.ts'
import { record } from '../../../privacy/jobs.ts'
import { type Eyes, seen } from '../../../privacy/within.ts'
import type { Db } from '../../../tables.ts'
import type { Visit } from '../../../web/visit.ts'
import { missingFor } from '../learning/enrolling.ts'
import { type LearnerState, learnerOf, learnerState } from '../learning/learner-state.ts'
import { type ApplicationReason, type ExemptionReason, inLanguage, type Texts, type Worded } from '../rules.ts'
import { titleOf } from '../service.ts'
import { itemsOf, openingFor } from '../structure.ts'
import { learnerIn, mustTeach } from './following.ts'

export type Applicant = { id: string; name: string; asked: Date; because: ApplicationReason; missing: Worded[] }

/** Who asks to be let into a course that the actor teaches, the longest waiting first. @throws Refusal `notFound` (404). */
export async function applicantsFor(db: Db<'teaching'>, eyes: Eyes, { course, language }: { course: string; language: Language }): Promise<Applicant[]> {
  await mustTeach(db, eyes, course)
  const rows = await openApplications(db, course).orderBy('application.asked').limit(100).execute()
  await seen(db, { eyes, purpose: 'teaching', people: rows.map(({ id }) => id) })
  return Promise.all(
    rows.map(async ({ id, firstName, lastName, asked, because }) => {
      const missing = await missingFor(db, { learner: id, course })
      return { id, name: `${firstName} ${lastName}`, asked, because: because as ApplicationReason, missing: missing.flat().map((one) => titleOf(one, language)) }
    }),
  )
}

/**
 * Lets somebody who has asked begin without what the course requires now, or says no; they are told by
 * letter. Of two teachers who decide at once, the second is told.
 * @throws Refusal `notFound` (404), `alreadyDecided` (409).
 */
export async function decideApplication(
  db: Db<'teaching'>,
  eyes: Eyes,
  { course, learner, outcome }: { course: string; learner: string; outcome: 'granted' | 'declined' },
): Promise<void> {
  await mustTeach(db, eyes, course)
  const asked = db.selectFrom('courses.applications').select(['because', 'decided']).where('course', '=', course)
  const application = await asked.where('learner', '=', learner).forUpdate().executeTakeFirst()
  await seen(db, { eyes, purpose: 'teaching', people: application ? [learner] : [] })
  if (!application) throw new Refusal('notFound', 404)
  if (application.decided) throw new Refusal('alreadyDecided', 409)

  if (outcome === 'granted') {
    const missing = (await missingFor(db, { learner, course })).flat()
    await write(db, eyes, missing.map(({ id }) => ({ course, learner, required: id, item: null, because: application.because as ExemptionReason })))
  }
  await db
    .updateTable('courses.applications')
    .set({ decided: eyes.now, outcome, decided_by: eyes.actor })
    .where('course', '=', course)
    .where('learner', '=', learner)
    .execute()
  await record(db, { eyes, purpose: 'teaching', happening: { event: 'courses.applicationDecided', person: learner, subject: course } })
}

export type Waiting = {
  /** A course that is required and not completed, or an item that is not open yet. */
  what: string
  title: Worded
  opens: { from: Date | null; afterDays: number | null } | null
}
export type Exemption = { id: string; title: Worded; because: ExemptionReason; given: Date }

type One = { course: string; learner: string }

/** What one learner still waits for in a course, and what they need not wait for any more. */
export async function waitingAndExempt(db: Db<'teaching'>, visit: Visit, { course, learner }: One): Promise<{ waiting: Waiting[]; exemptions: Exemption[] }> {
  const [items, state, missing, rows, facts] = await Promise.all([
    itemsOf(db, [course]),
    db.selectNoFrom((from) => [...learnerState(from, { learner, course })]).executeTakeFirstOrThrow() as unknown as Promise<LearnerState>,
    missingFor(db, { learner, course }),
    exemptionsIn(db, { course, learner }),
    db.selectFrom('courses.courses').select('language').where('id', '=', course).executeTakeFirstOrThrow(),
  ])
  const worded = (texts: Texts) => inLanguage(texts, visit.language, facts.language as Language)
  const known = learnerOf(state, visit)
  const closed = items.map((item) => ({ item, opening: openingFor(item, known) })).filter(({ opening }) => !opening.isOpen)
  return {
    waiting: [
      ...missing.flat().map((one) => ({ what: one.id, title: titleOf(one, visit.language), opens: null })),
      ...closed.map(({ item, opening: { from, afterDays } }) => ({ what: item.id, title: worded(item.title), opens: { from, afterDays } })),
    ],
    exemptions: rows.map(({ id, because, given, itemTitle, courseTitle, courseLanguage }) => ({
      id,
      given,
      because: because as ExemptionReason,
      title: itemTitle ? worded(itemTitle) : titleOf({ title: courseTitle ?? {}, language: courseLanguage ?? facts.language }, visit.language),
    })),
  }
}

/** The newest first. */
function exemptionsIn(db: Db<'teaching'>, { course, learner }: One) {
  return db
    .selectFrom('courses.exemptions as exemption')
    .leftJoin('courses.items as item', 'item.id', 'exemption.item')
    .leftJoin('courses.courses as required', 'required.id', 'exemption.required')
    .select(['exemption.id', 'exemption.because', 'exemption.given', 'item.title as itemTitle', 'required.title as courseTitle', 'required.language as courseLanguage'])
    .where('exemption.course', '=', course)
    .where('exemption.learner', '=', learner)
    .where('exemption.ended', 'is', null)
    .orderBy('exemption.given', 'desc')
    .orderBy('exemption.id')
    .limit(200)
    .execute()
}

/**
 * Lets a learner of the course have something before its time, or come back without a course that is required.
 * @throws Refusal `notFound` (404), `notWaiting` (422) for what they need not wait for.
 */
export async function exempt(db: Db<'teaching'>, visit: Visit, { course, learner, what, because }: One & { what: string; because: ExemptionReason }): Promise<void> {
  await learnerIn(db, visit, { course, learner, language: visit.language })
  const { waiting } = await waitingAndExempt(db, visit, { course, learner })
  const found = waiting.find((one) => one.what === what)
  if (!found) throw new Refusal('notWaiting', 422, { field: 'what' })
  await write(db, visit, [{ course, learner, required: found.opens ? null : what, item: found.opens ? what : null, because }])
}

type NewExemption = One & { required: string | null; item: string | null; because: ExemptionReason }

/** Twice is once. */
async function write(db: Db<'teaching'>, { actor, now }: Eyes, exemptions: readonly NewExemption[]): Promise<void> {
  if (exemptions.length === 0) return
  await db
    .insertInto('courses.exemptions')
    .values(exemptions.map((one) => ({ id: newId(), ...one, given: now, giver: actor })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Takes an exemption back: what the learner has begun or done meanwhile, they have. */
export async function endExemption(db: Db<'teaching'>, visit: Visit, { course, learner, id }: One & { id: string }): Promise<void> {
  await learnerIn(db, visit, { course, learner, language: visit.language })
  await db
    .updateTable('courses.exemptions')
    .set({ ended: visit.now })
    .where('id', '=', id)
    .where('course', '=', course)
    .where('learner', '=', learner)
    .where('ended', 'is', null)
    .execute()
}

function openApplications(db: Db<'teaching'>, course: string) {
  return db
    .selectFrom('courses.applications as application')
    .innerJoin('accounts.persons as person', 'person.id', 'application.learner')
    .select(['person.id', 'person.first_name as firstName', 'person.last_name as lastName', 'application.asked', 'application.because'])
    .where('application.course', '=', course)
    .where('application.decided', 'is', null)
}

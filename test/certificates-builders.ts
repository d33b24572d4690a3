import { asJson } from '../src/platform/database.ts'
import { newId } from '../src/platform/ids.ts'
import { record } from '../src/privacy/jobs.ts'
import { within } from '../src/privacy/within.ts'
import { ruleOf } from '../src/rooms/courses/rules.ts'
import { put } from './builders.ts'
import { NOON, type TestHouse } from './house.ts'
import { type Described, type KnownPerson, signedIn } from './sign-in.ts'

/** A published course at Nomkus; certificates are issued for it unless `issued` says no. */
export async function aCertifiedCourse(house: TestHouse, { title = 'Norsk arbeidsliv', issued = true }: { title?: string; issued?: boolean } = {}): Promise<string> {
  const institution = house.nomkus
  const id = newId()
  await put(house, 'courses.courses', {
    institution,
    id,
    slug: `course-${id.slice(0, 8)}`,
    language: 'nb',
    title: JSON.stringify({ nb: title }),
    summary: JSON.stringify({ nb: 'Om kurset' }),
    goals: JSON.stringify([{ nb: 'lese en arbeidskontrakt' }]),
    level: 'B1',
    hours: 40,
    created: NOON,
    changed: NOON,
    published: NOON,
  })
  if (issued) await put(house, 'certificates.rules', { institution, course: id, since: NOON })
  return id
}

/** A learner completes a course: what the room below does when the last item is done. */
export async function completes(house: TestHouse, learner: string, course: string): Promise<void> {
  const eyes = { means: house.means, login: 'web', institution: house.nomkus, actor: learner, now: house.clock.now() } as const
  const id = newId()
  await within('teaching', eyes, async (db) => {
    await db.insertInto('courses.completions').values({ id, learner, course, completed: eyes.now, rule: asJson(ruleOf([{ id: newId(), way: 'read' }])) }).execute()
    await record(db, { eyes, purpose: 'teaching', happening: { event: 'courses.completed', person: learner, subject: id } })
  })
}

export type OwnPaper = { id: string; code: string; courseTitle: string; inOtherName: boolean; delivery: { outcome: string } | null }
export type OwnPapers = { papers: OwnPaper[]; waiting: number; nameConfirmed: boolean }

/** A learner with a confirmed name who has completed a course, and has its certificate. */
export async function aCertifiedLearner(house: TestHouse, described: Described = {}): Promise<KnownPerson & { course: string; paper: OwnPaper }> {
  const { firstName = 'Åse', lastName = 'Bjørnæs' } = described
  const known = await signedIn(house, { firstName, lastName, language: 'nb', ...described })
  const course = await aCertifiedCourse(house)
  await known.visitor.post('/certificates/name', { firstName, lastName })
  await completes(house, known.person, course)
  await house.drain()
  const { papers } = await known.visitor.data<OwnPapers>('/certificates')
  return { ...known, course, paper: papers[0] as OwnPaper }
}

/** An administrator with reach over the institution, signed in with a second factor. */
export async function anAdministrator(house: TestHouse, described: Described = {}): Promise<KnownPerson> {
  const known = await signedIn(house, { roles: ['administrator'], ...described })
  await put(house, 'privacy.reach', {
    institution: house.nomkus,
    id: newId(),
    actor: known.person,
    subject: null,
    purpose: 'administration',
    because: 'appointment',
    begins: NOON,
  })
  return known
}

import { newId } from '../platform/ids.ts'
import { type Eyes, within } from '../privacy/within.ts'
import { issueWaiting, type Issuing } from '../rooms/certificates/issuing.ts'
import { confirmName, replaceForNewName } from '../rooms/certificates/service.ts'
import { enrol } from '../rooms/courses/learning/enrolling.ts'
import { rememberPlace } from '../rooms/courses/service.ts'
import type { Site, Visit } from '../web/visit.ts'
import type { DemonstrationPeople } from '../../demonstration/shapes.ts'
import type { KnownCourse } from './courses.ts'
import { at, daysBefore, HOUR } from './moments.ts'
import { giveTime, sit, startOf } from './sittings.ts'

type Learner = DemonstrationPeople['learners'][number]
type Visited = Learner['courses'][number]

export type Around = {
  courses: ReadonlyMap<string, KnownCourse>
  /** Teaches every course. */
  teacher: string
  site: Site
  /** Where the institution's papers are checked. */
  address: string
}

/** Lays out what a learner has done, course by course, by what the rooms themselves can do, each at its moment. */
export async function liveThrough(own: Eyes, learner: Learner, around: Around): Promise<void> {
  let from = new Date(daysBefore(own.now, learner.registeredDaysAgo).getTime() + HOUR)
  for (const [index, visited] of learner.courses.entries()) {
    const ended = await take(own, { learner, visited, index, from, around })
    if (visited.exam) from = new Date(ended.getTime() + HOUR)
  }
}

type Taking = { learner: Learner; visited: Visited; index: number; from: Date; around: Around }

async function take(own: Eyes, { learner, visited, index, from, around }: Taking): Promise<Date> {
  const course = around.courses.get(visited.course)
  if (!course) throw new Error(`${learner.key} takes a course that is not there: ${visited.course}`)
  const visit = { ...at(own, from), language: learner.language } as Visit
  await within('teaching', visit, (db) => enrol(db, visit, { learner: visit.actor ?? '', course: course.id }))

  const until = lastVisit({ now: own.now, from, visited, index })
  await read(own, { course, visited, from, until })
  if (learner.extraTimePercent || learner.extraMinutes) {
    const more = { percent: learner.extraTimePercent ?? 0, minutes: learner.extraMinutes ?? 0 }
    await giveTime(at(own, until), { exam: course.exam, learner: own.actor ?? '', teacher: around.teacher, ...more })
  }
  if (!visited.exam) return until
  await sit(own, { exam: course.exam, sitting: visited.exam, teacher: around.teacher })
  if (visited.certificateDaysAgo !== undefined) await receive(own, { learner, visited, around })
  return visited.exam.state === 'underWay' ? own.now : daysBefore(own.now, visited.exam.daysAgo)
}

/** The last lesson: an hour before the exam, some hours ago where one is in the middle, or long ago. */
function lastVisit({ now, from, visited, index }: { now: Date; from: Date; visited: Visited; index: number }): Date {
  const began = from.getTime()
  if (visited.exam) return new Date(Math.max(began, startOf(visited.exam, now).getTime() - HOUR))
  const hoursAgo = visited.continueAt ? 3 + 24 * index : ((now.getTime() - began) / HOUR) * 0.6
  return new Date(Math.max(began, now.getTime() - hoursAgo * HOUR))
}

type Reading = { course: KnownCourse; visited: Visited; from: Date; until: Date }

/** Reads so many lessons, evenly in time, and stands in the middle of the next where one stands open. */
async function read(own: Eyes, { course, visited, from, until }: Reading): Promise<void> {
  const learner = own.actor ?? ''
  const done = course.lessons.slice(0, visited.lessonsDone)
  const open = visited.continueAt ? course.lessons[visited.lessonsDone] : undefined
  const read = open ? [...done, open] : done
  if (read.length === 0) return
  const momentOf = (i: number) => new Date(from.getTime() + ((until.getTime() - from.getTime()) * (i + 1)) / read.length)

  await within('teaching', at(own, until), async (db) => {
    const visits = read.map((item, i) => ({ learner, item, course: course.id, first_visited: momentOf(i), last_visited: momentOf(i), video_seconds: 0, seconds_read: 0 }))
    await db.insertInto('courses.visits').values(visits).execute()
    // The exam is never done by reading, so that no course is complete by this.
    const completions = done.map((item, i) => ({ learner, item, course: course.id, done: momentOf(i), how: 'read' }))
    if (completions.length > 0) await db.insertInto('courses.item_completions').values(completions).execute()
    const last = read.at(-1) ?? ''
    await rememberPlace(db, { learner, course: course.id, item: last, now: until })
    if (open) await db.updateTable('courses.places').set({ paragraph: MIDDLE }).where('learner', '=', learner).where('course', '=', course.id).execute()
  })
}

const MIDDLE = 3 // paragraphs into a lesson

/** Confirms the name and gets the paper, which then goes by letter; a name that changed gets a new one. */
async function receive(own: Eyes, { learner, visited, around: { site, address } }: { learner: Learner; visited: Visited; around: Around }): Promise<void> {
  const { firstName, lastName } = learner
  const issuing: Issuing = { eyes: at(own, daysBefore(own.now, visited.certificateDaysAgo ?? 0)), site, address }
  await within('certification', issuing.eyes, (db) => confirmName(db, issuing, visited.earlierName ?? { firstName, lastName }))
  const paper = await within('certification', issuing.eyes, async (db) => {
    await issueWaiting(db, issuing)
    const papers = db.selectFrom('certificates.certificates').select('id').where('learner', '=', own.actor)
    return papers.orderBy('issued', 'desc').limit(1).executeTakeFirst()
  })
  if (!paper) throw new Error(`${learner.key} was issued no certificate`)
  await tellSent(issuing.eyes, paper.id)
  if (!visited.earlierName) return

  const later: Issuing = { ...issuing, eyes: at(own, new Date(issuing.eyes.now.getTime() + 48 * HOUR)) }
  const replacement = await within('certification', later.eyes, async (db) => {
    await confirmName(db, later, { firstName, lastName })
    return replaceForNewName(db, later, paper.id)
  })
  await tellSent(later.eyes, replacement)
}

/** The letter went when the paper was issued: nobody is written to today. */
async function tellSent(eyes: Eyes, certificate: string): Promise<void> {
  const row = { id: newId(), certificate, learner: eyes.actor ?? '', sent: eyes.now, outcome: 'sent' }
  await within('communication', eyes, (db) => db.insertInto('certificates.deliveries').values(row).execute())
}

/** The codes of a learner's papers, for whoever wants to check them: the newest first. */
export async function papersOf(own: Eyes): Promise<{ code: string; status: 'valid' | 'replaced' }[]> {
  const rows = await within('certification', own, (db) =>
    db.selectFrom('certificates.certificates').select(['code', 'replaced']).where('learner', '=', own.actor).orderBy('issued', 'desc').execute(),
  )
  return rows.map(({ code, replaced }) => ({ code, status: replaced ? 'replaced' : 'valid' }))
}


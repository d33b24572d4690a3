import { type Eyes, within } from '../privacy/within.ts'
import { learnersOf } from '../rooms/exams/arranging/roster.ts'
import { findPeople, getPerson } from '../rooms/people/reading-service.ts'
import { decide } from '../rooms/people/service.ts'
import { type EventKind, note } from '../rooms/security/service.ts'
import type { Site, Visit } from '../web/visit.ts'
import type { DemonstrationPeople } from '../../demonstration/shapes.ts'
import type { KnownCourse } from './courses.ts'
import { at, daysBefore, HOUR, MINUTE } from './moments.ts'

type Learner = DemonstrationPeople['learners'][number]

const PHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) Version/18.5 Mobile/15E148 Safari/604.1'
const LAPTOP = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/138.0.0.0 Safari/537.36'
const KEPT_DAYS = 80 // the log itself forgets after ninety

/** Signs of having been here, as the security log keeps them: nothing older than the log would hold. */
export async function comeAndGo(own: Eyes, { registeredDaysAgo, language }: Learner, site: Site): Promise<void> {
  const happened: [EventKind, days: number, device: string][] = [
    ['registered', registeredDaysAgo, PHONE],
    ['passwordChanged', registeredDaysAgo, PHONE],
    ['signedIn', registeredDaysAgo * 0.5, LAPTOP],
    ['signInRefused', Math.min(registeredDaysAgo * 0.2, 2), PHONE],
    ['signedIn', Math.min(registeredDaysAgo * 0.2, 2), PHONE],
  ]
  const remembered = happened.filter(([, days]) => days < KEPT_DAYS)
  await within('account', own, async (db) => {
    for (const [i, [kind, days, userAgent]] of remembered.entries()) {
      const now = new Date(daysBefore(own.now, Math.round(days)).getTime() + i * MINUTE - HOUR)
      await note(db, { ...visitOf(at(own, now), { site, language }), userAgent }, { kind, person: own.actor })
    }
  })
}

export type Employees = { site: Site; teacher: string; administrator: string; exams: readonly KnownCourse[] }

/** What the employees have looked at lately, and the account that one of them blocked. */
export async function helpAndLook(eyes: Eyes, { site, teacher, administrator, exams }: Employees): Promise<void> {
  for (const [days, { id, exam }] of exams.entries()) {
    const looking = { ...at(eyes, new Date(daysBefore(eyes.now, days).getTime() - HOUR)), actor: teacher, look: 'examLearners' }
    await within('examination', looking, (db) => learnersOf(db, looking, { exam, course: id }))
  }

  const helping = { ...visitOf({ ...at(eyes, daysBefore(eyes.now, 5)), actor: administrator }, { site, language: 'nb' as const }), look: 'peopleFound' }
  const [found] = await within('administration', helping, (db) => findPeople(db, helping, { name: 'mykola', page: 1 }))
  if (!found) throw new Error('Whoever is to be blocked is not there')
  const deciding = { ...helping, look: 'personHelped' }
  await within('administration', deciding, (db) => getPerson(db, deciding, found.id))
  await within('administration', deciding, (db) => decide(db, deciding, { person: found.id, kind: 'blocked', reason: 'security' }))
}

/** A visit as somebody made it from a network that is nobody's: https://www.rfc-editor.org/rfc/rfc5737 */
function visitOf(eyes: Eyes, { site, language }: { site: Site; language: Visit['language'] }): Visit {
  return {
    ...eyes,
    site,
    person: null,
    token: undefined,
    language,
    scheme: 'auto',
    origin: '',
    path: '/',
    ip: '192.0.2.17',
    userAgent: LAPTOP,
    gpc: false,
  }
}

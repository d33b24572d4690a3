import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { ownerAddress } from '../src/logins.ts'
import { openSecrets, seal } from '../src/platform/secrets.ts'
import { hashPassword } from '../src/platform/sign-in/password.ts'
import { addPeople, settle } from './people.ts'
import { asOwner, type Place, SECRET } from './place.ts'
import { runOnce } from './servers/processes.ts'

/** Learners numbered from 1 have a password and a key of their own, and take a course with an exam. */
export type Made = { institution: string; course: string; exam: string; learners: number }

/** A house with the demonstration in it, and learners who can be sent to it. */
export type Content = Made & { url: string; database: string; env: Record<string, string> }

export const PASSWORD = 'tre blå elger ved elva'

/** Fills a database as `npm start` does, and adds learners who take a course with an exam of ten questions. */
export async function fillHouse(place: Place, { database, learners, others }: { database: string; learners: number; others: number }): Promise<Content> {
  await place.make(database)
  const url = place.urlOf(database)
  const env = { LOFTE_DATA: join(place.folder, 'house'), LOFTE_SECRET: SECRET, DATABASE_URL: url }
  await runOnce({ run: ['src/main.ts', 'seed'], env })
  const found = await makeLearners(url, learners)
  await addPeople(url, { institution: found.institution, first: learners + 1, last: learners + others })
  await settle(url)
  return { ...found, url, database, env: { ...env, LOFTE_DEMO: '0' } }
}

/** Adds learners to a house that has the demonstration in it. */
export async function makeLearners(url: string, learners: number): Promise<Made> {
  const [found] = await asOwner<Omit<Made, 'learners'>>(url, [
    `select exam.institution, exam.course, exam.id as exam
     from exams.exams as exam join courses.courses as course on course.id = exam.course
     where course.slug = 'arbeidsliv-i-norge'`,
  ])
  if (!found) throw new Error('The demonstration has no such course')
  await askTenQuestions(url)
  await addLearners(url, { ...found, learners })
  return { ...found, learners }
}

/** Ten questions, and as many attempts as a measurement needs. */
async function askTenQuestions(url: string): Promise<void> {
  await asOwner(url, [
    `update exams.versions set plan = plan || '{"attempts": 100, "waitMinutes": 0}' || jsonb_build_object(
       'questions', jsonb_build_object('places', '[]'::jsonb, 'pools', jsonb_build_array(jsonb_build_object('count', 10, 'category', plan->'questions'->'pools'->0->'category'))))`,
  ])
}

/** All learners take the same course here, have a password, and can seal what they write. */
async function addLearners(url: string, { institution, course, learners }: Made): Promise<void> {
  await addPeople(url, { institution, first: 1, last: learners })
  const client = new pg.Client(ownerAddress(url))
  await client.connect()
  try {
    const { rows } = await client.query<{ id: string }>(`select person as id from sign_in.sessions where device = 'Firefox, Linux'`)
    const ids = rows.map(({ id }) => id)
    const key = openSecrets({ folder: '.', secret: SECRET }).key('people')
    await client.query('update privacy.keys as key set sealed = made.sealed from unnest($1::uuid[], $2::bytea[]) as made (id, sealed) where key.person = made.id', [ids, ids.map((id) => seal(key, randomBytes(32), id))])
    await client.query(`update accounts.persons set deactivated = null, deactivated_because = null, erase_due = null where id = any ($1)`, [ids])
    await client.query(`update privacy.standings set allowed = 131071 where person = any ($1)`, [ids])
    await client.query('update sign_in.passwords set hash = $1 where person = any ($2)', [await hashPassword(PASSWORD), ids])
    await client.query(`insert into courses.enrolments (institution, course, learner, enrolled) select $1, $2, id, now() from unnest($3::uuid[]) as id on conflict do nothing`, [institution, course, ids])
  } finally {
    await client.end()
  }
}

import { sql } from 'kysely'
import type { JobHandler } from '../../privacy/jobs.ts'
import { purposes } from '../../privacy/purposes.ts'
import { type Eyes, within } from '../../privacy/within.ts'
import type { Db } from '../../tables.ts'
import type { Tools } from '../../web/tools.ts'
import { completeIfFulfilled, fulfilWay } from './completing-service.ts'
import { sendDecision } from './mail.ts'
import { endReach, giveReachToTeachers } from './teaching-service.ts'

/** Each acts for one learner after the other, in their own name. */
export const jobs: JobHandler<Tools>[] = [
  {
    name: 'courses.completeFulfilled',
    on: 'courses.ruleChanged',
    async run({ eyes, subject: course }) {
      await forEach(
        eyes,
        (db, after) => fulfilledAfter(db, { course, after }),
        async (learner) => {
          const own = { ...eyes, actor: learner }
          await within('teaching', own, (db) => completeIfFulfilled(db, own, { purpose: 'teaching', learner, course }))
        },
      )
    },
  },
  {
    name: 'courses.fulfilWay',
    on: 'courses.wayChanged',
    async run({ eyes, subject: item }) {
      await forEach(
        eyes,
        (db, after) => withoutAfter(db, { item, after }),
        async (learner) => {
          const own = { ...eyes, actor: learner }
          await within('teaching', own, (db) => fulfilWay(db, own, { learner, item }))
        },
      )
    },
  },
  {
    name: 'courses.endReach',
    on: 'courses.teachersChanged',
    async run({ eyes, subject: course }) {
      const teachers = await within('timekeeping', eyes, (db) => teachersIn(db, course))
      await forEach(
        eyes,
        (db, after) => enrolledAfter(db, { course, after }),
        (learner) => endReach(eyes, { learner, course, butNot: teachers }),
      )
      await forEach(
        eyes,
        (db, after) => askingAfter(db, { course, after }),
        (learner) => endReach(eyes, { learner, course, butNot: teachers }),
      )
    },
  },
  {
    name: 'courses.giveReach',
    on: 'courses.teachersChanged',
    async run({ eyes, subject: course }) {
      await forEach(
        eyes,
        (db, after) => taughtAfter(db, { course, after }),
        async (learner) => {
          const own = { ...eyes, actor: learner }
          await within('teaching', own, (db) => giveReachToTeachers(db, own, { learner, course }))
        },
      )
      await forEach(
        eyes,
        (db, after) => askingToBeTaughtAfter(db, { course, after }),
        async (learner) => {
          const own = { ...eyes, actor: learner }
          await within('teaching', own, (db) => giveReachToTeachers(db, own, { learner, course, purposes: ['teaching'] }))
        },
      )
    },
  },
  { name: 'courses.sendDecision', on: 'courses.applicationDecided', run: ({ eyes, subject, tools }) => sendDecision(eyes, tools, subject) },
]

const BATCH = 500
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000'

type Find = (db: Db<'timekeeping'>, after: string) => Promise<{ learner: string }[]>

/** In batches by id, so that a learner for whom nothing comes of it is not found again and again. */
async function forEach(eyes: Eyes, find: Find, work: (learner: string) => Promise<void>): Promise<void> {
  let after: string | undefined = BEFORE_ALL
  while (after) {
    const from: string = after
    const batch = await within('timekeeping', eyes, (db) => find(db, from))
    for (const { learner } of batch) await work(learner)
    after = batch.length < BATCH ? undefined : batch.at(-1)?.learner
  }
}

type From = { course: string; after: string }

function enrolledAfter(db: Db<'timekeeping'>, { course, after }: From) {
  return enrolled(db, { course, after }).execute()
}

/** Those among them whom we may teach now: nobody deactivated, blocked or restricted. */
function taughtAfter(db: Db<'timekeeping'>, { course, after }: From) {
  return enrolled(db, { course, after })
    .innerJoin('privacy.standings as standing', 'standing.person', 'enrolment.learner')
    .where(sql<boolean>`(standing.lawful >> ${sql.lit(purposes.teaching.bit)}) & 1 = 1`)
    .execute()
}

/** Those who ask to begin a course. */
function askingAfter(db: Db<'timekeeping'>, { course, after }: From) {
  return asking(db, { course, after }).execute()
}

/** Those among them whom we may teach now. */
function askingToBeTaughtAfter(db: Db<'timekeeping'>, { course, after }: From) {
  return asking(db, { course, after })
    .innerJoin('privacy.standings as standing', 'standing.person', 'application.learner')
    .where(sql<boolean>`(standing.lawful >> ${sql.lit(purposes.teaching.bit)}) & 1 = 1`)
    .execute()
}

function asking(db: Db<'timekeeping'>, { course, after }: From) {
  return db
    .selectFrom('courses.applications as application')
    .select('application.learner')
    .where('application.course', '=', course)
    .where('application.decided', 'is', null)
    .where('application.learner', '>', after)
    .orderBy('application.learner')
    .limit(BATCH)
}

/** Those in the course of an item who have not done it. */
function withoutAfter(db: Db<'timekeeping'>, { item, after }: { item: string; after: string }) {
  return db
    .selectFrom('courses.items as item')
    .innerJoin('courses.enrolments as enrolment', 'enrolment.course', 'item.course')
    .leftJoin('courses.item_completions as done', (join) => join.onRef('done.item', '=', 'item.id').onRef('done.learner', '=', 'enrolment.learner'))
    .select('enrolment.learner')
    .where('item.id', '=', item)
    .where('enrolment.left_course', 'is', null)
    .where('enrolment.learner', '>', after)
    .where('done.item', 'is', null)
    .orderBy('enrolment.learner')
    .limit(BATCH)
    .execute()
}

/** Those who have not completed the course though nothing required is open. */
function fulfilledAfter(db: Db<'timekeeping'>, { course, after }: From) {
  return enrolled(db, { course, after })
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('courses.completions as completion')
            .select('completion.id')
            .where('completion.course', '=', course)
            .whereRef('completion.learner', '=', 'enrolment.learner'),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('courses.items as item')
            .leftJoin('courses.item_completions as done', (join) =>
              join.onRef('done.item', '=', 'item.id').onRef('done.learner', '=', 'enrolment.learner'),
            )
            .select('item.id')
            .where('item.course', '=', course)
            .where('item.required', '=', true)
            .where('item.shown', 'is not', null)
            .where('item.removed', 'is', null)
            .where('done.item', 'is', null),
        ),
      ),
    )
    .execute()
}

function enrolled(db: Db<'timekeeping'>, { course, after }: From) {
  return db
    .selectFrom('courses.enrolments as enrolment')
    .select('enrolment.learner')
    .where('enrolment.course', '=', course)
    .where('enrolment.left_course', 'is', null)
    .where('enrolment.learner', '>', after)
    .orderBy('enrolment.learner')
    .limit(BATCH)
}

async function teachersIn(db: Db<'timekeeping'>, course: string): Promise<string[]> {
  const rows = await db
    .selectFrom('courses.teachers')
    .select('person')
    .where('course', '=', course)
    .where('ends', 'is', null)
    .execute()
  return rows.map(({ person }) => person)
}

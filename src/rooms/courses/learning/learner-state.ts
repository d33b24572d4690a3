import type { ExpressionBuilder } from 'kysely'
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres'
import type { Seen } from '../../../privacy/handle.ts'
import type { Db, Tables } from '../../../tables.ts'
import type { Visit } from '../../../web/visit.ts'
import type { Learner } from '../structure.ts'

/** What a learner has of a course, as every page of it needs it; part of one question with others. */
export type LearnerState = {
  enrolment: { enrolled: string } | null
  completion: { completed: string } | null
  done: readonly { item: string }[]
  early: readonly { item: string }[]
}

/** What a course requires first, and what the learner has of it, to be asked alone or within another question. */
export function requirementsFor(db: Db<'teaching'>, { learner, course }: { learner: string; course: string }) {
  return db
    .selectFrom('courses.prerequisites as prerequisite')
    .innerJoin('courses.courses as required', 'required.id', 'prerequisite.required')
    .leftJoin('courses.completions as completion', (join) => join.onRef('completion.course', '=', 'required.id').on('completion.learner', '=', learner))
    .leftJoin('courses.exemptions as exemption', (join) =>
      join
        .onRef('exemption.required', '=', 'required.id')
        .onRef('exemption.course', '=', 'prerequisite.course')
        .on('exemption.learner', '=', learner)
        .on('exemption.ended', 'is', null),
    )
    .select(['required.id', 'required.title', 'required.language', 'prerequisite.choice', 'completion.id as completion', 'exemption.id as exemption'])
    .where('prerequisite.course', '=', course)
    .orderBy('required.slug')
}

export function learnerState({ selectFrom }: Pick<ExpressionBuilder<Seen<Tables, 'teaching'>, never>, 'selectFrom'>, { learner, course }: { learner: string; course: string }) {
  return [
    jsonObjectFrom(
      selectFrom('courses.enrolments').select('enrolled').where('course', '=', course).where('learner', '=', learner).where('left_course', 'is', null),
    ).as('enrolment'),
    jsonObjectFrom(selectFrom('courses.completions').select('completed').where('course', '=', course).where('learner', '=', learner)).as('completion'),
    jsonArrayFrom(selectFrom('courses.item_completions').select('item').where('course', '=', course).where('learner', '=', learner)).as('done'),
    jsonArrayFrom(
      selectFrom('courses.exemptions').select('item').where('course', '=', course).where('learner', '=', learner).where('item', 'is not', null).where('ended', 'is', null),
    ).as('early'),
  ] as const
}

/** The learner for whom items open. Inside JSON the database writes moments as text. */
export function learnerOf({ enrolment, done, early }: LearnerState, { now, site }: Pick<Visit, 'now' | 'site'>): Learner {
  return {
    enrolled: enrolment && new Date(enrolment.enrolled),
    done: new Set(done.map(({ item }) => item)),
    early: new Set(early.map(({ item }) => item)),
    now,
    zone: site.zone,
  }
}

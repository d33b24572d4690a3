import { sql } from 'kysely'
import type { Db } from '../../../tables.ts'
import type { CourseFile } from './rendering.ts'

/** The file behind a name in a course, as whoever takes the course may have it. */
export async function findFileFor(
  db: Db<'teaching'>,
  { learner, course, hash, name }: { learner: string; course: string; hash: string; name: string },
): Promise<CourseFile | undefined> {
  return db
    .selectFrom('courses.files as file')
    .innerJoin('courses.courses as course', 'course.id', 'file.course')
    .select(['file.name', 'file.hash', 'file.type', 'file.bytes'])
    .where('file.course', '=', course)
    .where('file.name', '=', name)
    .where('file.hash', '=', hash)
    .where(({ or, exists, selectFrom }) =>
      or([
        exists(
          selectFrom('courses.enrolments as enrolment')
            .select('enrolment.course')
            .whereRef('enrolment.course', '=', 'file.course')
            .where('enrolment.learner', '=', learner)
            .where('enrolment.left_course', 'is', null),
        ),
        exists(shownInSample(db)),
      ]),
    )
    .limit(1)
    .executeTakeFirst()
}

/** Whether a sample of the course shows the file: in its text, as its film or captions, or at its end. */
function shownInSample(db: Db<'teaching'>) {
  return db
    .selectFrom('courses.items as item')
    .innerJoin('courses.lessons as lesson', 'lesson.item', 'item.id')
    .innerJoin('courses.lesson_versions as version', 'version.id', 'lesson.published')
    .select('item.id')
    .whereRef('item.course', '=', sql.ref('file.course'))
    .where('item.sample', '=', true)
    .where('item.removed', 'is', null)
    .where(
      sql<boolean>`(version.video = file.name or version.captions::text like '%' || to_json(file.name)::text || '%'
        or position('files/' || file.name in version.text::text) > 0
        or exists (select from courses.lesson_files as offered where offered.item = item.id and offered.name = file.name))`,
    )
}

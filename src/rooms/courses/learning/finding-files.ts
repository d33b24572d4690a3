import { sql } from 'kysely'
import type { Db } from '../../../tables.ts'
import type { Visit } from '../../../web/visit.ts'
import { inAddress } from '../rules.ts'
import { itemsOf, openOf, seenBy } from '../structure.ts'
import { type LearnerState, learnerOf, learnerState } from './learner-state.ts'
import type { CourseFile } from './rendering.ts'

type Asked = { course: string; hash: string; name: string }

/**
 * The file behind a name in a course. Whoever takes the course may have it, unless only lessons show it that
 * are not open to them yet; whoever does not, where a sample shows it.
 */
export async function findFileFor(db: Db<'teaching'>, visit: Visit, asked: Asked): Promise<CourseFile | undefined> {
  const learner = visit.actor ?? ''
  const [file, items, state] = await Promise.all([
    findFile(db, asked),
    itemsOf(db, [asked.course]),
    db.selectNoFrom((from) => [...learnerState(from, { learner, course: asked.course })]).executeTakeFirstOrThrow() as unknown as Promise<LearnerState>,
  ])
  if (!file) return undefined
  const open = openOf(seenBy(items, learnerOf(state, visit)))
  if (state.enrolment && open.length === items.length) return file

  const mayRead = state.enrolment ? open : open.filter(({ sample }) => sample)
  const shown = await isShown(db, { name: asked.name, items: mayRead.map(({ id }) => id) })
  return shown ? file : undefined
}

function findFile(db: Db<'teaching'>, { course, hash, name }: Asked): Promise<CourseFile | undefined> {
  return db
    .selectFrom('courses.files as file')
    .innerJoin('courses.courses as course', 'course.id', 'file.course')
    .select(['file.name', 'file.hash', 'file.type', 'file.bytes'])
    .where('file.course', '=', course)
    .where('file.name', '=', name)
    .where('file.hash', '=', hash)
    .executeTakeFirst()
}

/** Whether one of these lessons shows a file: in its text, as its film or captions, or at its end. */
async function isShown(db: Db<'teaching'>, { name, items }: { name: string; items: readonly string[] }): Promise<boolean> {
  if (items.length === 0) return false
  const found = await db
    .selectFrom('courses.lessons as lesson')
    .innerJoin('courses.lesson_versions as version', 'version.id', 'lesson.published')
    .select('lesson.item')
    .where('lesson.item', 'in', [...items])
    .where(
      sql<boolean>`(version.video = ${name} or exists (select from jsonb_each_text(version.captions) as track where track.value = ${name})
        or position(${`files/${name}`} in version.text::text) > 0 or position(${`files/${inAddress(name)}`} in version.text::text) > 0
        or exists (select from courses.lesson_files as offered where offered.item = lesson.item and offered.name = ${name}))`,
    )
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

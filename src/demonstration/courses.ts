import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Eyes } from '../privacy/within.ts'
import { within } from '../privacy/within.ts'
import { type CourseFileContent, importCourse } from '../rooms/courses/importing-service.ts'
import type { Texts } from '../rooms/courses/rules.ts'
import { itemsOf } from '../rooms/courses/structure.ts'
import { importExam } from '../rooms/exams/importing-service.ts'
import { NEW_PLAN } from '../rooms/exams/plan.ts'
import { courseShape, type DemonstrationCourse, type DemonstrationExam, examShape } from '../../demonstration/shapes.ts'

export type KnownCourse = { id: string; exam: string; lessons: readonly string[] }

/** Makes the demonstration's courses and exams from their files, those first that others require. Says by slug what they are. */
export async function fillCourses(eyes: Eyes, folder: string): Promise<ReadonlyMap<string, KnownCourse>> {
  const known = new Map<string, KnownCourse>()
  const courses = join(folder, 'nomkus', 'courses')
  const files = await filesIn(join(folder, 'nomkus', 'files'))
  const contents = await Promise.all((await readdir(courses)).map(async (slug) => ({ slug, course: courseShape.parse(await json(join(courses, slug, 'course.json'))) })))
  const inOrder = contents.toSorted((a, b) => a.course.prerequisites.length - b.course.prerequisites.length)
  for (const { slug, course } of inOrder) {
    const id = await importCourse(eyes, await contentOf(course, { folder: join(courses, slug), files }))
    const exam = examShape.parse(await json(join(courses, slug, course.exam)))
    const made = await importExam(eyes, { course: id, category: course.title.nb, plan: planOf(exam), questions: exam.questions })
    await within('authoring', eyes, (db) => db.insertInto('certificates.rules').values({ course: id, since: eyes.now, valid_months: course.certificateMonths ?? null }).onConflict((there) => there.doNothing()).execute())
    known.set(slug, { id, exam: made, lessons: await lessonsOf(eyes, id) })
  }
  return known
}

async function lessonsOf(eyes: Eyes, course: string): Promise<string[]> {
  const items = await within('authoring', eyes, (db) => itemsOf(db, [course]))
  return items.filter(({ kind }) => kind === 'lesson').map(({ id }) => id)
}

type Around = { folder: string; files: readonly CourseFileContent[] }

async function contentOf(course: DemonstrationCourse, { folder, files }: Around) {
  const sections = await Promise.all(
    course.sections.map(async ({ title, lessons }) => ({
      title,
      lessons: await Promise.all(
        lessons.map(async (lesson) => ({
          title: lesson.title,
          text: await textsOf(join(folder, 'lessons', lesson.slug)),
          minutes: lesson.minutes,
          video: lesson.video?.file ?? null,
          captions: lesson.video?.captions ?? {},
          files: (lesson.files ?? []).map(({ file, title: called }) => ({ name: file, title: called })),
        })),
      ),
    })),
  )
  const used = JSON.stringify(sections)
  const { slug, title, summary, goals, hours, level, prerequisites } = course
  const own = files.filter(({ name }) => used.includes(name))
  return { slug, language: 'nb' as const, title, summary, goals, hours, level: level ?? null, prerequisites, files: own, sections }
}

async function textsOf(path: string): Promise<Texts> {
  const [nb, da, en] = await Promise.all(['nb', 'da', 'en'].map((language) => readFile(`${path}.${language}.md`, 'utf8')))
  // The title stands above the text already.
  const body = (text = '') => text.replace(/^# .*\n+/, '')
  return { nb: body(nb), da: body(da), en: body(en) }
}

function planOf(exam: DemonstrationExam) {
  const { title, introduction, language, passPercent, minutes, attempts, waitMinutes, whichCounts, blueprint } = exam
  return { ...NEW_PLAN, title, introduction, language, passPercent, minutes, attempts, waitMinutes, whichCounts, questions: { places: [], pools: blueprint } }
}

async function filesIn(folder: string): Promise<CourseFileContent[]> {
  const names = (await readdir(folder)).filter((name) => !name.endsWith('.svg'))
  return Promise.all(names.map(async (name) => ({ name, content: await readFile(join(folder, name)) })))
}

async function json(path: string): Promise<unknown> {
  return JSON.parse(await readFile(path, 'utf8'))
}

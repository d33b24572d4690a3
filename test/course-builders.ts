import { readFile } from 'node:fs/promises'
import { newId } from '../src/platform/ids.ts'
import type { Eyes } from '../src/privacy/within.ts'
import { type CourseContent, importCourse } from '../src/rooms/courses/importing-service.ts'
import { ownerSays, put } from './builders.ts'
import type { TestHouse } from './house.ts'

const FILES = 'demonstration/nomkus/files'
let courses = 0

/** A published course at Nomkus: two sections, a text, a lesson with picture and attachment, a film. */
export async function aCourse(
  house: TestHouse,
  changes: Partial<CourseContent> = {},
): Promise<{ course: string; items: string[] }> {
  const file = async (name: string) => ({ name, content: await readFile(`${FILES}/${name}`) })
  const course = await importCourse(systemsEyes(house), {
    slug: `course-${++courses}`,
    language: 'nb',
    title: { nb: 'Arbeidsliv i Norge', en: 'Working life in Norway' },
    summary: { nb: 'Om kontrakt og lønn', da: 'Om kontrakt og løn', en: 'On contracts and pay' },
    goals: [{ nb: 'Kan lese en kontrakt', en: 'Can read a contract' }],
    level: 'B1',
    hours: 6,
    prerequisites: [],
    files: await Promise.all(
      [
        'work-week.png',
        'contract-checklist.pdf',
        'calling-in-sick.webm',
        'calling-in-sick.nb.vtt',
        'calling-in-sick.en.vtt',
      ].map(file),
    ),
    sections: [
      { title: { nb: 'Kom i gang', en: 'Getting started' }, lessons: [contract, hours] },
      { title: { nb: 'Når noe skjer', en: 'When something happens' }, lessons: [illness] },
    ],
    ...changes,
  })
  const rows = await ownerSays<{ id: string }>(
    house,
    'select item.id from courses.items as item join courses.sections as section on section.id = item.section where item.course = $1 order by section.position, item.position',
    [course],
  )
  return { course, items: rows.map(({ id }) => id) }
}

const contract = {
  title: { nb: 'Arbeidsavtalen', en: 'The contract' },
  text: { nb: '# Avtalen\n\nDen er skriftlig.', en: '# The contract\n\nIt is in writing.' },
  minutes: 10,
  video: null,
  captions: {},
  files: [],
}
const hours = {
  title: { nb: 'Arbeidstid', en: 'Hours' },
  text: { nb: 'En uke: ![En uke](files/work-week.png)' },
  minutes: 12,
  video: null,
  captions: {},
  files: [{ name: 'contract-checklist.pdf', title: { nb: 'Sjekkliste' } }],
}
const illness = {
  title: { nb: 'Syk', en: 'Ill' },
  text: { nb: 'Ring.', en: 'Call.' },
  minutes: 5,
  video: 'calling-in-sick.webm',
  captions: { nb: 'calling-in-sick.nb.vtt', en: 'calling-in-sick.en.vtt' },
  files: [],
}

/** A course with one lesson alone, of this slug. */
export async function aShortCourse(
  house: TestHouse,
  { slug, prerequisites = [] }: { slug: string; prerequisites?: string[] },
) {
  return aCourse(house, {
    slug,
    prerequisites,
    files: [],
    sections: [{ title: { nb: 'Alt' }, lessons: [contract] }],
    title: { nb: `Kurset ${slug}` },
  })
}

/** A lesson more at the end of a course, shown from now on. */
export async function aLessonMore(house: TestHouse, course: string): Promise<string> {
  const institution = house.nomkus
  const [id, version, now] = [newId(), newId(), house.clock.now()]
  const [section] = await ownerSays<{ id: string }>(
    house,
    'select id from courses.sections where course = $1 order by position desc limit 1',
    [course],
  )
  await put(house, 'courses.items', {
    institution,
    id,
    course,
    section: section?.id,
    position: 99,
    kind: 'lesson',
    required: true,
    title: '{"nb": "Nytt"}',
    shown: now,
  })
  await put(house, 'courses.lesson_versions', {
    institution,
    id: version,
    item: id,
    number: 1,
    text: '{"nb": "Nytt"}',
    minutes: 5,
    captions: '{}',
    transcript: '{}',
    saved: now,
    published: now,
  })
  await put(house, 'courses.lessons', { institution, item: id, published: version, revision: 1 })
  return id
}

export function systemsEyes(house: TestHouse): Eyes {
  return { means: house.means, login: 'web', institution: house.nomkus, actor: null, now: house.clock.now() }
}

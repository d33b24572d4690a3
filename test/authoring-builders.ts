import { type KnownPerson, signedIn } from './sign-in.ts'
import type { TestHouse } from './house.ts'

export const FACTS = {
  language: 'nb',
  titleNb: 'HMS på jobben',
  titleDa: '',
  titleEn: 'Safety at work',
  summaryNb: 'Trygt',
  summaryDa: '',
  summaryEn: 'Safe',
  goalsNb: 'Se farer\nSi fra',
  goalsDa: '',
  goalsEn: 'See dangers\nSpeak up',
  level: '',
  hours: '3',
}

export type Overview = {
  sections: { id: string; items: { id: string; title: { text: string }; isShown: boolean; hasDraft: boolean }[] }[]
  removed: { id: string }[]
  files: { name: string }[]
  state: string
}
export type Draft = {
  revision: number
  version: { number: number; text: Record<string, string>; transcript: Record<string, string> }
  versions: { id: string; number: number }[]
}

export const overview = ({ visitor }: KnownPerson, course: string) =>
  visitor.data<Overview>(`/authoring/courses/${course}`)
export const draft = ({ visitor }: KnownPerson, at: string) => visitor.data<Draft>(at)
export const idIn = (address: unknown) => /courses\/([0-9a-f-]{36})/.exec(String(address))?.[1] ?? ''
export const saveLesson = (
  who: KnownPerson,
  at: string,
  { base, ...form }: { base: number } & Record<string, string | number>,
) =>
  who.visitor.post(`${at}?text=nb`, {
    writing: 'nb',
    title: 'Farer',
    minutes: '5',
    text: 'Tekst',
    ...Object.fromEntries(Object.entries(form).map(([name, value]) => [name, String(value)])),
    base: String(base),
  })

/** A new course with one lesson in it, still a draft. */
export async function aDraftCourse(author: KnownPerson) {
  const made = await author.visitor.post('/authoring/courses/new', FACTS)
  const course = idIn(made.headers.location)
  const [section] = (await overview(author, course)).sections
  const added = await author.visitor.post(`/authoring/courses/${course}/sections/${section?.id}/lessons`, {
    lessonTitle: 'Dangers',
  })
  const lesson = String(added.headers.location).split('?')[0] ?? ''
  return { course, section: section?.id ?? '', lesson, item: lesson.slice(-36) }
}

/** Uploads a file, under a type that is a lie. */
export async function upload(
  house: TestHouse,
  { who, course }: { who: KnownPerson; course: string },
  { name, content }: { name: string; content: Buffer },
) {
  const mark = 'lofte-test'
  const head = `--${mark}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: text/html\r\n\r\n`
  return house.site.inject({
    method: 'POST',
    url: `/authoring/courses/${course}/files`,
    headers: {
      host: 'nomkus.localhost',
      accept: 'text/html',
      'accept-language': 'en',
      'content-type': `multipart/form-data; boundary=${mark}`,
      cookie: `session=${who.visitor.cookies.get('session')}`,
    },
    payload: Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${mark}--\r\n`)]),
  })
}

/** Somebody who makes courses. */
export const anAuthor = (house: TestHouse) => signedIn(house, { roles: ['author'], firstName: 'Astrid' })

import { asWritten } from '../src/rooms/courses/authoring/conditions-form.ts'
import { ownerSays } from './builders.ts'
import type { TestHouse } from './house.ts'
import type { KnownPerson } from './sign-in.ts'

type At = { course: string; item: string }
type Kept = { opens: string | null; opensAfterDays: number | null; unseen: boolean; way: string; leastMinutes: number | null; doneWith: string | null }

/** When an item opens and what makes it done, and what a form that shows this sends along. */
export async function theirs({ visitor }: KnownPerson, { course, item }: At) {
  const answer = await visitor.get(`/authoring/courses/${course}/items/${item}/conditions`, { accept: 'application/json' })
  if (answer.statusCode !== 200) return { conditions: {} as Kept, was: '' }
  const { conditions } = answer.json() as { conditions: Kept }
  return { conditions, was: asWritten(conditions as never) }
}

/** An author fills in the form of one item. */
export async function setConditions(author: KnownPerson, at: At, form: Record<string, string>) {
  const { was } = await theirs(author, at)
  return author.visitor.post(`/authoring/courses/${at.course}/items/${at.item}/conditions`, { was, ...form })
}

/** The same of the section in which an item stands. */
export async function setSectionRelease({ visitor }: KnownPerson, { course, of }: { course: string; of: string }, form: Record<string, string>) {
  const { sections } = await visitor.data<{ sections: { id: string; items: { id: string }[] }[] }>(`/authoring/courses/${course}`)
  const section = sections.find(({ items }) => items.some(({ id }) => id === of))?.id
  const at = `/authoring/courses/${course}/sections/${section}/release`
  const { release } = await visitor.data<{ release: Kept }>(at)
  return visitor.post(at, { was: asWritten(release as never), ...form })
}

/** The first lesson, or the exam, of a course. */
export async function itemOf(house: TestHouse, course: string, kind: 'lesson' | 'exam'): Promise<string> {
  const [row] = await ownerSays<{ id: string }>(house, 'select id from courses.items where course = $1 and kind = $2 order by position limit 1', [course, kind])
  return row?.id ?? ''
}

import { z } from 'zod'
import { languages } from '../../platform/words.ts'
import { ways } from './ways.ts'

// What leaves the room, on both faces of its routes.

const language = z.enum(languages)
export const worded = z.object({ text: z.string(), language })

const progress = z.object({ done: z.number(), of: z.number(), percent: z.number(), isComplete: z.boolean() })
const kind = z.enum(['lesson', 'exam'])
const link = z.object({ title: worded, href: z.string() })
/** Nothing where it is open. */
const opens = z.object({ from: z.date().nullable(), afterDays: z.number().nullable() }).nullable()

export const catalogueSchema = z.object({
  places: z.array(
    z.object({
      course: z.string(),
      title: worded,
      href: z.string(),
      progress,
      next: z
        .object({ id: z.string(), kind, title: worded, href: z.string(), minutes: z.number().nullable() })
        .nullable(),
      opens,
      minutesLeft: z.number(),
      lastVisited: z.date().nullable(),
    }),
  ),
  offers: z.array(
    z.object({
      id: z.string(),
      title: worded,
      summary: worded,
      goals: z.array(worded),
      level: z.string().nullable(),
      hours: z.number().nullable(),
    }),
  ),
})

const item = z.object({
  id: z.string(),
  kind,
  title: worded,
  href: z.string(),
  minutes: z.number().nullable(),
  hasVideo: z.boolean(),
  required: z.boolean(),
  sample: z.boolean(),
  isDone: z.boolean(),
  isNext: z.boolean(),
  way: z.enum(ways),
  leastMinutes: z.number().nullable(),
  doneWith: link.nullable(),
  opens,
})

export const courseSchema = z.object({
  id: z.string(),
  title: worded,
  summary: worded,
  goals: z.array(worded),
  level: z.string().nullable(),
  hours: z.number().nullable(),
  isRetired: z.boolean(),
  teachers: z.array(z.string()),
  prerequisites: z.array(z.object({ id: z.string(), title: worded, isMet: z.boolean(), isExempt: z.boolean(), choice: z.number() })),
  application: z.object({ asked: z.date(), decided: z.date().nullable(), outcome: z.string().nullable() }).nullable(),
  sections: z.array(z.object({ id: z.string(), title: worded, items: z.array(item) })),
  enrolled: z.date().nullable(),
  completed: z.date().nullable(),
  progress,
  next: item.nullable(),
  laterRequired: z.number().describe('What is required besides, and is not even named before it opens.'),
})

export const lessonSchema = z.object({
  course: z.object({ id: z.string(), title: worded }),
  item: z.object({ id: z.string(), title: worded, section: worded, minutes: z.number(), isDone: z.boolean() }),
  body: z.object({ html: z.string(), language }),
  film: z
    .object({
      address: z.string(),
      type: z.string(),
      captions: z.array(z.object({ language, address: z.string() })),
      transcript: worded.nullable(),
      captionless: z.string().nullable(),
      seconds: z.number(),
    })
    .nullable(),
  files: z.array(z.object({ title: worded, address: z.string(), type: z.string(), bytes: z.number() })),
  previous: link.nullable(),
  next: link.nullable(),
  progress,
  paragraph: z.number(),
  /** Read before the course is taken: nothing is kept, and nothing goes on from here. */
  isSample: z.boolean(),
  doing: z.object({ way: z.enum(ways), leastMinutes: z.number().nullable(), secondsLeft: z.number(), exam: link.nullable() }),
})

export type CatalogueData = z.output<typeof catalogueSchema>
export type CourseData = z.output<typeof courseSchema>
export type LessonData = z.output<typeof lessonSchema>

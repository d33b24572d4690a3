import { z } from 'zod'
import { languages } from '../../../platform/words.ts'
import { worded } from '../shapes.ts'
import { ways } from '../ways.ts'

// What leaves the authors' side of the room, on both faces of its routes.

const language = z.enum(languages)
const texts = z.object({ nb: z.string().optional(), da: z.string().optional(), en: z.string().optional() })
const named = z.object({ id: z.string(), title: worded })
const file = z.object({ name: z.string(), hash: z.string(), type: z.string(), bytes: z.number() })
const state = z.enum(['draft', 'published', 'retired'])
const release = { opens: z.date().nullable(), opensAfterDays: z.number().nullable(), unseen: z.boolean() }
const doing = { way: z.enum(ways), leastMinutes: z.number().nullable(), doneWith: z.string().nullable() }

const version = z.object({ id: z.string(), number: z.number(), saved: z.date(), published: z.date().nullable(), isMine: z.boolean() })

export const authoredSchema = z.object({
  courses: z.array(named.extend({ state, changed: z.date(), items: z.number() })),
})

export const factsSchema = z.object({
  id: z.string(),
  language,
  title: texts,
  summary: texts,
  goals: z.array(texts).readonly(),
  level: z.string().nullable(),
  hours: z.number().nullable(),
  revision: z.number(),
  /** Whether learners see the course, and another version of this than the newest. */
  isOffered: z.boolean(),
  hasDraft: z.boolean(),
  versions: z.array(version),
  /** Colleagues who have it open, by name. */
  editors: z.array(z.string()),
})

export const overviewSchema = named.extend({
  summary: worded,
  state,
  /** Whether its name, summary or goals have been changed and not yet published. */
  hasFactsDraft: z.boolean(),
  sections: z.array(
    named.extend({
      titles: texts,
      release: z.object(release),
      items: z.array(
        named.extend({
          kind: z.enum(['lesson', 'exam']),
          required: z.boolean(),
          sample: z.boolean(),
          reference: z.string().nullable(),
          isShown: z.boolean(),
          hasDraft: z.boolean(),
          conditions: z.object({ ...release, ...doing }),
        }),
      ),
    }),
  ),
  removed: z.array(named),
  files: z.array(file),
  prerequisites: z.array(named.extend({ choice: z.number() })),
  others: z.array(named),
  teachers: z.array(z.string()),
})

export const draftSchema = z.object({
  item: z.string(),
  course: z.string(),
  language,
  /** The language that is being written. */
  writing: language,
  title: texts,
  revision: z.number(),
  version: z.object({
    number: z.number(),
    text: texts,
    minutes: z.number(),
    video: z.string().nullable(),
    captions: texts,
    transcript: texts,
    captionless: z.string().nullable(),
    published: z.date().nullable(),
  }),
  isShown: z.boolean(),
  versions: z.array(version),
  /** Colleagues who have the lesson open, by name. */
  editors: z.array(z.string()),
  files: z.array(file),
  attached: z.array(z.object({ name: z.string(), title: texts })),
})

export const conditionsSchema = z.object({
  course: named,
  item: z.string(),
  kind: z.enum(['lesson', 'exam']),
  title: worded,
  conditions: z.object({ ...release, ...doing }),
  exams: z.array(named),
})

export const sectionReleaseSchema = z.object({ course: named, section: z.string(), title: worded, release: z.object(release) })

export type ConditionsData = z.output<typeof conditionsSchema>
export type SectionReleaseData = z.output<typeof sectionReleaseSchema>
export type AuthoredData = z.output<typeof authoredSchema>
export type FactsData = z.output<typeof factsSchema>
export type OverviewData = z.output<typeof overviewSchema>
export type DraftData = z.output<typeof draftSchema>

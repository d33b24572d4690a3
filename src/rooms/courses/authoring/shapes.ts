import { z } from 'zod'
import { languages } from '../../../platform/words.ts'
import { worded } from '../shapes.ts'

// What leaves the authors' side of the room, on both faces of its routes.

const language = z.enum(languages)
const texts = z.object({ nb: z.string().optional(), da: z.string().optional(), en: z.string().optional() })
const named = z.object({ id: z.string(), title: worded })
const file = z.object({ name: z.string(), hash: z.string(), type: z.string(), bytes: z.number() })
const state = z.enum(['draft', 'published', 'retired'])

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
  changed: z.date(),
})

export const overviewSchema = named.extend({
  summary: worded,
  state,
  sections: z.array(
    named.extend({
      titles: texts,
      items: z.array(
        named.extend({
          kind: z.enum(['lesson', 'exam']),
          required: z.boolean(),
          sample: z.boolean(),
          reference: z.string().nullable(),
          isShown: z.boolean(),
          hasDraft: z.boolean(),
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
  versions: z.array(z.object({ id: z.string(), number: z.number(), saved: z.date(), published: z.date().nullable(), isMine: z.boolean() })),
  /** Colleagues who have the lesson open, by name. */
  editors: z.array(z.string()),
  files: z.array(file),
  attached: z.array(z.object({ name: z.string(), title: texts })),
})

export type AuthoredData = z.output<typeof authoredSchema>
export type FactsData = z.output<typeof factsSchema>
export type OverviewData = z.output<typeof overviewSchema>
export type DraftData = z.output<typeof draftSchema>

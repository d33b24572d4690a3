import { z } from 'zod'
import { kinds } from '../../questions/question.ts'
import { conditions } from '../../questions/rules.ts'
import { planSchema } from '../plan.ts'
import { presentedSchema } from '../sitting/shapes.ts'

const worded = z.object({ text: z.string(), language: z.enum(['nb', 'da', 'en']) })
const named = z.object({ id: z.string(), title: worded })

export const authoredExamsSchema = z.object({
  course: named,
  language: z.enum(['nb', 'da', 'en']),
  exams: z.array(z.object({ id: z.string(), title: worded, isPublished: z.boolean() })),
})

export const authoredExamSchema = z.object({
  id: z.string(),
  course: named,
  plan: planSchema,
  /** How often anybody has saved; who saves an older one is told. */
  revision: z.number(),
  versions: z.array(z.object({ id: z.string(), number: z.number(), published: z.date() })),
  /** What was saved before what stands in the draft. */
  drafts: z.array(z.object({ id: z.string(), number: z.number(), saved: z.date(), isMine: z.boolean().nullable() })),
  published: z.object({ number: z.number(), at: z.date(), hasChanges: z.boolean() }).nullable(),
  /** By name, who else has it open. */
  editors: z.array(z.string()),
  /** How many questions fit each draw now. */
  available: z.array(z.number()),
  bank: z.object({ categories: z.array(z.string()), tags: z.array(z.string()) }),
})

export const placesSchema = z.object({
  id: z.string(),
  title: worded,
  revision: z.number(),
  places: z.array(
    z.object({
      entry: z.string(),
      name: z.string(),
      kind: z.enum(kinds),
      isHidden: z.boolean(),
      /** The pinned one; none where the newest is followed. */
      version: z.string().nullable(),
      versions: z.array(z.object({ id: z.string(), number: z.number() })),
    }),
  ),
  query: z.object({ search: z.string(), category: z.string(), page: z.number() }),
  total: z.number(),
  found: z.array(z.object({ id: z.string(), name: z.string(), kind: z.enum(kinds), category: z.string(), condition: z.enum(conditions), isIn: z.boolean() })),
  categories: z.array(z.string()),
})

export const previewSchema = z.object({
  id: z.string(),
  title: worded,
  language: z.enum(['nb', 'da', 'en']),
  /** By which the same draw is seen and printed again. */
  seed: z.string(),
  questions: z.array(presentedSchema),
})

export type AuthoredExams = z.output<typeof authoredExamsSchema>
export type AuthoredExam = z.output<typeof authoredExamSchema>
export type PlacesShown = z.output<typeof placesSchema>
export type PreviewShown = z.output<typeof previewSchema>

import { z } from 'zod'
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
  published: z.object({ number: z.number(), at: z.date(), hasChanges: z.boolean() }).nullable(),
  /** How many questions fit each draw now. */
  available: z.array(z.number()),
  bank: z.object({ categories: z.array(z.string()), tags: z.array(z.string()) }),
})

export const previewSchema = z.object({
  id: z.string(),
  title: worded,
  language: z.enum(['nb', 'da', 'en']),
  questions: z.array(presentedSchema),
})

export type AuthoredExams = z.output<typeof authoredExamsSchema>
export type AuthoredExam = z.output<typeof authoredExamSchema>
export type PreviewShown = z.output<typeof previewSchema>

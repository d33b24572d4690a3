import { z } from 'zod'
import { presentedSchema } from '../sitting/shapes.ts'

const worded = z.object({ text: z.string(), language: z.enum(['nb', 'da', 'en']) })

/** An attempt again. Not by its id: by that an answer without a name could be given one. */
export const replaySchema = z.object({
  exam: z.string(),
  title: worded,
  course: worded,
  learner: z.object({ id: z.string(), name: z.string() }),
  number: z.number(),
  started: z.date(),
  submitted: z.date(),
  deadline: z.date(),
  /** What the draw is called on its paper. */
  draw: z.string(),
  isSame: z.boolean(),
  /** The learner knows the result; before that no answer is shown here. */
  isGiven: z.boolean(),
  language: z.enum(['nb', 'da', 'en']),
  lines: z.array(
    z.object({
      number: z.number(),
      question: presentedSchema,
      given: z.string().nullable(),
      expected: z.array(z.string()).nullable(),
      saved: z.date().nullable(),
      percent: z.number().nullable(),
    }),
  ),
})

export type ReplayShown = z.output<typeof replaySchema>

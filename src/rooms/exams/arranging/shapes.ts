import { z } from 'zod'
import { attemptReasons } from '../rules.ts'

const worded = z.object({ text: z.string(), language: z.enum(['nb', 'da', 'en']) })

const arranged = { exam: z.string(), title: worded, course: worded, minutes: z.number() }

const given = { factor: z.number(), extraMinutes: z.number(), extraAttempts: z.number(), opens: z.date().nullable(), closes: z.date().nullable() }

export const learnersSchema = z.object({
  ...arranged,
  learners: z.array(z.object({ id: z.string(), name: z.string(), ...given, minutes: z.number(), attempts: z.number(), passed: z.number().nullable() })),
})

export const learnerSchema = z.object({
  ...arranged,
  /** What holds for everybody. */
  opens: z.date().nullable(),
  closes: z.date().nullable(),
  learner: z.object({
    id: z.string(),
    name: z.string(),
    ...given,
    because: z.enum(attemptReasons).nullable(),
    /** Goes with a change: 0 for nothing given yet. */
    revision: z.number(),
  }),
  attempts: z.array(
    z.object({
      // Not its id: by that an answer without a name could be given one.
      number: z.number(),
      started: z.date(),
      deadline: z.date(),
      submitted: z.date().nullable(),
      because: z.string().nullable(),
      percent: z.number().nullable(),
      occurrences: z.array(
        z.object({
          kind: z.enum(['takenOver', 'minutesAdded', 'openedAgain']),
          happened: z.date(),
          minutes: z.number().nullable(),
          because: z.enum(attemptReasons).nullable(),
        }),
      ),
    }),
  ),
})

export type LearnersShown = z.output<typeof learnersSchema>
export type LearnerShown = z.output<typeof learnerSchema>

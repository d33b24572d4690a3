import { z } from 'zod'

const worded = z.object({ text: z.string(), language: z.enum(['nb', 'da', 'en']) })
const marked = { exam: z.string(), title: worded, course: worded }

export const boardSchema = z.object({
  exams: z.array(z.object({ ...marked, running: z.number(), waiting: z.number(), ready: z.number() })),
})

export const examToMarkSchema = z.object({
  ...marked,
  ready: z.number(),
  questions: z.array(z.object({ id: z.string(), text: z.string(), kind: z.string(), asked: z.number(), waiting: z.number() })),
  decisions: z.array(
    z.object({ id: z.string(), kind: z.enum(['accept', 'full', 'ignore']), reason: z.string(), changed: z.number(), lookedAt: z.number(), decided: z.date() }),
  ),
})

/** An answer without a name. */
export const answerToMarkSchema = z.object({
  ...marked,
  question: z.object({ id: z.string(), text: z.string(), modelAnswer: z.string().nullable(), byHand: z.boolean() }),
  answer: z
    .object({
      attempt: z.string(),
      candidate: z.string(),
      number: z.number(),
      given: z.string(),
      isLate: z.boolean(),
      /** What stood when time was up, of an answer that came later; empty for nothing, null where it is not known. */
      atTimeUp: z.string().nullable(),
      isReleased: z.boolean(),
      mark: z.object({ id: z.string(), percent: z.number().nullable(), how: z.string(), comment: z.string() }).nullable(),
      position: z.number(),
      of: z.number(),
      waiting: z.number(),
      previous: z.string().nullable(),
      next: z.string().nullable(),
    })
    .nullable(),
})

export const regradeSchema = z.object({
  ...marked,
  question: z.object({ id: z.string(), text: z.string(), canAcceptMore: z.boolean(), choices: z.array(z.object({ id: z.string(), text: z.string() })) }),
  remedy: z.object({ kind: z.enum(['accept', 'full', 'ignore']), accepted: z.array(z.string()), nobodyDrops: z.boolean() }).nullable(),
  looked: z.number(),
  changes: z.array(z.object({ candidate: z.string(), before: z.number(), after: z.number() })),
})

export type BoardShown = z.output<typeof boardSchema>
export type ExamToMark = z.output<typeof examToMarkSchema>
export type AnswerToMark = z.output<typeof answerToMarkSchema>
export type RegradeShown = z.output<typeof regradeSchema>

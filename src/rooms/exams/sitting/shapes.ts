import { z } from 'zod'
import { responseSchema } from '../../questions/response.ts'

// What leaves on either face of a page. Nothing is named here that would tell a right answer too early.

const worded = z.object({ text: z.string(), language: z.enum(['nb', 'da', 'en']) })
const named = z.object({ id: z.string(), title: worded })

export const examSchema = z.object({
  id: z.string(),
  title: worded,
  introduction: worded,
  course: named,
  rules: z.object({
    questions: z.number(),
    minutes: z.number(),
    /** What others get, where somebody has more time. */
    extendedFrom: z.number().nullable(),
    passPercent: z.number(),
    attempts: z.number(),
    attemptsLeft: z.number(),
    waitMinutes: z.number(),
    whichCounts: z.enum(['first', 'last', 'highest', 'average']),
    onTimeUp: z.enum(['submit', 'grace', 'abandon']),
    graceSeconds: z.number(),
    opens: z.date().nullable(),
    closes: z.date().nullable(),
    /** The learner's own, other than for others. */
    isOwnOpening: z.boolean(),
    isOwnClosing: z.boolean(),
  }),
  open: z.object({ attempt: z.string(), question: z.number(), deadline: z.date(), href: z.string() }).nullable(),
  notNow: z
    .object({ reason: z.enum(['enrolFirst', 'notOpenYet', 'examClosed', 'noAttemptsLeft', 'waitFirst']), until: z.date().nullable() })
    .nullable(),
  passed: z.date().nullable(),
  history: z.array(
    z.object({
      id: z.string(),
      number: z.number(),
      started: z.date(),
      submitted: z.date().nullable(),
      state: z.enum(['open', 'waiting', 'abandoned', 'marked']),
      /** When the result comes by itself, where it waits for a day. */
      resultAt: z.date().nullable(),
      /** It waits for the learner's last attempt, or for the teacher. */
      isWithheld: z.boolean(),
      /** Empty while it may not be known. */
      percent: z.number().nullable(),
      isPassed: z.boolean().nullable(),
      counts: z.boolean(),
    }),
  ),
})

const shown = z.object({ id: z.string(), text: z.string() })

/** How an answer counts that is not all right. */
const credit = z.enum(['part', 'loses']).exactOptional()

/** A question without its right answer, named field by field. */
export const presentedSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('single'), text: z.string(), credit, options: z.array(shown) }),
  z.object({ kind: z.literal('multiple'), text: z.string(), credit, options: z.array(shown) }),
  z.object({ kind: z.literal('trueFalse'), text: z.string() }),
  z.object({ kind: z.literal('shortAnswer'), text: z.string(), credit }),
  z.object({ kind: z.literal('numeric'), text: z.string(), credit, unit: z.string().exactOptional() }),
  z.object({ kind: z.literal('matching'), text: z.string(), credit, rows: z.array(shown), answers: z.array(shown) }),
  z.object({ kind: z.literal('ordering'), text: z.string(), credit, items: z.array(shown) }),
  z.object({ kind: z.literal('essay'), text: z.string(), fewestWords: z.number().exactOptional(), mostWords: z.number().exactOptional() }),
])

const underWay = {
  attempt: z.string(),
  exam: named,
  course: worded,
  now: z.date(),
  deadline: z.date(),
  /** Answers are taken now. In the grace to hand in they no longer are. */
  canAnswer: z.boolean(),
  steps: z.array(z.object({ number: z.number(), isAnswered: z.boolean(), isFlagged: z.boolean() })),
}

export const questionSchema = z.object({
  ...underWay,
  number: z.number(),
  /** Goes with what is saved: so the page learns when another was opened after it. */
  page: z.string(),
  language: z.enum(['nb', 'da', 'en']),
  question: presentedSchema,
  response: responseSchema.nullable(),
  isFlagged: z.boolean(),
  /** The next save must carry a greater one. */
  sequence: z.number(),
  saved: z.date().nullable(),
  /** Minutes the learner has, where others have fewer. */
  extendedTo: z.number().nullable(),
})

export const submissionSchema = z.object({ ...underWay, at: z.number() })

export const keptSchema = z.object({
  saved: z.array(z.object({ question: z.number(), sequence: z.number().nullable() })),
  /** The learner has gone on in another tab or on another device since this page was opened. */
  elsewhere: z.boolean(),
  now: z.date(),
  deadline: z.date(),
  answersUntil: z.date(),
})

const reviewedRow = z.object({
  text: z.string().exactOptional(),
  given: z.string().exactOptional(),
  expected: z.string().exactOptional(),
  isRight: z.boolean().exactOptional(),
  feedback: z.string().exactOptional(),
})

export const reviewedLineSchema = z.object({
  number: z.number(),
  kind: z.enum(['single', 'multiple', 'trueFalse', 'numeric', 'shortAnswer', 'matching', 'ordering', 'essay']),
  text: z.string().exactOptional(),
  verdict: z.enum(['right', 'partlyRight', 'wrong', 'notAnswered', 'ignored']).exactOptional(),
  fraction: z.number().exactOptional(),
  rows: z.array(reviewedRow),
  feedback: z.string().exactOptional(),
  comment: z.string().exactOptional(),
  reason: z.string().exactOptional(),
  /** The answer came after the deadline, in the grace. */
  isLate: z.boolean(),
})

export const resultSchema = z.object({
  attempt: z.string(),
  exam: named,
  course: named,
  number: z.number(),
  language: z.enum(['nb', 'da', 'en']),
  started: z.date(),
  submitted: z.date(),
  because: z.enum(['learner', 'time', 'abandoned']),
  state: z.enum(['waiting', 'abandoned', 'marked']),
  /** When the result comes by itself, where it waits for a day. */
  resultAt: z.date().nullable(),
  /** It waits for the learner's last attempt, or for the teacher. */
  isWithheld: z.boolean(),
  passPercent: z.number(),
  /** Empty while they may not be known. */
  percent: z.number().nullable(),
  isPassed: z.boolean().nullable(),
  points: z.number().nullable(),
  most: z.number().nullable(),
  lines: z.array(reviewedLineSchema),
})

export type ExamShown = z.output<typeof examSchema>
export type QuestionShown = z.output<typeof questionSchema>
export type SubmissionShown = z.output<typeof submissionSchema>
export type ResultShown = z.output<typeof resultSchema>
export type ReviewedLine = z.output<typeof reviewedLineSchema>

import { z } from 'zod'

/** So many questions may be the same for everybody. */
export const MOST_PLACES = 200

const said = z.object({ nb: z.string().max(20_000), da: z.string().max(20_000), en: z.string().max(20_000) })

/** What a learner is shown of an attempt at one moment; each stands alone. */
const shown = z.object({ marks: z.boolean(), rightAnswers: z.boolean(), feedback: z.boolean(), ownAnswers: z.boolean() })

const pool = z.object({
  category: z.string().max(200).exactOptional(),
  tag: z.string().max(100).exactOptional(),
  difficulty: z.enum(['easy', 'medium', 'hard']).exactOptional(),
  count: z.int().min(1).max(200),
})

/** A question that everybody gets: in one version for good, or in the newest that is ready. */
const place = z.object({ entry: z.uuid(), version: z.uuid().nullable() })

/** How an exam is held: edited as a draft, frozen when it is published, kept by every attempt. */
export const planSchema = z.object({
  title: said,
  introduction: said,
  /** What the questions are written in, for screen readers and spelling. */
  language: z.enum(['nb', 'da', 'en']),
  passPercent: z.int().min(0).max(100),
  minutes: z.int().min(1).max(1_440),
  attempts: z.int().min(1).max(100),
  waitMinutes: z.int().min(0).max(525_600),
  whichCounts: z.enum(['first', 'last', 'highest', 'average']),
  /**
   * `submit`: what is answered is handed in. `grace`: no more answers, but time to hand in.
   * `abandon`: what was not handed in is not marked.
   */
  onTimeUp: z.enum(['submit', 'grace', 'abandon']),
  graceSeconds: z.int().min(0).max(3_600),
  /** During the attempt nothing is shown but one's own answers: that is no setting. */
  review: z.object({ rightAfter: shown, laterOpen: shown, afterClose: shown }),
  opens: z.iso.datetime().nullable(),
  closes: z.iso.datetime().nullable(),
  /** These, alike for everybody and in this order; then so many of each kind, drawn for each attempt. */
  questions: z.object({ places: z.array(place).max(MOST_PLACES), pools: z.array(pool).max(50) }),
})

export type Plan = z.output<typeof planSchema>
export type Shown = z.output<typeof shown>
export type Pool = z.output<typeof pool>
export type Place = z.output<typeof place>

export const NOTHING_SHOWN: Shown = { marks: false, rightAnswers: false, feedback: false, ownAnswers: false }
const EVERYTHING: Shown = { marks: true, rightAnswers: true, feedback: true, ownAnswers: true }

/** What an author begins with: right answers stay hidden while somebody may still try again. */
export const NEW_PLAN: Omit<Plan, 'title'> = {
  introduction: { nb: '', da: '', en: '' },
  language: 'nb',
  passPercent: 70,
  minutes: 60,
  attempts: 3,
  waitMinutes: 60,
  whichCounts: 'highest',
  onTimeUp: 'submit',
  graceSeconds: 30,
  review: {
    rightAfter: { ...EVERYTHING, rightAnswers: false },
    laterOpen: { ...EVERYTHING, rightAnswers: false },
    afterClose: EVERYTHING,
  },
  opens: null,
  closes: null,
  questions: { places: [], pools: [] },
}

/** How many questions an attempt has. */
export function lengthOf({ questions }: Plan): number {
  return questions.pools.reduce((sum, { count }) => sum + count, questions.places.length)
}

/** The questions that may still be drawn: none of those that everybody gets anyway. */
export function besides<T extends { id: string }>(places: readonly Place[], candidates: readonly T[]): T[] {
  const taken = new Set(places.map(({ entry }) => entry))
  return candidates.filter(({ id }) => !taken.has(id))
}

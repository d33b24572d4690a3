import { z } from 'zod'
import { Refusal } from '../../../platform/refusal.ts'
import { localMinute } from '../../../platform/time.ts'
import type { Entered } from '../../../web/here.ts'
import { difficulties } from '../../questions/rules.ts'
import type { Plan, Pool, Shown } from '../plan.ts'
import { timesTyped } from '../times.ts'

const title = z.string().trim().max(200)
const introduction = z.string().max(20_000)
const several = z.union([z.string().transform((one) => [one]), z.array(z.string())]).default([])
const count = (least: number, most: number) => z.coerce.number().int().min(least).max(most)
const local = z.string().max(16)

/** The settings of an exam as its form asks for them; a draw has one value in each of four lists. */
export const planForm = z.strictObject({
  language: z.enum(['nb', 'da', 'en']),
  titleNb: title, titleDa: title, titleEn: title,
  introductionNb: introduction, introductionDa: introduction, introductionEn: introduction,
  passPercent: count(0, 100),
  minutes: count(1, 1_440),
  attempts: count(1, 100),
  waitMinutes: count(0, 525_600),
  whichCounts: z.enum(['first', 'last', 'highest', 'average']),
  onTimeUp: z.enum(['submit', 'grace', 'abandon']),
  graceSeconds: count(0, 3_600),
  opens: local,
  closes: local,
  rightAfter: several, laterOpen: several, afterClose: several,
  poolCategory: several, poolTag: several, poolDifficulty: several, poolCount: several,
  how: z.enum(['save', 'publish']).default('save'),
  base: z.coerce.number().int(),
})

type PlanForm = z.output<typeof planForm>

/**
 * The plan that a form describes; the questions that all get stay, since they have a page of their own.
 * @throws Refusal `examTitleMissing`, `timeFaulty`, `closesBeforeOpens`, `fieldNotANumber` (422).
 */
export function planIn(form: PlanForm, before: Plan, zone: string): Plan {
  const titles = { nb: form.titleNb, da: form.titleDa, en: form.titleEn }
  if (titles[form.language] === '') throw new Refusal('examTitleMissing', 422, { field: fieldOf('title', form.language) })
  const pools = poolsIn(form)
  const { language, passPercent, minutes, attempts, waitMinutes, whichCounts, onTimeUp, graceSeconds } = form
  return {
    ...{ language, passPercent, minutes, attempts, waitMinutes, whichCounts, onTimeUp, graceSeconds },
    title: titles,
    introduction: { nb: plain(form.introductionNb), da: plain(form.introductionDa), en: plain(form.introductionEn) },
    review: { rightAfter: shownIn(form.rightAfter), laterOpen: shownIn(form.laterOpen), afterClose: shownIn(form.afterClose) },
    ...timesIn(form, zone),
    questions: { places: before.questions.places, pools },
  }
}

const SUFFIX = { nb: 'Nb', da: 'Da', en: 'En' } as const

/** The field of a text in one language: `titleNb`. */
export function fieldOf(name: 'title' | 'introduction', language: Plan['language']) {
  return `${name}${SUFFIX[language]}` as const
}

export const SWITCHES = ['marks', 'rightAnswers', 'feedback', 'ownAnswers'] as const

/** A plan as it stands in its form. */
export function valuesOf(plan: Plan, zone: string): Entered['values'] {
  const { review, opens, closes, title: titles, introduction: introductions, questions: { pools } } = plan
  const chosen = (shown: Shown) => SWITCHES.filter((name) => shown[name])
  const minute = (moment: string | null) => (moment ? localMinute(new Date(moment), zone) : '')
  return {
    language: plan.language,
    titleNb: titles.nb, titleDa: titles.da, titleEn: titles.en,
    introductionNb: introductions.nb, introductionDa: introductions.da, introductionEn: introductions.en,
    passPercent: String(plan.passPercent),
    minutes: String(plan.minutes),
    attempts: String(plan.attempts),
    waitMinutes: String(plan.waitMinutes),
    whichCounts: plan.whichCounts,
    onTimeUp: plan.onTimeUp,
    graceSeconds: String(plan.graceSeconds),
    opens: minute(opens),
    closes: minute(closes),
    rightAfter: chosen(review.rightAfter), laterOpen: chosen(review.laterOpen), afterClose: chosen(review.afterClose),
    poolCategory: pools.map(({ category = '' }) => category),
    poolTag: pools.map(({ tag = '' }) => tag),
    poolDifficulty: pools.map(({ difficulty = '' }) => difficulty),
    poolCount: pools.map((pool) => String(pool.count)),
  }
}

/** The draws chosen so far: a row without a number is none. */
function poolsIn({ poolCategory, poolTag, poolDifficulty, poolCount }: PlanForm): Pool[] {
  return poolCount.flatMap((typed, index) => {
    if (typed.trim() === '' || typed.trim() === '0') return []
    const number = Number(typed)
    if (!Number.isInteger(number) || number < 1 || number > 200) throw new Refusal('fieldNotANumber', 422, { field: `poolCount-${index}` })
    const [category, tag] = [poolCategory[index] ?? '', poolTag[index] ?? '']
    const difficulty = difficulties.find((one) => one === poolDifficulty[index])
    return [{ ...(category === '' ? {} : { category }), ...(tag === '' ? {} : { tag }), ...(difficulty ? { difficulty } : {}), count: number }]
  })
}

function timesIn(form: PlanForm, zone: string): Pick<Plan, 'opens' | 'closes'> {
  const { opens, closes } = timesTyped(form, zone)
  return { opens: opens?.toISOString() ?? null, closes: closes?.toISOString() ?? null }
}

function shownIn(chosen: readonly string[]): Shown {
  const has = (name: (typeof SWITCHES)[number]) => chosen.includes(name)
  return { marks: has('marks'), rightAnswers: has('rightAnswers'), feedback: has('feedback'), ownAnswers: has('ownAnswers') }
}

// Browsers send line ends as networks have them; we keep ours.
function plain(typed: string): string {
  return typed.replaceAll('\r\n', '\n')
}

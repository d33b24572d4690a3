import { z } from 'zod'
import { Refusal } from '../../../platform/refusal.ts'
import { type Language, languages } from '../../../platform/words.ts'
import type { Facts } from './authoring.ts'
import type { Edit } from './lessons.ts'
import { hasText, type Texts } from '../rules.ts'

const title = z.string().trim().max(200)
const summary = z.string().trim().max(1_000)
const goals = z.string().max(4_000)
const written = z.enum(languages)
/** What is left empty is nothing. */
const maybe = (schema: z.ZodType<string>) => z.union([z.literal('').transform(() => null), schema])

export const factsForm = {
  language: written,
  titleNb: title,
  titleDa: title,
  titleEn: title,
  summaryNb: summary,
  summaryDa: summary,
  summaryEn: summary,
  goalsNb: goals,
  goalsDa: goals,
  goalsEn: goals,
  level: maybe(z.string().trim().max(60)),
  hours: z.union([z.literal('').transform(() => null), z.coerce.number().int().min(1).max(1_000)]),
}
export const newCourseForm = z.strictObject(factsForm)
export const changedFactsForm = z.strictObject({ ...factsForm, base: z.coerce.number().int(), next: z.enum(['publish']).optional() })

const SUFFIX = { nb: 'Nb', da: 'Da', en: 'En' } as const

/** The field of a text in one language: `titleNb`. */
export function fieldOf(name: 'title' | 'summary' | 'goals', language: Language) {
  return `${name}${SUFFIX[language]}` as const
}

/** @throws Refusal `titleMissing` (422) without a title in the language of the course. */
export function factsIn(form: z.output<typeof newCourseForm>): Facts {
  const texts = (name: 'title' | 'summary' | 'goals') => ofLanguages((language) => form[fieldOf(name, language)])
  const { language, level, hours } = form
  if (!hasText(texts('title'), language)) throw new Refusal('titleMissing', 422, { field: fieldOf('title', language) })
  return { language, title: texts('title'), summary: texts('summary'), goals: goalsIn(texts('goals')), level, hours }
}

/** A goal a line: the first line of every language is one goal. */
function goalsIn(texts: Texts): Texts[] {
  const lines = ofLanguages((language) =>
    (texts[language] ?? '')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  )
  const most = Math.max(...languages.map((language) => lines[language].length))
  return Array.from({ length: most }, (_, at) => ofLanguages((language) => lines[language][at]))
}

/** The same goals as they stand in the form of one language. */
export function goalLines(goals: readonly Texts[], language: Language): string {
  return goals
    .map((goal) => goal[language] ?? '')
    .join('\n')
    .trimEnd()
}

function ofLanguages<T>(of: (language: Language) => T): Record<Language, T> {
  return { nb: of('nb'), da: of('da'), en: of('en') }
}

export const lessonForm = z.strictObject({
  base: z.coerce.number().int(),
  title: z.string().trim().max(200),
  text: z.string().max(100_000),
  minutes: z.coerce.number().int().min(1).max(600),
  video: maybe(z.string().max(120)).optional(),
  captions: maybe(z.string().max(120)).optional(),
  transcript: z.string().max(100_000).optional(),
  captionless: maybe(z.string().trim().max(300)).optional(),
  next: z.enum(['preview', 'publish']).optional(),
})

export function editIn(form: z.output<typeof lessonForm>, language: Language): Edit {
  const { title, text, minutes, video = null, captions = null, transcript = '', captionless = null } = form
  // Browsers send line ends as networks have them; we keep ours.
  const plain = (typed: string) => typed.replaceAll('\r\n', '\n')
  return { language, title, text: plain(text), minutes, video, captions, transcript: plain(transcript), captionless }
}

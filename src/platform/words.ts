export const languages = ['nb', 'da', 'en'] as const
export type Language = (typeof languages)[number]

/** One phrase in every language, side by side, so that a missing one does not compile. */
export type Phrase = Record<Language, string | ((...values: never[]) => string)>
export type Words = Readonly<Record<string, Phrase>>

/** What is said in one language; every language says it with the same values. */
export type Said<W extends Words> = {
  readonly [K in keyof W]: W[K]['en'] extends (...values: infer V) => string
    ? (...values: V) => string
    : string
}

const spoken = new WeakMap<Words, Record<Language, unknown>>()

/** The phrases of one language, ready to use: `say(words, 'nb').title`. */
export function say<W extends Words>(words: W, language: Language): Said<W> {
  let all = spoken.get(words)
  if (!all) {
    all = { nb: pick(words, 'nb'), da: pick(words, 'da'), en: pick(words, 'en') }
    spoken.set(words, all)
  }
  return all[language] as Said<W>
}

function pick(words: Words, language: Language): Record<string, unknown> {
  return Object.fromEntries(Object.entries(words).map(([key, phrase]) => [key, phrase[language]]))
}

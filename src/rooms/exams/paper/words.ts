import type { Words } from '../../../platform/words.ts'

/** What stands on an exam that is printed. */
export const paperWords = {
  name: { nb: 'Navn', da: 'Navn', en: 'Name' },
  date: { nb: 'Dato', da: 'Dato', en: 'Date' },
  question: { nb: (n: number) => `Spørsmål ${n}`, da: (n: number) => `Spørgsmål ${n}`, en: (n: number) => `Question ${n}` },
  minutes: { nb: (n: number) => `${n} minutter`, da: (n: number) => `${n} minutter`, en: (n: number) => (n === 1 ? 'One minute' : `${n} minutes`) },
  questions: {
    nb: (n: number) => (n === 1 ? 'Ett spørsmål' : `${n} spørsmål`),
    da: (n: number) => (n === 1 ? 'Ét spørgsmål' : `${n} spørgsmål`),
    en: (n: number) => (n === 1 ? 'One question' : `${n} questions`),
  },
  passAt: { nb: (percent: number) => `Bestått ved ${percent} %`, da: (percent: number) => `Bestået ved ${percent} %`, en: (percent: number) => `Passed at ${percent}%` },
  draw: { nb: (code: string) => `Trekning ${code}`, da: (code: string) => `Trækning ${code}`, en: (code: string) => `Draw ${code}` },
  key: { nb: 'Fasit', da: 'Facit', en: 'Right answers' },
  doMatch: {
    nb: 'Skriv bokstaven til svaret som hører til hver rad.',
    da: 'Skriv bogstavet til det svar, der hører til hver række.',
    en: 'Write the letter of the answer that belongs to each row.',
  },
  doOrder: { nb: 'Skriv tallet på plassen hvert ledd skal ha.', da: 'Skriv tallet for den plads, hvert led skal have.', en: 'Write the number of the place of each item.' },
  byHand: { nb: 'Vurderes av en lærer.', da: 'Bedømmes af en lærer.', en: 'Marked by a teacher.' },
} as const satisfies Words

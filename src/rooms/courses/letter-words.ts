import type { Words } from '../../platform/words.ts'

/** What the letters about a course say. */
export const letterWords = {
  decisionSubject: { nb: 'Svar fra læreren', da: 'Svar fra underviseren', en: 'An answer from the teacher' },
  grantedText: {
    nb: (title: string) => `Du kan begynne på «${title}» nå, uten det kurset ellers krever.`,
    da: (title: string) => `Du kan begynde på »${title}« nu, uden det, kurset ellers kræver.`,
    en: (title: string) => `You can begin “${title}” now, without what the course otherwise requires.`,
  },
  declinedText: {
    nb: (title: string) => `Læreren kan ikke la deg begynne på «${title}» ennå. På siden ser du hva du må fullføre først.`,
    da: (title: string) => `Underviseren kan ikke lade dig begynde på »${title}« endnu. På siden ser du, hvad du skal gennemføre først.`,
    en: (title: string) => `The teacher cannot let you begin “${title}” yet. The page shows what you have to complete first.`,
  },
  toCourse: { nb: 'Til kurset', da: 'Til kurset', en: 'To the course' },
} as const satisfies Words

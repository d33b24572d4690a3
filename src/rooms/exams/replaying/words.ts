import type { Words } from '../../../platform/words.ts'

/** What whoever looks into a complaint reads about an attempt. */
export const replayWords = {
  replay: { nb: (n: number) => `Forsøk ${n}, slik det var`, da: (n: number) => `Forsøg ${n}, som det var`, en: (n: number) => `Attempt ${n}, as it was` },
  seeReplay: { nb: 'Se forsøket slik det var', da: 'Se forsøget, som det var', en: 'See the attempt as it was' },
  sittingTime: { nb: (from: string, to: string) => `${from} til ${to}`, da: (from: string, to: string) => `${from} til ${to}`, en: (from: string, to: string) => `${from} to ${to}` },
  drawOf: { nb: (code: string) => `Trekning ${code}`, da: (code: string) => `Trækning ${code}`, en: (code: string) => `Draw ${code}` },
  drawnAgain: {
    nb: 'Trukket på nytt med samme frø fra banken slik den var: nøyaktig de samme spørsmålene i samme rekkefølge.',
    da: 'Trukket igen med samme frø fra banken, som den var: nøjagtig de samme spørgsmål i samme rækkefølge.',
    en: 'Drawn again with the same seed from the bank as it was: exactly the same questions in the same order.',
  },
  bankChanged: {
    nb: 'Kategorier eller emneord i banken er endret siden, så trekningen kan ikke gjøres om. Dette er spørsmålene som ble stilt.',
    da: 'Kategorier eller emneord i banken er ændret siden, så trækningen kan ikke gøres om. Dette er de spørgsmål, der blev stillet.',
    en: 'Categories or tags of the bank have changed since, so the draw cannot be repeated. These are the questions that were asked.',
  },
  answersLater: {
    nb: 'Svarene vises her når resultatet er gitt. Til da vurderes de uten navn.',
    da: 'Svarene vises her, når resultatet er givet. Indtil da bedømmes de uden navn.',
    en: 'The answers are shown here once the result has been given. Until then they are marked without a name.',
  },
  onPaper: { nb: 'Skriv ut på papir', da: 'Udskriv på papir', en: 'Print on paper' },
  answered: { nb: 'Svarte', da: 'Svarede', en: 'Answered' },
  wasRight: { nb: 'Riktig var', da: 'Rigtigt var', en: 'Right was' },
  mark: { nb: 'Vurdert til', da: 'Bedømt til', en: 'Marked' },
  savedThen: { nb: 'Sist lagret', da: 'Sidst gemt', en: 'Last saved' },
  nothing: { nb: 'Ikke besvart', da: 'Ikke besvaret', en: 'Not answered' },
  countsNot: { nb: 'Teller ikke', da: 'Tæller ikke', en: 'Does not count' },
} as const satisfies Words

/** What is said of such a look in the list of who has looked. */
export const replayLooks = {
  replay: { nb: 'Så på et forsøk slik det var', da: 'Så et forsøg, som det var', en: 'Looked at an attempt as it was' },
} as const satisfies Words

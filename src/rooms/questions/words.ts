import type { Words } from '../../platform/words.ts'
import { bankWords } from './bank/words.ts'
import { editingWords } from './editing/words.ts'
import { noteWords } from './exchange/words.ts'
import { transferWords } from './transfer/words.ts'

/** Why a question can't be kept; the schemas in `kinds/` name these. */
export const faultWords = {
  noText: {
    nb: 'Her mangler det tekst.',
    da: 'Her mangler der tekst.',
    en: 'Text is missing here.',
  },
  textTooLong: {
    nb: 'Teksten er for lang.',
    da: 'Teksten er for lang.',
    en: 'The text is too long.',
  },
  textNotStorable: {
    nb: 'Teksten har tegn som ikke kan lagres.',
    da: 'Teksten har tegn, som ikke kan gemmes.',
    en: 'The text has characters that cannot be stored.',
  },
  answerTooLong: {
    nb: 'Svaret er for langt.',
    da: 'Svaret er for langt.',
    en: 'The answer is too long.',
  },
  badAnswer: {
    nb: 'Svaret kan ikke leses.',
    da: 'Svaret kan ikke læses.',
    en: 'The answer cannot be read.',
  },
  badId: {
    nb: 'Et alternativ har en ugyldig id.',
    da: 'En valgmulighed har et ugyldigt id.',
    en: 'An option has an id that is not valid.',
  },
  idTwice: {
    nb: 'To alternativer har samme id.',
    da: 'To valgmuligheder har samme id.',
    en: 'Two options have the same id.',
  },
  badFraction: {
    nb: 'Prosenten er utenfor det som er tillatt.',
    da: 'Procenten er uden for det tilladte.',
    en: 'The percentage is outside what is allowed.',
  },
  badNumber: { nb: 'Skriv et tall.', da: 'Skriv et tal.', en: 'Write a number.' },
  badKind: {
    nb: 'Denne typen spørsmål finnes ikke.',
    da: 'Denne type spørgsmål findes ikke.',
    en: 'There is no such kind of question.',
  },
  tooFewOptions: {
    nb: 'Det må være minst to alternativer.',
    da: 'Der skal være mindst to valgmuligheder.',
    en: 'There must be at least two options.',
  },
  tooManyOptions: {
    nb: 'Det er for mange alternativer.',
    da: 'Der er for mange valgmuligheder.',
    en: 'There are too many options.',
  },
  noRightOption: {
    nb: 'Minst ett svar må gi full uttelling.',
    da: 'Mindst ét svar skal give fuldt point.',
    en: 'At least one answer must be worth everything.',
  },
  noWrongOption: {
    nb: 'Minst ett alternativ må gi mindre enn full uttelling.',
    da: 'Mindst én valgmulighed skal give mindre end fuldt point.',
    en: 'At least one option must be worth less than everything.',
  },
  fractionsNot100: {
    nb: 'De riktige alternativene må til sammen gi 100 %.',
    da: 'De rigtige valgmuligheder skal tilsammen give 100 %.',
    en: 'The right options must add up to 100%.',
  },
  answerMissing: {
    nb: 'En rad peker på et svar som ikke finnes.',
    da: 'En række peger på et svar, som ikke findes.',
    en: 'A row points at an answer that does not exist.',
  },
  sameTextTwice: {
    nb: 'To ledd har samme tekst.',
    da: 'To led har samme tekst.',
    en: 'Two items have the same text.',
  },
  wordLimitsCrossed: {
    nb: 'Minste antall ord er større enn største.',
    da: 'Det mindste antal ord er større end det største.',
    en: 'The fewest words are more than the most.',
  },
  notValid: {
    nb: 'Spørsmålet er ikke gyldig.',
    da: 'Spørgsmålet er ikke gyldigt.',
    en: 'The question is not valid.',
  },
} as const satisfies Words

export type FaultCode = keyof typeof faultWords

const kindWords = {
  single: { nb: 'Ett riktig svar', da: 'Ét rigtigt svar', en: 'Single choice' },
  multiple: { nb: 'Flere riktige svar', da: 'Flere rigtige svar', en: 'Multiple choice' },
  trueFalse: { nb: 'Sant eller usant', da: 'Sandt eller falsk', en: 'True or false' },
  numeric: { nb: 'Tall', da: 'Tal', en: 'Number' },
  shortAnswer: { nb: 'Kort svar', da: 'Kort svar', en: 'Short answer' },
  matching: { nb: 'Sett sammen', da: 'Sæt sammen', en: 'Matching' },
  ordering: { nb: 'Rekkefølge', da: 'Rækkefølge', en: 'Ordering' },
  essay: { nb: 'Langt svar', da: 'Langt svar', en: 'Essay' },
} as const satisfies Words

/** One per kind: `instructionOf` finds it. */
const instructionWords = {
  doSingle: { nb: 'Velg ett svar.', da: 'Vælg ét svar.', en: 'Choose one answer.' },
  doMultiple: {
    nb: 'Velg ett eller flere svar.',
    da: 'Vælg et eller flere svar.',
    en: 'Choose one or more answers.',
  },
  doTrueFalse: {
    nb: 'Er dette sant eller usant?',
    da: 'Er dette sandt eller falsk?',
    en: 'Is this true or false?',
  },
  doNumeric: { nb: 'Skriv et tall.', da: 'Skriv et tal.', en: 'Write a number.' },
  doShortAnswer: {
    nb: 'Skriv et kort svar.',
    da: 'Skriv et kort svar.',
    en: 'Write a short answer.',
  },
  doMatching: {
    nb: 'Velg svaret som hører til hver rad.',
    da: 'Vælg det svar, der hører til hver række.',
    en: 'Choose the answer that belongs to each row.',
  },
  doOrdering: {
    nb: 'Sett i riktig rekkefølge.',
    da: 'Sæt i den rigtige rækkefølge.',
    en: 'Put in the right order.',
  },
  doEssay: {
    nb: 'Skriv svaret med egne ord.',
    da: 'Skriv svaret med egne ord.',
    en: 'Write your answer in your own words.',
  },
  partSingle: {
    nb: 'Et svar som nesten er riktig, gir en del av poenget.',
    da: 'Et svar, der næsten er rigtigt, giver en del af pointet.',
    en: 'An answer that is nearly right gives part of the point.',
  },
  partMultiple: {
    nb: 'Hvert riktige valg gir sin del av poenget.',
    da: 'Hvert rigtigt valg giver sin del af pointet.',
    en: 'Each right choice gives its part of the point.',
  },
  losesMultiple: {
    nb: 'Hvert riktige valg gir sin del av poenget, og gale valg trekker fra, men aldri under null.',
    da: 'Hvert rigtigt valg giver sin del af pointet, og forkerte valg trækker fra, men aldrig under nul.',
    en: 'Each right choice gives its part of the point, and wrong ones take some away, but never below nought.',
  },
  partMatching: { nb: 'Hver riktig rad gir sin del av poenget.', da: 'Hver rigtig række giver sin del af pointet.', en: 'Each right row gives its part of the point.' },
  partOrdering: {
    nb: 'Hvert ledd på riktig plass gir sin del av poenget.',
    da: 'Hvert led på den rigtige plads giver sin del af pointet.',
    en: 'Each item in its right place gives its part of the point.',
  },
  atLeastWords: {
    nb: (words: number) => `Minst ${words} ord.`,
    da: (words: number) => `Mindst ${words} ord.`,
    en: (words: number) => `At least ${words} words.`,
  },
  atMostWords: {
    nb: (words: number) => `Høyst ${words} ord.`,
    da: (words: number) => `Højst ${words} ord.`,
    en: (words: number) => `At most ${words} words.`,
  },
  isTrue: { nb: 'Sant', da: 'Sandt', en: 'True' },
  isFalse: { nb: 'Usant', da: 'Falsk', en: 'False' },
  notChosen: { nb: 'Velg …', da: 'Vælg …', en: 'Choose …' },
} as const satisfies Words

const verdictWords = {
  right: { nb: 'Riktig', da: 'Rigtigt', en: 'Right' },
  partlyRight: { nb: 'Delvis riktig', da: 'Delvist rigtigt', en: 'Partly right' },
  wrong: { nb: 'Ikke riktig', da: 'Ikke rigtigt', en: 'Not right' },
  notAnswered: { nb: 'Ikke besvart', da: 'Ikke besvaret', en: 'Not answered' },
  markedByHand: {
    nb: 'Vurderes av en lærer',
    da: 'Bedømmes af en lærer',
    en: 'Marked by a teacher',
  },
  acceptedNumber: {
    nb: (value: string, tolerance: string) => `${value} (± ${tolerance})`,
    da: (value: string, tolerance: string) => `${value} (± ${tolerance})`,
    en: (value: string, tolerance: string) => `${value} (± ${tolerance})`,
  },
  eitherOf: {
    nb: (answers: string[]) => answers.join(' eller '),
    da: (answers: string[]) => answers.join(' eller '),
    en: (answers: string[]) => answers.join(' or '),
  },
  verdictWithShare: {
    nb: (verdict: string, perCent: number) => `${verdict}, ${perCent}\u00a0%`,
    da: (verdict: string, perCent: number) => `${verdict}, ${perCent}\u00a0%`,
    en: (verdict: string, perCent: number) => `${verdict}, ${perCent}%`,
  },
  yourAnswer: { nb: 'Svaret ditt', da: 'Dit svar', en: 'Your answer' },
  choseRight: { nb: 'Valgt, og det er riktig', da: 'Valgt, og det er rigtigt', en: 'Chosen, and right' },
  choseWrong: { nb: 'Valgt, men ikke riktig', da: 'Valgt, men ikke rigtigt', en: 'Chosen, but not right' },
  leftRight: { nb: 'Ikke valgt, men dette er riktig', da: 'Ikke valgt, men dette er rigtigt', en: 'Not chosen, but this is right' },
  leftWrong: { nb: 'Ikke valgt', da: 'Ikke valgt', en: 'Not chosen' },
  rightAnswerIs: {
    nb: (answer: string) => `Riktig svar: ${answer}`,
    da: (answer: string) => `Rigtigt svar: ${answer}`,
    en: (answer: string) => `Right answer: ${answer}`,
  },
  inUnit: {
    nb: (unit: string) => `Enhet: ${unit}. Du kan utelate den.`,
    da: (unit: string) => `Enhed: ${unit}. Du kan udelade den.`,
    en: (unit: string) => `Unit: ${unit}. You may leave it out.`,
  },
  placeOf: {
    nb: (place: number) => `Plass ${place}`,
    da: (place: number) => `Plads ${place}`,
    en: (place: number) => `Place ${place}`,
  },
} as const satisfies Words

export const words = {
  ...kindWords,
  ...instructionWords,
  ...verdictWords,
  ...faultWords,
  ...noteWords,
  ...bankWords,
  ...editingWords,
  ...transferWords,
} as const satisfies Words

/** The phrase that tells a learner what to do with a question of this kind. */
export const instructionOf = {
  single: 'doSingle',
  multiple: 'doMultiple',
  trueFalse: 'doTrueFalse',
  numeric: 'doNumeric',
  shortAnswer: 'doShortAnswer',
  matching: 'doMatching',
  ordering: 'doOrdering',
  essay: 'doEssay',
} as const satisfies Record<keyof typeof kindWords, keyof typeof instructionWords>

/** The phrase that tells beforehand how an answer to a question of this kind counts that is not all right. */
export const creditOf = {
  single: { part: 'partSingle', loses: 'partSingle' },
  multiple: { part: 'partMultiple', loses: 'losesMultiple' },
  numeric: { part: 'partSingle', loses: 'partSingle' },
  shortAnswer: { part: 'partSingle', loses: 'partSingle' },
  matching: { part: 'partMatching', loses: 'partMatching' },
  ordering: { part: 'partOrdering', loses: 'partOrdering' },
} as const

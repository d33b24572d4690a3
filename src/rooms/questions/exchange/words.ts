import type { Words } from '../../../platform/words.ts'

type Value = string | number

/** Why a row was refused. */
const refusalWords = {
  fileTooLarge: {
    nb: (mebibytes: Value) => `Filen er for stor. Den kan være på høyst ${mebibytes} MiB.`,
    da: (mebibytes: Value) => `Filen er for stor. Den må højst fylde ${mebibytes} MiB.`,
    en: (mebibytes: Value) => `The file is too large. It may be ${mebibytes} MiB at most.`,
  },
  tooManyQuestions: {
    nb: (most: Value) => `Filen har mer enn ${most} spørsmål; dette er de første.`,
    da: (most: Value) => `Filen har mere end ${most} spørgsmål; dette er de første.`,
    en: (most: Value) => `The file has more than ${most} questions; these are the first.`,
  },
  nothingFound: {
    nb: 'Filen har ingen spørsmål.',
    da: 'Filen har ingen spørgsmål.',
    en: 'The file has no questions.',
  },
  syntaxError: {
    nb: (line: Value) => `Kan ikke leses: noe er galt på linje ${line}.`,
    da: (line: Value) => `Kan ikke læses: noget er galt i linje ${line}.`,
    en: (line: Value) => `Cannot be read: something is wrong on line ${line}.`,
  },
  notMoodleXml: {
    nb: 'Dette er ikke en Moodle XML-fil med spørsmål.',
    da: 'Dette er ikke en Moodle XML-fil med spørgsmål.',
    en: 'This is not a Moodle XML file of questions.',
  },
  doctypeRefused: {
    nb: 'Filen har en DOCTYPE eller entiteter, og slike filer leses ikke.',
    da: 'Filen har en DOCTYPE eller entiteter, og sådanne filer læses ikke.',
    en: 'The file has a DOCTYPE or entities, and such files are not read.',
  },
  nestedTooDeep: {
    nb: 'Filen er nøstet for dypt.',
    da: 'Filen er indlejret for dybt.',
    en: 'The file is nested too deeply.',
  },
  questionTooLong: {
    nb: 'Spørsmålet er for langt.',
    da: 'Spørgsmålet er for langt.',
    en: 'The question is too long.',
  },
  descriptionRefused: {
    nb: 'Dette er bare en tekst, uten noe å svare på.',
    da: 'Dette er kun en tekst uden noget at svare på.',
    en: 'This is only a text, with nothing to answer.',
  },
  kindRefused: {
    nb: (kind: Value) => `Spørsmål av typen «${kind}» støttes ikke.`,
    da: (kind: Value) => `Spørgsmål af typen »${kind}« understøttes ikke.`,
    en: (kind: Value) => `Questions of the type “${kind}” are not supported.`,
  },
} as const satisfies Words

/** What was lost on the way, in or out. */
const lossWords = {
  controlCharactersDropped: {
    nb: 'Usynlige styretegn er fjernet.',
    da: 'Usynlige styretegn er fjernet.',
    en: 'Invisible control characters were removed.',
  },
  readAsWindows1252: {
    nb: 'Filen er lest som Windows-1252. Se etter at æ, ø og å er riktige.',
    da: 'Filen er læst som Windows-1252. Se efter, at æ, ø og å er rigtige.',
    en: 'The file was read as Windows-1252. Check that letters such as æ, ø and å are right.',
  },
  fileDropped: {
    nb: (name: Value) => `Filen «${name}» ble ikke med.`,
    da: (name: Value) => `Filen »${name}« kom ikke med.`,
    en: (name: Value) => `The file “${name}” was left out.`,
  },
  imageLeftBehind: {
    nb: (address: Value) => `Bildet eller lyden «${address}» ligger ikke i filen, bare adressen.`,
    da: (address: Value) => `Billedet eller lyden »${address}« ligger ikke i filen, kun adressen.`,
    en: (address: Value) => `The picture or sound “${address}” is not in the file, only its address.`,
  },
  imageDropped: {
    nb: (source: Value) => `Bildet «${source}» ble ikke med, bare den alternative teksten.`,
    da: (source: Value) => `Billedet »${source}« kom ikke med, kun den alternative tekst.`,
    en: (source: Value) => `The image “${source}” was left out; its alternative text is kept.`,
  },
  linkDropped: {
    nb: (address: Value) => `Lenken til «${address}» er fjernet, teksten er beholdt.`,
    da: (address: Value) => `Linket til »${address}« er fjernet, teksten er bevaret.`,
    en: (address: Value) => `The link to “${address}” was removed; its text is kept.`,
  },
  tagDropped: {
    nb: (tag: Value) => `Formateringen <${tag}> er fjernet, teksten er beholdt.`,
    da: (tag: Value) => `Formateringen <${tag}> er fjernet, teksten er bevaret.`,
    en: (tag: Value) => `The formatting <${tag}> was removed; its text is kept.`,
  },
  contentDropped: {
    nb: (tag: Value) => `<${tag}> er fjernet med innholdet.`,
    da: (tag: Value) => `<${tag}> er fjernet med indholdet.`,
    en: (tag: Value) => `<${tag}> was removed with what was in it.`,
  },
  partDropped: {
    nb: (part: Value) => `«${part}» ble ikke med.`,
    da: (part: Value) => `»${part}« kom ikke med.`,
    en: (part: Value) => `“${part}” was left out.`,
  },
  markingDiffers: {
    nb: (rule: Value) => `Regelen «${rule}» finnes ikke her: hvert ledd på sin plass teller likt.`,
    da: (rule: Value) => `Reglen »${rule}« findes ikke her: hvert led på sin plads tæller lige.`,
    en: (rule: Value) => `There is no rule “${rule}” here: each item in its place counts alike.`,
  },
  anyOtherDropped: {
    nb: 'Tilbakemeldingen på «alle andre tall» ble ikke med.',
    da: 'Feedbacken på »alle andre tal« kom ikke med.',
    en: 'The feedback on “any other number” was left out.',
  },
  nameShortened: {
    nb: 'Navnet er forkortet.',
    da: 'Navnet er forkortet.',
    en: 'The name was shortened.',
  },
  tagChanged: {
    nb: (tag: Value) => `Emneordet «${tag}» er endret eller utelatt.`,
    da: (tag: Value) => `Emneordet »${tag}« er ændret eller udeladt.`,
    en: (tag: Value) => `The tag “${tag}” was changed or left out.`,
  },
  pinnedLost: {
    nb: 'At et alternativ skal bli stående på sin plass, ble ikke med.',
    da: 'At en valgmulighed skal blive på sin plads, kom ikke med.',
    en: 'That an option keeps its place was left out.',
  },
  noShuffleLost: {
    nb: 'At alternativene ikke skal stokkes, ble ikke med.',
    da: 'At valgmulighederne ikke skal blandes, kom ikke med.',
    en: 'That the options are not shuffled was left out.',
  },
  matchCaseLost: {
    nb: 'At store og små bokstaver skiller svar, ble ikke med.',
    da: 'At store og små bogstaver adskiller svar, kom ikke med.',
    en: 'That capital letters matter was left out.',
  },
  matchSpacesLost: {
    nb: 'At mellomrom skiller svar, ble ikke med.',
    da: 'At mellemrum adskiller svar, kom ikke med.',
    en: 'That spaces matter was left out.',
  },
  unitLost: {
    nb: (unit: Value) => `Enheten «${unit}» ble ikke med.`,
    da: (unit: Value) => `Enheden »${unit}« kom ikke med.`,
    en: (unit: Value) => `The unit “${unit}” was left out.`,
  },
  feedbackLost: {
    nb: 'Tilbakemelding som formatet ikke har plass til, ble ikke med.',
    da: 'Feedback, som formatet ikke har plads til, kom ikke med.',
    en: 'Feedback that the format has no place for was left out.',
  },
  wordLimitsLost: {
    nb: 'Grensene for antall ord ble ikke med.',
    da: 'Grænserne for antal ord kom ikke med.',
    en: 'The limits on the number of words were left out.',
  },
  modelAnswerLost: {
    nb: 'Svarforslaget til den som vurderer, ble ikke med.',
    da: 'Svarforslaget til bedømmeren kom ikke med.',
    en: 'The model answer for markers was left out.',
  },
  textChanged: {
    nb: (from: Value, to: Value) => `«${from}» er skrevet som «${to}».`,
    da: (from: Value, to: Value) => `»${from}« er skrevet som »${to}«.`,
    en: (from: Value, to: Value) => `“${from}” was written as “${to}”.`,
  },
} as const satisfies Words

export const noteWords = { ...refusalWords, ...lossWords } as const satisfies Words

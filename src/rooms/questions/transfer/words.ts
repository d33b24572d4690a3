import type { Words } from '../../../platform/words.ts'

/** What is said where questions come in from a file and go out into one. */
export const transferWords = {
  picturesCount: {
    nb: (n: number) => (n === 1 ? '1 bilde eller lyd følger med' : `${n} bilder og lyder følger med`),
    da: (n: number) => (n === 1 ? '1 billede eller lyd følger med' : `${n} billeder og lyde følger med`),
    en: (n: number) => (n === 1 ? '1 picture or sound comes along' : `${n} pictures and sounds come along`),
  },
  importTitle: { nb: 'Importer spørsmål', da: 'Importér spørgsmål', en: 'Import questions' },
  importLede: {
    nb: 'Fra en fil i GIFT eller Moodle XML. Du ser først hva som kommer med, og ingenting lagres før du sier ja.',
    da: 'Fra en fil i GIFT eller Moodle XML. Du ser først, hvad der kommer med, og intet gemmes, før du siger ja.',
    en: 'From a file in GIFT or Moodle XML. You see first what comes along, and nothing is kept before your yes.',
  },
  chooseFile: { nb: 'Fil', da: 'Fil', en: 'File' },
  chooseFileHint: {
    nb: 'GIFT: høyst 1 MiB. Moodle XML: høyst 8 MiB. Høyst 2000 spørsmål.',
    da: 'GIFT: højst 1 MiB. Moodle XML: højst 8 MiB. Højst 2000 spørgsmål.',
    en: 'GIFT: 1 MiB at most. Moodle XML: 8 MiB at most. 2000 questions at most.',
  },
  orPaste: { nb: 'Eller lim inn GIFT her', da: 'Eller indsæt GIFT her', en: 'Or paste GIFT here' },
  fileFormat: { nb: 'Format', da: 'Format', en: 'Format' },
  formatGuess: { nb: 'Finn ut av det selv', da: 'Find selv ud af det', en: 'Find out by itself' },
  gift: { nb: 'GIFT', da: 'GIFT', en: 'GIFT' },
  moodle: { nb: 'Moodle XML', da: 'Moodle XML', en: 'Moodle XML' },
  readFile: { nb: 'Se hva som kommer med', da: 'Se, hvad der kommer med', en: 'See what comes along' },
  nothingToRead: {
    nb: 'Velg en fil, eller lim inn tekst.',
    da: 'Vælg en fil, eller indsæt tekst.',
    en: 'Choose a file, or paste some text.',
  },
  readingTooLong: {
    nb: 'Filen tok for lang tid å lese. Del den i flere mindre filer.',
    da: 'Filen tog for lang tid at læse. Del den i flere mindre filer.',
    en: 'The file took too long to read. Split it into several smaller ones.',
  },
  pastedText: { nb: 'innlimt tekst', da: 'indsat tekst', en: 'pasted text' },

  dryRunTitle: { nb: 'Dette kommer med', da: 'Dette kommer med', en: 'This comes along' },
  dryRunLede: {
    nb: (file: string) => `Lest fra ${file}. Ingenting er lagret i banken ennå.`,
    da: (file: string) => `Læst fra ${file}. Intet er gemt i banken endnu.`,
    en: (file: string) => `Read from ${file}. Nothing is in the bank yet.`,
  },
  countTaken: {
    nb: (n: number) => `Kommer med som de er: ${n}`,
    da: (n: number) => `Kommer med, som de er: ${n}`,
    en: (n: number) => `Come along as they are: ${n}`,
  },
  countLoss: {
    nb: (n: number) => `Kommer med, men mister noe: ${n}`,
    da: (n: number) => `Kommer med, men mister noget: ${n}`,
    en: (n: number) => `Come along, but lose something: ${n}`,
  },
  countRefused: {
    nb: (n: number) => `Kommer ikke med: ${n}`,
    da: (n: number) => `Kommer ikke med: ${n}`,
    en: (n: number) => `Do not come along: ${n}`,
  },
  outcomeTaken: { nb: 'Kommer med', da: 'Kommer med', en: 'Taken' },
  outcomeLoss: { nb: 'Mister noe', da: 'Mister noget', en: 'Loses something' },
  outcomeRefused: { nb: 'Kommer ikke med', da: 'Kommer ikke med', en: 'Refused' },
  showAllRows: { nb: 'Alle', da: 'Alle', en: 'All' },
  rowTitle: {
    nb: (number: number, name: string) => `${number}. ${name}`,
    da: (number: number, name: string) => `${number}. ${name}`,
    en: (number: number, name: string) => `${number}. ${name}`,
  },
  nameless: { nb: 'Uten navn', da: 'Uden navn', en: 'Without a name' },
  howToTake: { nb: 'Slik legges de inn', da: 'Sådan lægges de ind', en: 'How they are put in' },
  allInCategory: { nb: 'Legg alle i kategorien', da: 'Læg alle i kategorien', en: 'Put all in the category' },
  allInCategoryWhy: {
    nb: 'Tomt: kategoriene fra filen.',
    da: 'Tomt: kategorierne fra filen.',
    en: 'Empty: the categories of the file.',
  },
  allWithTag: { nb: 'Gi alle emneordet', da: 'Giv alle emneordet', en: 'Give all the tag' },
  readyAtOnce: {
    nb: 'Klare til bruk i prøver med en gang',
    da: 'Klar til brug i prøver med det samme',
    en: 'Ready for exams at once',
  },
  readyAtOnceWhy: {
    nb: 'Ellers kommer de inn som kladd.',
    da: 'Ellers kommer de ind som kladder.',
    en: 'Otherwise they come in as drafts.',
  },
  takeIn: {
    nb: (n: number) => (n === 1 ? 'Hent inn ett spørsmål' : `Hent inn ${n} spørsmål`),
    da: (n: number) => (n === 1 ? 'Hent ét spørgsmål ind' : `Hent ${n} spørgsmål ind`),
    en: (n: number) => (n === 1 ? 'Bring in one question' : `Bring in ${n} questions`),
  },
  forgetFile: { nb: 'Avbryt og glem filen', da: 'Afbryd og glem filen', en: 'Stop and forget the file' },
  noticeFileForgotten: {
    nb: 'Filen er glemt. Ingenting ble lagret.',
    da: 'Filen er glemt. Intet blev gemt.',
    en: 'The file is forgotten. Nothing was kept.',
  },
  noneToTake: {
    nb: 'Ingen av spørsmålene kan hentes inn.',
    da: 'Ingen af spørgsmålene kan hentes ind.',
    en: 'None of the questions can be brought in.',
  },
  anotherFile: { nb: 'Prøv en annen fil', da: 'Prøv en anden fil', en: 'Try another file' },

  exportTitle: { nb: 'Eksporter spørsmål', da: 'Eksportér spørgsmål', en: 'Export questions' },
  exportLede: {
    nb: (n: number) => `${n === 1 ? 'Ett spørsmål' : `${n} spørsmål`}, hvert i sin nyeste versjon.`,
    da: (n: number) => `${n === 1 ? 'Ét spørgsmål' : `${n} spørgsmål`}, hvert i sin nyeste version.`,
    en: (n: number) => `${n === 1 ? 'One question' : `${n} questions`}, each in its newest version.`,
  },
  exportFormatWhy: {
    nb: 'Moodle XML tar med mest. GIFT er ren tekst som er lett å lese og rette.',
    da: 'Moodle XML tager mest med. GIFT er ren tekst, der er let at læse og rette.',
    en: 'Moodle XML takes the most along. GIFT is plain text, easy to read and mend.',
  },
  exportComplete: { nb: 'Alt kommer med.', da: 'Alt kommer med.', en: 'Everything comes along.' },
  exportLosses: {
    nb: 'Dette kan formatet ikke si',
    da: 'Dette kan formatet ikke sige',
    en: 'What the format cannot say',
  },
  downloadAs: {
    nb: (format: string) => `Last ned ${format}`,
    da: (format: string) => `Hent ${format}`,
    en: (format: string) => `Download ${format}`,
  },
  seeAs: {
    nb: (format: string) => `Se som ${format}`,
    da: (format: string) => `Se som ${format}`,
    en: (format: string) => `See as ${format}`,
  },
  nothingToExport: {
    nb: 'Ingen spørsmål å eksportere',
    da: 'Ingen spørgsmål at eksportere',
    en: 'No questions to export',
  },
} as const satisfies Words

import type { Words } from '../../../platform/words.ts'

/** What is said in the list of all questions. */
export const bankWords = {
  bankTitle: { nb: 'Oppgavebank', da: 'Opgavebank', en: 'Question bank' },
  bankLede: {
    nb: 'Alle oppgavene institusjonen kan bruke i prøver.',
    da: 'Alle de opgaver, institutionen kan bruge i prøver.',
    en: 'Every question the institution can use in exams.',
  },
  isReady: { nb: 'Klar', da: 'Klar', en: 'Ready' },
  isRevised: { nb: 'Klar, med nyere utkast', da: 'Klar, med nyere kladde', en: 'Ready, with a newer draft' },
  isDraft: { nb: 'Utkast', da: 'Kladde', en: 'Draft' },
  isHidden: { nb: 'Skjult', da: 'Skjult', en: 'Hidden' },

  moreChoices: { nb: 'Flere valg', da: 'Flere valg', en: 'More choices' },
  narrow: { nb: 'Finn oppgaver', da: 'Find opgaver', en: 'Find questions' },
  searchText: { nb: 'Søk i navn og tekst', da: 'Søg i navn og tekst', en: 'Search name and text' },
  anyCategory: { nb: 'Alle kategorier', da: 'Alle kategorier', en: 'All categories' },
  noCategory: { nb: 'Uten kategori', da: 'Uden kategori', en: 'Without a category' },
  anyTag: { nb: 'Alle emneord', da: 'Alle emneord', en: 'All tags' },
  tag: { nb: 'Emneord', da: 'Emneord', en: 'Tag' },
  kindOfQuestion: { nb: 'Type', da: 'Type', en: 'Kind' },
  anyKind: { nb: 'Alle typer', da: 'Alle typer', en: 'All kinds' },
  anyCondition: { nb: 'Alle tilstander', da: 'Alle tilstande', en: 'All states' },
  order: { nb: 'Rekkefølge', da: 'Rækkefølge', en: 'Order' },
  orderChanged: { nb: 'Sist endret først', da: 'Senest ændret først', en: 'Last changed first' },
  orderName: { nb: 'Etter navn', da: 'Efter navn', en: 'By name' },
  orderCategory: { nb: 'Etter kategori', da: 'Efter kategori', en: 'By category' },
  orderCreated: { nb: 'Nyeste først', da: 'Nyeste først', en: 'Newest first' },
  showThese: { nb: 'Vis', da: 'Vis', en: 'Show' },
  clearFilter: { nb: 'Nullstill', da: 'Nulstil', en: 'Clear' },
  shelved: {
    nb: (name: string, count: number) => `${name} (${count})`,
    da: (name: string, count: number) => `${name} (${count})`,
    en: (name: string, count: number) => `${name} (${count})`,
  },

  questionCount: {
    nb: (count: number) => (count === 1 ? 'Én oppgave' : `${count} oppgaver`),
    da: (count: number) => (count === 1 ? 'Én opgave' : `${count} opgaver`),
    en: (count: number) => (count === 1 ? 'One question' : `${count} questions`),
  },
  usedTimes: {
    nb: (count: number) => `Brukt ${count}`,
    da: (count: number) => `Brugt ${count}`,
    en: (count: number) => `Used ${count}`,
  },
  choose: {
    nb: (name: string) => `Velg ${name}`,
    da: (name: string) => `Vælg ${name}`,
    en: (name: string) => `Choose ${name}`,
  },
  bankEmpty: { nb: 'Banken er tom', da: 'Banken er tom', en: 'The bank is empty' },
  bankEmptyWhy: {
    nb: 'Skriv den første oppgaven, eller hent mange på én gang fra en fil i GIFT eller Moodle XML.',
    da: 'Skriv den første opgave, eller hent mange på én gang fra en fil i GIFT eller Moodle XML.',
    en: 'Write the first question, or bring in many at once from a file in GIFT or Moodle XML.',
  },
  noneMatch: { nb: 'Ingen oppgaver passer', da: 'Ingen opgaver passer', en: 'No question fits' },
  noneMatchWhy: {
    nb: 'Prøv med færre ord eller færre valg.',
    da: 'Prøv med færre ord eller færre valg.',
    en: 'Try fewer words or fewer choices.',
  },

  withChosen: { nb: 'Med de valgte', da: 'Med de valgte', en: 'With the chosen ones' },
  chooseAll: {
    nb: (count: number) => `Alle ${count} som passer, på alle sider`,
    da: (count: number) => `Alle ${count}, der passer, på alle sider`,
    en: (count: number) => `All ${count} that fit, on every page`,
  },
  moveTo: { nb: 'Flytt til kategori', da: 'Flyt til kategori', en: 'Move to category' },
  moveWhy: { nb: 'Tomt: uten kategori.', da: 'Tomt: uden kategori.', en: 'Empty: no category.' },
  move: { nb: 'Flytt', da: 'Flyt', en: 'Move' },
  addTagLabel: { nb: 'Legg til emneord', da: 'Tilføj emneord', en: 'Add a tag' },
  addTag: { nb: 'Legg til', da: 'Tilføj', en: 'Add' },
  toImport: { nb: 'Importer', da: 'Importér', en: 'Import' },
  toExport: { nb: 'Eksporter', da: 'Eksportér', en: 'Export' },
  noneChosen: {
    nb: 'Velg minst én oppgave først.',
    da: 'Vælg mindst én opgave først.',
    en: 'Choose at least one question first.',
  },
  tagMissing: {
    nb: 'Skriv emneordet som skal legges til.',
    da: 'Skriv det emneord, der skal tilføjes.',
    en: 'Write the tag to add.',
  },

  changeMoved: {
    nb: (count: number, to: string) => `${count} flyttet til ${to === '' ? 'ingen kategori' : `«${to}»`}.`,
    da: (count: number, to: string) => `${count} flyttet til ${to === '' ? 'ingen kategori' : `»${to}«`}.`,
    en: (count: number, to: string) => `${count} moved to ${to === '' ? 'no category' : `“${to}”`}.`,
  },
  changeTagged: {
    nb: (count: number, tag: string) => `${count} fikk emneordet «${tag}».`,
    da: (count: number, tag: string) => `${count} fik emneordet »${tag}«.`,
    en: (count: number, tag: string) => `${count} got the tag “${tag}”.`,
  },
  changeHidden: {
    nb: (count: number) => `${count} skjult.`,
    da: (count: number) => `${count} skjult.`,
    en: (count: number) => `${count} hidden.`,
  },
  changeShown: {
    nb: (count: number) => `${count} vises igjen.`,
    da: (count: number) => `${count} vises igen.`,
    en: (count: number) => `${count} shown again.`,
  },
  changeImported: {
    nb: (count: number, file: string) => `${count} hentet inn fra ${file}.`,
    da: (count: number, file: string) => `${count} hentet ind fra ${file}.`,
    en: (count: number, file: string) => `${count} brought in from ${file}.`,
  },
  changeNothing: { nb: 'Ingenting måtte endres.', da: 'Intet skulle ændres.', en: 'Nothing had to be changed.' },
  undo: { nb: 'Angre', da: 'Fortryd', en: 'Undo' },
  onlyThese: { nb: 'Vis bare disse', da: 'Vis kun disse', en: 'Show only these' },
  noticeUndone: {
    nb: 'Angret. Alt er som før.',
    da: 'Fortrudt. Alt er som før.',
    en: 'Undone. Everything is as it was.',
  },
  undoneAlready: {
    nb: 'Dette er angret allerede.',
    da: 'Det er allerede fortrudt.',
    en: 'This has been undone already.',
  },
} as const satisfies Words

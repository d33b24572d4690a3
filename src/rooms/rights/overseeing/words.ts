import type { Words } from '../../../platform/words.ts'

export const words = {
  oversight: { nb: 'Tilsyn', da: 'Tilsyn', en: 'Oversight' },
  oversightLede: {
    nb: 'Om løftene holdes her, i tall. Ingen er nevnt ved navn.',
    da: 'Om løfterne holdes her, i tal. Ingen er nævnt ved navn.',
    en: 'Whether the promises are kept here, in numbers. Nobody is named.',
  },
  whatToDo: { nb: 'Hva vil du gjøre?', da: 'Hvad vil du gøre?', en: 'What do you want to do?' },
  nothingOverdue: {
    nb: 'Ingenting er forsinket: alle som skulle vært slettet, er slettet.',
    da: 'Intet er forsinket: alle, der skulle være slettet, er slettet.',
    en: 'Nothing is overdue: everybody who should have been erased has been.',
  },
  overdue: {
    nb: (count: number, since: string) => (count === 1 ? `1 konto skulle vært slettet ${since}.` : `${count} kontoer skulle vært slettet, den første ${since}.`),
    da: (count: number, since: string) => (count === 1 ? `1 konto skulle have været slettet ${since}.` : `${count} konti skulle have været slettet, den første ${since}.`),
    en: (count: number, since: string) => (count === 1 ? `1 account should have been erased on ${since}.` : `${count} accounts should have been erased, the first on ${since}.`),
  },
  broughtBack: {
    nb: (back: number) => (back === 1 ? '1 slettet konto er kommet tilbake med en sikkerhetskopi, og slettes igjen.' : `${back} slettede kontoer er kommet tilbake med en sikkerhetskopi, og slettes igjen.`),
    da: (back: number) => (back === 1 ? '1 slettet konto er kommet tilbage med en sikkerhedskopi og bliver slettet igen.' : `${back} slettede konti er kommet tilbage med en sikkerhedskopi og bliver slettet igen.`),
    en: (back: number) => (back === 1 ? '1 erased account came back with a backup, and is being erased again.' : `${back} erased accounts came back with a backup, and are being erased again.`),
  },
  holds: { nb: 'Undersøkelser', da: 'Undersøgelser', en: 'Investigations' },
  holdsNow: {
    nb: (holds: number) => (holds === 0 ? 'Ingen rader holdes igjen nå.' : holds === 1 ? '1 undersøkelse holder rader igjen nå.' : `${holds} undersøkelser holder rader igjen nå.`),
    da: (holds: number) => (holds === 0 ? 'Ingen rækker holdes tilbage nu.' : holds === 1 ? '1 undersøgelse holder rækker tilbage nu.' : `${holds} undersøgelser holder rækker tilbage nu.`),
    en: (holds: number) => (holds === 0 ? 'No rows are held now.' : holds === 1 ? '1 investigation holds rows now.' : `${holds} investigations hold rows now.`),
  },
  securityLog: { nb: 'Sikkerhetsloggen', da: 'Sikkerhedsloggen', en: 'The security log' },
  securityLogWhat: {
    nb: 'Finn rader, og hold dem igjen til en undersøkelse.',
    da: 'Find rækker, og hold dem tilbage til en undersøgelse.',
    en: 'Find rows, and hold them for an investigation.',
  },
  promises: { nb: 'Løftene', da: 'Løfterne', en: 'The promises' },
  promisesNow: {
    nb: (tested: number, kept: number, all: number) => `${kept} av ${all} holdes, ${tested} av dem med en prøve.`,
    da: (tested: number, kept: number, all: number) => `${kept} af ${all} holdes, ${tested} af dem med en prøve.`,
    en: (tested: number, kept: number, all: number) => `${kept} of ${all} are kept, ${tested} of those with a test.`,
  },
  runs: { nb: 'Jobbene som sletter', da: 'Jobbene, der sletter', en: 'The jobs that erase' },
  noRuns: { nb: 'Ingen jobb har kjørt ennå', da: 'Intet job har kørt endnu', en: 'No job has run yet' },
  noRunsWhy: {
    nb: 'De kjører av seg selv så snart huset er åpent.',
    da: 'De kører af sig selv, så snart huset er åbent.',
    en: 'They run by themselves as soon as the house is open.',
  },
  ranAt: { nb: (at: string) => `Sist kjørt ${at}`, da: (at: string) => `Sidst kørt ${at}`, en: (at: string) => `Last run ${at}` },
  went: {
    nb: (gone: number) => (gone === 1 ? '1 slettet da' : `${gone} slettet da`),
    da: (gone: number) => (gone === 1 ? '1 slettet da' : `${gone} slettet da`),
    en: (gone: number) => `${gone} erased then`,
  },
  leftOver: { nb: (left: number) => `${left} ble igjen`, da: (left: number) => `${left} blev tilbage`, en: (left: number) => `${left} left over` },
  silent: { nb: 'Har stanset', da: 'Er gået i stå', en: 'Has stopped' },
  erased: { nb: 'Slettede kontoer', da: 'Slettede konti', en: 'Erased accounts' },
  nobodyErased: { nb: 'Ingen er slettet ennå.', da: 'Ingen er slettet endnu.', en: 'Nobody has been erased yet.' },
  cause_asked: { nb: 'Ba om det', da: 'Bad om det', en: 'Asked for it' },
  cause_deactivated: { nb: 'Fristen etter deaktivering', da: 'Fristen efter deaktivering', en: 'Time after deactivation' },
  cause_neverConfirmed: { nb: 'Aldri bekreftet', da: 'Aldrig bekræftet', en: 'Never confirmed' },
  cause_replayed: { nb: 'Gjentatt etter sikkerhetskopi', da: 'Gentaget efter sikkerhedskopi', en: 'Repeated after a backup' },
  ledger: {
    nb: (erasures: number) => `Listen utenfor databasen har ${erasures}. Den leses før en sikkerhetskopi får svare noen.`,
    da: (erasures: number) => `Listen uden for databasen har ${erasures}. Den læses, før en sikkerhedskopi må svare nogen.`,
    en: (erasures: number) => `The list outside the database has ${erasures}. It is read before a backup may answer anybody.`,
  },
  proofs: { nb: 'Prøvene', da: 'Prøverne', en: 'The proofs' },
  provedOn: { nb: (day: string) => `Alle prøvene besto ${day}.`, da: (day: string) => `Alle prøverne bestod ${day}.`, en: (day: string) => `All tests passed on ${day}.` },
  notProved: { nb: 'Prøvene er ikke kjørt samlet ennå.', da: 'Prøverne er ikke kørt samlet endnu.', en: 'The tests have not been run together yet.' },
} as const satisfies Words

/** What each job does, by its name. */
export const JOB_WORDS = {
  'rights.eraseDue': { nb: 'Kontoer som skal bort', da: 'Konti, der skal væk', en: 'Accounts that must go' },
  'rights.deleteExpired': { nb: 'Rader som har hatt sin tid', da: 'Rækker, der har haft deres tid', en: 'Rows that have had their time' },
} as const satisfies Words

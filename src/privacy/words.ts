import type { Language } from '../platform/words.ts'
import type { Basis } from './purposes.ts'
import type { Category, Source } from './table.ts'

/** A finished phrase in every language. */
export type Saying = Readonly<Record<Language, string>>

/** What each category is called where people read what we hold. */
export const categoryNames = {
  plain: { nb: 'Uten opplysninger om deg', da: 'Uden oplysninger om dig', en: 'Nothing about you' },
  identification: { nb: 'Hvem du er', da: 'Hvem du er', en: 'Who you are' },
  contact: { nb: 'Hvordan vi når deg', da: 'Hvordan vi når dig', en: 'How we reach you' },
  educational: { nb: 'Det du lærer og får til', da: 'Det, du lærer og opnår', en: 'What you learn and achieve' },
  administrative: { nb: 'Avtaler og oppgaver', da: 'Aftaler og opgaver', en: 'Agreements and duties' },
  technical: { nb: 'Teknisk', da: 'Teknisk', en: 'Technical' },
  special: { nb: 'Særlig følsomt', da: 'Særligt følsomt', en: 'Especially sensitive' },
  secret: { nb: 'Hemmeligheter som viser at du er deg', da: 'Hemmeligheder, der viser, at du er dig', en: 'Secrets that prove you are you' },
} as const satisfies Record<Category, Saying>

/** The basis of a purpose, with the place in the law. Source: GDPR article 6(1). */
export const basisNames = {
  consent: { nb: 'samtykket ditt (artikkel 6 nr. 1 a)', da: 'dit samtykke (artikel 6, stk. 1, litra a)', en: 'your consent (article 6(1)(a))' },
  contract: { nb: 'avtalen med deg (artikkel 6 nr. 1 b)', da: 'aftalen med dig (artikel 6, stk. 1, litra b)', en: 'the agreement with you (article 6(1)(b))' },
  'legal duty': { nb: 'en plikt i loven (artikkel 6 nr. 1 c)', da: 'en pligt i loven (artikel 6, stk. 1, litra c)', en: 'a duty in law (article 6(1)(c))' },
  'legitimate interest': { nb: 'en berettiget interesse (artikkel 6 nr. 1 f)', da: 'en berettiget interesse (artikel 6, stk. 1, litra f)', en: 'a legitimate interest (article 6(1)(f))' },
  'nothing personal': { nb: 'ingen opplysninger om noen', da: 'ingen oplysninger om nogen', en: 'nothing about anyone' },
} as const satisfies Record<Basis, Saying>

/** Where data come from. */
export const sourceNames = {
  you: { nb: 'fra deg', da: 'fra dig', en: 'from you' },
  'your organisation': { nb: 'fra organisasjonen din', da: 'fra din organisation', en: 'from your organisation' },
  'our employees': { nb: 'fra ansatte hos oss', da: 'fra vores medarbejdere', en: 'from our employees' },
  'the system': { nb: 'laget av systemet', da: 'dannet af systemet', en: 'made by the system' },
  'your use of the site': { nb: 'fra bruken din av siden', da: 'fra din brug af siden', en: 'from your use of the site' },
  nobody: { nb: 'ikke om noen', da: 'ikke om nogen', en: 'about nobody' },
} as const satisfies Record<Source, Saying>

/** What a table holds about a person, as they would say it. Every table about people is here. */
export const tableNames: Readonly<Record<string, Saying>> = {
  'privacy.standings': { nb: 'Hva vi har lov til', da: 'Hvad vi har lov til', en: 'What we are allowed to do' },
  'privacy.reach': { nb: 'Hvem som kan se deg', da: 'Hvem der kan se dig', en: 'Who may see you' },
  'privacy.looks': { nb: 'Hvem som har sett deg', da: 'Hvem der har set dig', en: 'Who has looked' },
  'privacy.keys': { nb: 'Din egen krypteringsnøkkel', da: 'Din egen krypteringsnøgle', en: 'Your own encryption key' },
  'accounts.persons': { nb: 'Kontoen', da: 'Kontoen', en: 'The account' },
  'accounts.appointments': { nb: 'Roller', da: 'Roller', en: 'Roles' },
  'security.events': { nb: 'Sikkerhetsloggen', da: 'Sikkerhedsloggen', en: 'The security log' },
  'sign_in.passwords': { nb: 'Passordet', da: 'Adgangskoden', en: 'The password' },
  'sign_in.sessions': { nb: 'Der du er logget inn', da: 'Hvor du er logget ind', en: 'Where you are signed in' },
  'sign_in.links': { nb: 'Lenker i brev', da: 'Links i breve', en: 'Links in letters' },
  'sign_in.factors': { nb: 'Engangskoder fra app', da: 'Engangskoder fra app', en: 'One-time codes from an app' },
  'sign_in.recovery_codes': { nb: 'Reservekoder', da: 'Reservekoder', en: 'Recovery codes' },
  'sign_in.passkeys': { nb: 'Passnøkler', da: 'Adgangsnøgler', en: 'Passkeys' },
  'sign_in.proofs': { nb: 'Halvveis i innloggingen', da: 'Halvvejs i login', en: 'Half-way through signing in' },
  'sign_in.shown_codes': { nb: 'Reservekoder mens de vises', da: 'Reservekoder, mens de vises', en: 'Recovery codes while they are shown' },
  'organisations.seats': { nb: 'Plassen i medlemskapet', da: 'Pladsen i medlemskabet', en: 'The seat in the membership' },
  'organisations.contacts': { nb: 'Kontaktperson for en organisasjon', da: 'Kontaktperson for en organisation', en: 'Contact of an organisation' },
  'registration.acceptances': { nb: 'Godkjenninger av personvernteksten', da: 'Godkendelser af privatlivsteksten', en: 'Acceptances of the privacy policy' },
  'courses.enrolments': { nb: 'Kurs du er med i', da: 'Kurser, du er med i', en: 'Courses you take' },
  'courses.places': { nb: 'Der du slapp i et kurs', da: 'Hvor du slap i et kursus', en: 'Where you left off in a course' },
  'courses.visits': { nb: 'Leksjoner du har vært i', da: 'Lektioner, du har været i', en: 'Lessons you have visited' },
  'courses.item_completions': { nb: 'Det du er ferdig med i et kurs', da: 'Det, du er færdig med i et kursus', en: 'What you have done in a course' },
  'courses.completions': { nb: 'Fullførte kurs', da: 'Gennemførte kurser', en: 'Completed courses' },
  'courses.teachers': { nb: 'Kurs du underviser i', da: 'Kurser, du underviser i', en: 'Courses you teach' },
  'courses.lesson_versions': { nb: 'Leksjoner du har skrevet', da: 'Lektioner, du har skrevet', en: 'Lessons you have written' },
  'questions.versions': { nb: 'Spørsmål du har skrevet', da: 'Spørgsmål, du har skrevet', en: 'Questions you have written' },
  'questions.changes': { nb: 'Endringer i spørsmål, til å angre', da: 'Ændringer i spørgsmål, der kan fortrydes', en: 'Changes of questions, to be undone' },
  'questions.imports': { nb: 'Filer med spørsmål på vent', da: 'Filer med spørgsmål, der venter', en: 'Waiting files of questions' },
  'exams.attempts': { nb: 'Eksamensforsøk', da: 'Prøveforsøg', en: 'Attempts at exams' },
  'exams.answers': { nb: 'Svar i eksamener', da: 'Svar i prøver', en: 'Answers in exams' },
  'exams.marks': { nb: 'Vurderinger av svar', da: 'Bedømmelser af svar', en: 'Marks of answers' },
  'exams.arrangements': { nb: 'Ekstra tid og forsøk', da: 'Ekstra tid og forsøg', en: 'Extra time and attempts' },
  'exams.passes': { nb: 'Beståtte eksamener', da: 'Beståede prøver', en: 'Passed exams' },
  'exams.versions': { nb: 'Eksamener du har laget', da: 'Prøver, du har lavet', en: 'Exams you have made' },
  'exams.regrades': { nb: 'Nye vurderinger du har satt i gang', da: 'Nye bedømmelser, du har sat i gang', en: 'Regrades you have started' },
}

/**
 * What a column says, by its name alone, since a name means one thing everywhere in the house; or
 * by `room.table.column` where it does not. Every column that is not plain is here.
 */
export const columnNames: Readonly<Record<string, Saying>> = {
  first_name: { nb: 'fornavn', da: 'fornavn', en: 'first name' },
  last_name: { nb: 'etternavn', da: 'efternavn', en: 'last name' },
  email: { nb: 'e-postadresse', da: 'e-mailadresse', en: 'e-mail address' },
  new_email: { nb: 'ny e-postadresse', da: 'ny e-mailadresse', en: 'new e-mail address' },
  language: { nb: 'språk', da: 'sprog', en: 'language' },
  created: { nb: 'når det ble laget', da: 'hvornår det blev lavet', en: 'when it was made' },
  email_confirmed: { nb: 'når e-postadressen ble bekreftet', da: 'hvornår e-mailadressen blev bekræftet', en: 'when the e-mail address was confirmed' },
  unconfirmed_until: { nb: 'siste frist for å bekrefte', da: 'sidste frist for at bekræfte', en: 'last moment to confirm' },
  name_confirmed: { nb: 'når navnet ble bekreftet', da: 'hvornår navnet blev bekræftet', en: 'when the name was confirmed' },
  blocked: { nb: 'når kontoen ble sperret', da: 'hvornår kontoen blev spærret', en: 'when the account was blocked' },
  deactivated: { nb: 'når kontoen ble deaktivert', da: 'hvornår kontoen blev deaktiveret', en: 'when the account was deactivated' },
  deactivated_because: { nb: 'hvorfor den ble deaktivert', da: 'hvorfor den blev deaktiveret', en: 'why it was deactivated' },
  erase_due: { nb: 'når den blir slettet', da: 'hvornår den bliver slettet', en: 'when it will be erased' },
  role: { nb: 'rolle', da: 'rolle', en: 'role' },
  begins: { nb: 'fra når', da: 'fra hvornår', en: 'from when' },
  ends: { nb: 'til når', da: 'til hvornår', en: 'until when' },
  holder: { nb: 'at plassen er din', da: 'at pladsen er din', en: 'that the seat is yours' },
  claimed: { nb: 'når du tok plassen', da: 'hvornår du tog pladsen', en: 'when you took the seat' },
  version: { nb: 'hvilken utgave', da: 'hvilken udgave', en: 'which version' },
  accepted: { nb: 'når du godtok den', da: 'hvornår du accepterede den', en: 'when you accepted it' },
  purpose: { nb: 'formål', da: 'formål', en: 'purpose' },
  what: { nb: 'hva som ble sett', da: 'hvad der blev set', en: 'what was looked at' },
  looked: { nb: 'når det ble sett', da: 'hvornår det blev set', en: 'when it was looked at' },
  because: { nb: 'grunn', da: 'grund', en: 'reason' },
  allowed: { nb: 'lovlige formål', da: 'lovlige formål', en: 'lawful purposes' },
  objected: { nb: 'det du har sagt nei til', da: 'det, du har sagt nej til', en: 'what you have objected to' },
  restricted: { nb: 'om bruken er begrenset, og fra når', da: 'om brugen er begrænset, og fra hvornår', en: 'whether use is restricted, and since when' },
  lawful: { nb: 'det som er lov akkurat nå', da: 'det, der er lovligt lige nu', en: 'what is lawful right now' },
  happened: { nb: 'når det skjedde', da: 'hvornår det skete', en: 'when it happened' },
  network: { nb: 'IP-adresse', da: 'IP-adresse', en: 'IP address' },
  device: { nb: 'nettleser og enhet, i to ord', da: 'browser og enhed, i to ord', en: 'browser and device, in two words' },
  key: { nb: 'avtrykk av det som ble prøvd', da: 'aftryk af det, der blev prøvet', en: 'fingerprint of what was tried' },
  kind: { nb: 'hva slags', da: 'hvilken slags', en: 'what kind' },
  hash: { nb: 'avtrykk som ikke kan leses tilbake', da: 'aftryk, der ikke kan læses tilbage', en: 'fingerprint that cannot be read back' },
  token_hash: { nb: 'avtrykk av nøkkelen i nettleseren eller brevet', da: 'aftryk af nøglen i browseren eller brevet', en: 'fingerprint of the key in the browser or letter' },
  secret: { nb: 'felles hemmelighet med appen', da: 'fælles hemmelighed med appen', en: 'secret shared with the app' },
  sealed: { nb: 'kryptert innhold', da: 'krypteret indhold', en: 'encrypted content' },
  'privacy.keys.sealed': { nb: 'nøkkelen, selv kryptert', da: 'nøglen, selv krypteret', en: 'the key, itself encrypted' },
  changed: { nb: 'når det ble endret', da: 'hvornår det blev ændret', en: 'when it was changed' },
  started: { nb: 'når det begynte', da: 'hvornår det begyndte', en: 'when it began' },
  used: { nb: 'når det ble brukt sist', da: 'hvornår det sidst blev brugt', en: 'when it was last used' },
  ended: { nb: 'når det ble avsluttet', da: 'hvornår det blev afsluttet', en: 'when it was ended' },
  strong: { nb: 'om du viste mer enn passordet', da: 'om du viste mere end adgangskoden', en: 'whether more than the password was shown' },
  expires: { nb: 'når det går ut', da: 'hvornår det udløber', en: 'when it runs out' },
  confirmed: { nb: 'når det ble bekreftet', da: 'hvornår det blev bekræftet', en: 'when it was confirmed' },
  last_step: { nb: 'siste brukte kode, som et nummer', da: 'sidst brugte kode, som et nummer', en: 'last code used, as a number' },
  credential: { nb: 'nøkkelens navn', da: 'nøglens navn', en: 'name of the key' },
  public_key: { nb: 'åpen nøkkel', da: 'offentlig nøgle', en: 'public key' },
  counter: { nb: 'teller', da: 'tæller', en: 'counter' },
  transports: { nb: 'hvordan nøkkelen kobles til', da: 'hvordan nøglen tilsluttes', en: 'how the key connects' },
  label: { nb: 'navnet du ga den', da: 'navnet, du gav den', en: 'the name you gave it' },
  author: { nb: 'hvem som skrev det', da: 'hvem der skrev det', en: 'who wrote it' },
  teacher: { nb: 'hvem som gjorde det', da: 'hvem der gjorde det', en: 'who did it' },
  person: { nb: 'hvem det er', da: 'hvem det er', en: 'who it is' },
  made: { nb: 'når det ble gjort', da: 'hvornår det blev gjort', en: 'when it was done' },
  saved: { nb: 'når det ble lagret', da: 'hvornår det blev gemt', en: 'when it was saved' },
  enrolled: { nb: 'når du begynte', da: 'hvornår du begyndte', en: 'when you began' },
  left_course: { nb: 'når du sluttet', da: 'hvornår du holdt op', en: 'when you left' },
  paragraph: { nb: 'avsnittet du var på', da: 'afsnittet, du var på', en: 'the paragraph you were on' },
  visited: { nb: 'når du var der', da: 'hvornår du var der', en: 'when you were there' },
  first_visited: { nb: 'første besøk', da: 'første besøg', en: 'first visit' },
  last_visited: { nb: 'siste besøk', da: 'seneste besøg', en: 'latest visit' },
  video_seconds: { nb: 'hvor langt du kom i filmen', da: 'hvor langt du kom i filmen', en: 'how far you came in the film' },
  done: { nb: 'når du var ferdig', da: 'hvornår du var færdig', en: 'when you had done it' },
  how: { nb: 'hvordan', da: 'hvordan', en: 'how' },
  completed: { nb: 'når du fullførte', da: 'hvornår du gennemførte', en: 'when you completed it' },
  rule: { nb: 'kravet som gjaldt da', da: 'kravet, der gjaldt dengang', en: 'the rule that held then' },
  number: { nb: 'nummer i rekken', da: 'nummer i rækken', en: 'number in the row' },
  seed: { nb: 'trekningen av spørsmål', da: 'udtrækningen af spørgsmål', en: 'the draw of questions' },
  questions: { nb: 'spørsmålene du fikk', da: 'spørgsmålene, du fik', en: 'the questions you were given' },
  deadline: { nb: 'frist', da: 'frist', en: 'deadline' },
  answers_until: { nb: 'siste frist for svar', da: 'sidste frist for svar', en: 'last moment for answers' },
  at: { nb: 'spørsmålet du står på', da: 'spørgsmålet, du står ved', en: 'the question you are on' },
  seen: { nb: 'spørsmålene du har sett', da: 'spørgsmålene, du har set', en: 'the questions you have seen' },
  submitted: { nb: 'når det ble levert', da: 'hvornår det blev afleveret', en: 'when it was handed in' },
  submitted_because: { nb: 'hvorfor det ble levert', da: 'hvorfor det blev afleveret', en: 'why it was handed in' },
  marked: { nb: 'når det ble vurdert', da: 'hvornår det blev bedømt', en: 'when it was marked' },
  released: { nb: 'når resultatet ble vist', da: 'hvornår resultatet blev vist', en: 'when the result was shown' },
  points: { nb: 'poeng', da: 'point', en: 'points' },
  most: { nb: 'høyeste mulige poeng', da: 'højeste mulige point', en: 'highest possible points' },
  percent: { nb: 'resultat i prosent', da: 'resultat i procent', en: 'result in per cent' },
  passed: { nb: 'når det ble bestått', da: 'hvornår det blev bestået', en: 'when it was passed' },
  position: { nb: 'hvilket spørsmål', da: 'hvilket spørgsmål', en: 'which question' },
  response: { nb: 'svaret', da: 'svaret', en: 'the answer' },
  sequence: { nb: 'svarets nummer', da: 'svarets nummer', en: 'number of the answer' },
  flagged: { nb: 'om du merket spørsmålet', da: 'om du markerede spørgsmålet', en: 'whether you flagged the question' },
  fraction: { nb: 'del av poengene', da: 'del af pointene', en: 'share of the points' },
  marker: { nb: 'hvem som vurderte', da: 'hvem der bedømte', en: 'who marked it' },
  comment: { nb: 'kommentar til svaret', da: 'kommentar til svaret', en: 'comment on the answer' },
  replaced: { nb: 'når det ble erstattet', da: 'hvornår det blev erstattet', en: 'when it was replaced' },
  factor: { nb: 'hvor mye lengre tid', da: 'hvor meget længere tid', en: 'how much longer' },
  extra_minutes: { nb: 'ekstra minutter', da: 'ekstra minutter', en: 'extra minutes' },
  extra_attempts: { nb: 'ekstra forsøk', da: 'ekstra forsøg', en: 'extra attempts' },
  given: { nb: 'når det ble gitt', da: 'hvornår det blev givet', en: 'when it was given' },
  giver: { nb: 'hvem som ga det', da: 'hvem der gav det', en: 'who gave it' },
}

/** What a column of a table says; its bare name where nobody has said it yet, which a test forbids. */
export function meaningOf(table: string, column: string): Saying {
  return columnNames[`${table}.${column}`] ?? columnNames[column] ?? { nb: column, da: column, en: column }
}

/** What a table holds; its bare name where nobody has said it yet, which a test forbids. */
export function nameOfTable(table: string): Saying {
  return tableNames[table] ?? { nb: table, da: table, en: table }
}

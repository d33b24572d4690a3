import type { Words } from '../../platform/words.ts'

/** What the privacy pages say around the texts and lists. */
export const words = {
  title: { nb: 'Personvern', da: 'Privatliv', en: 'Privacy' },
  inForceSince: {
    nb: (day: string) => `Gjelder fra ${day}.`,
    da: (day: string) => `Gælder fra ${day}.`,
    en: (day: string) => `In force from ${day}.`,
  },
  versionName: {
    nb: (hash: string) => `Utgave ${hash}`,
    da: (hash: string) => `Udgave ${hash}`,
    en: (hash: string) => `Version ${hash}`,
  },
  versionSeal: { nb: 'Avtrykk', da: 'Aftryk', en: 'Fingerprint' },
  contents: { nb: 'Innhold', da: 'Indhold', en: 'Contents' },
  aboutText: { nb: 'Om teksten', da: 'Om teksten', en: 'About the text' },
  allVersions: { nb: 'Alle utgaver', da: 'Alle udgaver', en: 'All versions' },
  whatChanged: { nb: 'Hva ble endret', da: 'Hvad blev ændret', en: 'What changed' },
  keptHow: { nb: 'Slik holder vi det vi lover', da: 'Sådan holder vi det, vi lover', en: 'How we keep what we promise' },
  comingSoon: {
    nb: (day: string) => `En ny utgave gjelder fra ${day}.`,
    da: (day: string) => `En ny udgave gælder fra ${day}.`,
    en: (day: string) => `A new version comes into force on ${day}.`,
  },
  readIt: { nb: 'Les den', da: 'Læs den', en: 'Read it' },
  notThisOne: {
    nb: 'Dette er ikke utgaven som gjelder nå.',
    da: 'Det her er ikke den udgave, der gælder nu.',
    en: 'This is not the version in force now.',
  },
  toCurrent: { nb: 'Til utgaven som gjelder', da: 'Til den gældende udgave', en: 'To the version in force' },

  versionsTitle: { nb: 'Utgaver av personvernteksten', da: 'Udgaver af privatlivsteksten', en: 'Versions of the privacy policy' },
  versionsLede: {
    nb: 'Ingen utgave blir endret eller slettet etter at den er lagt ut.',
    da: 'Ingen udgave bliver ændret eller slettet, efter at den er lagt ud.',
    en: 'No version is changed or deleted once it has been published.',
  },
  inForce: { nb: 'gjelder nå', da: 'gælder nu', en: 'in force' },
  comesIntoForce: { nb: 'kommer', da: 'kommer', en: 'to come' },
  first: { nb: 'den første', da: 'den første', en: 'the first' },

  changesTitle: { nb: 'Hva ble endret', da: 'Hvad blev ændret', en: 'What changed' },
  changesLede: {
    nb: (before: string, after: string) => `Fra utgave ${before} til ${after}. Det som er tatt bort, er strøket over, og det som er nytt, er merket.`,
    da: (before: string, after: string) => `Fra udgave ${before} til ${after}. Det, der er taget ud, er streget over, og det, der er nyt, er markeret.`,
    en: (before: string, after: string) => `From version ${before} to ${after}. What was taken out is struck through, and what is new is marked.`,
  },
  noChanges: {
    nb: 'Dette er den første utgaven, så det er ingenting å sammenligne med.',
    da: 'Det her er den første udgave, så der er ikke noget at sammenligne med.',
    en: 'This is the first version, so there is nothing to compare it with.',
  },
  sameInThisLanguage: {
    nb: 'Teksten er den samme på dette språket.',
    da: 'Teksten er den samme på dette sprog.',
    en: 'The text is the same in this language.',
  },
  matters: { nb: 'Det som betyr noe for deg', da: 'Det, der betyder noget for dig', en: 'What matters to you' },
  removed: { nb: 'Tatt bort: ', da: 'Taget ud: ', en: 'Removed: ' },
  added: { nb: 'Nytt: ', da: 'Nyt: ', en: 'Added: ' },

  promisesTitle: { nb: 'Løftene og det som holder dem', da: 'Løfterne og det, der holder dem', en: 'The promises, and what keeps them' },
  promisesLede: {
    nb: 'Hver setning i personvernteksten er et løfte. Her står mekanismen bak, og prøvene som viser at den virker.',
    da: 'Hver sætning i privatlivsteksten er et løfte. Her står mekanismen bag og de prøver, der viser, at den virker.',
    en: 'Each sentence of the privacy policy is a promise. Here is the mechanism behind it, and the tests that show that it works.',
  },
  promisesCount: {
    nb: (proved: number, kept: number, all: number) => `${kept} av ${all} løfter blir holdt her i dag, og ${proved} av dem har en prøve. Resten kommer senere.`,
    da: (proved: number, kept: number, all: number) => `${kept} af ${all} løfter bliver holdt her i dag, og ${proved} af dem har en prøve. Resten kommer senere.`,
    en: (proved: number, kept: number, all: number) => `${kept} of ${all} promises are kept here today, and ${proved} of those have a test. The rest come later.`,
  },
  lastProved: {
    nb: (day: string) => `Alle prøvene besto ${day}.`,
    da: (day: string) => `Alle prøverne bestod ${day}.`,
    en: (day: string) => `All tests passed on ${day}.`,
  },
  notYetProved: {
    nb: 'Denne utgaven av programmet har ennå ikke kjørt alle prøvene samlet.',
    da: 'Denne udgave af programmet har endnu ikke kørt alle prøverne samlet.',
    en: 'This version of the software has not yet run all its tests together.',
  },
  erasuresOverdue: {
    nb: (overdue: number, at: string) => `${overdue === 0 ? 'Ingen konto' : overdue === 1 ? '1 konto' : `${overdue} kontoer`} skulle vært slettet og er det ikke. Sist undersøkt ${at}.`,
    da: (overdue: number, at: string) => `${overdue === 0 ? 'Ingen konto' : overdue === 1 ? '1 konto' : `${overdue} konti`} skulle have været slettet og er det ikke. Sidst undersøgt ${at}.`,
    en: (overdue: number, at: string) => `${overdue === 0 ? 'No account' : overdue === 1 ? '1 account' : `${overdue} accounts`} should have been erased and ${overdue > 1 ? 'are' : 'is'} not. Last looked for ${at}.`,
  },
  erasuresSilent: {
    nb: (at: string) => `Jobben som sletter til rett tid, har ikke kjørt siden ${at}. Det er en feil hos oss.`,
    da: (at: string) => `Jobbet, der sletter til rette tid, har ikke kørt siden ${at}. Det er en fejl hos os.`,
    en: (at: string) => `The job that erases on time has not run since ${at}. That is a fault of ours.`,
  },
  erasuresNotYet: {
    nb: 'Jobben som sletter til rett tid, har ikke kjørt ennå.',
    da: 'Jobbet, der sletter til rette tid, har ikke kørt endnu.',
    en: 'The job that erases on time has not run yet.',
  },
  mechanism: { nb: 'Det som holder det', da: 'Det, der holder det', en: 'What keeps it' },
  tests: { nb: 'Prøver', da: 'Prøver', en: 'Tests' },
  noTest: { nb: 'Ingen prøve ennå.', da: 'Ingen prøve endnu.', en: 'No test yet.' },
  whatKeepsIt: { nb: 'Det som holder løftet', da: 'Det, der holder løftet', en: 'What keeps this promise' },
  comesLater: { nb: 'kommer senere', da: 'kommer senere', en: 'comes later' },
  kept: { nb: 'holdes', da: 'holdes', en: 'kept' },
  keptAndTested: { nb: 'prøvd', da: 'afprøvet', en: 'tested' },

  cookiesTitle: { nb: 'Informasjonskapsler', da: 'Cookies', en: 'Cookies' },
  cookiesLede: {
    nb: 'Leser du bare, legger vi ingenting i nettleseren din. Dette er alt vi ellers kan legge der.',
    da: 'Læser du bare, lægger vi ikke noget i din browser. Det her er alt, vi ellers kan lægge der.',
    en: 'If you only read, we leave nothing in your browser. This is everything we may leave there otherwise.',
  },
  inStorage: {
    nb: (name: string) => `${name} (nettleserens lager)`,
    da: (name: string) => `${name} (browserens lager)`,
    en: (name: string) => `${name} (browser storage)`,
  },
  cookieSet: { nb: 'Settes', da: 'Sættes', en: 'Set' },
  cookieLasts: { nb: 'Varer', da: 'Varer', en: 'Lasts' },
  cookieReadBy: { nb: 'Leses av', da: 'Læses af', en: 'Read by' },
  alsoNamed: {
    nb: 'Over en kryptert forbindelse heter session «__Host-session», så ingen annen side kan sette den.',
    da: 'Over en krypteret forbindelse hedder session »__Host-session«, så ingen anden side kan sætte den.',
    en: 'Over an encrypted connection, session is called "__Host-session", so that no other site can set it.',
  },
  noBeaconTitle: { nb: 'Ingen sporing', da: 'Ingen sporing', en: 'No tracking' },
  noBeacon: {
    nb: 'Vi har ingen sporing, ingen «beacon» og ingenting fra andre nettsteder. Kommer det noe slikt, er det slått av til du sier ja.',
    da: 'Vi har ingen sporing, ingen »beacon« og intet fra andre websteder. Kommer der noget sådant, er det slået fra, til du siger ja.',
    en: 'We have no tracking, no "beacon", and nothing from other sites. If such a thing comes, it is off until you say yes.',
  },
  gpcHeard: {
    nb: 'Nettleseren din ber om å ikke bli fulgt (Global Privacy Control). Det gjelder fra første side.',
    da: 'Din browser beder om ikke at blive fulgt (Global Privacy Control). Det gælder fra første side.',
    en: 'Your browser asks not to be tracked (Global Privacy Control). That holds from the first page on.',
  },
  gpcExplained: {
    nb: 'En nettleser som sender Global Privacy Control, blir hørt uten at du gjør noe mer.',
    da: 'En browser, der sender Global Privacy Control, bliver hørt, uden at du gør mere.',
    en: 'A browser that sends Global Privacy Control is heard without your doing anything more.',
  },
  notInCookiesTitle: { nb: 'Det som ikke er i informasjonskapsler', da: 'Det, der ikke er i cookies', en: 'What is not in cookies' },
  notInCookies: {
    nb: (time: string) => `IP-adressen og nettleseren står i sikkerhetsloggen når noen logger inn, registrerer seg eller prøver på det, og slettes etter ${time}. Hvor rask siden er, måler vi uten å vite hvem som er her.`,
    da: (time: string) => `IP-adressen og browseren står i sikkerhedsloggen, når nogen logger ind, registrerer sig eller forsøger på det, og slettes efter ${time}. Hvor hurtig siden er, måler vi uden at vide, hvem der er her.`,
    en: (time: string) => `The IP address and the browser stand in the security log when somebody signs in, registers or tries to, and are deleted after ${time}. We measure how fast the site is without knowing who is here.`,
  },

  contactTitle: { nb: 'Kontakt', da: 'Kontakt', en: 'Contact' },
  contactLede: {
    nb: (name: string) => `Slik når du ${name}.`,
    da: (name: string) => `Sådan når du ${name}.`,
    en: (name: string) => `How to reach ${name}.`,
  },
  general: { nb: 'Spørsmål om kurs og konto', da: 'Spørgsmål om kurser og konto', en: 'Questions about courses and accounts' },
  forYourRights: { nb: 'Personvern og rettighetene dine', da: 'Privatliv og dine rettigheder', en: 'Privacy and your rights' },
  forYourRightsText: {
    nb: 'Personvernombudet og den som har ansvaret for personvern, svarer her. Du trenger ikke ha konto, og vi ber ikke om legitimasjon, bare et svar fra e-postadressen det gjelder.',
    da: 'Databeskyttelsesrådgiveren og den privatlivsansvarlige svarer her. Du behøver ikke have en konto, og vi beder ikke om legitimation, kun et svar fra den e-mailadresse, det drejer sig om.',
    en: 'The Data Protection Officer and the Head of Data Protection answer here. You need no account, and we do not ask for an identity card, only for an answer from the e-mail address concerned.',
  },
  selfService: { nb: 'Det meste kan du gjøre selv på Mine data', da: 'Det meste kan du selv gøre på Mine data', en: 'Most things you can do yourself at My data' },
  complaints: { nb: 'Klage', da: 'Klage', en: 'Complaints' },
  complaintsText: {
    nb: 'Vi hører gjerne fra deg først, men du kan gå rett til tilsynet.',
    da: 'Vi hører gerne fra dig først, men du kan gå direkte til tilsynet.',
    en: 'We would like to hear from you first, but you may go straight to the authority.',
  },
  email: { nb: 'E-post', da: 'E-mail', en: 'E-mail' },
  phone: { nb: 'Telefon', da: 'Telefon', en: 'Phone' },
  post: { nb: 'Post', da: 'Post', en: 'Post' },
  website: { nb: 'Nettsted', da: 'Websted', en: 'Website' },
  who: { nb: 'Hvem', da: 'Hvem', en: 'Who' },

  number: {
    nb: (number: string) => `Org.nr. ${number}`,
    da: (number: string) => `CVR-nr. ${number}`,
    en: (number: string) => `Company no. ${number}`,
  },
  forPrivacy: {
    nb: (mail: string) => `Personvern og rettigheter: ${mail}`,
    da: (mail: string) => `Privatliv og rettigheder: ${mail}`,
    en: (mail: string) => `Privacy and your rights: ${mail}`,
  },
  forTheRest: {
    nb: (mail: string) => `Alt annet: ${mail}`,
    da: (mail: string) => `Alt andet: ${mail}`,
    en: (mail: string) => `Everything else: ${mail}`,
  },
  byPhone: {
    nb: (phone: string) => `Telefon: ${phone}`,
    da: (phone: string) => `Telefon: ${phone}`,
    en: (phone: string) => `Phone: ${phone}`,
  },
  byPost: {
    nb: (address: string) => `Post: ${address}`,
    da: (address: string) => `Post: ${address}`,
    en: (address: string) => `Post: ${address}`,
  },
  basedOn: {
    nb: (basis: string) => `Grunnlag: ${basis}.`,
    da: (basis: string) => `Grundlag: ${basis}.`,
    en: (basis: string) => `Basis: ${basis}.`,
  },
  cookieLife: {
    nb: (set: string, lasts: string, readBy: string) => `Settes ${set}, varer ${lasts}. Leses av ${readBy}.`,
    da: (set: string, lasts: string, readBy: string) => `Sættes ${set}, varer ${lasts}. Læses af ${readBy}.`,
    en: (set: string, lasts: string, readBy: string) => `Set ${set}, lasts ${lasts}. Read by ${readBy}.`,
  },
  given: {
    nb: (fields: string) => `Får: ${fields}`,
    da: (fields: string) => `Får: ${fields}`,
    en: (fields: string) => `Is given: ${fields}`,
  },
  mayOnly: {
    nb: (instruction: string) => `Oppdraget: ${instruction}`,
    da: (instruction: string) => `Opgaven: ${instruction}`,
    en: (instruction: string) => `The task: ${instruction}`,
  },
  storedAndSeen: {
    nb: (where: string, protection: string) => `Lagres i og kan bare ses fra ${where}, ${protection}.`,
    da: (where: string, protection: string) => `Gemmes i og kan kun ses fra ${where}, ${protection}.`,
    en: (where: string, protection: string) => `Stored in and seen only from ${where}, ${protection}.`,
  },
  withinEea: { nb: 'innenfor EØS', da: 'inden for EØS', en: 'within the EEA' },
  agreed: {
    nb: (agreement: string) => `Avtale: ${agreement}.`,
    da: (agreement: string) => `Aftale: ${agreement}.`,
    en: (agreement: string) => `Agreement: ${agreement}.`,
  },

  newPurpose: {
    nb: (name: string) => `Et nytt formål: ${name}`,
    da: (name: string) => `Et nyt formål: ${name}`,
    en: (name: string) => `A new purpose: ${name}`,
  },
  newBasis: {
    nb: (name: string, basis: string) => `Et nytt grunnlag for ${name}: ${basis}`,
    da: (name: string, basis: string) => `Et nyt grundlag for ${name}: ${basis}`,
    en: (name: string, basis: string) => `A new basis for ${name}: ${basis}`,
  },
  newRecipient: {
    nb: (name: string) => `En ny mottaker: ${name}`,
    da: (name: string) => `En ny modtager: ${name}`,
    en: (name: string) => `A new recipient: ${name}`,
  },
  newCategory: {
    nb: (what: string, name: string) => `Noe nytt vi har om deg (${name}): ${what}`,
    da: (what: string, name: string) => `Noget nyt, vi har om dig (${name}): ${what}`,
    en: (what: string, name: string) => `Something new we hold about you (${name}): ${what}`,
  },
  keptLonger: {
    nb: (what: string, until: string) => `Vi beholder dette lenger: ${what}. ${until}`,
    da: (what: string, until: string) => `Vi beholder det her længere: ${what}. ${until}`,
    en: (what: string, until: string) => `We keep this longer: ${what}. ${until}`,
  },
  newCookie: {
    nb: (name: string) => `En ny informasjonskapsel: ${name}`,
    da: (name: string) => `En ny cookie: ${name}`,
    en: (name: string) => `A new cookie: ${name}`,
  },

  versionTooEarly: {
    nb: 'En ny utgave kan ikke gjelde fra før den som gjelder nå',
    da: 'En ny udgave kan ikke gælde fra før den, der gælder nu',
    en: 'A new version cannot hold from before the one in force',
  },
  policyMissing: {
    nb: 'Denne institusjonen har ikke lagt ut noen personverntekst ennå',
    da: 'Denne institution har endnu ikke lagt nogen privatlivstekst ud',
    en: 'This institution has not published a privacy policy yet',
  },
} as const satisfies Words

import type { Words } from '../../../platform/words.ts'

/** What is said on the pages where somebody looks after their own way in. */
export const accountWords = {
  passwordTitle: { nb: 'Bytt passord', da: 'Skift adgangskode', en: 'Change password' },
  oldPassword: { nb: 'Nåværende passord', da: 'Nuværende adgangskode', en: 'Present password' },
  newPassword: { nb: 'Nytt passord', da: 'Ny adgangskode', en: 'New password' },
  passwordEnds: {
    nb: 'Du blir logget ut alle andre steder enn her.',
    da: 'Du bliver logget ud alle andre steder end her.',
    en: 'You are signed out everywhere but here.',
  },
  oldPasswordRefused: { nb: 'Passordet stemmer ikke', da: 'Adgangskoden passer ikke', en: 'The password is wrong' },
  noticePassword: {
    nb: 'Passordet er byttet, og du er logget ut alle andre steder',
    da: 'Adgangskoden er skiftet, og du er logget ud alle andre steder',
    en: 'The password is changed, and you are signed out everywhere else',
  },
  emailTitle: { nb: 'Bytt e-postadresse', da: 'Skift e-mailadresse', en: 'Change e-mail address' },
  emailNow: {
    nb: (email: string) => `Nå skriver vi til ${email}.`,
    da: (email: string) => `Nu skriver vi til ${email}.`,
    en: (email: string) => `We now write to ${email}.`,
  },
  newEmail: { nb: 'Ny e-postadresse', da: 'Ny e-mailadresse', en: 'New e-mail address' },
  newEmailHow: {
    nb: 'Vi sender en lenke dit. Adressen byttes når du åpner den; den gamle får beskjed.',
    da: 'Vi sender et link dertil. Adressen skiftes, når du åbner det; den gamle får besked.',
    en: 'We send a link there. The address changes when you open it; the old one is told.',
  },
  noticeEmailAsked: {
    nb: 'Vi har sendt en lenke til den nye adressen',
    da: 'Vi har sendt et link til den nye adresse',
    en: 'We have sent a link to the new address',
  },

  sessions: { nb: 'Her er du logget inn', da: 'Her er du logget ind', en: 'Where you are signed in' },
  sessionsLede: {
    nb: 'Kjenner du ikke igjen et sted? Logg ut der, og bytt passord.',
    da: 'Kan du ikke genkende et sted? Log ud der, og skift adgangskode.',
    en: 'Do you not recognise one? Sign out there and change your password.',
  },
  thisOne: { nb: 'Denne enheten', da: 'Denne enhed', en: 'This device' },
  sessionTimes: {
    nb: (started: string, used: string) => `Logget inn ${started}, sist brukt ${used}`,
    da: (started: string, used: string) => `Logget ind ${started}, sidst brugt ${used}`,
    en: (started: string, used: string) => `Signed in ${started}, last used ${used}`,
  },
  end: { nb: 'Logg ut', da: 'Log ud', en: 'Sign out' },
  endOthers: { nb: 'Logg ut alle andre steder', da: 'Log ud alle andre steder', en: 'Sign out everywhere else' },
  noticeEnded: { nb: 'Du er logget ut der', da: 'Du er logget ud der', en: 'You are signed out there' },
  noticeOthersEnded: {
    nb: 'Du er logget ut alle andre steder',
    da: 'Du er logget ud alle andre steder',
    en: 'You are signed out everywhere else',
  },

  factors: { nb: 'Totrinnsbekreftelse', da: 'Totrinsbekræftelse', en: 'Two-step sign-in' },
  factorsLede: {
    nb: 'Et passord kan komme på avveie. Med et skritt til, på noe du har, kommer ingen inn med det alene.',
    da: 'En adgangskode kan komme på afveje. Med et skridt mere, på noget, du har, kommer ingen ind med den alene.',
    en: 'A password can go astray. With one more step, on something you have, nobody gets in with it alone.',
  },
  canWait: {
    nb: (days: number) => (days === 1 ? 'Det kan vente ut dagen.' : `Det kan vente i ${days} dager.`),
    da: (days: number) => (days === 1 ? 'Det kan vente dagen ud.' : `Det kan vente i ${days} dage.`),
    en: (days: number) => (days === 1 ? 'It can wait until the end of the day.' : `It can wait for ${days} days.`),
  },
  later: { nb: 'Senere', da: 'Senere', en: 'Later' },
  factorRequired: {
    nb: 'Arbeidet ditt viser deg andres opplysninger. Derfor må du legge til et skritt før du går videre.',
    da: 'Dit arbejde viser dig andres oplysninger. Derfor skal du tilføje et skridt, før du går videre.',
    en: 'Your work shows you others’ data. So add a second step before you go on.',
  },
  factorNeeded: {
    nb: 'Arbeidet ditt krever totrinnsbekreftelse. Legg til noe annet først, så kan du fjerne dette.',
    da: 'Dit arbejde kræver totrinsbekræftelse. Tilføj noget andet først, så kan du fjerne dette.',
    en: 'Your work requires two-step sign-in. Add something else first, then you can remove this.',
  },
  goOn: { nb: 'Fortsett', da: 'Fortsæt', en: 'Continue' },

  app: { nb: 'Autentiseringsapp', da: 'Autentificeringsapp', en: 'Authenticator app' },
  appNone: {
    nb: 'En app på telefonen viser seks sifre som du skriver når du logger inn. Alle slike apper kan brukes.',
    da: 'En app på telefonen viser seks cifre, som du skriver, når du logger ind. Alle sådanne apper kan bruges.',
    en: 'An app on your phone shows six digits that you write when you sign in. Any such app will do.',
  },
  appSince: {
    nb: (date: string) => `I bruk siden ${date}`,
    da: (date: string) => `I brug siden ${date}`,
    en: (date: string) => `In use since ${date}`,
  },
  addApp: { nb: 'Legg til en app', da: 'Tilføj en app', en: 'Add an app' },
  moveApp: { nb: 'Flytt til ny telefon', da: 'Flyt til ny telefon', en: 'Move to a new phone' },
  removeApp: { nb: 'Fjern appen', da: 'Fjern appen', en: 'Remove the app' },
  scan: {
    nb: 'Skann bildet med appen, eller skriv nøkkelen inn i den. Skriv så de seks sifrene som appen viser.',
    da: 'Scan billedet med appen, eller indtast nøglen i den. Skriv så de seks cifre, som appen viser.',
    en: 'Scan the picture with the app, or type the key into it. Then write the six digits the app shows.',
  },
  qr: { nb: 'QR-kode med nøkkelen', da: 'QR-kode med nøglen', en: 'QR code with the key' },
  key: { nb: 'Nøkkel', da: 'Nøgle', en: 'Key' },
  onThisPhone: { nb: 'Åpne i appen på denne telefonen', da: 'Åbn i appen på denne telefon', en: 'Open in the app on this phone' },
  sixDigits: { nb: 'Seks sifre fra appen', da: 'Seks cifre fra appen', en: 'Six digits from the app' },
  confirm: { nb: 'Bekreft', da: 'Bekræft', en: 'Confirm' },
  notPrepared: {
    nb: 'Det er ingen nøkkel å skanne nå.',
    da: 'Der er ingen nøgle at scanne nu.',
    en: 'There is no key to scan just now.',
  },

  passkeys: { nb: 'Tilgangsnøkler', da: 'Adgangsnøgler', en: 'Passkeys' },
  passkeysNone: {
    nb: 'En tilgangsnøkkel ligger på enheten din og åpnes med finger, ansikt eller kode. Den er det tryggeste, og erstatter passordet.',
    da: 'En adgangsnøgle ligger på din enhed og åbnes med finger, ansigt eller kode. Den er det sikreste og erstatter adgangskoden.',
    en: 'A passkey lives on your device and opens with your finger, face or code. It is the safest, and replaces the password.',
  },
  passkeyTimes: {
    nb: (made: string, used: string | null) => (used ? `Laget ${made}, sist brukt ${used}` : `Laget ${made}, ikke brukt ennå`),
    da: (made: string, used: string | null) => (used ? `Lavet ${made}, sidst brugt ${used}` : `Lavet ${made}, ikke brugt endnu`),
    en: (made: string, used: string | null) => (used ? `Made ${made}, last used ${used}` : `Made ${made}, not used yet`),
  },
  passkeyLabel: { nb: 'Hva vil du kalle den?', da: 'Hvad vil du kalde den?', en: 'What will you call it?' },
  addPasskey: { nb: 'Legg til en tilgangsnøkkel', da: 'Tilføj en adgangsnøgle', en: 'Add a passkey' },
  removePasskey: {
    nb: (label: string) => `Fjern ${label}`,
    da: (label: string) => `Fjern ${label}`,
    en: (label: string) => `Remove ${label}`,
  },
  remove: { nb: 'Fjern', da: 'Fjern', en: 'Remove' },
  needsScript: {
    nb: 'Nettleseren din må støtte tilgangsnøkler og kunne kjøre skript for å legge til en.',
    da: 'Din browser skal understøtte adgangsnøgler og kunne køre scripts for at tilføje en.',
    en: 'Your browser must support passkeys and run scripts to add one.',
  },
  registrationStopped: {
    nb: 'Enheten svarte ikke, eller du avbrøt. Prøv igjen når du vil.',
    da: 'Enheden svarede ikke, eller du afbrød. Prøv igen, når du vil.',
    en: 'The device did not answer, or you stopped it. Try again when you like.',
  },
  registrationFailed: {
    nb: 'Det gikk ikke å lage en tilgangsnøkkel på denne enheten.',
    da: 'Det lykkedes ikke at lave en adgangsnøgle på denne enhed.',
    en: 'No passkey could be made on this device.',
  },
  passkeyKnown: { nb: 'Denne enheten har alt en tilgangsnøkkel', da: 'Denne enhed har allerede en adgangsnøgle', en: 'This device has a passkey already' },
  noticeFactorRemoved: { nb: 'Fjernet', da: 'Fjernet', en: 'Removed' },

  codes: { nb: 'Gjenopprettingskoder', da: 'Gendannelseskoder', en: 'Recovery codes' },
  codesWhat: {
    nb: 'Kommer du ikke til telefonen, slipper en slik kode deg inn. Hver virker én gang.',
    da: 'Kan du ikke komme til telefonen, lukker en sådan kode dig ind. Hver virker én gang.',
    en: 'When you cannot get at your phone, such a code lets you in. Each works once.',
  },
  codesLeft: {
    nb: (left: number) => `${left} av ti igjen`,
    da: (left: number) => `${left} af ti tilbage`,
    en: (left: number) => `${left} of ten left`,
  },
  renewCodes: { nb: 'Lag nye koder', da: 'Lav nye koder', en: 'Make new codes' },
  codesTitle: { nb: 'Ta vare på kodene', da: 'Pas godt på koderne', en: 'Keep these codes' },
  codesText: {
    nb: 'De vises bare nå. Skriv dem ut, eller legg dem et trygt sted som ikke er telefonen din. Gamle koder virker ikke lenger.',
    da: 'De vises kun nu. Udskriv dem, eller læg dem et sikkert sted, der ikke er din telefon. Gamle koder virker ikke længere.',
    en: 'They are shown only now. Print them, or put them somewhere safe that is not your phone. Older codes no longer work.',
  },
  codesDownload: { nb: 'Last ned', da: 'Hent', en: 'Download' },
  codesPrint: { nb: 'Skriv ut', da: 'Udskriv', en: 'Print' },
  codesKept: { nb: 'Jeg har tatt vare på dem', da: 'Jeg har gemt dem', en: 'I have kept them' },
  codesGone: { nb: 'Kodene vises ikke lenger', da: 'Koderne vises ikke længere', en: 'The codes are no longer shown' },
  codesGoneText: {
    nb: 'Har du dem ikke, kan du lage nye.',
    da: 'Har du dem ikke, kan du lave nye.',
    en: 'If you do not have them, you can make new ones.',
  },
  codesFile: {
    nb: (site: string) => `Gjenopprettingskoder for ${site}. Hver virker én gang.`,
    da: (site: string) => `Gendannelseskoder til ${site}. Hver virker én gang.`,
    en: (site: string) => `Recovery codes for ${site}. Each works once.`,
  },
  toFactors: { nb: 'Til totrinnsbekreftelsen', da: 'Til totrinsbekræftelsen', en: 'To two-step sign-in' },
} as const satisfies Words

import type { Words } from '../../platform/words.ts'

export const words = {
  signIn: { nb: 'Logg inn', da: 'Log ind', en: 'Sign in' },
  email: { nb: 'E-postadresse', da: 'E-mailadresse', en: 'E-mail address' },
  password: { nb: 'Passord', da: 'Adgangskode', en: 'Password' },
  accountRests: { nb: 'Hviler kontoen din? Vekk den', da: 'Hviler din konto? Væk den', en: 'Does your account rest? Wake it' },
  forgotten: { nb: 'Glemt passordet?', da: 'Glemt adgangskoden?', en: 'Forgotten the password?' },
  noAccount: { nb: 'Ny her? Opprett konto', da: 'Ny her? Opret konto', en: 'New here? Create an account' },
  signInLede: {
    nb: 'Du kommer tilbake dit du var.',
    da: 'Du kommer tilbage til, hvor du var.',
    en: 'You come back to where you were.',
  },
  signInRefused: {
    nb: 'E-postadressen og passordet hører ikke sammen. Kanskje er adressen ikke bekreftet ennå: be om en ny lenke under.',
    da: 'E-mailadressen og adgangskoden hører ikke sammen. Måske er adressen ikke bekræftet endnu: bed om et nyt link nedenfor.',
    en: 'The e-mail address and the password do not belong together. Perhaps the address is not confirmed yet: ask for a new link below.',
  },
  accountBlocked: {
    nb: (contact: string) => `Kontoen er sperret. Skriv til ${contact} hvis du mener det er feil.`,
    da: (contact: string) => `Kontoen er spærret. Skriv til ${contact}, hvis du mener, det er en fejl.`,
    en: (contact: string) => `The account is blocked. Write to ${contact} if you think this is wrong.`,
  },
  accountDeactivated: {
    nb: (since: string, until: string, contact: string) =>
      `Kontoen har vært deaktivert siden ${since}. Alt i den er bevart, og den kan åpnes igjen fram til ${until}; da slettes den. Be organisasjonen din fornye medlemskapet, vekk kontoen med en ny Student ID, eller skriv til ${contact}, så hjelper vi deg.`,
    da: (since: string, until: string, contact: string) =>
      `Kontoen har været deaktiveret siden ${since}. Alt i den er bevaret, og den kan åbnes igen indtil ${until}; så slettes den. Bed din organisation forny medlemskabet, væk kontoen med et nyt Student ID, eller skriv til ${contact}, så hjælper vi dig.`,
    en: (since: string, until: string, contact: string) =>
      `The account has been deactivated since ${since}. Everything in it is kept, and it can be opened again until ${until}, when it is erased. Ask your organisation to renew the membership, wake the account with a new Student ID, or write to ${contact} and we help you.`,
  },

  askLink: { nb: 'Få en ny lenke', da: 'Få et nyt link', en: 'Get a new link' },
  askLinkLede: {
    nb: 'Vi sender en lenke for å bekrefte adressen eller velge nytt passord.',
    da: 'Vi sender et link til at bekræfte adressen eller vælge ny adgangskode.',
    en: 'We send a link to confirm the address or choose a new password.',
  },
  send: { nb: 'Send lenken', da: 'Send linket', en: 'Send the link' },
  linkSent: { nb: 'Sjekk e-posten din', da: 'Tjek din e-mail', en: 'Check your e-mail' },
  linkSentText: {
    nb: 'Har adressen en konto hos oss, er det en lenke på vei. Den virker i ett døgn.',
    da: 'Har adressen en konto hos os, er der et link på vej. Det virker i et døgn.',
    en: 'If the address has an account with us, a link is on its way. It works for one day.',
  },
  linkGone: {
    nb: 'Lenken er brukt eller for gammel. Be om en ny.',
    da: 'Linket er brugt eller for gammelt. Bed om et nyt.',
    en: 'The link has been used or is too old. Ask for a new one.',
  },
  linkGoneTitle: { nb: 'Lenken virker ikke lenger', da: 'Linket virker ikke længere', en: 'The link no longer works' },
  linkGoneText: {
    nb: 'En lenke virker i ett døgn og kan brukes én gang. Skriv adressen din, så sender vi en ny.',
    da: 'Et link virker i et døgn og kan bruges én gang. Skriv din adresse, så sender vi et nyt.',
    en: 'A link works for one day and can be used once. Write your address and we send a new one.',
  },
  emailText: {
    nb: 'Trykk på knappen, så skriver vi til denne adressen fra nå av, og du logger inn med den.',
    da: 'Tryk på knappen, så skriver vi til denne adresse fra nu af, og du logger ind med den.',
    en: 'Press the button, and we write to this address from now on, and you sign in with it.',
  },
  passwordEnds: {
    nb: 'Du blir logget ut alle andre steder.',
    da: 'Du bliver logget ud alle andre steder.',
    en: 'You are signed out everywhere else.',
  },
  confirmTitle: { nb: 'Bekreft adressen og velg passord', da: 'Bekræft adressen og vælg adgangskode', en: 'Confirm the address and choose a password' },
  passwordTitle: { nb: 'Velg nytt passord', da: 'Vælg ny adgangskode', en: 'Choose a new password' },
  emailTitle: { nb: 'Bruk den nye adressen', da: 'Brug den nye adresse', en: 'Use the new address' },
  newPassword: { nb: 'Nytt passord', da: 'Ny adgangskode', en: 'New password' },
  passwordAdvice: {
    nb: 'Minst ti tegn. Tre eller fire ord etter hverandre er lette å huske og vanskelige å gjette.',
    da: 'Mindst ti tegn. Tre eller fire ord efter hinanden er lette at huske og svære at gætte.',
    en: 'At least ten characters. Three or four words in a row are easy to remember and hard to guess.',
  },
  choose: { nb: 'Lagre og logg inn', da: 'Gem og log ind', en: 'Save and sign in' },
  confirmEmail: { nb: 'Bruk adressen', da: 'Brug adressen', en: 'Use the address' },
  passwordTooShort: { nb: 'Skriv minst ti tegn', da: 'Skriv mindst ti tegn', en: 'Write at least ten characters' },
  passwordTooLong: { nb: 'Skriv høyst 200 tegn', da: 'Skriv højst 200 tegn', en: 'Write at most 200 characters' },
  passwordTooCommon: { nb: 'Dette passordet er for lett å gjette', da: 'Den adgangskode er for let at gætte', en: 'This password is too easy to guess' },
  passwordContainsName: { nb: 'Ikke bruk navnet eller adressen din', da: 'Brug ikke dit navn eller din adresse', en: 'Do not use your name or address' },
  emailTaken: { nb: 'Adressen kan ikke brukes', da: 'Adressen kan ikke bruges', en: 'The address cannot be used' },
  noticeEmailChanged: { nb: 'Adressen er byttet', da: 'Adressen er skiftet', en: 'The address has been changed' },

  already: {
    nb: (name: string) => `Du er logget inn som ${name}.`,
    da: (name: string) => `Du er logget ind som ${name}.`,
    en: (name: string) => `You are signed in as ${name}.`,
  },
  signOut: { nb: 'Logg ut', da: 'Log ud', en: 'Sign out' },
  noticeSignedOut: { nb: 'Du er logget ut', da: 'Du er logget ud', en: 'You are signed out' },

  byPasskey: { nb: 'Logg inn med tilgangsnøkkel', da: 'Log ind med adgangsnøgle', en: 'Sign in with a passkey' },
  passkeyStopped: {
    nb: 'Enheten svarte ikke, eller du avbrøt. Prøv igjen, eller bruk passordet.',
    da: 'Enheden svarede ikke, eller du afbrød. Prøv igen, eller brug adgangskoden.',
    en: 'The device did not answer, or you stopped it. Try again, or use your password.',
  },
  passkeyFailed: {
    nb: 'Det gikk ikke med tilgangsnøkkelen. Bruk passordet i stedet.',
    da: 'Det lykkedes ikke med adgangsnøglen. Brug adgangskoden i stedet.',
    en: 'The passkey did not work. Use your password instead.',
  },
  factorTitle: { nb: 'Ett skritt til', da: 'Et skridt mere', en: 'One more step' },
  factorLede: {
    nb: 'Åpne autentiseringsappen og skriv de seks sifrene. En gjenopprettingskode går også an.',
    da: 'Åbn autentificeringsappen, og skriv de seks cifre. En gendannelseskode kan også bruges.',
    en: 'Open your authenticator app and write the six digits. A recovery code will do too.',
  },
  stepUpLede: {
    nb: 'Her kan du se andres opplysninger, så vi ber deg vise at det fortsatt er deg. Skriv de seks sifrene fra appen, eller en gjenopprettingskode.',
    da: 'Her kan du se andres oplysninger, så vi beder dig vise, at det stadig er dig. Skriv de seks cifre fra appen eller en gendannelseskode.',
    en: 'You can see others’ data here, so we ask you to show that it is still you. Write the six digits from the app, or a recovery code.',
  },
  code: { nb: 'Kode', da: 'Kode', en: 'Code' },
  lostFactor: { nb: 'Mistet telefonen og kodene?', da: 'Mistet telefonen og koderne?', en: 'Lost the phone and the codes?' },
  lostFactorText: {
    nb: (site: string) => `Ta kontakt med ${site}. De forvisser seg om hvem du er, tar bort det andre steget og hjelper deg inn igjen.`,
    da: (site: string) => `Kontakt ${site}. De sikrer sig, hvem du er, fjerner det andet trin og hjælper dig ind igen.`,
    en: (site: string) => `Contact ${site}. They make sure who you are, take the second step away and help you back in.`,
  },
  goOn: { nb: 'Fortsett', da: 'Fortsæt', en: 'Continue' },
  factorRefused: {
    nb: 'Koden stemmer ikke, eller den er brukt. Vent på neste i appen, og prøv igjen.',
    da: 'Koden passer ikke, eller den er brugt. Vent på den næste i appen, og prøv igen.',
    en: 'The code is wrong or has been used. Wait for the next one in the app and try again.',
  },
  firstStepGone: { nb: 'Det tok for lang tid. Logg inn på nytt.', da: 'Det tog for lang tid. Log ind igen.', en: 'It took too long. Sign in again.' },
  passkeyRefused: {
    nb: 'Tilgangsnøkkelen ble ikke godtatt. Bruk passordet i stedet.',
    da: 'Adgangsnøglen blev ikke godtaget. Brug adgangskoden i stedet.',
    en: 'The passkey was not accepted. Use your password instead.',
  },
  passkeyKnown: { nb: 'Denne enheten er lagt til alt', da: 'Denne enhed er allerede tilføjet', en: 'This device is known already' },

  hello: { nb: (name: string) => `Hei, ${name}!`, da: (name: string) => `Hej ${name}!`, en: (name: string) => `Hello ${name},` },
  openLink: { nb: 'Åpne lenken', da: 'Åbn linket', en: 'Open the link' },
  linkLasts: {
    nb: 'Lenken virker i ett døgn og kan brukes én gang. Ba du ikke om den, kan du se bort fra brevet.',
    da: 'Linket virker i et døgn og kan bruges én gang. Bad du ikke om det, kan du se bort fra brevet.',
    en: 'The link works for one day and can be used once. If you did not ask for it, ignore this letter.',
  },
  confirmSubject: { nb: (site: string) => `Bekreft adressen din hos ${site}`, da: (site: string) => `Bekræft din adresse hos ${site}`, en: (site: string) => `Confirm your address at ${site}` },
  confirmLetter: { nb: 'Bekreft at adressen er din, og velg et passord.', da: 'Bekræft, at adressen er din, og vælg en adgangskode.', en: 'Confirm that the address is yours and choose a password.' },
  passwordSubject: { nb: (site: string) => `Nytt passord hos ${site}`, da: (site: string) => `Ny adgangskode hos ${site}`, en: (site: string) => `New password at ${site}` },
  passwordLetter: { nb: 'Her kan du velge et nytt passord.', da: 'Her kan du vælge en ny adgangskode.', en: 'Here you can choose a new password.' },
  emailSubject: { nb: (site: string) => `Ny adresse hos ${site}`, da: (site: string) => `Ny adresse hos ${site}`, en: (site: string) => `New address at ${site}` },
  emailLetter: { nb: 'Bekreft at du vil bruke den nye adressen.', da: 'Bekræft, at du vil bruge den nye adresse.', en: 'Confirm that you want to use the new address.' },
  oldAddressSubject: { nb: (site: string) => `Noen vil bytte adressen din hos ${site}`, da: (site: string) => `Nogen vil skifte din adresse hos ${site}`, en: (site: string) => `Somebody wants to change your address at ${site}` },
  oldAddressLetter: {
    nb: 'Noen som er logget inn på kontoen din og kjenner passordet, har bedt om å bytte til en annen e-postadresse. Byttet skjer når lenken vi sendte dit, blir brukt.',
    da: 'Nogen, der er logget ind på din konto og kender adgangskoden, har bedt om at skifte til en anden e-mailadresse. Skiftet sker, når det link, vi sendte dertil, bliver brugt.',
    en: 'Somebody who is signed in to your account and knows the password has asked to change to another e-mail address. It changes when the link we sent there is used.',
  },
  oldAddressAdvice: {
    nb: 'Var det ikke deg? Velg et nytt passord med en gang: da virker lenken ikke lenger, og alle blir logget ut.',
    da: 'Var det ikke dig? Vælg straks en ny adgangskode: så virker linket ikke længere, og alle bliver logget ud.',
    en: 'Was it not you? Choose a new password at once: then the link no longer works, and everybody is signed out.',
  },
  knownSubject: { nb: (site: string) => `Du har alt en konto hos ${site}`, da: (site: string) => `Du har allerede en konto hos ${site}`, en: (site: string) => `You already have an account at ${site}` },
  knownLetter: {
    nb: 'Noen prøvde å bruke adressen din til en ny konto. Du har alt en konto: logg inn, eller velg et nytt passord hvis du har glemt det. Var det ikke deg, trenger du ikke gjøre noe.',
    da: 'Nogen prøvede at bruge din adresse til en ny konto. Du har allerede en konto: log ind, eller vælg en ny adgangskode, hvis du har glemt den. Var det ikke dig, behøver du ikke gøre noget.',
    en: 'Somebody tried to use your address for a new account. You have an account already: sign in, or choose a new password if you have forgotten it. If it was not you, nothing needs doing.',
  },
} as const satisfies Words

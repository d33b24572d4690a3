import type { Words } from '../../platform/words.ts'

export const words = {
  account: { nb: 'Konto og innlogging', da: 'Konto og login', en: 'Account and sign-in' },
  accountLede: {
    nb: 'Hvem du er her, og hvordan du kommer inn. Alt vi ellers har om deg, står under «Mine data».',
    da: 'Hvem du er her, og hvordan du kommer ind. Alt, vi ellers har om dig, står under »Mine data«.',
    en: 'Who you are here, and how you get in. Everything else we have about you stands under “My data”.',
  },
  gettingIn: { nb: 'Innlogging', da: 'Login', en: 'Signing in' },
  email: { nb: 'E-postadresse', da: 'E-mailadresse', en: 'E-mail address' },
  letterRefused: { nb: 'Vi når deg ikke på e-post', da: 'Vi kan ikke nå dig på e-mail', en: 'We cannot reach you by e-mail' },
  letterRefusedOn: {
    nb: (day: string) => `Et brev til deg ble avvist ${day}. Se etter at adressen er riktig, og at postkassen ikke er full.`,
    da: (day: string) => `Et brev til dig blev afvist ${day}. Se efter, at adressen er rigtig, og at postkassen ikke er fuld.`,
    en: (day: string) => `A letter to you was refused on ${day}. See that the address is right and the mailbox not full.`,
  },
  password: { nb: 'Passord', da: 'Adgangskode', en: 'Password' },
  passwordDetail: { nb: 'Bytt det når du vil', da: 'Skift den, når du vil', en: 'Change it when you like' },
  factor: { nb: 'Totrinnsbekreftelse', da: 'Totrinsbekræftelse', en: 'Two-step sign-in' },
  factorDetail: {
    nb: 'App, tilgangsnøkkel og gjenopprettingskoder',
    da: 'App, adgangsnøgle og gendannelseskoder',
    en: 'App, passkey and recovery codes',
  },
  on: { nb: 'På', da: 'Til', en: 'On' },
  off: { nb: 'Av', da: 'Fra', en: 'Off' },
  sessions: { nb: 'Her er du logget inn', da: 'Her er du logget ind', en: 'Where you are signed in' },
  sessionsDetail: { nb: 'Se enhetene, og logg ut', da: 'Se enhederne, og log ud', en: 'See the devices, and sign out' },
  security: { nb: 'Hva som har skjedd', da: 'Hvad der er sket', en: 'What has happened' },
  securityDetail: { nb: 'Innlogginger og endringer i sikkerheten', da: 'Login og ændringer i sikkerheden', en: 'Sign-ins and changes to security' },

  membership: { nb: 'Medlemskap', da: 'Medlemskab', en: 'Membership' },
  membershipOwn: { nb: 'Plassen din', da: 'Din plads', en: 'Your seat' },
  membershipDetail: {
    nb: 'Hvem som betaler, til når, og hvordan du bytter eller slutter',
    da: 'Hvem der betaler, til hvornår, og hvordan du skifter eller stopper',
    en: 'Who pays, until when, and how to change or leave',
  },

  name: { nb: 'Navn', da: 'Navn', en: 'Name' },
  firstName: { nb: 'Fornavn', da: 'Fornavn', en: 'First name' },
  lastName: { nb: 'Etternavn', da: 'Efternavn', en: 'Last name' },
  nameWhy: {
    nb: 'Kursbevis du alt har fått, endres ikke. Før det neste spør vi om navnet er riktig.',
    da: 'Kursusbeviser, du allerede har fået, ændres ikke. Før det næste spørger vi, om navnet er rigtigt.',
    en: 'Certificates you have already do not change. Before the next one we ask whether the name is right.',
  },
  saveName: { nb: 'Lagre navnet', da: 'Gem navnet', en: 'Save the name' },
  noticeName: { nb: 'Navnet er lagret', da: 'Navnet er gemt', en: 'The name is saved' },
  language: { nb: 'Språk', da: 'Sprog', en: 'Language' },
  languageLabel: { nb: 'Språk på sidene og i brevene til deg', da: 'Sprog på siderne og i brevene til dig', en: 'Language of the pages and of letters to you' },
  saveLanguage: { nb: 'Lagre språket', da: 'Gem sproget', en: 'Save the language' },
  noticeLanguage: { nb: 'Språket er lagret', da: 'Sproget er gemt', en: 'The language is saved' },
} as const satisfies Words

import type { Words } from '../../platform/words.ts'
import type { EventKind } from './service.ts'

export const words = {
  securityTitle: { nb: 'Hva som har skjedd med innloggingen', da: 'Hvad der er sket med dit login', en: 'What has happened with your sign-in' },
  securityLede: {
    nb: (long: string) => `Vi tar vare på dette i ${long}, bare for å oppdage misbruk.`,
    da: (long: string) => `Vi gemmer dette i ${long}, kun for at opdage misbrug.`,
    en: (long: string) => `We keep this for ${long}, only to notice misuse.`,
  },
  securityNothing: { nb: 'Ingenting ennå', da: 'Intet endnu', en: 'Nothing yet' },
  from: {
    nb: (network: string) => `fra nettet ${network}`,
    da: (network: string) => `fra nettet ${network}`,
    en: (network: string) => `from the network ${network}`,
  },
  notYou: { nb: 'Var noe av dette ikke deg?', da: 'Var noget af det ikke dig?', en: 'Was any of this not you?' },
  changePassword: { nb: 'Bytt passord', da: 'Skift adgangskode', en: 'Change your password' },
} as const satisfies Words

/** Each kind of event as the person it is about reads it. */
export const eventWords = {
  signedIn: { nb: 'Du logget inn', da: 'Du loggede ind', en: 'You signed in' },
  signInRefused: { nb: 'Innlogging avvist: feil passord', da: 'Login afvist: forkert adgangskode', en: 'Sign-in refused: wrong password' },
  signedOut: { nb: 'Du logget ut', da: 'Du loggede ud', en: 'You signed out' },
  sessionEnded: { nb: 'Du logget ut et annet sted', da: 'Du loggede ud et andet sted', en: 'You signed out elsewhere' },
  secondFactorRefused: { nb: 'Det andre steget ble avvist', da: 'Det andet trin blev afvist', en: 'The second step was refused' },
  lockedOut: { nb: 'For mange forsøk: døren ble stengt en stund', da: 'For mange forsøg: døren blev lukket en tid', en: 'Too many tries: the door was shut for a while' },
  passwordChanged: { nb: 'Passordet ble byttet', da: 'Adgangskoden blev skiftet', en: 'The password was changed' },
  passwordLinkAsked: { nb: 'Noen ba om en lenke til adressen din', da: 'Nogen bad om et link til din adresse', en: 'Somebody asked for a link to your address' },
  factorAdded: { nb: 'En app eller tilgangsnøkkel ble lagt til', da: 'En app eller adgangsnøgle blev tilføjet', en: 'An app or a passkey was added' },
  factorRemoved: { nb: 'En app eller tilgangsnøkkel ble fjernet', da: 'En app eller adgangsnøgle blev fjernet', en: 'An app or a passkey was removed' },
  recoveryCodeUsed: { nb: 'En gjenopprettingskode ble brukt', da: 'En gendannelseskode blev brugt', en: 'A recovery code was used' },
  emailChanged: { nb: 'E-postadressen ble byttet', da: 'E-mailadressen blev skiftet', en: 'The e-mail address was changed' },
  registered: { nb: 'Kontoen ble opprettet', da: 'Kontoen blev oprettet', en: 'The account was created' },
  membershipChanged: { nb: 'Du byttet medlemskap', da: 'Du skiftede medlemskab', en: 'You changed membership' },
  registeredAgain: {
    nb: 'Noen prøvde å opprette en konto med adressen din',
    da: 'Nogen prøvede at oprette en konto med din adresse',
    en: 'Somebody tried to create an account with your address',
  },
  registrationRefused: { nb: 'En registrering ble avvist', da: 'En registrering blev afvist', en: 'A registration was refused' },
  verificationRefused: { nb: 'En kontroll ble avvist', da: 'En kontrol blev afvist', en: 'A check was refused' },
  roleChanged: { nb: 'Rollen din ble endret', da: 'Din rolle blev ændret', en: 'Your role was changed' },
  blocked: { nb: 'Kontoen ble sperret', da: 'Kontoen blev spærret', en: 'The account was blocked' },
  deactivated: { nb: 'Kontoen ble deaktivert', da: 'Kontoen blev deaktiveret', en: 'The account was deactivated' },
  reactivated: { nb: 'Kontoen ble åpnet igjen', da: 'Kontoen blev åbnet igen', en: 'The account was opened again' },
  manySeen: { nb: 'Du så på mange mennesker på én gang', da: 'Du så på mange mennesker på én gang', en: 'You looked at many people at once' },
  dataDownloaded: { nb: 'Dataene dine ble lastet ned', da: 'Dine data blev hentet', en: 'Your data were downloaded' },
} as const satisfies Words & Record<EventKind, Words[string]>

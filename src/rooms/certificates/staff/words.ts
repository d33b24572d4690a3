import type { Words } from '../../../platform/words.ts'

/** What employees and authors read. */
export const staffWords = {
  staffTitle: { nb: 'Kursbevis: rett eller trekk tilbake', da: 'Kursusbeviser: ret eller træk tilbage', en: 'Certificates: correct or revoke' },
  staffLede: {
    nb: 'Finn et bevis med koden. Du ser hva det sier, ikke hvem det gjelder, og innehaveren ser at du har sett på det.',
    da: 'Find et bevis med koden. Du ser, hvad det siger, ikke hvem det gælder, og indehaveren ser, at du har set på det.',
    en: 'Find a certificate by its code. You see what it says, not whom it is about, and its holder sees that you looked.',
  },
  find: { nb: 'Finn', da: 'Find', en: 'Find' },
  waitingForSecond: { nb: 'Venter på en til', da: 'Venter på en til', en: 'Waiting for a second employee' },
  noneWaitingText: {
    nb: 'Bevis som noen vil trekke tilbake, står her til en annen har avgjort det.',
    da: 'Beviser, som nogen vil trække tilbage, står her, til en anden har afgjort det.',
    en: 'Certificates that somebody wants revoked stand here until somebody else has decided.',
  },
  askedOn: {
    nb: (date: string) => `Bedt om ${date}`,
    da: (date: string) => `Bedt om ${date}`,
    en: (date: string) => `Asked for on ${date}`,
  },
  askedByYou: { nb: 'Av deg', da: 'Af dig', en: 'By you' },
  versionNumber: { nb: (n: number) => `Versjon ${n}`, da: (n: number) => `Version ${n}`, en: (n: number) => `Version ${n}` },
  holderErased: {
    nb: 'Innehaveren er slettet, så beviset kan ikke rettes, bare trekkes tilbake.',
    da: 'Indehaveren er slettet, så beviset kan ikke rettes, kun trækkes tilbage.',
    en: 'The holder is erased, so the certificate cannot be corrected, only revoked.',
  },
  correctTitle: { nb: 'Rett det beviset sier', da: 'Ret det, beviset siger', en: 'Correct what it says' },
  correctText: {
    nb: 'Innehaveren får en ny versjon på e-post. Den gamle koden sier at den er erstattet.',
    da: 'Indehaveren får en ny version på e-mail. Den gamle kode siger, at den er erstattet.',
    en: 'The holder gets a new version by e-mail. The old code says that it was replaced.',
  },
  hoursField: { nb: 'Timer', da: 'Timer', en: 'Hours' },
  issueNewVersion: { nb: 'Utsted ny versjon', da: 'Udsted ny version', en: 'Issue a new version' },
  revokeTitle: { nb: 'Trekk tilbake', da: 'Træk tilbage', en: 'Revoke' },
  revokeText: {
    nb: 'En annen ansatt må godkjenne det. Så får innehaveren et brev med grunnen og kan klage.',
    da: 'En anden medarbejder skal godkende det. Så får indehaveren et brev med begrundelsen og kan klage.',
    en: 'Another employee must approve. The holder then gets a letter with the reason, and can object.',
  },
  reason: { nb: 'Grunn', da: 'Begrundelse', en: 'Reason' },
  ask: { nb: 'Be om at det trekkes tilbake', da: 'Bed om, at det trækkes tilbage', en: 'Ask for it to be revoked' },
  secondTitle: { nb: 'Noen vil trekke dette beviset tilbake', da: 'Nogen vil trække dette bevis tilbage', en: 'Somebody wants this certificate revoked' },
  secondOwn: {
    nb: 'Du ba om det. Nå må en annen ansatt avgjøre det.',
    da: 'Du bad om det. Nu skal en anden medarbejder afgøre det.',
    en: 'You asked for it. Now another employee must decide.',
  },
  approve: { nb: 'Trekk det tilbake', da: 'Træk det tilbage', en: 'Revoke it' },
  decline: { nb: 'La det gjelde', da: 'Lad det gælde', en: 'Let it stand' },
  secondEmployee: { nb: 'Den som ba om det, kan ikke avgjøre det', da: 'Den, der bad om det, kan ikke afgøre det', en: 'Whoever asked for it cannot decide it' },
  alreadyAsked: { nb: 'Noen har alt bedt om det', da: 'Nogen har allerede bedt om det', en: 'Somebody has asked for it already' },
  notAsked: { nb: 'Det er alt avgjort', da: 'Det er allerede afgjort', en: 'It is decided already' },
  noticeAsked: { nb: 'Det venter nå på en annen ansatt', da: 'Det venter nu på en anden medarbejder', en: 'It now waits for another employee' },
  noticeRevoked: { nb: 'Beviset er trukket tilbake, og innehaveren får brev', da: 'Beviset er trukket tilbage, og indehaveren får brev', en: 'The certificate is revoked and its holder is told' },
  noticeDeclined: { nb: 'Beviset gjelder fortsatt', da: 'Beviset gælder stadig', en: 'The certificate still stands' },
  noticeCorrected: { nb: 'En ny versjon er utstedt', da: 'En ny version er udstedt', en: 'A new version has been issued' },

  authorTitle: { nb: 'Kursbevis for kurset', da: 'Kursusbevis for kurset', en: 'The course’s certificate' },
  authorLede: {
    nb: 'Se på beviset før du lar det utstedes. Alle som har fullført kurset, får det, også de som var ferdige før.',
    da: 'Se på beviset, før du lader det udstede. Alle, der har gennemført kurset, får det, også dem, der var færdige før.',
    en: 'Look at the paper before it is issued. Everybody who has completed the course gets it, also those who finished earlier.',
  },
  preview: { nb: 'Forhåndsvisning (PDF)', da: 'Forhåndsvisning (PDF)', en: 'Preview (PDF)' },
  previewText: {
    nb: 'Med et oppdiktet navn på 60 tegn, så du ser at også lange navn får plass.',
    da: 'Med et opdigtet navn på 60 tegn, så du ser, at også lange navne får plads.',
    en: 'With an invented name of 60 letters, so that you see that long names fit too.',
  },
  previewNote: { nb: 'Forhåndsvisning, ikke gyldig', da: 'Forhåndsvisning, ikke gyldig', en: 'Preview, not valid' },
  issuedSince: {
    nb: (date: string) => `Utstedes siden ${date}`,
    da: (date: string) => `Udstedes siden ${date}`,
    en: (date: string) => `Issued since ${date}`,
  },
  notIssued: { nb: 'Utstedes ikke', da: 'Udstedes ikke', en: 'Not issued' },
  state: { nb: 'Utstedelse', da: 'Udstedelse', en: 'Issuing' },
  start: { nb: 'Begynn å utstede', da: 'Begynd at udstede', en: 'Start issuing' },
  stop: { nb: 'Slutt å utstede', da: 'Hold op med at udstede', en: 'Stop issuing' },
  stopText: {
    nb: 'De som har fått bevis, beholder dem.',
    da: 'De, der har fået beviser, beholder dem.',
    en: 'Those who have got theirs keep them.',
  },
  noticeStarted: { nb: 'Bevis utstedes fra nå', da: 'Beviser udstedes fra nu', en: 'Certificates are issued from now on' },
  validMonths: { nb: 'Gyldig i så mange måneder', da: 'Gyldigt i så mange måneder', en: 'Valid for so many months' },
  validMonthsText: {
    nb: 'Tomt: uten utløp. Et bevis som går ut, fornyes ved å bestå prøven igjen, tidligst 90 dager før. De som er utstedt, endres ikke.',
    da: 'Tomt: uden udløb. Et bevis, der udløber, fornyes ved at bestå prøven igen, tidligst 90 dage før. De udstedte ændres ikke.',
    en: 'Empty: without end. A certificate that runs out is renewed by passing the exam again, at the earliest 90 days before. Those issued already do not change.',
  },
  saveTerm: { nb: 'Lagre', da: 'Gem', en: 'Save' },
  noticeTermChanged: { nb: 'Gjelder bevis som utstedes fra nå', da: 'Gælder beviser, der udstedes fra nu', en: 'Holds for certificates issued from now on' },
  noticeStopped: { nb: 'Det utstedes ingen flere', da: 'Der udstedes ikke flere', en: 'No more are issued' },
} as const satisfies Words

/** What is said of a look in the list of who has looked. */
export const looks = {
  checkingCertificate: {
    nb: 'Så på et av kursbevisene dine for å rette eller trekke det tilbake',
    da: 'Så på et af dine kursusbeviser for at rette eller trække det tilbage',
    en: 'Looked at one of your certificates to correct or revoke it',
  },
} as const satisfies Words

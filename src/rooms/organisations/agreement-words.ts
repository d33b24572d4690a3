import type { Words } from '../../platform/words.ts'

/** What is agreed over time, what an organisation asks of us, and how an account is woken. */
export const agreementWords = {
  agreement: { nb: 'Avtalen over tid', da: 'Aftalen over tid', en: 'The agreement over time' },
  agreementKept: {
    nb: 'Hver fornyelse og hver endring blir stående, den nyeste øverst.',
    da: 'Hver fornyelse og hver ændring bliver stående, den nyeste øverst.',
    en: 'Every renewal and every change stays here, the newest first.',
  },
  agreedOn: { nb: (day: string) => `Avtalt ${day}`, da: (day: string) => `Aftalt ${day}`, en: (day: string) => `Agreed on ${day}` },
  seatsFrom: {
    nb: (seats: string, day: string) => `${seats} fra ${day}`,
    da: (seats: string, day: string) => `${seats} fra ${day}`,
    en: (seats: string, day: string) => `${seats} from ${day}`,
  },
  poolAgreed: { nb: 'Da avtalen begynte', da: 'Da aftalen begyndte', en: 'When the agreement began' },
  poolRenewed: { nb: 'Ved fornyelse', da: 'Ved fornyelse', en: 'At a renewal' },
  poolChanged: { nb: 'Endret av oss', da: 'Ændret af os', en: 'Changed by us' },
  poolAsked: { nb: 'Organisasjonen ba om det', da: 'Organisationen bad om det', en: 'The organisation asked for it' },
  seatOpens: {
    nb: 'En plass åpner alle kursene våre.',
    da: 'En plads åbner alle vores kurser.',
    en: 'A seat opens every course that we offer.',
  },

  termSeats: { nb: 'Plasser i den nye perioden', da: 'Pladser i den nye periode', en: 'Seats in the new term' },
  termSeatsHow: {
    nb: 'Gjelder fra den første dagen i den nye perioden, ikke før.',
    da: 'Gælder fra den nye periodes første dag, ikke før.',
    en: 'They count from the first day of the new term, not before.',
  },
  termsOverlap: {
    nb: 'Den nye perioden må begynne etter den som alt er avtalt',
    da: 'Den nye periode skal begynde efter den, der allerede er aftalt',
    en: 'The new term must begin after the one that is agreed already',
  },
  termTooLong: {
    nb: 'Det er mer enn fem år. Se etter skrivefeil.',
    da: 'Det er mere end fem år. Se efter tastefejl.',
    en: 'That is more than five years. Look for a typing error.',
  },
  moreThanPaid: {
    nb: (seats: number) => `${seats === 1 ? 'Én konto' : `${seats} kontoer`} mer enn det er betalt for. Ingen nye slipper inn, og plasser som blir ledige, går.`,
    da: (seats: number) => `${seats === 1 ? 'Én konto' : `${seats} konti`} mere, end der er betalt for. Ingen nye kommer ind, og pladser, der bliver ledige, forsvinder.`,
    en: (seats: number) => `${seats === 1 ? 'One account' : `${seats} accounts`} more than is paid for. Nobody new gets in, and seats that become free go.`,
  },
  joining: { nb: 'Hvem som slipper inn', da: 'Hvem der kommer ind', en: 'Who gets in' },
  joiningWhat: {
    nb: 'De som alt er med, merker ingenting av dette.',
    da: 'De, der allerede er med, mærker intet til dette.',
    en: 'Those who have joined notice nothing of this.',
  },
  joiningDays: { nb: 'Når Student ID-en slipper inn', da: 'Hvornår Student ID’et lukker ind', en: 'When the Student ID lets people in' },
  joiningDaysHow: {
    nb: 'La feltene stå tomme, så gjelder hele perioden.',
    da: 'Lad felterne stå tomme, så gælder hele perioden.',
    en: 'Left empty, the whole term counts.',
  },
  joiningBegins: { nb: 'Fra og med', da: 'Fra og med', en: 'From' },
  joiningEnds: { nb: 'Til og med', da: 'Til og med', en: 'To the end of' },
  joiningBetween: {
    nb: (from: string, to: string) => `Nye kan registrere seg fra ${from} til og med ${to}.`,
    da: (from: string, to: string) => `Nye kan registrere sig fra ${from} til og med ${to}.`,
    en: (from: string, to: string) => `Newcomers can register from ${from} to the end of ${to}.`,
  },
  joiningUntil: {
    nb: (to: string) => `Nye kan registrere seg til og med ${to}.`,
    da: (to: string) => `Nye kan registrere sig til og med ${to}.`,
    en: (to: string) => `Newcomers can register to the end of ${to}.`,
  },
  joiningFrom: {
    nb: (from: string) => `Nye kan registrere seg fra ${from}.`,
    da: (from: string) => `Nye kan registrere sig fra ${from}.`,
    en: (from: string) => `Newcomers can register from ${from}.`,
  },
  noticeJoiningSaved: { nb: 'Hvem som slipper inn, er lagret', da: 'Hvem der kommer ind, er gemt', en: 'Who gets in is saved' },

  // What an organisation asks for, and what it hears.
  askWhat: { nb: 'Hva ønsker dere?', da: 'Hvad ønsker I?', en: 'What do you want?' },
  askMore: { nb: 'Flere plasser', da: 'Flere pladser', en: 'More seats' },
  askFewer: { nb: 'Gi fra oss plasser', da: 'Afgive pladser', en: 'To give seats back' },
  askFewerHow: {
    nb: 'Ingen mister plassen sin: dere kan bare gi fra dere plasser som ingen bruker, og aldri en bestemt.',
    da: 'Ingen mister sin plads: I kan kun afgive pladser, som ingen bruger, og aldrig en bestemt.',
    en: 'Nobody loses their seat: you can give back only seats that nobody uses, and never a certain one.',
  },
  howMany: { nb: 'Hvor mange?', da: 'Hvor mange?', en: 'How many?' },
  ask: { nb: 'Send', da: 'Send', en: 'Send' },
  withdraw: { nb: 'Trekk tilbake', da: 'Træk tilbage', en: 'Take it back' },
  oneAtATime: {
    nb: 'Når dere har fått svar, kan dere be om noe nytt.',
    da: 'Når I har fået svar, kan I bede om noget nyt.',
    en: 'Once you have an answer, you can ask for something else.',
  },
  askedOn: { nb: (day: string) => `Sendt ${day}`, da: (day: string) => `Sendt ${day}`, en: (day: string) => `Sent on ${day}` },
  answeredOn: { nb: (day: string) => `Besvart ${day}`, da: (day: string) => `Besvaret ${day}`, en: (day: string) => `Answered on ${day}` },
  askedMore: {
    nb: (seats: number) => (seats === 1 ? '1 plass til' : `${seats} plasser til`),
    da: (seats: number) => (seats === 1 ? '1 plads mere' : `${seats} pladser mere`),
    en: (seats: number) => (seats === 1 ? '1 more seat' : `${seats} more seats`),
  },
  askedFewer: {
    nb: (seats: number) => (seats === 1 ? '1 færre plass' : `${seats} færre plasser`),
    da: (seats: number) => (seats === 1 ? '1 plads færre' : `${seats} pladser færre`),
    en: (seats: number) => (seats === 1 ? '1 seat fewer' : `${seats} seats fewer`),
  },
  answerWaits: { nb: (asked: string) => `Dere har bedt om ${asked}`, da: (asked: string) => `I har bedt om ${asked}`, en: (asked: string) => `You have asked for ${asked}` },
  answerGranted: { nb: (asked: string) => `Ja til ${asked}.`, da: (asked: string) => `Ja til ${asked}.`, en: (asked: string) => `Yes to ${asked}.` },
  answerDeclined: {
    nb: (asked: string, why: string) => `Nei til ${asked}: ${why}.`,
    da: (asked: string, why: string) => `Nej til ${asked}: ${why}.`,
    en: (asked: string, why: string) => `No to ${asked}: ${why}.`,
  },
  answerWithdrawn: { nb: (asked: string) => `Trukket tilbake: ${asked}.`, da: (asked: string) => `Trukket tilbage: ${asked}.`, en: (asked: string) => `Taken back: ${asked}.` },
  reasonInUse: { nb: 'så mange plasser er ikke ledige', da: 'så mange pladser er ikke ledige', en: 'so many seats are not free' },
  reasonAgreement: { nb: 'avtalen åpner ikke for det nå', da: 'aftalen giver ikke mulighed for det nu', en: 'the agreement does not allow it now' },
  requestWaits: {
    nb: 'Dere har alt bedt om noe som venter på svar',
    da: 'I har allerede bedt om noget, der venter på svar',
    en: 'You have asked for something already that waits for an answer',
  },
  alreadyAnswered: {
    nb: 'Dette er alt besvart eller trukket tilbake',
    da: 'Dette er allerede besvaret eller trukket tilbage',
    en: 'This has been answered or taken back already',
  },
  fewerThanOne: {
    nb: (seats: number) => `Medlemskapet har ${seats} plasser, og minst én må bli igjen`,
    da: (seats: number) => `Medlemskabet har ${seats} pladser, og mindst én skal blive tilbage`,
    en: (seats: number) => `The membership has ${seats} seats, and at least one must remain`,
  },
  noticeAsked: { nb: 'Sendt. Dere får svar på e-post.', da: 'Sendt. I får svar på e-mail.', en: 'Sent. You will have the answer by e-mail.' },
  noticeWithdrawn: { nb: 'Trukket tilbake', da: 'Trukket tilbage', en: 'Taken back' },
  organisationAsks: { nb: (asked: string) => `Organisasjonen ber om ${asked}`, da: (asked: string) => `Organisationen beder om ${asked}`, en: (asked: string) => `The organisation asks for ${asked}` },
  officeLetter: {
    nb: (organisation: string, asked: string) => `${organisation} ber om ${asked}. Kontaktpersonene venter på svar.`,
    da: (organisation: string, asked: string) => `${organisation} beder om ${asked}. Kontaktpersonerne venter på svar.`,
    en: (organisation: string, asked: string) => `${organisation} asks for ${asked}. Its contacts wait for an answer.`,
  },
  answerThem: { nb: 'Svar', da: 'Svar', en: 'Answer' },
  contactsAreTold: {
    nb: 'Kontaktpersonene får én e-post hver med svaret.',
    da: 'Kontaktpersonerne får én e-mail hver med svaret.',
    en: 'Its contacts get one e-mail each with the answer.',
  },
  grant: { nb: (asked: string) => `Ja, ${asked}`, da: (asked: string) => `Ja, ${asked}`, en: (asked: string) => `Yes, ${asked}` },
  decline: { nb: 'Si nei', da: 'Sig nej', en: 'Say no' },
  declineReason: { nb: 'Grunn', da: 'Grund', en: 'Reason' },
  declineBecause: { nb: 'Velg grunnen til at dere sier nei', da: 'Vælg grunden til, at I siger nej', en: 'Choose why you say no' },
  noticeAnswered: { nb: 'Svaret er sendt', da: 'Svaret er sendt', en: 'The answer is sent' },

  beforeRenewal: { nb: 'Før dere fornyer', da: 'Før I fornyer', en: 'Before you renew' },
  renewMore: {
    nb: 'Plassene er så godt som fulle. Regn med flere i neste periode.',
    da: 'Pladserne er så godt som fyldt. Regn med flere i næste periode.',
    en: 'The seats are as good as full. Think of more for the next term.',
  },
  renewFewer: {
    nb: 'Dere bruker langt fra alle plassene. Dere kan velge færre i neste periode.',
    da: 'I bruger langt fra alle pladser. I kan vælge færre i næste periode.',
    en: 'You use far from all seats. You can choose fewer for the next term.',
  },
  renewSame: {
    nb: 'Antallet plasser passer til det dere bruker.',
    da: 'Antallet af pladser passer til det, I bruger.',
    en: 'The number of seats fits what you use.',
  },
  wantedSubject: { nb: 'Det er ingen ledig plass', da: 'Der er ingen ledig plads', en: 'No seat is free' },
  wantedAdvice: {
    nb: 'Noen ville registrere seg med Student ID-en deres, men alle plassene var tatt. Be om flere hvis det er en kollega dere vil ha med.',
    da: 'Nogen ville registrere sig med jeres Student ID, men alle pladser var taget. Bed om flere, hvis det er en kollega, I vil have med.',
    en: 'Somebody wanted to register with your Student ID, and all seats were taken. Ask for more if it is a colleague who should join.',
  },
  wantedLetter: {
    nb: (organisation: string) => `Siden forrige mandag ville noen registrere seg med Student ID-en til ${organisation}, men alle plassene var tatt.`,
    da: (organisation: string) => `Siden sidste mandag ville nogen registrere sig med Student ID’et for ${organisation}, men alle pladser var taget.`,
    en: (organisation: string) => `Since last Monday somebody wanted to register with the Student ID of ${organisation}, and all seats were taken.`,
  },
  wantedWho: {
    nb: 'Hvem det var, har vi ikke skrevet ned. Er det en kollega som skal være med, ber du om flere plasser.',
    da: 'Hvem det var, har vi ikke skrevet ned. Er det en kollega, der skal med, beder du om flere pladser.',
    en: 'Who it was, we have not written down. If it is a colleague who should join, ask for more seats.',
  },
  answerSubject: { nb: 'Svar om plassene', da: 'Svar om pladserne', en: 'About the seats you asked for' },
  answerAbout: {
    nb: (organisation: string) => `Du eller en kollega ba om dette for ${organisation}:`,
    da: (organisation: string) => `Du eller en kollega bad om dette for ${organisation}:`,
    en: (organisation: string) => `You or a colleague asked for this on behalf of ${organisation}:`,
  },
  answerTalk: {
    nb: 'Svar på denne e-posten hvis du vil snakke med oss om det.',
    da: 'Svar på denne e-mail, hvis du vil tale med os om det.',
    en: 'Answer this letter if you want to talk to us about it.',
  },

  // The way back for an account that rests.
  waking: { nb: 'Vekk kontoen din', da: 'Væk din konto', en: 'Wake your account' },
  wakingLede: {
    nb: (days: number) => `Har medlemskapet gått ut, eller har du forlatt organisasjonen, ligger alt i kontoen i ${days} dager. Med en Student ID som gjelder, er du inne igjen.`,
    da: (days: number) => `Er medlemskabet udløbet, eller har du forladt organisationen, ligger alt i kontoen i ${days} dage. Med et gyldigt Student ID er du inde igen.`,
    en: (days: number) => `When the membership has ended, or you have left the organisation, everything in the account is kept for ${days} days. A valid Student ID brings you back in.`,
  },
  password: { nb: 'Passord', da: 'Adgangskode', en: 'Password' },
  wakingCode: {
    nb: 'En ny, fra den organisasjonen som betaler nå.',
    da: 'Et nyt, fra den organisation, der betaler nu.',
    en: 'A new one, from the organisation that pays now.',
  },
  wake: { nb: 'Vekk kontoen', da: 'Væk kontoen', en: 'Wake the account' },
  wakingHelp: {
    nb: (contact: string) => `Har du glemt passordet, eller har du ingen Student ID? Skriv til ${contact}.`,
    da: (contact: string) => `Har du glemt adgangskoden, eller har du intet Student ID? Skriv til ${contact}.`,
    en: (contact: string) => `If you have forgotten the password, or have no Student ID, write to ${contact}.`,
  },
  toSignIn: { nb: 'Logg inn', da: 'Log ind', en: 'Sign in' },
  notResting: {
    nb: 'Kontoen er aktiv. Du kan logge inn som vanlig.',
    da: 'Kontoen er aktiv. Du kan logge ind som normalt.',
    en: 'The account is active. You can sign in as usual.',
  },
  cannotWake: {
    nb: (contact: string) => `Denne kontoen kan ikke vekkes med en Student ID. Skriv til ${contact}.`,
    da: (contact: string) => `Denne konto kan ikke vækkes med et Student ID. Skriv til ${contact}.`,
    en: (contact: string) => `This account cannot be woken by a Student ID. Write to ${contact}.`,
  },
  noticeAwake: {
    nb: 'Kontoen er aktiv igjen, med alt du har gjort. Logg inn.',
    da: 'Kontoen er aktiv igen, med alt, hvad du har gjort. Log ind.',
    en: 'The account is active again, with everything you have done. Sign in.',
  },
  noticeLeftForWork: {
    nb: 'Du har forlatt organisasjonen. Kontoen din har du fortsatt til arbeidet ditt her.',
    da: 'Du har forladt organisationen. Din konto har du stadig til dit arbejde her.',
    en: 'You have left the organisation. Your account is still there for your work here.',
  },
  noticeLeft: {
    nb: 'Du har forlatt organisasjonen, og kontoen din er deaktivert.',
    da: 'Du har forladt organisationen, og din konto er deaktiveret.',
    en: 'You have left the organisation, and your account is deactivated.',
  },
} as const satisfies Words

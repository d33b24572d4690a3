import type { Words } from '../../platform/words.ts'
import { agreementWords } from './agreement-words.ts'

export const words = {
  ...agreementWords,

  // What its contact is told, and the learner of their membership.
  yourOrganisation: { nb: 'Organisasjonen', da: 'Organisationen', en: 'Organisation' },
  contactLede: {
    nb: 'Her ser du hvor mange plasser som er i bruk. Bare tall, aldri navn.',
    da: 'Her ser du, hvor mange pladser der er i brug. Kun tal, aldrig navne.',
    en: 'Here you see how many seats are in use. Numbers only, never names.',
  },
  activatedOf: {
    nb: (activated: number, seats: number) => `${activated} av ${seats} kontoer er aktivert`,
    da: (activated: number, seats: number) => `${activated} af ${seats} konti er aktiveret`,
    en: (activated: number, seats: number) => `${activated} of ${seats} accounts are activated`,
  },
  fewActivatedOf: {
    nb: (seats: number) => `Færre enn 5 av ${seats} kontoer er aktivert`,
    da: (seats: number) => `Færre end 5 af ${seats} konti er aktiveret`,
    en: (seats: number) => `Fewer than 5 of ${seats} accounts are activated`,
  },
  seatsPaid: {
    nb: (seats: number) => (seats === 1 ? '1 plass' : `${seats} plasser`),
    da: (seats: number) => (seats === 1 ? '1 plads' : `${seats} pladser`),
    en: (seats: number) => (seats === 1 ? '1 seat' : `${seats} seats`),
  },
  tooFewToCount: {
    nb: 'Med færre enn fem plasser viser vi ikke hvor mange som er i bruk: tallet kunne pekt på en kollega.',
    da: 'Med færre end fem pladser viser vi ikke, hvor mange der er i brug: tallet kunne pege på en kollega.',
    en: 'With fewer than five seats we do not show how many are in use: the number could point at a colleague.',
  },
  countedOn: {
    nb: (day: string) => `Telt ${day}. Vi teller hver mandag.`,
    da: (day: string) => `Talt ${day}. Vi tæller hver mandag.`,
    en: (day: string) => `Counted on ${day}. We count every Monday.`,
  },
  termFromTo: {
    nb: (begins: string, ends: string) => `Fra ${begins} til og med ${ends}`,
    da: (begins: string, ends: string) => `Fra ${begins} til og med ${ends}`,
    en: (begins: string, ends: string) => `From ${begins} to the end of ${ends}`,
  },
  notActivated: {
    nb: (seats: number) => (seats === 1 ? '1 plass er ikke tatt i bruk' : `${seats} plasser er ikke tatt i bruk`),
    da: (seats: number) => (seats === 1 ? '1 plads er ikke taget i brug' : `${seats} pladser er ikke taget i brug`),
    en: (seats: number) => (seats === 1 ? '1 seat is not in use' : `${seats} seats are not in use`),
  },
  allActivated: { nb: 'Alle plasser er i bruk', da: 'Alle pladser er i brug', en: 'All seats are in use' },
  adviceMore: {
    nb: 'Plassene er så godt som fulle. Trenger flere kolleger en konto, ber du oss om flere plasser.',
    da: 'Pladserne er så godt som fyldt. Skal flere kolleger have en konto, beder du os om flere pladser.',
    en: 'The seats are as good as full. If more colleagues need an account, ask us for more seats.',
  },
  adviceFewer: {
    nb: 'Dere betaler for flere plasser enn dere bruker. Ved fornyelse kan dere velge færre.',
    da: 'I betaler for flere pladser, end I bruger. Ved fornyelse kan I vælge færre.',
    en: 'You pay for more seats than you use. You can choose fewer when you renew.',
  },
  askForSeats: { nb: 'Be om flere eller færre plasser', da: 'Bed om flere eller færre pladser', en: 'Ask for more seats or fewer' },
  askWithoutNames: {
    nb: 'Skriv bare hvor mange. Vi trenger ingen navn.',
    da: 'Skriv kun, hvor mange. Vi har ikke brug for navne.',
    en: 'Write only how many. We need no names.',
  },
  codeForColleagues: {
    nb: 'Gi denne Student ID-en til kollegene dine. Den er felles for alle og er ikke et passord.',
    da: 'Giv dette Student ID til dine kolleger. Det er fælles for alle og er ikke en adgangskode.',
    en: 'Give this Student ID to your colleagues. All share it, and it is no password.',
  },
  studentId: { nb: 'Student ID', da: 'Student ID', en: 'Student ID' },
  whatYouSee: { nb: 'Hva du kan se, og ikke', da: 'Hvad du kan se, og ikke', en: 'What you can see, and what not' },
  seeNumbers: {
    nb: 'Hvor mange kontoer som er aktivert, talt én gang i uken.',
    da: 'Hvor mange konti der er aktiveret, talt én gang om ugen.',
    en: 'How many accounts are activated, counted once a week.',
  },
  seeNoNames: {
    nb: 'Aldri hvem: verken navn, e-postadresser, kurs, resultater eller når noen logger inn.',
    da: 'Aldrig hvem: hverken navne, e-mailadresser, kurser, resultater, eller hvornår nogen logger ind.',
    en: 'Never who: no names, e-mail addresses, courses, results or times of signing in.',
  },
  seeLater: {
    nb: 'Små endringer vises først når de er blitt større, så tallet aldri forteller om én kollega.',
    da: 'Små ændringer vises først, når de er blevet større, så tallet aldrig fortæller om én kollega.',
    en: 'Small changes show only once they have grown, so that the number never tells of one colleague.',
  },
  noMembership: { nb: 'Ingen medlemskap ennå', da: 'Intet medlemskab endnu', en: 'No membership yet' },
  noMembershipWhy: {
    nb: 'Når organisasjonen har et medlemskap, står tallene her.',
    da: 'Når organisationen har et medlemskab, står tallene her.',
    en: 'Once the organisation has a membership, its numbers stand here.',
  },

  membershipTitle: { nb: 'Medlemskapet ditt', da: 'Dit medlemskab', en: 'Your membership' },
  membershipPaidBy: {
    nb: (organisation: string) => `${organisation} betaler for kontoen din.`,
    da: (organisation: string) => `${organisation} betaler for din konto.`,
    en: (organisation: string) => `${organisation} pays for your account.`,
  },
  membershipSees: {
    nb: 'Organisasjonen ser bare hvor mange som er med, aldri hvem.',
    da: 'Organisationen ser kun, hvor mange der er med, aldrig hvem.',
    en: 'The organisation sees only how many have joined, never who.',
  },
  noSeat: { nb: 'Du har ingen plass', da: 'Du har ingen plads', en: 'You hold no seat' },
  noSeatWhy: {
    nb: 'Kontoen din er ikke knyttet til noen organisasjon.',
    da: 'Din konto er ikke knyttet til nogen organisation.',
    en: 'Your account is tied to no organisation.',
  },
  move: { nb: 'Bytt til en annen Student ID', da: 'Skift til et andet Student ID', en: 'Change to another Student ID' },
  moveWhat: {
    nb: 'Har du fått en Student ID av en ny arbeidsgiver eller et nytt medlemskap, skriver du den her. Kurs, resultater og kursbevis blir med deg, og den gamle plassen blir ledig.',
    da: 'Har du fået et Student ID af en ny arbejdsgiver eller et nyt medlemskab, skriver du det her. Kurser, resultater og kursusbeviser følger med dig, og den gamle plads bliver ledig.',
    en: 'If a new employer or a new membership has given you a Student ID, type it here. Courses, results and certificates come with you, and your old seat becomes free.',
  },
  membershipCode: { nb: 'Student ID', da: 'Student ID', en: 'Student ID' },
  noticeMoved: { nb: 'Du har byttet medlemskap. Alt du har gjort, er med.', da: 'Du har skiftet medlemskab. Alt, hvad du har gjort, er med.', en: 'You have changed membership. Everything you have done is with you.' },
  alreadyThere: { nb: 'Du har allerede plass i dette medlemskapet', da: 'Du har allerede plads i dette medlemskab', en: 'You hold a seat of this membership already' },
  leave: { nb: 'Forlat organisasjonen', da: 'Forlad organisationen', en: 'Leave the organisation' },
  leaveWhat: {
    nb: (days: number) => `Plassen din blir ledig for en kollega. Kontoen din deaktiveres med en gang, og alt i den ligger der i ${days} dager. Får du en ny Student ID før det, vekker du kontoen med den, med alle resultater og kursbevis. Ellers slettes den.`,
    da: (days: number) => `Din plads bliver ledig til en kollega. Din konto deaktiveres straks, og alt i den ligger der i ${days} dage. Får du et nyt Student ID inden da, vækker du kontoen med det, med alle resultater og kursusbeviser. Ellers slettes den.`,
    en: (days: number) => `Your seat goes to a colleague. Your account is deactivated at once, and everything in it is kept for ${days} days. If you get a new Student ID before that, it wakes the account, with all results and certificates. Otherwise it is erased.`,
  },
  leaveSure: {
    nb: 'Ja, jeg vil forlate organisasjonen',
    da: 'Ja, jeg vil forlade organisationen',
    en: 'Yes, I want to leave the organisation',
  },
  mustTickToLeave: { nb: 'Kryss av for å bekrefte', da: 'Sæt kryds for at bekræfte', en: 'Tick the box to confirm' },
  downloadData: { nb: 'Last ned alt om deg', da: 'Hent alt om dig', en: 'Download all about you' },

  // The employee's pages.
  organisations: { nb: 'Organisasjoner', da: 'Organisationer', en: 'Organisations' },
  organisationsLede: {
    nb: 'Kundene som betaler for medlemskap.',
    da: 'Kunderne, der betaler for medlemskaber.',
    en: 'The customers who pay for memberships.',
  },
  newOrganisation: { nb: 'Ny organisasjon', da: 'Ny organisation', en: 'New organisation' },
  noOrganisations: { nb: 'Ingen organisasjoner ennå', da: 'Ingen organisationer endnu', en: 'No organisations yet' },
  noOrganisationsWhy: {
    nb: 'Opprett den første, og gi den et medlemskap.',
    da: 'Opret den første, og giv den et medlemskab.',
    en: 'Make the first one, and give it a membership.',
  },
  findOrganisation: { nb: 'Finn en organisasjon', da: 'Find en organisation', en: 'Find an organisation' },
  noneFound: { nb: 'Ingen med det navnet', da: 'Ingen med det navn', en: 'None by that name' },
  organisationName: { nb: 'Navn', da: 'Navn', en: 'Name' },
  organisationNumber: { nb: 'Organisasjonsnummer', da: 'Virksomhedsnummer', en: 'Organisation number' },
  organisationNumberHow: {
    nb: 'Ni sifre i Norge, åtte i Danmark.',
    da: 'Otte cifre i Danmark, ni i Norge.',
    en: 'Nine digits in Norway, eight in Denmark.',
  },
  organisationNumberWrong: {
    nb: 'Nummeret stemmer ikke. Se etter skrivefeil: det siste sifferet beviser de andre.',
    da: 'Nummeret passer ikke. Se efter tastefejl: det sidste ciffer beviser de andre.',
    en: 'The number does not add up. Look for typing errors: its last digit proves the others.',
  },
  organisationKnown: {
    nb: 'Organisasjonen med dette nummeret er her alt',
    da: 'Organisationen med dette nummer er her allerede',
    en: 'The organisation with this number is here already',
  },
  makeOrganisation: { nb: 'Opprett organisasjonen', da: 'Opret organisationen', en: 'Make the organisation' },
  memberships: { nb: 'Medlemskap', da: 'Medlemskaber', en: 'Memberships' },
  membership: { nb: 'Medlemskap', da: 'Medlemskab', en: 'Membership' },
  newMembership: { nb: 'Nytt medlemskap', da: 'Nyt medlemskab', en: 'New membership' },
  makeMembership: { nb: 'Opprett medlemskapet', da: 'Opret medlemskabet', en: 'Make the membership' },
  stateActive: { nb: 'Gjelder nå', da: 'Gælder nu', en: 'In force' },
  stateNotBegun: { nb: 'Ikke begynt', da: 'Ikke begyndt', en: 'Not begun' },
  stateExpired: { nb: 'Utløpt', da: 'Udløbet', en: 'Ended' },
  stateSuspended: { nb: 'På pause', da: 'På pause', en: 'Paused' },
  seats: { nb: 'Antall plasser', da: 'Antal pladser', en: 'Number of seats' },
  begins: { nb: 'Første dag', da: 'Første dag', en: 'First day' },
  ends: { nb: 'Siste dag', da: 'Sidste dag', en: 'Last day' },
  endsHow: { nb: 'Gjelder ut hele denne dagen.', da: 'Gælder til og med denne dag.', en: 'It covers this day to its end.' },
  endsBeforeBegins: {
    nb: 'Siste dag kan ikke være før første dag',
    da: 'Sidste dag kan ikke være før første dag',
    en: 'The last day cannot be before the first',
  },
  endNotLater: {
    nb: 'Velg en dag som er senere enn den siste avtalte og ikke er over',
    da: 'Vælg en dag, der er senere end den sidst aftalte og ikke er forbi',
    en: 'Choose a day that is later than the last one agreed and not over',
  },
  domains: { nb: 'E-postdomener', da: 'E-maildomæner', en: 'E-mail domains' },
  domainsHow: {
    nb: 'Med mellomrom mellom, for eksempel fjordvik.no. Bare slike adresser får e-post om hvorfor en Student ID ikke virker.',
    da: 'Med mellemrum imellem, for eksempel fjordvik.dk. Kun sådanne adresser får e-mail om, hvorfor et Student ID ikke virker.',
    en: 'With spaces between, such as fjordvik.no. Only such addresses are written to about why a Student ID does not work.',
  },
  domainsOnly: {
    nb: 'Slipp bare inn slike adresser',
    da: 'Luk kun sådanne adresser ind',
    en: 'Let only such addresses in',
  },
  domainsWrong: {
    nb: 'Skriv domenene med mellomrom, for eksempel fjordvik.no',
    da: 'Skriv domænerne med mellemrum, for eksempel fjordvik.dk',
    en: 'Write the domains with spaces between, such as fjordvik.no',
  },
  contacts: { nb: 'Kontaktpersoner', da: 'Kontaktpersoner', en: 'Contacts' },
  noContacts: {
    nb: 'Ingen kontaktperson ennå. Uten en får ingen vite at medlemskapet går ut.',
    da: 'Ingen kontaktperson endnu. Uden en får ingen at vide, at medlemskabet udløber.',
    en: 'No contact yet. Without one nobody is told that the membership ends.',
  },
  inviteContact: { nb: 'Inviter en kontaktperson', da: 'Invitér en kontaktperson', en: 'Invite a contact' },
  invite: { nb: 'Send invitasjon', da: 'Send invitation', en: 'Send the invitation' },
  inviteWhat: {
    nb: 'De får en e-post med en lenke, velger passord og ser organisasjonens tall.',
    da: 'De får en e-mail med et link, vælger adgangskode og ser organisationens tal.',
    en: 'They get an e-mail with a link, choose a password and see the organisation’s numbers.',
  },
  firstName: { nb: 'Fornavn', da: 'Fornavn', en: 'First name' },
  lastName: { nb: 'Etternavn', da: 'Efternavn', en: 'Last name' },
  email: { nb: 'E-postadresse', da: 'E-mailadresse', en: 'E-mail address' },
  personLanguage: { nb: 'Språk i e-postene', da: 'Sprog i e-mailene', en: 'Language of their letters' },
  invited: { nb: 'Invitert', da: 'Inviteret', en: 'Invited' },
  emailKnown: {
    nb: 'Noen har en konto med denne adressen alt',
    da: 'Nogen har allerede en konto med denne adresse',
    en: 'Somebody has an account with this address already',
  },
  numbers: { nb: 'Plasser', da: 'Pladser', en: 'Seats' },
  numbersTaken: {
    nb: (taken: number, seats: number) => `${taken} av ${seats} plasser er tatt`,
    da: (taken: number, seats: number) => `${taken} af ${seats} pladser er taget`,
    en: (taken: number, seats: number) => `${taken} of ${seats} seats are taken`,
  },
  numbersActivated: {
    nb: (activated: number) => `${activated} kontoer er aktivert`,
    da: (activated: number) => `${activated} konti er aktiveret`,
    en: (activated: number) => `${activated} accounts are activated`,
  },
  numbersNoNames: {
    nb: 'Hvem som har en plass, vises ingen, heller ikke deg.',
    da: 'Hvem der har en plads, vises for ingen, heller ikke dig.',
    en: 'Who holds a seat is shown to nobody, nor to you.',
  },
  changeSeats: { nb: 'Endre antall plasser', da: 'Ændr antal pladser', en: 'Change the number of seats' },
  seatsTaken: {
    nb: (taken: number) => `${taken} plasser er tatt. Færre kan det ikke bli før noen er blitt ledige.`,
    da: (taken: number) => `${taken} pladser er taget. Færre kan det ikke blive, før nogle er blevet ledige.`,
    en: (taken: number) => `${taken} seats are taken. There cannot be fewer until some are free.`,
  },
  rotateCode: { nb: 'Lag ny Student ID', da: 'Lav nyt Student ID', en: 'Make a new Student ID' },
  rotateWhat: {
    nb: 'Den gamle slutter å virke med en gang. De som er med, merker ingenting.',
    da: 'Det gamle holder straks op med at virke. De, der er med, mærker intet.',
    en: 'The old one stops working at once. Those who have joined notice nothing.',
  },
  renew: { nb: 'Forny', da: 'Forny', en: 'Renew' },
  renewWhat: {
    nb: 'En ny periode legges til, og den gamle blir stående. Kontoer som er deaktivert fordi medlemskapet gikk ut, kommer tilbake når den begynner, om de ikke er slettet.',
    da: 'En ny periode lægges til, og den gamle bliver stående. Konti, der er deaktiveret, fordi medlemskabet udløb, kommer tilbage, når den begynder, hvis de ikke er slettet.',
    en: 'A new term is added, and the old one stays. Accounts that rest because the membership ended come back when it begins, unless they are erased.',
  },
  suspend: { nb: 'Sett på pause', da: 'Sæt på pause', en: 'Pause' },
  suspendWhat: {
    nb: 'Ingen nye kan registrere seg. De som er med, merker ingenting.',
    da: 'Ingen nye kan registrere sig. De, der er med, mærker intet.',
    en: 'Nobody new can register. Those who have joined notice nothing.',
  },
  resume: { nb: 'Ta av pause', da: 'Ophæv pausen', en: 'Resume' },
  resumeWhat: {
    nb: 'Nye kan registrere seg igjen.',
    da: 'Nye kan registrere sig igen.',
    en: 'Newcomers can register again.',
  },

  noticeOrganisationMade: { nb: 'Organisasjonen er opprettet', da: 'Organisationen er oprettet', en: 'The organisation is made' },
  noticeMembershipMade: { nb: 'Medlemskapet er opprettet', da: 'Medlemskabet er oprettet', en: 'The membership is made' },
  noticeContactInvited: { nb: 'Invitasjonen er sendt', da: 'Invitationen er sendt', en: 'The invitation is sent' },
  noticeContactRemoved: { nb: 'Kontaktpersonen er fjernet', da: 'Kontaktpersonen er fjernet', en: 'The contact is removed' },
  noticeSeatsChanged: { nb: 'Antallet plasser er endret', da: 'Antallet af pladser er ændret', en: 'The number of seats is changed' },
  noticeCodeRotated: { nb: 'Ny Student ID er laget', da: 'Nyt Student ID er lavet', en: 'A new Student ID is made' },
  noticeRenewed: { nb: 'Medlemskapet er fornyet', da: 'Medlemskabet er fornyet', en: 'The membership is renewed' },
  noticeSuspended: { nb: 'Medlemskapet er satt på pause', da: 'Medlemskabet er sat på pause', en: 'The membership is paused' },
  noticeResumed: { nb: 'Medlemskapet gjelder igjen', da: 'Medlemskabet gælder igen', en: 'The membership is in force again' },

  // Letters.
  hello: { nb: (name: string) => `Hei, ${name}.`, da: (name: string) => `Hej ${name}.`, en: (name: string) => `Hello ${name},` },
  endingSubject: {
    nb: (day: string) => `Medlemskapet varer til ${day}`,
    da: (day: string) => `Medlemskabet varer til ${day}`,
    en: (day: string) => `The membership lasts until ${day}`,
  },
  endingForContact: {
    nb: (organisation: string, day: string, days: number) =>
      `Medlemskapet til ${organisation} gjelder til og med ${day}. Fornyes det ikke, deaktiveres kontoene den dagen, og ${days} dager senere slettes de. Svar på denne e-posten for å fornye.`,
    da: (organisation: string, day: string, days: number) =>
      `${organisation}s medlemskab gælder til og med ${day}. Fornyes det ikke, deaktiveres kontiene den dag, og ${days} dage senere slettes de. Svar på denne e-mail for at forny.`,
    en: (organisation: string, day: string, days: number) =>
      `The membership of ${organisation} lasts to the end of ${day}. If it is not renewed, the accounts are deactivated that day and erased ${days} days later. Answer this letter to renew.`,
  },
  seeSeats: { nb: 'Se hvor mange plasser som er i bruk', da: 'Se, hvor mange pladser der er i brug', en: 'See how many seats are in use' },
  endingForLearner: {
    nb: (day: string, days: number) =>
      `Organisasjonens medlemskap gjelder til og med ${day}. Fornyes det ikke, deaktiveres kontoen din da, og ${days} dager senere slettes den.`,
    da: (day: string, days: number) =>
      `Organisationens medlemskab gælder til og med ${day}. Fornyes det ikke, deaktiveres din konto da, og ${days} dage senere slettes den.`,
    en: (day: string, days: number) =>
      `The organisation’s membership lasts to the end of ${day}. If it is not renewed, your account is deactivated then and erased ${days} days later.`,
  },
  downloadFirst: {
    nb: 'Last ned resultatene og kursbevisene dine før det, så har du dem uansett.',
    da: 'Hent dine resultater og kursusbeviser inden da, så har du dem under alle omstændigheder.',
    en: 'Download your results and certificates before that, so that you have them in any case.',
  },
} as const satisfies Words

import type { Phrase } from '../platform/words.ts'

/** The logins of the house. Each is a member of only the purposes that name it, and inherits none. */
export const logins = ['web', 'worker', 'organisation', 'rights'] as const
export type Login = (typeof logins)[number]

/** Why we may: GDPR article 6(1)(a), (b), (c), (f); or nothing about anyone. */
export type Basis = 'consent' | 'contract' | 'legal duty' | 'legitimate interest' | 'nothing personal'

export type Purpose = {
  /** Its place in the mask of what is lawful for a person now. Never reused. */
  readonly bit: number
  readonly logins: readonly Login[]
  /**
   * `person`: sees rows about the actor, and about those within the actor's reach.
   * `institution`: work of the system itself on ids and moments, for a whole institution.
   */
  readonly reach: 'person' | 'institution'
  readonly name: Phrase
  readonly why: Phrase
}

/** Every purpose of the house. A purpose is a database role, `purpose_<name>`. */
export const purposes = {
  registration: {
    bit: 0,
    logins: ['web', 'worker'],
    reach: 'person',
    name: { nb: 'Registrering', da: 'Registrering', en: 'Registration' },
    why: {
      nb: 'For å opprette kontoen du ber om og knytte den til medlemskapet som betaler for den.',
      da: 'For at oprette den konto, du beder om, og knytte den til det medlemskab, der betaler for den.',
      en: 'To make the account you ask for and tie it to the membership that pays for it.',
    },
  },
  account: {
    bit: 1,
    logins: ['web', 'worker'],
    reach: 'person',
    name: { nb: 'Konto og innlogging', da: 'Konto og login', en: 'Account and sign-in' },
    why: {
      nb: 'For å la deg logge inn, huske hvem du er og vise deg siden du kom fra.',
      da: 'For at lade dig logge ind, huske hvem du er og vise dig siden, du kom fra.',
      en: 'To let you sign in, remember who you are and take you back to where you were.',
    },
  },
  security: {
    bit: 2,
    logins: ['web', 'worker'],
    reach: 'person',
    name: { nb: 'Sikkerhet', da: 'Sikkerhed', en: 'Security' },
    why: {
      nb: 'For å oppdage og stanse misbruk og finne ut hva som skjedde.',
      da: 'For at opdage og standse misbrug og finde ud af, hvad der skete.',
      en: 'To notice and stop misuse and to find out what happened.',
    },
  },
  teaching: {
    bit: 3,
    logins: ['web', 'worker'],
    reach: 'person',
    name: { nb: 'Undervisning', da: 'Undervisning', en: 'Teaching' },
    why: {
      nb: 'For å gi deg kursene og huske hvor langt du er kommet.',
      da: 'For at give dig kurserne og huske, hvor langt du er nået.',
      en: 'To give you the courses and remember how far you have come.',
    },
  },
  examination: {
    bit: 4,
    logins: ['web', 'worker'],
    reach: 'person',
    name: { nb: 'Prøver og vurdering', da: 'Prøver og bedømmelse', en: 'Examination' },
    why: {
      nb: 'For å gjennomføre prøver, vurdere svar og avgjøre klager.',
      da: 'For at afholde prøver, bedømme svar og afgøre klager.',
      en: 'To hold exams, mark answers and decide complaints.',
    },
  },
  certification: {
    bit: 5,
    logins: ['web', 'worker'],
    reach: 'person',
    name: { nb: 'Kursbevis', da: 'Kursusbevis', en: 'Certificates' },
    why: {
      nb: 'For å utstede kursbevis med navnet ditt og sende dem til deg.',
      da: 'For at udstede kursusbeviser med dit navn og sende dem til dig.',
      en: 'To issue certificates in your name and send them to you.',
    },
  },
  verification: {
    bit: 6,
    logins: ['web'],
    reach: 'institution',
    name: { nb: 'Kontroll av kursbevis', da: 'Kontrol af kursusbeviser', en: 'Certificate checks' },
    why: {
      nb: 'For at den som får se et kursbevis, kan kontrollere at det er ekte.',
      da: 'For at den, der får vist et kursusbevis, kan kontrollere, at det er ægte.',
      en: 'So that whoever is shown a certificate can check that it is genuine.',
    },
  },
  authoring: {
    bit: 7,
    logins: ['web', 'worker'],
    reach: 'person',
    name: { nb: 'Lage kurs', da: 'Lave kurser', en: 'Authoring' },
    why: {
      nb: 'For å lage og rette kurs, leksjoner, spørsmål og prøver.',
      da: 'For at lave og rette kurser, lektioner, spørgsmål og prøver.',
      en: 'To make and mend courses, lessons, questions and exams.',
    },
  },
  communication: {
    bit: 8,
    logins: ['worker'],
    reach: 'person',
    name: { nb: 'Beskjeder om kontoen', da: 'Beskeder om kontoen', en: 'Letters about the account' },
    why: {
      nb: 'For å sende deg kursbevis og beskjeder om kontoen din.',
      da: 'For at sende dig kursusbeviser og beskeder om din konto.',
      en: 'To send you certificates and letters about your account.',
    },
  },
  membership: {
    bit: 9,
    logins: ['web', 'worker'],
    reach: 'person',
    name: { nb: 'Medlemskap', da: 'Medlemskab', en: 'Membership' },
    why: {
      nb: 'For å sørge for at aktive kontoer er betalt for, og avslutte dem når medlemskapet er over.',
      da: 'For at sikre, at aktive konti er betalt, og afslutte dem, når medlemskabet er slut.',
      en: 'To see that active accounts are paid for, and to end them when the membership ends.',
    },
  },
  capacity: {
    bit: 10,
    logins: ['organisation'],
    reach: 'institution',
    name: { nb: 'Tall til organisasjonen', da: 'Tal til organisationen', en: 'Numbers for the organisation' },
    why: {
      nb: 'For å si organisasjonen hvor mange plasser som er i bruk. Bare tall, aldri navn.',
      da: 'For at fortælle organisationen, hvor mange pladser der er i brug. Kun tal, aldrig navne.',
      en: 'To tell the organisation how many seats are in use. Numbers only, never names.',
    },
  },
  administration: {
    bit: 11,
    logins: ['web', 'worker'],
    reach: 'person',
    name: { nb: 'Administrasjon', da: 'Administration', en: 'Administration' },
    why: {
      nb: 'For å opprette organisasjoner, medlemskap og ansatte, og hjelpe den som står fast.',
      da: 'For at oprette organisationer, medlemskaber og medarbejdere og hjælpe den, der sidder fast.',
      en: 'To set up organisations, memberships and employees, and to help whoever is stuck.',
    },
  },
  rights: {
    bit: 12,
    logins: ['rights'],
    reach: 'person',
    name: { nb: 'Rettighetene dine', da: 'Dine rettigheder', en: 'Your rights' },
    why: {
      nb: 'For å gi deg innsyn, rette, flytte og slette.',
      da: 'For at give dig indsigt, rette, flytte og slette.',
      en: 'To give you access, and to correct, move and erase.',
    },
  },
  retention: {
    bit: 13,
    logins: ['worker'],
    reach: 'institution',
    name: { nb: 'Sletting til rett tid', da: 'Sletning til rette tid', en: 'Erasure on time' },
    why: {
      nb: 'For å slette det vi ikke lenger skal ha.',
      da: 'For at slette det, vi ikke længere skal have.',
      en: 'To erase what we should no longer have.',
    },
  },
  timekeeping: {
    bit: 14,
    logins: ['worker'],
    reach: 'institution',
    name: { nb: 'Frister', da: 'Frister', en: 'Timekeeping' },
    why: {
      nb: 'For at frister holdes selv om ingen ser på: prøvetid, medlemskap, sletting.',
      da: 'For at frister holdes, selv om ingen ser på: prøvetid, medlemskab, sletning.',
      en: 'So that deadlines hold though nobody watches: exam time, membership, erasure.',
    },
  },
  information: {
    bit: 15,
    logins: ['web', 'worker'],
    reach: 'institution',
    name: { nb: 'Åpne sider', da: 'Åbne sider', en: 'Public pages' },
    why: {
      nb: 'For å fortelle alle hva vi tilbyr og hvordan vi verner om personvernet.',
      da: 'For at fortælle alle, hvad vi tilbyder, og hvordan vi værner om privatlivet.',
      en: 'To tell everybody what we offer and how we guard their privacy.',
    },
  },
  improvement: {
    bit: 16,
    logins: ['worker'],
    reach: 'institution',
    name: { nb: 'Forbedring', da: 'Forbedring', en: 'Improvement' },
    why: {
      nb: 'For å gjøre tjenestene bedre ved hjelp av tall som ikke peker på noen.',
      da: 'For at gøre tjenesterne bedre ved hjælp af tal, der ikke peger på nogen.',
      en: 'To make the services better by numbers that point at nobody.',
    },
  },
} as const satisfies Record<string, Purpose>

export type PurposeName = keyof typeof purposes
export const purposeNames = Object.keys(purposes) as PurposeName[]

/** The database role that a purpose is. */
export function roleOf(purpose: PurposeName): string {
  return `purpose_${purpose}`
}

/** The database login that a process uses for some purposes. */
export function loginRole(login: Login): string {
  return `lofte_${login}`
}

/** The mask in which these purposes are lawful and no other. */
export function maskOf(lawful: readonly PurposeName[]): bigint {
  return lawful.reduce((mask, name) => mask | (1n << BigInt(purposes[name].bit)), 0n)
}

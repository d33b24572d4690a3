import type { Saying } from './words.ts'

/** The seven classes of those who may be given data. Source: the Danish policy, section 5. */
export const recipientClasses = {
  hosting: { nb: 'it og drift', da: 'it og drift', en: 'IT and hosting' },
  accounting: { nb: 'administrasjon, regnskap og betaling', da: 'administration, regnskab og betaling', en: 'administration, accounting and payment' },
  communication: { nb: 'kommunikasjon og e-post', da: 'kommunikation og e-mail', en: 'communication and e-mail' },
  learning: { nb: 'støtte til undervisning og læringsverktøy', da: 'støtte til undervisning og læringsværktøjer', en: 'educational support and learning tools' },
  authorities: { nb: 'myndigheter', da: 'myndigheder', en: 'public authorities' },
  advisers: { nb: 'rådgivere', da: 'rådgivere', en: 'professional advisers' },
  'at your request': { nb: 'andre du ber oss om å gi noe til', da: 'andre, du beder os om at give noget til', en: 'others, at your request' },
} as const satisfies Record<string, Saying>

export type RecipientClass = keyof typeof recipientClasses

export const recipientKinds = {
  processor: { nb: 'databehandler', da: 'databehandler', en: 'processor' },
  joint: { nb: 'felles behandlingsansvarlig', da: 'fælles dataansvarlig', en: 'joint controller' },
  independent: { nb: 'selvstendig behandlingsansvarlig', da: 'selvstændig dataansvarlig', en: 'independent controller' },
  authority: { nb: 'myndighet', da: 'myndighed', en: 'authority' },
} as const satisfies Record<string, Saying>

/** Countries by ISO 3166 code, and whether they are in the European Economic Area. */
export const countries = {
  NO: { eea: true, name: { nb: 'Norge', da: 'Norge', en: 'Norway' } },
  DK: { eea: true, name: { nb: 'Danmark', da: 'Danmark', en: 'Denmark' } },
} as const satisfies Record<string, { eea: boolean; name: Saying }>

export type Country = keyof typeof countries

/** Somebody outside the house who is given people's data. */
export type Recipient = {
  readonly key: string
  readonly name: Saying
  readonly class: RecipientClass
  readonly kind: keyof typeof recipientKinds
  /** Where the data lie, and from where they can be seen: both, since support may sit elsewhere. */
  readonly storedIn: Country
  readonly accessedFrom: readonly Country[]
  readonly agreement: Saying
  /** What they may do with it: a processor has no purposes of its own. */
  readonly instruction: Saying
  readonly fields: Saying
  /** What protects data outside the EEA; nobody is there now. */
  readonly transfer: Saying | null
}

const AGREEMENT: Saying = {
  nb: 'databehandleravtale (artikkel 28)',
  da: 'databehandleraftale (artikel 28)',
  en: 'data processing agreement (article 28)',
}

/** Everybody who is given data by this installation. Whoever is not here is given nothing. */
export const recipients: readonly Recipient[] = [
  {
    key: 'hosting',
    name: { nb: 'Driftsleverandøren', da: 'Driftsleverandøren', en: 'The hosting provider' },
    class: 'hosting',
    kind: 'processor',
    storedIn: 'NO',
    accessedFrom: ['NO'],
    agreement: AGREEMENT,
    instruction: {
      nb: 'Å holde serveren i gang. Ikke å lese det som ligger der.',
      da: 'At holde serveren i gang. Ikke at læse det, der ligger der.',
      en: 'To keep the server running. Not to read what lies there.',
    },
    fields: {
      nb: 'Alt i listene på denne siden, slik det ligger lagret.',
      da: 'Alt i listerne på denne side, som det ligger gemt.',
      en: 'Everything in the lists on this page, as it is stored.',
    },
    transfer: null,
  },
  {
    key: 'mail',
    name: { nb: 'E-postserveren', da: 'E-mailserveren', en: 'The mail server' },
    class: 'communication',
    kind: 'processor',
    storedIn: 'NO',
    accessedFrom: ['NO'],
    agreement: AGREEMENT,
    instruction: {
      nb: 'Å levere brevet til mottakeren, og slette det når det er levert.',
      da: 'At levere brevet til modtageren og slette det, når det er leveret.',
      en: 'To deliver the letter to its addressee, and to delete it when it is delivered.',
    },
    fields: {
      nb: 'E-postadressen din, og brevet med navnet ditt.',
      da: 'Din e-mailadresse og brevet med dit navn.',
      en: 'Your e-mail address, and the letter with your name.',
    },
    transfer: null,
  },
]

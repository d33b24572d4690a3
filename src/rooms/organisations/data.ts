import { day, integer, moment, NOBODY, table, text, theirs, uuid, yesNo } from '../../privacy/table.ts'

/** The customers that pay for memberships. A company, not a person. */
export const organisations = table(
  'organisations.organisations',
  {
    ...NOBODY,
    purposes: {
      administration: 'nothing personal',
      registration: 'nothing personal',
      account: 'nothing personal',
      capacity: 'nothing personal',
      communication: 'nothing personal',
      rights: 'nothing personal',
    },
    writes: { administration: ['insert', 'update'] },
    where: { capacity: 'id in (select organisations.mine())' },
  },
  {
    id: uuid('plain'),
    name: text('plain'),
    organisation_number: text('plain'),
    created: moment('plain').only('administration'),
  },
)

/** A term, a code and a number of seats. The code is a secret shared by one organisation's learners. */
export const memberships = table(
  'organisations.memberships',
  {
    ...NOBODY,
    purposes: {
      administration: 'nothing personal',
      registration: 'nothing personal',
      membership: 'nothing personal',
      timekeeping: 'nothing personal',
      account: 'nothing personal',
      capacity: 'nothing personal',
      communication: 'nothing personal',
      rights: 'nothing personal',
    },
    writes: { administration: ['insert', 'update'] },
    where: { capacity: 'organisation in (select organisations.mine())' },
  },
  {
    id: uuid('plain'),
    organisation: uuid('plain'),
    /** Shown to employees, and to the contact who hands it out. */
    code: text('secret').only('administration', 'registration', 'capacity'),
    begins: day('plain'),
    /** The last day, which it covers to its end in the institution's zone. */
    ends: day('plain'),
    suspended: moment('plain').optional(),
    /** Domains its learners' addresses have, with spaces between: help is sent only there. */
    domains: text('plain').only('administration', 'registration').optional(),
    /** Nobody with another address gets in. */
    domains_only: yesNo('plain').only('administration', 'registration'),
  },
)

/** One row a seat. Free, or held by one learner. */
export const seats = table(
  'organisations.seats',
  {
    about: {
      holder: { as: 'holder', erase: 'forget', empties: ['claimed'], export: 'whole', shows: true, freeIsSeen: true },
    },
    purposes: {
      registration: 'contract',
      membership: 'contract',
      account: 'contract',
      communication: 'contract',
      timekeeping: 'contract',
    },
    writes: { registration: ['update'], membership: ['insert', 'update', 'delete'], administration: ['insert'] },
    source: 'your organisation',
    ends: { with: 'the account' },
  },
  {
    id: uuid('plain'),
    membership: uuid('plain'),
    holder: uuid('administrative').optional(),
    claimed: moment('administrative').optional(),
  },
)

/** Who at the organisation may see its numbers. */
export const contacts = table(
  'organisations.contacts',
  {
    about: { person: theirs('contact') },
    purposes: { administration: 'legitimate interest', account: 'contract', timekeeping: 'contract' },
    writes: { administration: ['insert', 'delete'] },
    source: 'your organisation',
    ends: { with: 'the account' },
    key: ['organisation', 'person'],
  },
  { organisation: uuid('plain'), person: uuid('plain') },
)

/** What an organisation is told: numbers as they were on one day of the week. */
export const capacities = table(
  'organisations.capacities',
  {
    ...NOBODY,
    purposes: { capacity: 'nothing personal', timekeeping: 'nothing personal', administration: 'nothing personal', membership: 'nothing personal' },
    writes: { timekeeping: ['insert', 'update'], administration: ['insert'], membership: ['update'] },
    where: { capacity: 'organisation in (select organisations.mine())' },
    key: ['membership'],
  },
  {
    membership: uuid('plain'),
    organisation: uuid('plain'),
    counted: day('plain'),
    seats: integer('plain'),
    /** Empty where a number would point at somebody. */
    activated: integer('plain').optional(),
  },
)

/** That contacts or learners were told in good time that a term ends. */
export const notices = table(
  'organisations.notices',
  {
    ...NOBODY,
    purposes: { timekeeping: 'nothing personal' },
    writes: { timekeeping: ['insert'] },
    key: ['membership', 'audience', 'days', 'ends'],
  },
  {
    membership: uuid('plain'),
    audience: text('plain'),
    days: integer('plain'),
    ends: day('plain'),
    sent: moment('plain'),
  },
)

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

/**
 * The agreement: whose it is, its code, and who gets in by it. A seat of any opens every course that we offer,
 * so that no agreement says which.
 */
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
    code: text('secret').only('administration', 'registration', 'membership', 'capacity'),
    suspended: moment('plain').optional(),
    /** Domains its learners' addresses have, with spaces between: help is sent only there. */
    domains: text('plain').only('administration', 'registration', 'membership').optional(),
    /** Nobody with another address gets in. */
    domains_only: yesNo('plain').only('administration', 'registration', 'membership'),
    /** The first and the last day on which its code lets somebody in, where they are fewer than the term's. */
    joining_begins: day('plain').optional(),
    joining_ends: day('plain').optional(),
  },
)

const OF_AN_AGREEMENT = {
  ...NOBODY,
  where: { capacity: 'membership in (select id from organisations.memberships)' },
} as const

/** For how long an agreement was paid: a renewal is a term of its own, and none is ever changed. */
export const terms = table(
  'organisations.terms',
  {
    ...OF_AN_AGREEMENT,
    purposes: {
      administration: 'nothing personal',
      registration: 'nothing personal',
      membership: 'nothing personal',
      timekeeping: 'nothing personal',
      account: 'nothing personal',
      capacity: 'nothing personal',
      communication: 'nothing personal',
    },
    writes: { administration: ['insert'], membership: ['insert'] },
  },
  {
    id: uuid('plain'),
    membership: uuid('plain'),
    begins: day('plain'),
    /** The last day, which it covers to its end in the institution's zone. */
    ends: day('plain'),
    made: moment('plain'),
  },
)

/** How many seats were paid for, from which day on: the newest for a day holds, and the older ones stay. */
export const pools = table(
  'organisations.pools',
  {
    ...OF_AN_AGREEMENT,
    purposes: {
      administration: 'nothing personal',
      registration: 'nothing personal',
      membership: 'nothing personal',
      timekeeping: 'nothing personal',
      capacity: 'nothing personal',
    },
    writes: { administration: ['insert'], membership: ['insert', 'update'] },
  },
  {
    id: uuid('plain'),
    membership: uuid('plain'),
    /** The first, second, third… of its membership. */
    number: integer('plain'),
    begins: day('plain'),
    seats: integer('plain'),
    because: text('plain'),
    made: moment('plain'),
    /** Since when there are as many seats as it says; until then nobody new gets in. */
    applied: moment('plain').only('registration', 'membership', 'timekeeping', 'administration').optional(),
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

/** Where somebody held a seat until an employee deactivated them: written and read by two narrow doors alone. */
export const vacated = table(
  'organisations.vacated',
  {
    about: { person: theirs('holder') },
    purposes: { membership: 'contract' },
    writes: {},
    source: 'the system',
    ends: { with: 'the account' },
    key: ['person'],
  },
  { person: uuid('plain'), membership: uuid('plain'), vacated: moment('administrative') },
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

/** What an organisation asks of us: more seats, or fewer. Which of its contacts typed it is nobody's business. */
export const requests = table(
  'organisations.requests',
  {
    ...OF_AN_AGREEMENT,
    purposes: {
      capacity: 'nothing personal',
      administration: 'nothing personal',
      membership: 'nothing personal',
      timekeeping: 'nothing personal',
      communication: 'nothing personal',
    },
    writes: { capacity: ['insert', 'update'], membership: ['update'], timekeeping: ['update'] },
  },
  {
    id: uuid('plain'),
    membership: uuid('plain'),
    kind: text('plain'),
    /** How many more, or fewer. */
    seats: integer('plain'),
    asked: moment('plain'),
    answer: text('plain').optional(),
    reason: text('plain').optional(),
    answered: moment('plain').optional(),
    /** When our own office was written to about it. */
    announced: moment('plain').only('timekeeping').optional(),
    /** When the letters about the answer were asked for. */
    told: moment('plain').optional(),
  },
)

/** What an organisation is told: numbers as they were on one day of the week. */
export const capacities = table(
  'organisations.capacities',
  {
    ...NOBODY,
    purposes: {
      capacity: 'nothing personal',
      timekeeping: 'nothing personal',
      administration: 'nothing personal',
      membership: 'nothing personal',
      registration: 'nothing personal',
      communication: 'nothing personal',
    },
    writes: { timekeeping: ['insert', 'update'], administration: ['insert'], membership: ['update'], registration: ['update'] },
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
    /** The last day since the count on which somebody was turned away, all seats being taken. */
    wanted: day('plain').only('registration', 'timekeeping').optional(),
    /** That somebody was, in the time before the count. */
    turned_away: yesNo('plain'),
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

import { purposeNames, purposes } from './purposes.ts'
import { bigint, bytes, integer, json, moment, NOBODY, table, text, theirs, uuid, yesNo } from './table.ts'

/** What is lawful for each person now, one bit per purpose. */
export const standings = table(
  'privacy.standings',
  {
    about: { person: { ...theirs(), writtenByAnyone: true } },
    purposes: {
      account: 'contract',
      membership: 'contract',
      administration: 'legitimate interest',
      timekeeping: 'legal duty',
    },
    writes: {
      registration: ['insert'],
      account: ['update'],
      membership: ['update'],
      administration: ['insert', 'update'],
    },
    source: 'the system',
    ends: { with: 'the account' },
    key: ['person'],
  },
  {
    person: uuid('plain'),
    allowed: bigint('administrative'),
    objected: bigint('administrative'),
    restricted: moment('administrative').optional(),
    lawful: bigint('administrative').optional(),
  },
)

const OWN_REACH = `subject = (select app.actor()) and purpose in ('teaching', 'examination')`

/** Who may see whom, for what, from when until when, and why. */
export const reach = table(
  'privacy.reach',
  {
    about: {
      subject: { as: 'subject', erase: 'delete', export: 'whole', shows: true, freeIsSeen: true },
      actor: { as: 'actor', erase: 'delete', export: 'whole', shows: false },
    },
    purposes: { teaching: 'contract', examination: 'contract', administration: 'legitimate interest' },
    writes: {
      teaching: ['insert'],
      examination: ['insert'],
      administration: ['insert', 'update', 'delete'],
    },
    source: 'the system',
    ends: { with: 'the account' },
    // Of themselves alone, and never of everybody: or whoever is taught could let themselves see all.
    where: { teaching: OWN_REACH, examination: OWN_REACH },
  },
  {
    id: uuid('plain'),
    actor: uuid('plain'),
    subject: uuid('plain').optional(),
    purpose: text('administrative'),
    because: text('administrative'),
    reference: uuid('plain').optional(),
    begins: moment('administrative'),
    ends: moment('administrative').optional(),
  },
)

const everybody = purposeNames.filter((name) => purposes[name].reach === 'person')
type Everybody = 'registration'
const insertsForAll = Object.fromEntries(everybody.map((name) => [name, ['insert']])) as {
  [P in Everybody]?: readonly ['insert']
}

/** Every look at another person's data. The person looked at may read it. */
export const looks = table(
  'privacy.looks',
  {
    about: {
      subject: { as: 'subject', erase: 'delete', export: 'whole', shows: true, writtenByAnyone: true },
      actor: { as: 'actor', erase: 'forget', export: 'mention', shows: false, signs: true },
    },
    purposes: {},
    writes: insertsForAll,
    source: 'the system',
    ends: { after: 'accessLog', from: 'looked' },
  },
  {
    id: uuid('plain'),
    actor: uuid('plain').optional(),
    subject: uuid('plain'),
    purpose: text('administrative'),
    what: text('administrative'),
    looked: moment('technical'),
  },
)

/** Each person's own key, sealed by the installation's: what it sealed is gone when it is. */
export const keys = table(
  'privacy.keys',
  {
    about: { person: { as: 'person', erase: 'delete', export: 'mention', shows: true } },
    purposes: {
      account: 'contract',
      examination: 'contract',
      teaching: 'contract',
      certification: 'contract',
      communication: 'contract',
      administration: 'legitimate interest',
    },
    writes: { registration: ['insert'], administration: ['insert'] },
    source: 'the system',
    ends: { with: 'the account' },
    key: ['person'],
  },
  { person: uuid('plain'), sealed: bytes('secret').only('account', 'examination', 'teaching', 'certification', 'communication', 'administration') },
)

/** What was erased and what a law keeps, without saying who. */
export const receipts = table(
  'privacy.receipts',
  {
    ...NOBODY,
    purposes: { rights: 'nothing personal', information: 'nothing personal', retention: 'nothing personal' },
    writes: { rights: ['insert'], retention: ['delete'] },
    ends: { after: 'receipt', from: 'erased' },
    key: ['code'],
  },
  {
    code: text('plain'),
    erased: moment('plain'),
    cause: text('plain'),
    outcome: json<ErasureOutcome>('plain'),
  },
)

/** When each job that lets go of people's data last ran, what went, and what was left over. */
export const runs = table(
  'privacy.runs',
  {
    ...NOBODY,
    purposes: { information: 'nothing personal', retention: 'nothing personal' },
    writes: { retention: ['insert', 'update'] },
    key: ['job'],
  },
  { job: text('plain'), ran: moment('plain'), gone: integer('plain'), overdue: integer('plain') },
)

/** How many erasures the database knows of: a restored backup knows of fewer than have been done. */
export const marks = table(
  'privacy.marks',
  { ...NOBODY, of: 'installation', purposes: { information: 'nothing personal' }, writes: {}, key: ['house'] },
  { house: yesNo('plain'), erasures: bigint('plain') },
)

/** By which law rows stay though their person asked: `investigation`, the defence of claims. Source: GDPR article 17(3)(e) */
export type Law = 'investigation'

/** Per table: how many rows went, how many were emptied of the person, how many a law keeps. */
export type ErasureOutcome = {
  readonly deleted: Readonly<Record<string, number>>
  readonly forgotten: Readonly<Record<string, number>>
  readonly kept: readonly { readonly table: string; readonly law: Law; readonly until: string }[]
  /** When it should have been done at the latest, where nobody asked: lateness stays visible. */
  readonly due: string | null
}

import { moment, table, text, theirs, uuid } from '../../privacy/table.ts'

/** The people we keep data about who have a way in. */
export const persons = table(
  'accounts.persons',
  {
    about: { id: theirs() },
    purposes: {
      registration: 'contract',
      account: 'contract',
      teaching: 'contract',
      examination: 'contract',
      certification: 'contract',
      communication: 'contract',
      membership: 'contract',
      administration: 'legitimate interest',
      timekeeping: 'legal duty',
    },
    writes: {
      registration: ['insert'],
      account: ['update'],
      certification: ['update'],
      membership: ['update'],
      administration: ['insert', 'update'],
    },
    source: 'you',
    ends: { with: 'the account' },
  },
  {
    id: uuid('plain'),
    first_name: text('identification').only('registration', 'account', 'teaching', 'examination', 'certification', 'communication', 'administration'),
    last_name: text('identification').only('registration', 'account', 'teaching', 'examination', 'certification', 'communication', 'administration'),
    /** In Latin letters, where their own are others; printed instead. */
    printed_name: text('identification').only('account', 'certification').optional(),
    email: text('contact').only('registration', 'account', 'communication', 'administration'),
    language: text('contact').only('registration', 'account', 'communication', 'certification', 'administration'),
    created: moment('technical').only('registration', 'account', 'administration', 'timekeeping'),
    email_confirmed: moment('technical').only('account', 'membership', 'administration', 'communication', 'timekeeping').optional(),
    unconfirmed_until: moment('technical').only('registration', 'account', 'administration', 'timekeeping').optional(),
    name_confirmed: moment('administrative').only('account', 'certification', 'administration').optional(),
    blocked: moment('administrative').only('account', 'membership', 'communication', 'administration').optional(),
    deactivated: moment('administrative').only('account', 'membership', 'communication', 'administration', 'timekeeping').optional(),
    deactivated_because: text('administrative').only('account', 'membership', 'communication', 'administration', 'timekeeping').optional(),
    erase_due: moment('administrative').only('account', 'membership', 'communication', 'administration', 'timekeeping').optional(),
  },
)

/** That the last letter to somebody was refused for good: told to them, and to whoever helps them. */
export const unreached = table(
  'accounts.unreached',
  {
    about: { person: theirs() },
    purposes: { account: 'contract', administration: 'legitimate interest', communication: 'contract' },
    writes: { communication: ['insert', 'update', 'delete'] },
    source: 'the system',
    ends: { with: 'the account' },
    key: ['person'],
  },
  { person: uuid('plain'), refused: moment('technical') },
)

/** What somebody may do here, from when until when. */
export const appointments = table(
  'accounts.appointments',
  {
    about: { person: theirs() },
    purposes: { account: 'contract', membership: 'contract', administration: 'legitimate interest' },
    writes: { registration: ['insert'], membership: ['insert', 'update'], administration: ['insert', 'update'] },
    source: 'our employees',
    ends: { with: 'the account' },
  },
  {
    id: uuid('plain'),
    person: uuid('plain'),
    role: text('administrative'),
    begins: moment('administrative'),
    ends: moment('administrative').optional(),
  },
)

import { moment, NOBODY, table, text, theirs, uuid } from '../../privacy/table.ts'

/** That a person knows one version of the policy, whether they expressly accepted or only read it, and in which language. */
export const acceptances = table(
  'registration.acceptances',
  {
    about: { person: theirs() },
    purposes: { registration: 'contract', account: 'contract', timekeeping: 'legal duty', communication: 'legal duty' },
    writes: { registration: ['insert'], account: ['insert'] },
    source: 'you',
    ends: { with: 'the account' },
  },
  {
    id: uuid('plain'),
    person: uuid('plain'),
    version: text('administrative'),
    language: text('administrative'),
    accepted: moment('administrative'),
    how: text('administrative').only('registration', 'account'),
  },
)

/** That a person is told by letter of a version, since it differs in something of weight from one they know. */
export const policyLetters = table(
  'registration.policy_letters',
  {
    about: { person: theirs() },
    purposes: { timekeeping: 'legal duty', communication: 'legal duty' },
    writes: { timekeeping: ['insert'], communication: ['update'] },
    source: 'the system',
    ends: { with: 'the account' },
  },
  {
    id: uuid('plain'),
    person: uuid('plain'),
    version: text('administrative'),
    since: text('administrative'),
    queued: moment('technical'),
    /** Empty while it waits, and for whoever could not be written to. */
    sent: moment('technical').optional(),
  },
)

/** When everybody whom a version concerns had been thought of, so that nobody is asked about again. */
export const policyRounds = table(
  'registration.policy_rounds',
  { ...NOBODY, purposes: { timekeeping: 'nothing personal' }, writes: { timekeeping: ['insert', 'update'] }, key: ['version'] },
  { version: text('plain'), finished: moment('plain') },
)

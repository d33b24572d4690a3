import { moment, table, text, theirs, uuid } from '../../privacy/table.ts'

/** That a person expressly accepted one version of the policy, and in which language it was shown. */
export const acceptances = table(
  'registration.acceptances',
  {
    about: { person: theirs() },
    purposes: { registration: 'contract', account: 'contract' },
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
  },
)

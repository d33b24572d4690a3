import { bytes, moment, table, text, uuid } from '../../privacy/table.ts'

/** What happened at the doors: for security alone, and not for long. Others write, and read nothing. */
export const events = table(
  'security.events',
  {
    about: { person: { as: 'person', erase: 'delete', export: 'whole', shows: true, writtenByAnyone: true } },
    purposes: { security: 'legitimate interest' },
    writes: {
      account: ['insert'],
      registration: ['insert'],
      administration: ['insert'],
      verification: ['insert'],
      membership: ['insert'],
    },
    source: 'your use of the site',
    ends: { after: 'securityLog', from: 'happened' },
  },
  {
    id: uuid('plain'),
    happened: moment('technical'),
    kind: text('technical'),
    person: uuid('plain').optional(),
    /** A keyed hash of what was tried, such as an address: countable, not readable. */
    key: bytes('secret').only().optional(),
    network: text('technical').optional(),
    device: text('technical').optional(),
  },
)

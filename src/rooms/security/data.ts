import { bytes, hand, moment, table, text, uuid } from '../../privacy/table.ts'

/** Why some rows of the log are kept longer, until when, and who said so; the rows name their hold. */
export const holds = table(
  'security.holds',
  {
    about: { officer: hand('actor') },
    purposes: { security: 'legitimate interest' },
    // Placed and ended through doors that ask who does it: see the migration.
    writes: {},
    source: 'our employees',
    ends: { after: 'accessLog', from: 'until' },
    where: { security: `(select app.reaches_all('security', 2))` },
  },
  {
    id: uuid('plain'),
    reason: text('administrative'),
    placed: moment('administrative'),
    until: moment('administrative'),
    officer: uuid('plain').optional(),
  },
)

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
    ends: { after: 'securityLog', from: 'happened', held: 'held_until' },
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
    /** The investigation that holds this row back from its end, and until when. */
    hold: uuid('plain').optional(),
    held_until: moment('administrative').optional(),
  },
)

import { bigint, day, integer, NOBODY, table, text } from '../../privacy/table.ts'

/** How fast the site answered, counted as it was measured: nothing here can be tied to anybody. */
export const buckets = table(
  'performance.buckets',
  {
    ...NOBODY,
    of: 'installation',
    purposes: { improvement: 'nothing personal', timekeeping: 'nothing personal' },
    writes: { improvement: ['insert', 'update'], timekeeping: ['delete'] },
    key: ['day', 'method', 'route', 'outcome', 'within_ms'],
  },
  {
    day: day('plain'),
    method: text('plain'),
    /** The route's template, `/courses/:course`, never an address. */
    route: text('plain'),
    /** The first digit of the status. */
    outcome: integer('plain'),
    /** The step of time, in milliseconds, that the answer came within. */
    within_ms: integer('plain'),
    answers: bigint('plain'),
  },
)

import { hand, moment, table, text, theirs, uuid } from '../../privacy/table.ts'

/** What an employee decided about somebody's account, and why: shown to that person. */
export const decisions = table(
  'people.decisions',
  {
    about: { person: theirs(), employee: { ...hand('actor'), signs: true } },
    purposes: { administration: 'legitimate interest', communication: 'legitimate interest' },
    writes: { administration: ['insert'] },
    source: 'our employees',
    ends: { with: 'the account' },
  },
  {
    id: uuid('plain'),
    person: uuid('plain'),
    kind: text('administrative'),
    reason: text('administrative'),
    decided: moment('technical'),
    employee: uuid('plain').only('administration').optional(),
  },
)

import { bytes, day, hand, integer, json, moment, NOBODY, table, text, theirs, uuid, yesNo } from '../../privacy/table.ts'
import type { Snapshot } from './snapshot.ts'

/** The courses for which certificates are issued, also to those who completed them earlier. */
export const rules = table(
  'certificates.rules',
  {
    ...NOBODY,
    purposes: { authoring: 'nothing personal', certification: 'nothing personal', timekeeping: 'nothing personal' },
    writes: { authoring: ['insert', 'update', 'delete'] },
    key: ['course'],
  },
  {
    course: uuid('plain'),
    since: moment('plain'),
    /** For how many months a paper holds; empty: without end. */
    valid_months: integer('plain').optional(),
  },
)

/**
 * The papers, version by version. Whoever is erased takes their name with them; what the paper says
 * stays, so that whoever holds it can still show that it is genuine.
 */
export const certificates = table(
  'certificates.certificates',
  {
    about: {
      learner: { as: 'holder', erase: 'forget', empties: ['name', 'name_hash'], export: 'whole', shows: true, freeIsSeen: true },
    },
    purposes: {
      certification: 'contract',
      communication: 'contract',
      verification: 'legitimate interest',
      administration: 'legitimate interest',
      timekeeping: 'contract',
    },
    writes: { certification: ['insert', 'update'], administration: ['update'] },
    where: { certification: 'learner is not null', communication: 'learner is not null' },
    source: 'the system',
    ends: { after: 'certificate', from: 'issued' },
  },
  {
    id: uuid('plain'),
    learner: uuid('administrative').only('certification', 'communication', 'administration', 'timekeeping').optional(),
    course: uuid('educational').only('certification', 'timekeeping'),
    /** Counted from 1; a renewal begins the next. */
    cycle: integer('plain').only('certification', 'timekeeping'),
    version: integer('plain').only('certification', 'communication', 'administration', 'timekeeping'),
    code: text('administrative').only('certification', 'communication', 'verification', 'administration'),
    language: text('plain').only('certification', 'communication', 'verification', 'administration'),
    /** As it was confirmed. Empty in a version that was replaced, and when its holder is erased. */
    name: text('identification').only('certification', 'communication').optional(),
    /** Lets a name that somebody types be compared without anybody reading ours. */
    name_hash: bytes('secret').only('certification', 'verification').optional(),
    snapshot: json<Snapshot>('educational').only('certification', 'communication', 'verification', 'administration'),
    issued: moment('educational'),
    /** The last day on which it holds, in the institution's own calendar. */
    valid_until: day('educational').optional(),
    replaces: uuid('plain').only('certification', 'administration').optional(),
    replaced: moment('educational').optional(),
    revoked: moment('educational').optional(),
    revoked_because: text('educational').only('certification', 'communication', 'administration').optional(),
  },
)

/** That a letter with the paper has gone, or why it has not. */
export const deliveries = table(
  'certificates.deliveries',
  {
    about: { learner: theirs('holder') },
    purposes: { certification: 'contract', communication: 'contract', timekeeping: 'contract' },
    writes: { communication: ['insert'], timekeeping: ['insert'] },
    source: 'the system',
    ends: { with: 'its parent', parent: 'certificate', table: 'certificates.certificates' },
  },
  {
    id: uuid('plain'),
    certificate: uuid('plain'),
    learner: uuid('plain'),
    sent: moment('technical'),
    outcome: text('technical'),
  },
)

/** What employees decide about a paper, two by two: whoever asks does not decide. */
export const revocations = table(
  'certificates.revocations',
  {
    about: { asked_by: hand('actor'), decided_by: hand('actor') },
    purposes: { administration: 'legitimate interest' },
    writes: { administration: ['insert', 'update'] },
    source: 'our employees',
    ends: { with: 'its parent', parent: 'certificate', table: 'certificates.certificates' },
  },
  {
    id: uuid('plain'),
    certificate: uuid('plain'),
    reason: text('administrative'),
    asked: moment('administrative'),
    asked_by: uuid('administrative').optional(),
    decided: moment('administrative').optional(),
    decided_by: uuid('administrative').optional(),
    approved: yesNo('administrative').optional(),
  },
)

/** That an employee corrected what a paper says, by a new version of it, and why. */
export const corrections = table(
  'certificates.corrections',
  {
    about: { learner: theirs('holder'), made_by: hand('actor') },
    purposes: { certification: 'contract', communication: 'contract', administration: 'legitimate interest' },
    writes: { certification: ['insert'] },
    source: 'our employees',
    ends: { with: 'its parent', parent: 'certificate', table: 'certificates.certificates' },
  },
  {
    id: uuid('plain'),
    certificate: uuid('plain'),
    learner: uuid('plain'),
    reason: text('administrative'),
    made: moment('administrative'),
    made_by: uuid('administrative').only('certification', 'administration').optional(),
  },
)

/**
 * What a holder says against a revocation or a correction, in their own words, and what two employees
 * answer: one proposes, another decides.
 */
export const objections = table(
  'certificates.objections',
  {
    about: { learner: theirs('holder'), proposed_by: hand('actor'), decided_by: hand('actor') },
    purposes: { certification: 'contract', communication: 'contract', administration: 'legitimate interest' },
    writes: { certification: ['insert'], administration: ['update'] },
    source: 'you',
    ends: { with: 'its parent', parent: 'certificate', table: 'certificates.certificates' },
    untold: { columns: ['outcome', 'answer', 'proposed'], while: 'decided is null' },
  },
  {
    id: uuid('plain'),
    certificate: uuid('plain'),
    learner: uuid('plain'),
    against: text('administrative'),
    /** Sealed under the holder's own key, as is the answer: who objects may write of anything. Never empty. */
    text: bytes('administrative').optional(),
    made: moment('administrative'),
    outcome: text('administrative').optional(),
    answer: bytes('administrative').optional(),
    proposed: moment('administrative').optional(),
    proposed_by: uuid('administrative').only('administration').optional(),
    decided: moment('administrative').optional(),
    decided_by: uuid('administrative').only('administration').optional(),
  },
)

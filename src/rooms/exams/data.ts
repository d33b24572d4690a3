import {
  bytes,
  decimal,
  hand,
  integer,
  json,
  moment,
  NOBODY,
  table,
  text,
  theirs,
  uuid,
} from '../../privacy/table.ts'
import type { Plan } from './plan.ts'
import type { Remedy } from './marking/remedies.ts'

/** The exams of a course; what is being written, and which version learners get. */
export const exams = table(
  'exams.exams',
  {
    ...NOBODY,
    purposes: {
      authoring: 'nothing personal',
      examination: 'nothing personal',
      teaching: 'nothing personal',
      communication: 'nothing personal',
      certification: 'nothing personal',
    },
    writes: { authoring: ['insert', 'update', 'delete'] },
  },
  {
    id: uuid('plain'),
    course: uuid('plain'),
    /** The course's item that is done by passing; there from the first publication on. */
    item: uuid('plain').optional(),
    draft: json<Plan>('plain').only('authoring'),
    revision: integer('plain').only('authoring'),
    version: uuid('plain').optional(),
    created: moment('plain'),
  },
)

/** What an exam's draft said, time by time: the newest is what stands in it, an older one can be taken up again. */
export const drafts = table(
  'exams.drafts',
  {
    about: { author: hand('author') },
    purposes: { authoring: 'legitimate interest' },
    writes: { authoring: ['insert', 'update', 'delete'] },
    source: 'our employees',
    ends: { with: 'its parent', parent: 'exam', table: 'exams.exams' },
  },
  {
    id: uuid('plain'),
    exam: uuid('plain'),
    number: integer('plain'),
    plan: json<Plan>('plain'),
    saved: moment('administrative'),
    author: uuid('administrative').optional(),
  },
)

/** An exam as it was published: attempts keep theirs, whatever is written later. */
export const versions = table(
  'exams.versions',
  {
    about: { author: hand('author') },
    purposes: {
      authoring: 'legitimate interest',
      examination: 'contract',
      teaching: 'contract',
      communication: 'contract',
      certification: 'contract',
    },
    writes: { authoring: ['insert', 'delete'] },
    source: 'our employees',
    ends: { with: 'its parent', parent: 'exam', table: 'exams.exams' },
  },
  {
    id: uuid('plain'),
    exam: uuid('plain'),
    number: integer('plain'),
    plan: json<Plan>('plain'),
    published: moment('plain'),
    author: uuid('administrative').only('authoring').optional(),
  },
)

/** More time, another attempt or other times for one learner. Why somebody needs more time is nobody's business, and is not kept. */
export const arrangements = table(
  'exams.arrangements',
  {
    about: { learner: theirs('learner'), giver: hand('teacher') },
    purposes: { examination: 'contract' },
    writes: { examination: ['insert', 'update'] },
    source: 'our employees',
    ends: { with: 'the account' },
    key: ['exam', 'learner'],
  },
  {
    exam: uuid('plain'),
    learner: uuid('plain'),
    factor: decimal('educational'),
    extra_minutes: integer('educational'),
    extra_attempts: integer('educational'),
    /** Why more attempts, as one of a few words: an illness has no place here. */
    attempts_because: text('educational').optional(),
    /** When the exam opens and closes for this learner, where that is not when it does for others. */
    opens: moment('educational').optional(),
    closes: moment('educational').optional(),
    /** Grows with every change: so that of two teachers the second is told. */
    revision: integer('plain'),
    given: moment('administrative'),
    giver: uuid('administrative').optional(),
  },
)

/** What each answer was worth. A mark is never changed: a new one replaces it. */
export const marks = table(
  'exams.marks',
  {
    about: { learner: theirs('learner'), marker: hand('teacher') },
    purposes: { examination: 'contract' },
    writes: { examination: ['insert', 'update'] },
    source: 'our employees',
    ends: { with: 'its parent', parent: 'attempt', table: 'exams.attempts' },
    untold: {
      columns: ['fraction', 'comment', 'reason'],
      while: 'exists (select from exams.attempts where attempts.id = marks.attempt and attempts.released is null)',
    },
  },
  {
    id: uuid('plain'),
    attempt: uuid('plain'),
    position: integer('educational'),
    learner: uuid('plain'),
    /** From 0 to 1; empty where the question does not count. */
    fraction: decimal('educational').optional(),
    how: text('educational'),
    regrade: uuid('plain').optional(),
    marked: moment('educational'),
    marker: uuid('administrative').optional(),
    comment: bytes('educational').optional(),
    /** Why it was marked again by hand, after the learner knew the first mark. */
    reason: text('educational').optional(),
    replaced: moment('educational').optional(),
  },
)

/** What was decided about a faulty question, and why: it holds for attempts handed in later too. */
export const regrades = table(
  'exams.regrades',
  {
    about: { teacher: hand('teacher') },
    purposes: { examination: 'contract' },
    writes: { examination: ['insert'] },
    source: 'our employees',
    ends: { with: 'its parent', parent: 'exam', table: 'exams.exams' },
  },
  {
    id: uuid('plain'),
    exam: uuid('plain'),
    question: uuid('plain'),
    remedy: json<Remedy>('plain'),
    reason: text('plain'),
    /** How many attempts were looked at, and how many changed. */
    looked_at: integer('plain'),
    changed: integer('plain'),
    decided: moment('plain'),
    teacher: uuid('administrative').optional(),
  },
)

/** That a learner has passed, once and for all, and by which attempt. */
export const passes = table(
  'exams.passes',
  {
    about: { learner: theirs('learner') },
    purposes: { examination: 'contract', teaching: 'contract', certification: 'contract' },
    writes: { examination: ['insert', 'update'] },
    source: 'the system',
    ends: { with: 'the account' },
    key: ['exam', 'learner'],
  },
  {
    exam: uuid('plain'),
    learner: uuid('plain'),
    attempt: uuid('plain'),
    percent: decimal('educational'),
    passed: moment('educational'),
    /** The newest time it was passed again, and how well. */
    renewed: moment('educational').only('examination', 'certification').optional(),
    renewed_percent: decimal('educational').only('examination', 'certification').optional(),
  },
)

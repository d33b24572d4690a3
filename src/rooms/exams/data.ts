import {
  bigint,
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
import type { Response } from '../questions/response.ts'
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
    writes: { authoring: ['insert'] },
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

/** One learner's one try: which questions, until when, what came of it. */
export const attempts = table(
  'exams.attempts',
  {
    about: { learner: theirs('learner') },
    purposes: { examination: 'contract', communication: 'contract', timekeeping: 'contract' },
    writes: { examination: ['insert', 'update'] },
    source: 'your use of the site',
    ends: { after: 'exam', from: 'started' },
    untold: { columns: ['points', 'most', 'percent'], while: 'released is null' },
  },
  {
    id: uuid('plain'),
    exam: uuid('plain').only('examination', 'communication', 'timekeeping'),
    version: uuid('plain').only('examination', 'communication'),
    learner: uuid('plain'),
    number: integer('educational').only('examination', 'communication'),
    /** From which questions and their order are drawn: a complaint can be replayed exactly. */
    seed: text('educational').only('examination'),
    /** Versions of questions, in order. */
    questions: json<readonly string[]>('educational').only('examination'),
    started: moment('educational').only('examination'),
    /** What the learner is told. */
    deadline: moment('educational').only('examination', 'communication'),
    answers_until: moment('educational').only('examination'),
    /** When it is closed for good, handed in or not. */
    ends: moment('educational').only('examination', 'timekeeping'),
    /** The question last seen, from 1, and when: there one goes on, on any device. */
    at: integer('educational').only('examination'),
    seen: moment('educational').only('examination'),
    /** The page that was opened last; an older one, in another tab or on another device, is over. */
    page: uuid('technical').only('examination').optional(),
    /** In which session that was: another one means another device or browser. */
    session: uuid('technical').only('examination').optional(),
    submitted: moment('educational').optional(),
    submitted_because: text('educational').only('examination', 'communication').optional(),
    /** Every question has its mark. */
    marked: moment('educational').only('examination').optional(),
    /** From then on the learner may know the marks. */
    released: moment('educational').only('examination', 'communication', 'timekeeping').optional(),
    /** When that comes by itself, where nobody has to mark and the marks are hidden until then. */
    result_at: moment('educational').only('examination', 'timekeeping').optional(),
    /** Since when it waits for the learner's last attempt, where the marks are hidden until then. */
    withheld: moment('educational').only('examination').optional(),
    points: decimal('educational').only('examination').optional(),
    most: decimal('educational').only('examination').optional(),
    percent: decimal('educational').only('examination').optional(),
  },
)

export type Occurrence = 'takenOver' | 'minutesAdded' | 'openedAgain'

/** What happened in an attempt besides answers: it went on elsewhere, or a teacher gave it more time. */
export const occurrences = table(
  'exams.occurrences',
  {
    about: { learner: theirs('learner'), teacher: hand('teacher') },
    purposes: { examination: 'contract' },
    writes: { examination: ['insert'] },
    source: 'the system',
    ends: { with: 'its parent', parent: 'attempt', table: 'exams.attempts' },
  },
  {
    id: uuid('plain'),
    attempt: uuid('plain'),
    learner: uuid('plain'),
    kind: text('educational'),
    happened: moment('educational'),
    /** The page that was left behind; it is left once. */
    page: uuid('technical').optional(),
    minutes: integer('educational').optional(),
    /** Why a teacher did it, as one of a few words: an illness has no place here. */
    because: text('educational').optional(),
    teacher: uuid('administrative').optional(),
  },
)

/** What a learner answered to each question, the newest only. Free text is sealed by their own key. */
export const answers = table(
  'exams.answers',
  {
    about: { learner: theirs('learner') },
    purposes: { examination: 'contract' },
    writes: { examination: ['insert', 'update'] },
    source: 'you',
    ends: { after: 'answer', from: 'saved' },
    key: ['attempt', 'position'],
  },
  {
    attempt: uuid('plain'),
    position: integer('educational'),
    learner: uuid('plain'),
    response: json<Response>('educational').optional(),
    sealed: bytes('educational').optional(),
    /** Grows with every save, on whichever device: an older one never overwrites a newer. */
    sequence: bigint('technical'),
    saved: moment('technical'),
    flagged: moment('educational').optional(),
  },
)

/** Every answer as it was saved on the way, the newest too: so it can be told what stood when time was up. */
export const saves = table(
  'exams.saves',
  {
    about: { learner: theirs('learner') },
    purposes: { examination: 'contract' },
    writes: { examination: ['insert'] },
    source: 'you',
    ends: { after: 'answer', from: 'saved' },
    key: ['attempt', 'position', 'sequence'],
  },
  {
    attempt: uuid('plain'),
    position: integer('educational'),
    sequence: bigint('technical'),
    learner: uuid('plain'),
    response: json<Response>('educational').optional(),
    sealed: bytes('educational').optional(),
    saved: moment('technical'),
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

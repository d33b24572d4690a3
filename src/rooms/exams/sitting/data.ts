import { bigint, bytes, decimal, hand, integer, json, moment, table, text, theirs, uuid } from '../../../privacy/table.ts'
import type { Response } from '../../questions/response.ts'

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

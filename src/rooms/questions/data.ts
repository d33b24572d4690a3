import { bigint, fileHash, hand, integer, json, moment, NOBODY, table, text, theirs, uuid } from '../../privacy/table.ts'
import type { Before } from './bank/changes.ts'
import type { Written } from './editing/written.ts'
import type { ImportReport } from './exchange/report.ts'
import type { Question } from './question.ts'

/** The questions of the bank. Teaching sees none of this room: what a learner sees, exams presents. */
export const entries = table(
  'questions.entries',
  {
    ...NOBODY,
    purposes: { authoring: 'nothing personal', examination: 'nothing personal' },
    writes: { authoring: ['insert', 'update', 'delete'] },
  },
  {
    id: uuid('plain'),
    name: text('plain'),
    /** Empty for none. */
    category: text('plain'),
    tags: json<readonly string[]>('plain'),
    /** Empty for not said. */
    difficulty: text('plain'),
    created: moment('plain'),
    /** Drawn for no new exam from then on; those that have it keep it. */
    hidden: moment('plain').optional(),
  },
)

/**
 * What a question said, time by time, right answers and all: those who write it and those who
 * examine may read it. Examining says nothing of who wrote it.
 */
export const versions = table(
  'questions.versions',
  {
    about: { author: hand('author') },
    purposes: { authoring: 'legitimate interest', examination: 'legitimate interest' },
    writes: { authoring: ['insert', 'update', 'delete'] },
    source: 'our employees',
    ends: { with: 'its parent', parent: 'entry', table: 'questions.entries' },
  },
  {
    id: uuid('plain'),
    entry: uuid('plain'),
    /** Counted from 1 within its entry. */
    number: integer('plain'),
    content: json<Question>('plain'),
    created: moment('plain'),
    /** Empty for a draft. */
    ready: moment('plain').optional(),
    author: uuid('administrative').only('authoring').optional(),
  },
)

/** The pictures and sounds that questions show, each under an address made from its content. */
export const pictures = table(
  'questions.pictures',
  {
    ...NOBODY,
    purposes: { authoring: 'nothing personal', examination: 'nothing personal' },
    writes: { authoring: ['insert', 'delete'] },
    key: ['address'],
  },
  {
    address: text('plain'),
    hash: fileHash('plain'),
    /** What its author called it. */
    name: text('plain'),
    type: text('plain'),
    bytes: bigint('plain'),
    added: moment('plain'),
  },
)

/** Where questions are used, told by the rooms above: they know the reason, this room the fact. */
export const uses = table(
  'questions.uses',
  {
    ...NOBODY,
    purposes: { authoring: 'nothing personal' },
    writes: { authoring: ['insert', 'update', 'delete'] },
    key: ['entry', 'used_by', 'reference'],
  },
  {
    entry: uuid('plain'),
    used_by: text('plain'),
    reference: uuid('plain'),
    /** The pinned version; empty where the newest ready one is followed. */
    version: uuid('plain').optional(),
    title: text('plain'),
    path: text('plain'),
    since: moment('plain'),
  },
)

/** What is drawn from the bank, told like the uses: it names no question, those that fit are found when somebody asks. */
export const draws = table(
  'questions.draws',
  {
    ...NOBODY,
    purposes: { authoring: 'nothing personal' },
    writes: { authoring: ['insert', 'delete'] },
    key: ['used_by', 'reference', 'place'],
  },
  {
    used_by: text('plain'),
    reference: uuid('plain'),
    place: integer('plain'),
    /** Empty for any, as the two that follow. */
    category: text('plain'),
    tag: text('plain'),
    difficulty: text('plain'),
    title: text('plain'),
    path: text('plain'),
    since: moment('plain'),
  },
)

/** That somebody has been asked a version, and when first: it is kept for whoever answered it, unknown to this room. */
export const asked = table(
  'questions.asked',
  {
    ...NOBODY,
    purposes: { authoring: 'nothing personal', examination: 'nothing personal' },
    writes: { examination: ['insert'] },
    key: ['version'],
  },
  { version: uuid('plain'), first: moment('plain') },
)

/** What an author has written of a question and not saved yet. Nobody else sees it. */
export const drafts = table(
  'questions.drafts',
  {
    about: { author: theirs('author') },
    purposes: { authoring: 'legitimate interest' },
    writes: { authoring: ['insert', 'update', 'delete'] },
    source: 'our employees',
    ends: { with: 'the account' },
    key: ['id', 'author'],
  },
  {
    /** The question's, where it is in the bank. */
    id: uuid('plain'),
    author: uuid('plain'),
    entry: uuid('plain').optional(),
    written: json<Written>('plain'),
    saved: moment('technical'),
  },
)

/** Which question or exam an author has before them, as long as they write: colleagues are told. */
export const editing = table(
  'questions.editing',
  {
    about: { author: theirs('author') },
    purposes: { authoring: 'legitimate interest' },
    writes: { authoring: ['insert', 'update'] },
    source: 'your use of the site',
    ends: { after: 'unfinishedWork', from: 'seen' },
    key: ['thing', 'author'],
  },
  { thing: uuid('plain'), author: uuid('plain'), seen: moment('technical') },
)

/** What a change of many questions found before it. */
export const changes = table(
  'questions.changes',
  {
    about: { author: hand('author') },
    purposes: { authoring: 'legitimate interest' },
    writes: { authoring: ['insert', 'update'] },
    source: 'our employees',
    ends: { after: 'unfinishedWork', from: 'made' },
  },
  {
    id: uuid('plain'),
    author: uuid('administrative').optional(),
    made: moment('technical'),
    action: text('plain'),
    /** The category they moved to, the tag they got, the file they came from; empty otherwise. */
    value: text('plain'),
    before: json<readonly Before[]>('plain'),
    undone: moment('plain').optional(),
  },
)

/** What was read of a file that waits for its author's yes. Nobody else sees it; the file itself is not kept. */
export const imports = table(
  'questions.imports',
  {
    about: { author: theirs('author') },
    purposes: { authoring: 'legitimate interest' },
    writes: { authoring: ['insert', 'delete'] },
    source: 'our employees',
    ends: { after: 'unfinishedWork', from: 'made' },
  },
  {
    id: uuid('plain'),
    author: uuid('plain'),
    made: moment('technical'),
    format: text('plain'),
    file_name: text('plain'),
    report: json<ImportReport>('plain'),
  },
)

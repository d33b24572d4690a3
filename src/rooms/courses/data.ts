import { bigint, hand, integer, json, moment, NOBODY, table, text, theirs, uuid, yesNo } from '../../privacy/table.ts'
import type { Rule, Texts } from './rules.ts'

/** What is offered, in up to three languages. Learners see what is published, visitors what is offered. */
export const courses = table(
  'courses.courses',
  {
    ...NOBODY,
    purposes: {
      teaching: 'nothing personal',
      authoring: 'nothing personal',
      examination: 'nothing personal',
      certification: 'nothing personal',
      administration: 'nothing personal',
      information: 'nothing personal',
      communication: 'nothing personal',
      timekeeping: 'nothing personal',
      rights: 'nothing personal',
    },
    writes: { authoring: ['insert', 'update'] },
    where: { teaching: 'published is not null', information: 'published is not null and retired is null' },
  },
  {
    id: uuid('plain'),
    slug: text('plain'),
    /** The one it is written in, where a person's own is missing. */
    language: text('plain'),
    title: json<Texts>('plain'),
    summary: json<Texts>('plain'),
    goals: json<readonly Texts[]>('plain'),
    level: text('plain').optional(),
    hours: integer('plain').optional(),
    created: moment('plain').only('authoring'),
    changed: moment('plain').only('authoring'),
    published: moment('plain').optional(),
    retired: moment('plain').optional(),
  },
)

const CONTENT = {
  ...NOBODY,
  purposes: {
    teaching: 'nothing personal',
    authoring: 'nothing personal',
    examination: 'nothing personal',
    timekeeping: 'nothing personal',
    rights: 'nothing personal',
  },
  writes: { authoring: ['insert', 'update'] },
} as const

export const sections = table('courses.sections', CONTENT, {
  id: uuid('plain'),
  course: uuid('plain'),
  position: integer('plain'),
  title: json<Texts>('plain'),
  removed: moment('plain').optional(),
})

/** Something to do in a course; a lesson of ours, or what another room knows by the reference. */
export const items = table(
  'courses.items',
  { ...CONTENT, where: { teaching: 'shown is not null' } },
  {
    id: uuid('plain'),
    course: uuid('plain'),
    section: uuid('plain'),
    position: integer('plain'),
    kind: text('plain'),
    required: yesNo('plain'),
    /** May be read before the course is taken. */
    sample: yesNo('plain'),
    title: json<Texts>('plain'),
    reference: uuid('plain').optional(),
    /** Since when learners see it. */
    shown: moment('plain').optional(),
    removed: moment('plain').optional(),
  },
)

/** What a lesson says, version by version; the newest unpublished one is its draft. */
export const lessonVersions = table(
  'courses.lesson_versions',
  {
    about: { author: hand('author') },
    purposes: { teaching: 'contract', authoring: 'legitimate interest' },
    writes: { authoring: ['insert', 'update'] },
    where: { teaching: 'published is not null' },
    source: 'our employees',
    ends: 'kept while the institution is here',
  },
  {
    id: uuid('plain'),
    item: uuid('plain'),
    number: integer('plain'),
    /** What the lesson is called from this version on; empty where it keeps its name. */
    title: json<Texts>('plain').optional(),
    text: json<Texts>('plain'),
    minutes: integer('plain'),
    /** The name of one of the course's files. */
    video: text('plain').optional(),
    /** By language the name of one of the course's files. */
    captions: json<Texts>('plain'),
    transcript: json<Texts>('plain'),
    /** Why the film needs no captions, said honestly: nobody speaks in it. */
    captionless: text('plain').optional(),
    author: uuid('administrative').only('authoring').optional(),
    saved: moment('administrative'),
    published: moment('plain').optional(),
  },
)

/** Which lesson an author has before them, as long as they write: colleagues are told, so that nobody writes over another. */
export const editing = table(
  'courses.editing',
  {
    about: { author: theirs('author') },
    purposes: { authoring: 'legitimate interest' },
    writes: { authoring: ['insert', 'update'] },
    source: 'your use of the site',
    ends: { after: 'unfinishedWork', from: 'seen' },
    key: ['item', 'author'],
  },
  { item: uuid('plain'), author: uuid('plain'), seen: moment('technical') },
)

export const lessons = table(
  'courses.lessons',
  { ...CONTENT, key: ['item'] },
  { item: uuid('plain'), published: uuid('plain').optional(), revision: integer('plain') },
)

export const files = table(
  'courses.files',
  { ...CONTENT, writes: { authoring: ['insert', 'update', 'delete'] }, key: ['course', 'name'] },
  {
    course: uuid('plain'),
    name: text('plain'),
    hash: text('plain'),
    type: text('plain'),
    bytes: bigint('plain'),
    added: moment('plain'),
  },
)

export const lessonFiles = table(
  'courses.lesson_files',
  { ...CONTENT, writes: { authoring: ['insert', 'update', 'delete'] }, key: ['item', 'name'] },
  {
    item: uuid('plain'),
    course: uuid('plain'),
    name: text('plain'),
    position: integer('plain'),
    title: json<Texts>('plain'),
  },
)

export const prerequisites = table(
  'courses.prerequisites',
  { ...CONTENT, writes: { authoring: ['insert', 'update', 'delete'] }, key: ['course', 'required'] },
  {
    course: uuid('plain'),
    required: uuid('plain'),
    /** Those of one number are alternatives: one of them is enough. Those of 0 stand alone. */
    choice: integer('plain'),
  },
)

/** Who teaches a course. The learners of the course may know. */
export const teachers = table(
  'courses.teachers',
  {
    about: { person: { as: 'teacher', erase: 'delete', export: 'whole', shows: false } },
    purposes: {
      teaching: 'contract',
      examination: 'contract',
      authoring: 'legitimate interest',
      administration: 'legitimate interest',
      timekeeping: 'contract',
    },
    writes: { administration: ['insert', 'update'] },
    source: 'our employees',
    ends: { with: 'the account' },
  },
  {
    id: uuid('plain'),
    course: uuid('plain'),
    person: uuid('administrative'),
    begins: moment('administrative'),
    ends: moment('administrative').optional(),
  },
)

const LEARNING = { about: { learner: theirs('learner') }, ends: { with: 'the account' } } as const

export const enrolments = table(
  'courses.enrolments',
  {
    ...LEARNING,
    purposes: { teaching: 'contract', examination: 'contract', timekeeping: 'contract' },
    writes: { teaching: ['insert', 'update'] },
    source: 'you',
    key: ['course', 'learner'],
  },
  {
    course: uuid('plain'),
    learner: uuid('plain'),
    enrolled: moment('educational'),
    left_course: moment('educational').optional(),
  },
)

export const itemCompletions = table(
  'courses.item_completions',
  {
    ...LEARNING,
    purposes: { teaching: 'contract', examination: 'contract', timekeeping: 'contract' },
    writes: { teaching: ['insert'], examination: ['insert'] },
    source: 'your use of the site',
    key: ['learner', 'item'],
  },
  {
    learner: uuid('plain'),
    item: uuid('plain'),
    course: uuid('plain'),
    done: moment('educational').only('teaching', 'examination'),
    how: text('educational').only('teaching', 'examination'),
  },
)

/** Which lessons a learner has been at: one row each, overwritten, never a trail of clicks (N03, N04). */
export const visits = table(
  'courses.visits',
  {
    ...LEARNING,
    purposes: { teaching: 'contract' },
    writes: { teaching: ['insert', 'update'] },
    source: 'your use of the site',
    key: ['learner', 'item'],
  },
  {
    learner: uuid('plain'),
    item: uuid('plain'),
    course: uuid('plain'),
    first_visited: moment('technical'),
    last_visited: moment('technical'),
    video_seconds: integer('technical'),
  },
)

/** Where a learner goes on in a course, on whichever device (N07). */
export const places = table(
  'courses.places',
  {
    ...LEARNING,
    purposes: { teaching: 'contract', examination: 'contract' },
    writes: { teaching: ['insert', 'update'], examination: ['insert', 'update'] },
    source: 'your use of the site',
    key: ['learner', 'course'],
  },
  {
    learner: uuid('plain'),
    course: uuid('plain'),
    item: uuid('plain'),
    /** How far into a long text, counted in its paragraphs. */
    paragraph: integer('technical'),
    visited: moment('technical'),
  },
)

export const completions = table(
  'courses.completions',
  {
    ...LEARNING,
    purposes: { teaching: 'contract', examination: 'contract', certification: 'contract', timekeeping: 'contract' },
    writes: { teaching: ['insert'], examination: ['insert'] },
    source: 'the system',
  },
  {
    id: uuid('plain'),
    learner: uuid('plain'),
    course: uuid('plain'),
    completed: moment('educational').only('teaching', 'examination', 'certification'),
    rule: json<Rule>('educational').only('teaching', 'examination', 'certification'),
  },
)

import { bigint, fileHash, hand, integer, json, moment, NOBODY, table, text, theirs, uuid, yesNo } from '../../privacy/table.ts'
import type { Texts } from './rules.ts'

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
    writes: { authoring: ['insert', 'update', 'delete'] },
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
    /** How often anybody has saved what it is called and for: who saves an older one is told. */
    revision: integer('plain').only('authoring'),
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
  writes: { authoring: ['insert', 'update', 'delete'] },
} as const

/** When something opens: on a day, or so many days after its learner's start. What is unseen is not named until then. */
const RELEASE = {
  opens: moment('plain').optional(),
  opens_after_days: integer('plain').optional(),
  unseen: yesNo('plain'),
}

export const sections = table('courses.sections', CONTENT, {
  id: uuid('plain'),
  course: uuid('plain'),
  position: integer('plain'),
  title: json<Texts>('plain'),
  ...RELEASE,
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
    ...RELEASE,
    /** What makes a lesson done; an exam is done by passing it. */
    done_by: text('plain'),
    least_minutes: integer('plain').optional(),
    /** The exam by which a lesson is done. */
    done_with: uuid('plain').optional(),
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
    writes: { authoring: ['insert', 'update', 'delete'] },
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

/** What a course is called and for, version by version; the newest unpublished one is a draft. */
export const factVersions = table(
  'courses.fact_versions',
  {
    about: { author: hand('author') },
    purposes: { authoring: 'legitimate interest' },
    writes: { authoring: ['insert', 'update', 'delete'] },
    source: 'our employees',
    ends: 'kept while the institution is here',
  },
  {
    id: uuid('plain'),
    course: uuid('plain'),
    number: integer('plain'),
    language: text('plain'),
    title: json<Texts>('plain'),
    summary: json<Texts>('plain'),
    goals: json<readonly Texts[]>('plain'),
    level: text('plain').optional(),
    hours: integer('plain').optional(),
    author: uuid('administrative').optional(),
    saved: moment('administrative'),
    published: moment('plain').optional(),
  },
)

/** Which course's facts an author has before them, as for lessons. */
export const factsEditing = table(
  'courses.facts_editing',
  {
    about: { author: theirs('author') },
    purposes: { authoring: 'legitimate interest' },
    writes: { authoring: ['insert', 'update'] },
    source: 'your use of the site',
    ends: { after: 'unfinishedWork', from: 'seen' },
    key: ['course', 'author'],
  },
  { course: uuid('plain'), author: uuid('plain'), seen: moment('technical') },
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
  { ...CONTENT, key: ['course', 'name'] },
  {
    course: uuid('plain'),
    name: text('plain'),
    hash: fileHash('plain'),
    type: text('plain'),
    bytes: bigint('plain'),
    added: moment('plain'),
  },
)

export const lessonFiles = table(
  'courses.lesson_files',
  { ...CONTENT, key: ['item', 'name'] },
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
  { ...CONTENT, key: ['course', 'required'] },
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
    // Who teaches a draft that is deleted teaches nothing of it.
    writes: { administration: ['insert', 'update'], authoring: ['delete'] },
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

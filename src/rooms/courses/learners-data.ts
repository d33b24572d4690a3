import { hand, integer, json, moment, table, text, theirs, uuid } from '../../privacy/table.ts'
import type { Rule } from './rules.ts'

// What learners do in a course; what a course is stands in data.ts.

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
    /** How long one had to read, where that was the rule. */
    least_minutes: integer('educational').only('teaching', 'examination').optional(),
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
    /** How long one has read, where a lesson asks for that and as long as it is not enough. */
    seconds_read: integer('technical'),
    last_read: moment('technical').optional(),
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

/** What one learner need not wait for: a course to be completed first, or the day of a lesson or an exam. */
export const exemptions = table(
  'courses.exemptions',
  {
    about: { learner: theirs('learner'), giver: hand('teacher') },
    ends: { with: 'the account' },
    purposes: { teaching: 'contract', examination: 'contract' },
    writes: { teaching: ['insert', 'update'] },
    source: 'our employees',
  },
  {
    id: uuid('plain'),
    course: uuid('plain'),
    learner: uuid('plain'),
    /** The course that they need not have completed first… */
    required: uuid('plain').optional(),
    /** …or what opens for them early. */
    item: uuid('plain').optional(),
    /** One of a few words: an illness has no place here. */
    because: text('educational').only('teaching'),
    given: moment('administrative').only('teaching'),
    giver: uuid('administrative').only('teaching').optional(),
    ended: moment('administrative').optional(),
  },
)

/** A learner asks to begin without what a course requires; its teachers see them until it is decided. */
export const applications = table(
  'courses.applications',
  {
    about: { learner: theirs('learner'), decided_by: hand('teacher') },
    ends: { with: 'the account' },
    purposes: { teaching: 'contract', timekeeping: 'contract', communication: 'contract' },
    writes: { teaching: ['insert', 'update'] },
    source: 'you',
    key: ['course', 'learner'],
  },
  {
    course: uuid('plain'),
    learner: uuid('plain'),
    asked: moment('educational').only('teaching'),
    because: text('educational').only('teaching'),
    decided: moment('educational').optional(),
    outcome: text('educational').only('teaching', 'communication').optional(),
    decided_by: uuid('administrative').only('teaching').optional(),
  },
)

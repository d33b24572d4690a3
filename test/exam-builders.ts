import { newId } from '../src/platform/ids.ts'
import { importExam } from '../src/rooms/exams/importing-service.ts'
import { NEW_PLAN, type Plan } from '../src/rooms/exams/plan.ts'
import type { Question } from '../src/rooms/questions/question.ts'
import { put } from './builders.ts'
import { aShortCourse, systemsEyes } from './course-builders.ts'
import type { TestHouse } from './house.ts'
import { type Described, type KnownPerson, signedIn } from './sign-in.ts'

let exams = 0

type NewExam = { plan?: Partial<Plan>; questions?: readonly Question[] }

/** A published exam at Nomkus in a course of its own, which asks all of these questions, alike for everybody. */
export async function anExam(house: TestHouse, { plan = {}, questions = oneOfEachSecret() }: NewExam = {}): Promise<{ exam: string; course: string }> {
  const { course } = await aShortCourse(house, { slug: `with-exam-${++exams}` })
  const exam = await importExam(systemsEyes(house), {
    course,
    category: `exam ${exams}`,
    plan: { ...NEW_PLAN, title: { nb: 'Prøven', da: 'Prøven', en: 'The exam' }, waitMinutes: 0, questions: { places: [], pools: [{ count: questions.length }] }, ...plan },
    questions: questions.map((question, i) => ({ name: `Question ${i + 1}`, tags: ['tested'], question })),
  })
  return { exam, course }
}

/** A learner who takes the course of an exam. */
export async function aCandidate(house: TestHouse, course: string, described: Described = {}): Promise<KnownPerson> {
  const learner = await signedIn(house, described)
  const answer = await learner.visitor.post(`/courses/${course}/enrolment`, {})
  if (answer.statusCode !== 303) throw new Error(`Not enrolled: ${answer.statusCode} ${answer.body}`)
  return learner
}

/** A teacher of a course; made before its learners enrol, who thereby let the teacher see them. */
export async function aTeacher(house: TestHouse, course: string, described: Described = {}): Promise<KnownPerson> {
  const teacher = await signedIn(house, { roles: ['teacher'], firstName: 'Tove', lastName: 'Lærer', ...described })
  await put(house, 'courses.teachers', { institution: house.nomkus, id: newId(), course, person: teacher.person, begins: house.clock.now() })
  return teacher
}

/** Starts an attempt and gives its address. */
export async function started({ visitor }: KnownPerson, exam: string): Promise<string> {
  const answer = await visitor.send(`/exams/${exam}/attempts`, {})
  if (answer.statusCode !== 201) throw new Error(`Not started: ${answer.statusCode} ${answer.body}`)
  return `/exams/attempts/${(answer.json() as { id: string }).id}`
}

export type Asked = { number: number; question: { kind: string; text: string; options?: { id: string; text: string }[] } }

/** The number that a question of this text has in an attempt. */
export async function numberOf({ visitor }: KnownPerson, attempt: string, text: string): Promise<number> {
  for (let number = 1; number <= 20; number++) {
    const asked = await visitor.data<Asked>(`${attempt}/questions/${number}`)
    if (asked.question.text.includes(text)) return number
  }
  throw new Error(`Nobody asks: ${text}`)
}

/** What no page may say before the release stands behind this word. */
export const WATERMARK = 'VANNMERKE'

export const yesQuestion: Question = {
  kind: 'single',
  text: 'Is the answer yes?',
  feedback: `${WATERMARK} in general`,
  shuffle: true,
  options: [
    { id: 'yes', text: 'Yes, it is', fraction: 100, feedback: `${WATERMARK} right` },
    { id: 'no', text: 'No, it is not', fraction: 0, feedback: `${WATERMARK} wrong` },
  ],
}

export const essayQuestion: Question = { kind: 'essay', text: 'What is good work?', modelAnswer: `${WATERMARK} model` }

export const shortQuestion: Question = {
  kind: 'shortAnswer',
  text: 'Who inspects?',
  matchCase: false,
  matchSpaces: false,
  answers: [{ id: 'a', text: `${WATERMARK} accepted`, fraction: 100, feedback: `${WATERMARK} said` }],
}

/** One question of each kind whose right answers carry the watermark wherever they can. */
export function oneOfEachSecret(): Question[] {
  return [
    yesQuestion,
    {
      kind: 'multiple',
      text: 'Which two?',
      shuffle: false,
      options: [
        { id: 'one', text: 'One', fraction: 50, feedback: `${WATERMARK} one` },
        { id: 'two', text: 'Two', fraction: 50 },
        { id: 'three', text: 'Three', fraction: -50 },
      ],
    },
    { kind: 'trueFalse', text: 'Is it so?', answer: true, feedbackTrue: `${WATERMARK} true`, feedbackFalse: `${WATERMARK} false` },
    { kind: 'numeric', text: 'How many?', answers: [{ id: 'n', value: 48151623, tolerance: 0, fraction: 100, feedback: `${WATERMARK} number` }] },
    shortQuestion,
    {
      kind: 'matching',
      text: 'Which law?',
      shuffle: true,
      rows: [
        { id: 'r1', text: 'Holiday', answer: 'a1', feedback: `${WATERMARK} row` },
        { id: 'r2', text: 'Illness', answer: 'a2' },
      ],
      answers: [
        { id: 'a1', text: 'Holiday act' },
        { id: 'a2', text: 'Insurance act' },
      ],
    },
    {
      kind: 'ordering',
      text: 'In which order?',
      feedback: `${WATERMARK} order`,
      items: [
        { id: 'i1', text: 'First' },
        { id: 'i2', text: 'Second' },
        { id: 'i3', text: 'Third' },
      ],
    },
    essayQuestion,
  ]
}

/** A right answer to each of `oneOfEachSecret`, by its kind. */
export const RIGHT: Record<string, object> = {
  single: { kind: 'single', chosen: 'yes' },
  multiple: { kind: 'multiple', chosen: ['one', 'two'] },
  trueFalse: { kind: 'trueFalse', answer: true },
  numeric: { kind: 'numeric', text: '48151623' },
  shortAnswer: { kind: 'shortAnswer', text: `${WATERMARK} accepted` },
  matching: { kind: 'matching', answers: { r1: 'a1', r2: 'a2' } },
  ordering: { kind: 'ordering', places: { i1: 1, i2: 2, i3: 3 } },
  essay: { kind: 'essay', text: 'Work that leaves time for life.' },
}

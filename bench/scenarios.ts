import type { Answer, Browser, Line } from './browser.ts'
import { type Content, PASSWORD } from './content.ts'
import { emailOf, tokenOf } from './people.ts'

/** Something that one learner does, as their browser would. */
export type Scenario = {
  name: string
  /** How often in one round, and how many at once. */
  times: number
  atOnce: number
  run(line: Line, content: Content, turn: Turn): Promise<void>
}

/** Which learner, and a number that grows with every turn of the run. */
export type Turn = { learner: number; count: number }

const coursePage: Scenario = {
  name: 'course page',
  times: 200,
  atOnce: 8,
  run: async (line, { course }, { learner }) => mustBe(200, await line.browserOf(tokenOf(learner)).get(`/courses/${course}`)),
}

const signIn: Scenario = {
  name: 'sign-in',
  times: 4,
  atOnce: 2,
  run: async (line, _, { learner, count }) => mustBe(303, await line.browserOf(undefined, networkOf(count)).post('/sign-in', { email: emailOf(learner), password: PASSWORD, next: '' })),
}

/** The attempt is started once by each learner, before anything is measured. */
const saveAnswer: Scenario = {
  name: 'save one answer',
  times: 300,
  atOnce: 8,
  run: async (line, content, { learner, count }) => {
    const browser = line.browserOf(tokenOf(learner))
    const attempt = await openAttempt(line, content, browser, learner)
    const answer = { question: (count % 10) + 1, response: { kind: 'trueFalse', answer: count % 2 === 0 }, sequence: count }
    mustBe(200, await browser.send(`${attempt}/answers`, { answers: [answer] }))
  },
}

const wholeAttempt: Scenario = {
  name: 'attempt of ten questions',
  times: 6,
  atOnce: 4,
  run: async (line, content, { learner, count }) => {
    // Learners of their own: the others are in the middle of theirs.
    const browser = line.browserOf(tokenOf(content.learners / 2 + 1 + (learner % (content.learners / 2))))
    const attempt = await startAttempt(browser, content.exam)
    for (let number = 1; number <= 10; number++) {
      const page = await browser.get(`${attempt}/questions/${number}`)
      mustBe(200, page)
      mustBe(200, await browser.send(`${attempt}/answers`, { answers: [{ question: number, response: responseTo(page.body), sequence: count }] }))
    }
    mustBe(200, await browser.get(`${attempt}/submission`))
    mustBe(303, await browser.post(`${attempt}/submission`, {}))
    mustBe(200, await browser.get(attempt))
  },
}

export const scenarios: readonly Scenario[] = [coursePage, signIn, saveAnswer, wholeAttempt]

/** Starts an attempt, or finds the one that is open, and gives its address. */
export async function startAttempt(browser: Browser, exam: string): Promise<string> {
  const answer = await browser.send(`/exams/${exam}/attempts`, {})
  mustBe(201, answer)
  return `/exams/attempts/${(JSON.parse(answer.body) as { id: string }).id}`
}

const open = new WeakMap<Line, Map<number, Promise<string>>>()

function openAttempt(line: Line, { exam }: Content, browser: Browser, learner: number): Promise<string> {
  const known = open.get(line) ?? new Map<number, Promise<string>>()
  open.set(line, known)
  const started = known.get(learner) ?? startAttempt(browser, exam)
  known.set(learner, started)
  return started
}

/** Some answer of the kind that a question asks for, right or wrong. */
function responseTo(page: string): object {
  const kind = /data-kind="(\w+)"|"question":\{"kind":"(\w+)"/.exec(page)?.slice(1).find(Boolean) ?? ''
  const chosen = /name="answer"[^>]* value="(\w+)"|"options":\[\{"id":"(\w+)"/.exec(page)?.slice(1).find(Boolean) ?? null
  const responses: Record<string, object> = {
    single: { chosen },
    multiple: { chosen: chosen ? [chosen] : [] },
    trueFalse: { answer: true },
    numeric: { text: '42' },
    shortAnswer: { text: 'Arbeidstilsynet' },
    matching: { answers: {} },
    ordering: { places: {} },
    essay: { text: 'Et godt arbeid gir tid til livet.' },
  }
  return { kind, ...responses[kind] }
}

function mustBe(status: number, answer: Answer): void {
  if (answer.status !== status) throw new Error(`Expected ${status}, and got ${answer.status}: ${answer.body.slice(0, 200)}`)
}

function networkOf(count: number): string {
  return `198.51.${Math.floor(count / 250) % 250}.${count % 250}`
}

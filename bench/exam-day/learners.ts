// A process of its own: many learners in the middle of an exam, each with what a browser does to lose nothing.
import { setTimeout as pause } from 'node:timers/promises'
import { connectTo, type Line } from '../browser.ts'
import { tokenOf } from '../people.ts'
import { startAttempt } from '../scenarios.ts'

export type Orders = { port: number; exam: string; learners: number; seconds: number; everySeconds: number }

export type Heard = { saved: number; refusedWhileDown: number; kept: { attempt: string; question: number; sequence: number; chosen: string }[] }

type Waiting = { question: number; sequence: number; chosen: string }

const QUESTIONS = 10
const FIRST_RETRY = 0.5 // seconds; the browser waits one, and then longer and longer
const PATIENCE = 40 // seconds that a learner goes on trying to send what waits

if (process.send) {
  process.once('message', (orders: Orders) => void obey(orders))
  process.on('disconnect', () => process.exit())
}

async function obey({ port, exam, learners, seconds, everySeconds }: Orders): Promise<void> {
  const line = connectTo(port, 100)
  const attempts: string[] = []
  for (let learner = 1; learner <= learners; learner++) attempts.push(await startAttempt(line.browserOf(tokenOf(learner)), exam))
  process.send?.('they have begun')

  const heard: Heard = { saved: 0, refusedWhileDown: 0, kept: [] }
  await Promise.all(attempts.map((attempt, i) => sit({ line, learner: i + 1, attempt, heard, seconds, everySeconds })))
  line.close()
  process.send?.(heard, () => process.exit())
}

type Sitting = { line: Line; learner: number; attempt: string; heard: Heard; seconds: number; everySeconds: number }

/** Answers again and again; what is not acknowledged waits, and goes with the next try. */
async function sit({ line, learner, attempt, heard, seconds, everySeconds }: Sitting): Promise<void> {
  const browser = line.browserOf(tokenOf(learner))
  const waiting = new Map<number, Waiting>()
  const kept = new Map<number, Waiting>()
  const send = async () => {
    const sent = [...waiting.values()]
    const answers = sent.map(({ question, sequence, chosen }) => ({ question, sequence, response: { kind: 'single', chosen } }))
    const answer = await browser.send(`${attempt}/answers`, { answers }).catch(() => undefined)
    if (answer?.status !== 200) return void heard.refusedWhileDown++
    for (const one of sent) {
      heard.saved++
      kept.set(one.question, one)
      if (waiting.get(one.question) === one) waiting.delete(one.question)
    }
  }

  // Not all in the same moment.
  await pause((everySeconds * 1000 * learner) % (everySeconds * 1000) + Math.random() * everySeconds * 1000)
  const until = performance.now() + seconds * 1000
  for (let sequence = 1; performance.now() < until; sequence++) {
    const question = (sequence % QUESTIONS) + 1
    waiting.set(question, { question, sequence, chosen: `o${learner}n${sequence}`.slice(0, 12) })
    await send()
    await pause(everySeconds * 1000)
  }
  const patience = performance.now() + PATIENCE * 1000
  while (waiting.size > 0 && performance.now() < patience) {
    await send()
    await pause(FIRST_RETRY * 1000)
  }
  heard.kept.push(...[...kept.values()].map((one) => ({ ...one, attempt: attempt.split('/').at(-1) ?? '' })))
}

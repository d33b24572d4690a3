import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { makeLearners } from '../content.ts'
import { asOwner } from '../place.ts'
import { freePort, startServer } from '../servers/processes.ts'
import { embeddedUrl, killServer, killWithPostgres } from './killing.ts'
import type { Heard, Orders } from './learners.ts'

export type Size = { learners: number; seconds: number; everySeconds: number }
export type Killed = 'the server' | 'the server and its PostgreSQL'

export const LONG: Size = { learners: 300, seconds: 60, everySeconds: 3 }
export const SHORT: Size = { learners: 20, seconds: 8, everySeconds: 0.5 }

export type Outcome = {
  learners: number
  /** Answers that the server has said it keeps. */
  saved: number
  refusedWhileDown: number
  /** Acknowledged, and not there, or not as they were given. */
  missing: string[]
  downSeconds: number
}

/**
 * Starts Løfte as `npm start` does on a folder of its own, lets learners of a second process save answers,
 * kills it in the middle, starts it again, and looks for every answer that was acknowledged.
 */
export async function examDay({ killed, ...size }: Size & { killed: Killed }): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'lofte-exam-day-'))
  const env = { LOFTE_DATA: folder, LOFTE_SECRET: 'a secret that is none, for measuring alone' }
  const port = await freePort()
  let server = await startServer({ run: ['src/main.ts', 'start'], env, port })
  try {
    const content = await makeLearners(await embeddedUrl(folder), size.learners)
    const learners = await sendLearners({ ...size, port, exam: content.exam })
    await pause(size.seconds * 500)
    const down = performance.now()
    await (killed === 'the server' ? killServer(server) : killWithPostgres(server, folder))
    server = await startServer({ run: ['src/main.ts', 'start'], env, port })
    const downSeconds = (performance.now() - down) / 1000

    const heard = await learners.finished
    return { learners: size.learners, ...heard, missing: await missingOf(heard.kept, await embeddedUrl(folder)), downSeconds }
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** The second process; resolves when each of its learners has an attempt and begins to answer. */
async function sendLearners(orders: Orders): Promise<{ finished: Promise<Heard> }> {
  const child = fork('bench/exam-day/learners.ts', [], { execArgv: ['--import', 'tsx'], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  child.send(orders)
  await messageOf(child)
  return { finished: messageOf(child) as Promise<Heard> }
}

async function messageOf(child: ChildProcess): Promise<unknown> {
  const [message] = await Promise.race([once(child, 'message'), once(child, 'exit').then(([code]) => Promise.reject(new Error(`The learners have gone (${code})`)))])
  return message
}

type Stored = { attempt: string; position: number; sequence: number; response: string }

/** What was acknowledged and is not there: an older answer stands, or another one under the same number. */
async function missingOf(kept: Heard['kept'], url: string): Promise<string[]> {
  const rows = await asOwner<Stored>(url, [`select attempt, position, sequence, response->>'chosen' as response from exams.answers`])
  const stored = new Map(rows.map((row) => [`${row.attempt} ${row.position}`, row]))
  return kept.flatMap(({ attempt, question, sequence, chosen }) => {
    const row = stored.get(`${attempt} ${question}`)
    const isThere = row !== undefined && (Number(row.sequence) > sequence || (Number(row.sequence) === sequence && row.response === chosen))
    return isThere ? [] : [`${attempt} question ${question}: ${sequence} acknowledged, ${row?.sequence ?? 'nothing'} stored`]
  })
}

import { type ChildProcess, fork } from 'node:child_process'
import { packageFile } from '../package-file.ts'
import type { EngineName, PdfDocument } from './engine.ts'
import type { FromPress } from './press-child.ts'

export type Press = {
  /** Which engine it found, and, if not the one wanted, why. */
  ready: Promise<{ engine: EngineName; because?: string }>
  print(document: PdfDocument): Promise<Uint8Array>
  /** False once it is used up or has ended: open another. */
  isOpen(): boolean
  close(): void
}

/** Typst keeps some 30 to 80 KB of every document for ever; a new process gives them back. */
const DOCUMENTS_PER_PRESS = 500
const IDLE_SECONDS = 30
const SECONDS_PER_DOCUMENT = 30

type Waiting = { resolve(bytes: Uint8Array): void; reject(reason: Error): void; limit: NodeJS.Timeout }

/** Starts a process that prints documents one after the other and ends when nobody needs it. */
export function openPress(engine: EngineName): Press {
  const child = startChild(engine)
  const waiting = new Map<number, Waiting>()
  const ready = whenReady(child)
  let printed = 0
  let ended = false
  let idle: NodeJS.Timeout | undefined

  child.on('message', (message: FromPress) => {
    if ('number' in message) settle(waiting, message)
    if (waiting.size === 0) rest()
  })
  child.once('exit', () => {
    ended = true
    for (const { reject, limit } of waiting.values()) {
      clearTimeout(limit)
      reject(new Error('The process that prints documents has ended.'))
    }
    waiting.clear()
  })

  /** The child holds this process open only while somebody waits for a document. */
  function rest(): void {
    child.channel?.unref()
    clearTimeout(idle)
    if (printed >= DOCUMENTS_PER_PRESS) close()
    else idle = setTimeout(close, IDLE_SECONDS * 1000).unref()
  }

  function close(): void {
    ended = true
    clearTimeout(idle)
    if (child.connected) child.disconnect()
  }

  function print(document: PdfDocument): Promise<Uint8Array> {
    const number = ++printed
    clearTimeout(idle)
    child.channel?.ref()
    return new Promise((resolve, reject) => {
      const limit = setTimeout(() => child.kill('SIGKILL'), SECONDS_PER_DOCUMENT * 1000)
      waiting.set(number, { resolve, reject, limit })
      child.send({ number, document })
    })
  }

  return { ready, print, close, isOpen: () => !ended && printed < DOCUMENTS_PER_PRESS }
}

/** Without our environment: a press needs no password of ours, and Node 24 runs its types as they are. */
function startChild(engine: EngineName): ChildProcess {
  const child = fork(packageFile('src/platform/pdf/press-child.ts'), [engine], {
    env: {},
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  child.unref()
  return child
}

function whenReady(child: ChildProcess): Press['ready'] {
  const ready = new Promise<Awaited<Press['ready']>>((resolve, reject) => {
    child.once('message', (message: FromPress) => {
      if (!('ready' in message)) return
      const { ready: engine, ...because } = message
      resolve({ engine, ...because })
    })
    child.once('error', reject)
    child.once('exit', () => reject(new Error('The process that prints documents did not start.')))
  })
  ready.catch(() => {}) // whoever asks hears it; whoever prints hears it from `print`
  return ready
}

function settle(waiting: Map<number, Waiting>, message: Extract<FromPress, { number: number }>): void {
  const one = waiting.get(message.number)
  if (!one) return
  waiting.delete(message.number)
  clearTimeout(one.limit)
  if ('bytes' in message) one.resolve(message.bytes)
  else one.reject(new Error(`The document could not be printed: ${message.error}`))
}

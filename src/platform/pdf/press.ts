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

type Waiting = Map<number, { resolve(bytes: Uint8Array): void; reject(reason: Error): void }>

/** Starts a process that prints documents one after the other and ends when nobody needs it. */
export function openPress(engine: EngineName): Press {
  const child = startChild(engine)
  const waiting: Waiting = new Map()
  let printed = 0
  let ended = false
  let timer: NodeJS.Timeout | undefined

  child.on('message', (message: FromPress) => {
    if ('number' in message) settle(waiting, message)
    setTimer()
  })
  child.once('exit', giveUp)
  child.once('error', giveUp)

  /** While somebody waits, the child holds this process open and must answer; afterwards it may idle. */
  function setTimer(): void {
    clearTimeout(timer)
    if (waiting.size > 0) {
      child.channel?.ref()
      timer = setTimeout(() => child.kill('SIGKILL'), SECONDS_PER_DOCUMENT * 1000)
    } else {
      child.channel?.unref()
      timer = setTimeout(close, printed < DOCUMENTS_PER_PRESS ? IDLE_SECONDS * 1000 : 0).unref()
    }
  }

  function giveUp(): void {
    ended = true
    clearTimeout(timer)
    for (const { reject } of waiting.values()) reject(new Error('The process that prints documents has ended.'))
    waiting.clear()
  }

  function close(): void {
    ended = true
    clearTimeout(timer)
    if (child.connected) child.disconnect()
  }

  function print(document: PdfDocument): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      waiting.set(++printed, { resolve, reject })
      child.send({ number: printed, document }, (error) => error && giveUp())
      if (waiting.size === 1) setTimer()
    })
  }

  return { ready: whenReady(child), print, close, isOpen: () => !ended && printed < DOCUMENTS_PER_PRESS }
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

function settle(waiting: Waiting, message: Extract<FromPress, { number: number }>): void {
  const one = waiting.get(message.number)
  waiting.delete(message.number)
  if ('bytes' in message) one?.resolve(message.bytes)
  else one?.reject(new Error(`The document could not be printed: ${message.error}`))
}

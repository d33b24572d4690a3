import { createServer, createConnection, type Server } from 'node:net'
import { once } from 'node:events'

/** What went over the wire to PostgreSQL by the house's own logins. */
export type Counted = { statements: number; roundTrips: number }

export type Wire = { port: number; count: Counted; close(): void }

/**
 * A stretch of wire before a PostgreSQL that counts what passes: each statement that is carried out, and
 * each time that something is sent after an answer, which is one way there and back.
 */
export async function layWire(to: string | { host: string; port: number }): Promise<Wire> {
  const count: Counted = { statements: 0, roundTrips: 0 }
  const server: Server = createServer((near) => {
    const far = createConnection(to as string)
    const listener = listen(count)
    near.on('data', (bytes: Buffer) => {
      listener.sent(bytes)
      far.write(bytes)
    })
    far.on('data', (bytes: Buffer) => {
      listener.answered()
      near.write(bytes)
    })
    for (const end of [near, far]) end.on('error', () => {}).on('close', () => (near.destroy(), far.destroy()))
  }).listen(0)
  await once(server, 'listening')
  return { port: (server.address() as { port: number }).port, count, close: () => server.close() }
}

const QUERY = 'Q'.charCodeAt(0)
const EXECUTE = 'E'.charCodeAt(0)

/** Messages have a letter and a length; the first of a connection has no letter. Source: PostgreSQL's manual, message formats */
function listen(count: Counted) {
  let rest = Buffer.alloc(0)
  let login: string | undefined
  let isAnswered = true
  return {
    sent(bytes: Buffer) {
      rest = Buffer.concat([rest, bytes])
      let statements = 0
      for (let start = login === undefined ? 0 : 1; rest.length >= start + 4; start = 1) {
        const length = start + rest.readUInt32BE(start)
        if (rest.length < length) break
        if (login === undefined) login = /user\0([^\0]*)/.exec(rest.toString('latin1', 8, length))?.[1] ?? ''
        else if (rest[0] === QUERY || rest[0] === EXECUTE) statements++
        rest = rest.subarray(length)
      }
      if (!login?.startsWith('lofte_') || /owner|queue/.test(login) || statements === 0) return
      count.statements += statements
      if (isAnswered) count.roundTrips++
      isAnswered = false
    },
    answered() {
      isAnswered = true
    },
  }
}

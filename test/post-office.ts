import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { after } from 'node:test'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

export type Parcel = { recipients: string[]; message: Buffer }

/** A real post office on loopback, without encryption, that keeps what it receives. */
export async function aPostOffice(options: SMTPServerOptions = {}): Promise<{ url: string; port: number; received: Parcel[] }> {
  const received: Parcel[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      buffer(stream).then((message) => {
        received.push({ recipients: session.envelope.rcptTo.map(({ address }) => address), message })
        done()
      }, done)
    },
    ...options,
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  after(() => server.close())
  const { port } = server.server.address() as AddressInfo
  return { url: `smtp://127.0.0.1:${port}`, port, received }
}

/** What a post office answers when it takes a letter not, or not now. */
export function answer(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode })
}

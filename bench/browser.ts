import { Agent, request } from 'node:http'

export type Answer = { status: number; body: string; location: string | undefined; cookies: string[] }

/** Somebody with a session at Nomkus and connections that stay open, at whichever server. */
export type Browser = {
  get(path: string): Promise<Answer>
  post(path: string, form: Record<string, string>): Promise<Answer>
  send(path: string, body: unknown): Promise<Answer>
}

const HEADERS = { host: 'nomkus.localhost', 'accept-language': 'nb', 'sec-fetch-site': 'same-origin', 'user-agent': 'Mozilla/5.0 (X11; Linux) Firefox/140.0' }

/** Every learner of one server shares its connections, as behind a proxy. */
export function connectTo(port: number, connections = 50) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const ask = (method: string, path: string, { headers, body }: { headers: Record<string, string>; body?: string }) =>
    new Promise<Answer>((resolve, reject) => {
      const asked = request({ port, agent, method, path, headers: { ...HEADERS, ...headers, ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }) } }, (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('error', reject)
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(parts).toString(), location: answer.headers.location, cookies: answer.headers['set-cookie'] ?? [] }))
      })
      asked.setTimeout(20_000, () => asked.destroy(new Error('No answer')))
      asked.on('error', reject)
      asked.end(body)
    })

  return {
    /** The browser of whoever has this session; of a visitor without one. */
    browserOf(token: string | undefined, network = '192.0.2.1'): Browser {
      const headers = { 'x-forwarded-for': network, accept: 'text/html', ...(token ? { cookie: `session=${token}` } : {}) }
      return {
        get: (path) => ask('GET', path, { headers }),
        post: (path, form) => ask('POST', path, { headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams(form).toString() }),
        send: (path, body) => ask('POST', path, { headers: { ...headers, accept: 'application/json', 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      }
    },
    close: () => agent.destroy(),
  }
}

export type Line = ReturnType<typeof connectTo>

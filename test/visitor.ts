import type { InjectOptions, LightMyRequestResponse } from 'fastify'

import type { TestHouse } from './house.ts'

/** Somebody with a browser: keeps cookies, posts forms, follows nothing by itself. */
export type Visitor = {
  get(path: string, headers?: Record<string, string>): Promise<LightMyRequestResponse>
  post(path: string, form: Record<string, string | readonly string[]>, headers?: Record<string, string>): Promise<LightMyRequestResponse>
  /** A form with files, put together elsewhere. */
  postBytes(path: string, payload: Buffer, type: string): Promise<LightMyRequestResponse>
  /** The same address on the other face. */
  data<T = unknown>(path: string): Promise<T>
  send(path: string, body: unknown): Promise<LightMyRequestResponse>
  readonly cookies: Map<string, string>
}

/** A visitor of one site, in one language, from one network. */
export function visitor(
  house: TestHouse,
  { host = 'nomkus.localhost', language = 'en', network = '192.0.2.1' }: { host?: string; language?: string; network?: string } = {},
): Visitor {
  const cookies = new Map<string, string>()
  const headersWith = (more: Record<string, string>) => ({
    host,
    'accept-language': language,
    accept: 'text/html',
    'x-forwarded-for': network,
    'sec-fetch-site': 'same-origin',
    ...(cookies.size > 0 ? { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') } : {}),
    ...more,
  })
  const ask = async (options: InjectOptions) => {
    const answer = await house.site.inject(options)
    for (const { name, value, maxAge } of answer.cookies) {
      if (maxAge === 0 || value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    return answer
  }

  return {
    cookies,
    get: (url, headers = {}) => ask({ method: 'GET', url, headers: headersWith(headers) }),
    post: (url, form, headers = {}) =>
      ask({
        method: 'POST',
        url,
        headers: headersWith({ 'content-type': 'application/x-www-form-urlencoded', ...headers }),
        payload: formText(form),
      }),
    postBytes: (url, payload, type) => ask({ method: 'POST', url, headers: headersWith({ 'content-type': type }), payload }),
    async data<T>(url: string) {
      const answer = await ask({ method: 'GET', url, headers: headersWith({ accept: 'application/json' }) })
      return answer.json() as T
    },
    send: (url, body) =>
      ask({
        method: 'POST',
        url,
        headers: headersWith({ accept: 'application/json', 'content-type': 'application/json' }),
        payload: JSON.stringify(body),
      }),
  }
}

function formText(form: Record<string, string | readonly string[]>): string {
  const text = new URLSearchParams()
  for (const [name, value] of Object.entries(form)) for (const one of [value].flat()) text.append(name, one as string)
  return text.toString()
}

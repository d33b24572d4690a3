import assert from 'node:assert/strict'
import { readFileSync, globSync } from 'node:fs'
import { test } from 'node:test'
import { routes, tables } from '../src/house.ts'
import { browserStorage, cookies, nameInBrowser } from '../src/web/cookies.ts'
import { ownerSays } from './builders.ts'
import { aShortCourse } from './course-builders.ts'
import { aHouse } from './house.ts'
import { theirPolicy } from './policy-builders.ts'
import { aPersonWithPassword, PASSWORD, signedIn } from './sign-in.ts'
import { type Visitor, visitor } from './visitor.ts'

const house = await aHouse()
const hash = await theirPolicy(house, 'nomkus')
const { course } = await aShortCourse(house, { slug: 'kurs' })
const known: Readonly<Record<string, string>> = { hash, course, slug: 'kurs' }

const OWN = 'http://nomkus.localhost'
const ELSEWHERE = 'https://elsewhere.example/page?utm_source=a-secret-campaign'
const NETWORK = '203.0.113.77'
const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0 a-rare-build'

/** Every page that can be asked for, with what is known put in and the rest left out. */
const pages = [...new Set(routes.filter(({ kind }) => kind !== 'change').map(({ path }) => filled(path)))].filter((path) => !/[:*]/.test(path))

test('a visitor who only reads is left without a cookie on every page, and what is shown is all that is there (N01, N10, N12, N68, A4)', async () => {
  const kari = visitor(house)
  const told = await kari.data<{ cookies: { name: string }[] }>('/cookies')

  for (const path of [...pages, '/openapi.json', '/health', '/nowhere']) {
    const answer = await kari.get(path, { referer: ELSEWHERE, 'sec-gpc': '1' })
    assert.equal(answer.headers['set-cookie'], undefined, path)
    assert.ok(answer.statusCode < 500, path)
  }
  assert.deepEqual([...kari.cookies], [])
  assert.deepEqual(told.cookies.map(({ name }) => name), [...Object.keys(cookies), ...Object.keys(browserStorage)])
})

test('choosing a language, a look and signing in set exactly the declared cookies, for this host alone (N10, N11, N68)', async () => {
  const { email } = await aPersonWithPassword(house)
  const kari = visitor(house)
  const answers = [await kari.get('/privacy?language=da'), await kari.get('/privacy?scheme=dark'), await kari.post('/sign-in', { email, password: PASSWORD })]

  const set = answers.flatMap((answer) => answer.cookies)
  assert.deepEqual(set.map(({ name }) => name).sort(), Object.keys(cookies).sort())
  for (const cookie of set) {
    assert.equal(cookie.domain, undefined)
    assert.equal(cookie.httpOnly, true)
    assert.equal(cookie.sameSite, 'Lax')
  }
  assert.equal(nameInBrowser('session', 'https'), '__Host-session')
})

test('no script of ours keeps anything in a browser that is not declared (N04, N10, A4)', () => {
  const keeping = globSync('src/**/*.ts').filter((file) => !file.endsWith('.test.ts') && /\b(?:localStorage|sessionStorage|indexedDB|document\.cookie)\b/.test(readFileSync(file, 'utf8')))
  const keys = keeping.map((file) => /const PREFIX = '(\w+)[ ']/.exec(readFileSync(file, 'utf8'))?.[1])
  assert.deepEqual(keys, Object.keys(browserStorage))
})

test('no page fetches anything from anybody else, or could (N12)', async () => {
  for (const reader of [visitor(house), (await signedIn(house)).visitor, (await signedIn(house, { roles: ['administrator', 'author', 'teacher'] })).visitor]) {
    for (const path of pages) {
      const answer = await reader.get(path)
      if (!String(answer.headers['content-type']).startsWith('text/html')) continue
      assert.deepEqual(fetchedFromElsewhere(answer.body), [], path)
      assert.match(String(answer.headers['content-security-policy']), /^default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'$/)
    }
  }
})

test('every page with a form on it leads to the policy (N01)', async () => {
  for (const reader of [visitor(house), (await signedIn(house)).visitor]) {
    for (const path of pages) {
      const { body } = await reader.get(path)
      if (body.includes('<form')) assert.match(body, /<a [^>]*href="\/privacy"/, path)
    }
  }
})

test('of Kari’s visit nothing is kept but what is declared: no referrer, no campaign, no browser in full; her network in the security log alone (N02, N04, D07)', async () => {
  const { email } = await aPersonWithPassword(house)
  const kari = visitor(house, { network: NETWORK })
  const headers = { referer: ELSEWHERE, 'user-agent': BROWSER }
  await kari.post('/sign-in', { email, password: 'wrong' }, headers)
  await kari.post('/sign-in', { email, password: PASSWORD }, headers)
  await walk(kari, headers)

  assert.deepEqual(await columnsSaying('elsewhere.example'), [])
  assert.deepEqual(await columnsSaying('a-secret-campaign'), [])
  assert.deepEqual(await columnsSaying('a-rare-build'), [])
  assert.deepEqual(await columnsSaying(NETWORK), ['security.events.network'])
  assert.deepEqual(await tablesOutsideDeclarations(), [])
})

// Tells one kind of address from another, and opens nothing.
const ONLY_READS = /import \{ isIP(?:v[46])? \} from 'node:net'/

test('the house reaches outwards by its letters alone: no other line of ours opens a connection (N54, D27)', () => {
  const calls = /\bfetch\(|from 'node:(?:https?|net|tls|dgram)'|XMLHttpRequest|WebSocket\(|sendBeacon/
  const reaching = globSync('src/**/*.{ts,tsx}').filter((file) => !/\.test\.tsx?$/.test(file) && calls.test(readFileSync(file, 'utf8').replace(ONLY_READS, '')))
  const inTheBrowser = (file: string) => /enhance/.test(file)
  assert.deepEqual(reaching.filter((file) => !inTheBrowser(file) && !file.startsWith('src/platform/postgres/')), [])
})

async function walk(reader: Visitor, headers: Record<string, string>): Promise<void> {
  for (const path of pages.filter((one) => !/sign-out|delet|eras/.test(one))) await reader.get(`${path}?utm_source=a-secret-campaign`, headers)
}

function filled(path: string): string {
  return path.replace(/:(\w+)/g, (whole, name: string) => known[name] ?? whole)
}

/** Whatever a browser would fetch by itself; a link is followed only by a person. */
function fetchedFromElsewhere(body: string): string[] {
  const loads = [...body.matchAll(/<(?!a\b|form\b)\w+[^>]*?\s(?:src|href|poster|data|action|srcset)="([^"]*)"/g)].map(([, address]) => address as string)
  const inStyles = [...body.matchAll(/url\(["']?([^"')]+)/g)].map(([, address]) => address as string)
  return [...loads, ...inStyles].filter((address) => new URL(address, OWN).origin !== OWN)
}

/** Every column of every table in which a text stands, found as the owner. */
async function columnsSaying(text: string): Promise<string[]> {
  const found: string[] = []
  for (const { name, columns } of tables) {
    for (const column of Object.keys(columns)) {
      const [row] = await ownerSays<{ n: number }>(house, `select count(*)::int as n from ${name} where ${column}::text like '%' || $1 || '%'`, [text])
      if ((row?.n ?? 0) > 0) found.push(`${name}.${column}`)
    }
  }
  return found
}

/** Tables that no declaration knows, the queue's and our own book-keeping aside. */
async function tablesOutsideDeclarations(): Promise<string[]> {
  const rows = await ownerSays<{ name: string }>(house, `select schemaname || '.' || tablename as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema', 'pgboss')`)
  const declared = new Set([...tables.map(({ name }) => name), 'privacy.declared', 'public.migrations', 'public.applied'])
  return rows.map(({ name }) => name).filter((name) => !declared.has(name))
}

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { ownerSays } from '../../../test/builders.ts'
import { aHouse, NOON } from '../../../test/house.ts'
import { aNewVersion, theirPolicy } from '../../../test/policy-builders.ts'
import { signedIn } from '../../../test/sign-in.ts'
import { visitor } from '../../../test/visitor.ts'
import { within } from '../../privacy/within.ts'
import { changesSince } from './service.ts'

const house = await aHouse()
const first = await theirPolicy(house, 'nomkus')
await theirPolicy(house, 'laeringshus')

const FULL = { nomkus: 68, laeringshus: 65 }
const TOMORROW_IN_OSLO = new Date('2026-06-01T22:00:00Z')
const EDITED = 'Here we tell you what we know about you'

test('a visitor reads the policy, with its version and date, and gets no cookie (N01, N56)', async () => {
  const answer = await visitor(house).get('/privacy')

  assert.equal(answer.statusCode, 200)
  assert.equal(answer.headers['set-cookie'], undefined)
  assert.match(answer.body, new RegExp(first))
  assert.match(answer.body, /In force from 2 May 2026/)
  for (const right of ['Access', 'Correction', 'Erasure', 'Portability', 'Restriction', 'Objection', 'Withdrawal', 'Complaint']) assert.match(answer.body, new RegExp(`<strong>${right}:</strong>`))
})

test('every place where the policy says that a right is used is there for whoever is signed in (N56, N58)', async () => {
  const { visitor: kari } = await signedIn(house)
  const { text } = await kari.data<{ text: string }>('/privacy')
  const rights = text.split('\n').filter((line) => /^- \*\*\w+:\*\* /.test(line))
  const places = new Set(rights.flatMap((line) => [...line.matchAll(/\]\((\/[\w-]*)/g)].map(([, path]) => path as string)))

  assert.deepEqual([...places].sort(), ['/account', '/contact', '/my-data'])
  for (const place of places) assert.equal((await kari.get(place)).statusCode, 200, place)
})

for (const host of ['nomkus', 'laeringshus'] as const) {
  for (const language of ['nb', 'da', 'en']) {
    test(`a visitor of ${host} reads everything in ${language}, lists filled in and no mark forgotten (N01, N10, D01, D28, D52)`, async () => {
      const reader = visitor(house, { host: `${host}.localhost`, language })

      const { body } = await reader.get('/privacy')
      const { promises } = await reader.data<{ promises: { id: string; sentence: string }[] }>('/privacy/promises')

      assert.doesNotMatch(body, /\{|\}|undefined|\[object|Many\.|4\/8\/2026/)
      assert.match(body, host === 'nomkus' ? /Postboks 458 Sentrum, 0105 Oslo/ : /Carl Jacobsens Vej 35, 2500 Valby/)
      assert.equal(promises.length, FULL[host])
      assert.deepEqual(promises.filter(({ sentence }) => sentence === ''), [])
    })
  }
}

test('a Danish visitor is told of Danish authority, and a Norwegian of Norwegian, beside our own address (D02, D51, D52, N34, N67)', async () => {
  const danish = await visitor(house, { host: 'laeringshus.localhost' }).get('/contact')
  const norwegian = await visitor(house).get('/contact')

  assert.match(danish.body, /privatliv@laeringshus\.example[\s\S]*Carl Jacobsens Vej 35, 2500 Valby/)
  assert.match(norwegian.body, /personvern@nomkus\.example[\s\S]*Postboks 458 Sentrum, 0105 Oslo/)
})

test('a version that is there is not published again, and nobody can change or delete it (N66)', async () => {
  const again = await theirPolicy(house, 'nomkus')

  assert.equal(again, first)
  for (const change of ["update policy.versions set texts = '{}'", 'delete from policy.versions']) {
    for (const purpose of ['information', 'administration', 'rights', 'retention'] as const) {
      const eyes = { means: house.means, login: 'web', institution: house.nomkus, actor: null, now: NOON } as const
      await assert.rejects(within(purpose, eyes, (db) => sql.raw(change).execute(db as never)), { code: '42501' })
    }
  }
})

test('two processes that start at once publish one version', async () => {
  const own = await aHouse()
  const hashes = await Promise.all([theirPolicy(own, 'nomkus'), theirPolicy(own, 'nomkus'), theirPolicy(own, 'nomkus')])

  assert.equal(new Set(hashes).size, 1)
  assert.deepEqual(await ownerSays(own, 'select count(*)::int as n from policy.versions'), [{ n: 1 }])
})

test('a version for tomorrow holds from midnight in Oslo, and not a minute before (D64, N66)', async () => {
  const { hash } = await aNewVersion(house, {
    effective: TOMORROW_IN_OSLO,
    texts: (them) => ({ ...them, en: them.en.replace(EDITED, 'Here we tell you plainly what we know about you') }),
  })
  const reader = visitor(house)
  const versionAt = async (moment: Date) => {
    house.clock.set(moment)
    return (await reader.data<{ version: string }>('/privacy')).version
  }

  assert.match((await reader.get('/privacy')).body, /A new version comes into force on 2 June 2026/)
  assert.equal(await versionAt(new Date('2026-06-01T21:59:59Z')), first)
  assert.equal(await versionAt(TOMORROW_IN_OSLO), hash)
  house.clock.set(NOON)
})

test('whoever reads what changed sees the words that did, and the old version as it was (N66, D63)', async () => {
  house.clock.set(TOMORROW_IN_OSLO)
  const reader = visitor(house)
  const { versions } = await reader.data<{ versions: { version: string; state: string }[] }>('/privacy/versions')
  const [newest, oldest] = versions
  const changes = await reader.get(`/privacy/versions/${newest?.version}/changes`)

  assert.deepEqual(versions.map(({ state }) => state), ['inForce', 'past'])
  assert.match(changes.body, /<ins><span class="[\w-]+">Added: <\/span>plainly <\/ins>/)
  assert.doesNotMatch(changes.body, /<del>/)
  assert.equal(oldest?.version, first)
  assert.match((await reader.get(`/privacy/versions/${first}`)).body, /This is not the version in force now/)
  assert.match((await reader.get(`/privacy/versions/${first}/changes`)).body, /This is the first version/)
  assert.equal((await reader.get(`/privacy/versions/${'0'.repeat(64)}`)).statusCode, 404)
  assert.equal((await reader.get('/privacy/versions/secret')).statusCode, 404)
  house.clock.set(NOON)
})

test('whoever accepted an old version is told of what is new and matters, and of nothing else (D65)', async () => {
  house.clock.set(new Date('2026-06-10T10:00:00Z'))
  const eyes = { means: house.means, login: 'web', institution: house.nomkus, actor: null, now: house.clock.now() } as const
  const told = () => within('information', eyes, (db) => changesSince(db, first))

  assert.equal(await told(), null)
  await aNewVersion(house, {
    effective: house.clock.now(),
    facts: (them) => ({ ...them, recipients: [...them.recipients, { ...them.recipients[0]!, key: 'printer', name: { nb: 'Trykkeriet', da: 'Trykkeriet', en: 'The printer' } }] }),
  })
  assert.deepEqual((await told())?.changes, [{ kind: 'newRecipient', values: [{ nb: 'Trykkeriet', da: 'Trykkeriet', en: 'The printer' }] }])
  assert.match((await visitor(house).get('/privacy')).body, /The printer/)
  assert.doesNotMatch((await visitor(house).get(`/privacy/versions/${first}`)).body, /The printer/)
  house.clock.set(NOON)
})

test('yesterday is not written today: a version cannot hold from before the one in force', async () => {
  const early = aNewVersion(house, { effective: new Date(NOON.getTime() - 90 * 86_400_000), texts: (them) => ({ ...them, en: them.en.replace(EDITED, 'Here it is') }) })
  await assert.rejects(early, { reason: 'versionTooEarly' })
})

test('each promise has a place of its own with its sentence, what keeps it and its tests (N01, D53)', async () => {
  const { body } = await visitor(house).get('/privacy/promises')

  assert.match(body, /<section id="N05"[\s\S]*remember you after you have signed in[\s\S]*What keeps it[\s\S]*random number/)
  assert.match(body, /<section id="N37"(?:(?!<section)[\s\S])*comes later/)
  assert.doesNotMatch(body, /Nomkus AS<\/dd>|undefined/)
})

test('a researcher finds whom to tell of a hole, and a browser that its wish is heard (N65, A4)', async () => {
  const reader = visitor(house)
  const security = await reader.get('/.well-known/security.txt')
  const gpc = await reader.data<{ gpc: boolean; lastUpdate: string }>('/.well-known/gpc.json')

  assert.match(security.body, /^Contact: mailto:personvern@nomkus\.example$/m)
  assert.match(security.body, /^Expires: 2026-08-30T10:00:00\.000Z$/m)
  assert.equal(gpc.gpc, true)
  assert.match(gpc.lastUpdate, /^2026-\d\d-\d\d$/)
  assert.match((await reader.get('/cookies', { 'sec-gpc': '1' })).body, /Your browser asks not to be tracked/)
})

test('where no policy is published yet, a visitor is told so, and nobody can register', async () => {
  const own = await aHouse()
  const answer = await visitor(own).get('/privacy')

  assert.equal(answer.statusCode, 404)
  assert.match(answer.body, /has not published a privacy policy yet/)
})

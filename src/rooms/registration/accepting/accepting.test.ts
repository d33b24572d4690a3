import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ownerSays, put } from '../../../../test/builders.ts'
import { aHouse, NOON } from '../../../../test/house.ts'
import { lettersTo, nobodysEyes } from '../../../../test/organisations-builders.ts'
import { aNewVersion, theirPolicy } from '../../../../test/policy-builders.ts'
import { type Described, type KnownPerson, signedIn } from '../../../../test/sign-in.ts'
import { newId } from '../../../platform/ids.ts'
import { republishPolicies } from '../../../republish.ts'
import type { Facts } from '../../policy/facts.ts'
import { tellOfPolicy } from './telling.ts'

const MINUTE = 60_000
const DAY = 86_400_000

type Shown = { news: { version: string; changes: string[]; asks: boolean } | null }

test('Kari’s home says that the policy has changed in something that matters, until she has answered; a comma says nothing (N66, D65)', async () => {
  const { house, learner } = await aHouseWithPolicy()
  const kari = await learner()
  const before = await kari.visitor.get('/')

  house.clock.pass(MINUTE)
  await aNewVersion(house, { effective: house.clock.now(), texts: (them) => ({ ...them, en: `${them.en}\n\nThank you for reading.` }) })
  const comma = await kari.visitor.get('/')
  house.clock.pass(MINUTE)
  const { hash } = await aNewVersion(house, { effective: house.clock.now(), facts: withPrinter })
  const told = await kari.visitor.get('/')
  const page = await kari.visitor.get('/account/policy')
  const answered = await kari.visitor.post('/account/policy', { version: hash, accepted: 'yes' })
  const after = await kari.visitor.get('/')

  for (const quiet of [before, comma, after]) assert.doesNotMatch(quiet.body, /privacy policy has changed/)
  assert.match(told.body, /The privacy policy has changed[\s\S]*One thing that matters to you/)
  assert.match(page.body, /A new recipient: The printer/)
  assert.ok(page.body.includes(`/privacy/versions/${hash}/changes`))
  assert.equal(answered.statusCode, 303)
})

test('what goes further than Kari’s yes needs a new one, expressly and to the version she saw; what does not is only read (N31, N66)', async () => {
  const { house, learner } = await aHouseWithPolicy()
  const kari = await learner()
  const answer = (form: Record<string, string>) => kari.visitor.post('/account/policy', form)

  const { hash: longer } = await aNewVersion(house, { effective: house.clock.now(), facts: withLongerLog })
  const told = await kari.visitor.data<Shown>('/account/policy')
  const read = await answer({ version: longer })
  house.clock.pass(MINUTE)
  const { hash: further } = await aNewVersion(house, { effective: house.clock.now(), facts: (them) => withPrinter(withLongerLog(them)) })
  const asked = await kari.visitor.get('/account/policy')
  const refused = [await answer({ version: further }), await answer({ version: longer, accepted: 'yes' }), await answer({ version: further, accepted: 'no' })]
  const yes = await answer({ version: further, accepted: 'yes' })

  assert.deepEqual([told.news?.asks, read.statusCode, yes.statusCode], [false, 303, 303])
  assert.doesNotMatch(asked.body, /<input[^>]*name="accepted"[^>]*checked/)
  assert.deepEqual(refused.map(({ statusCode }) => statusCode), [422, 409, 422])
  assert.match(refused[0]?.body ?? '', /id="accepted-error"[^>]*>Tick the box if you accept/)
  assert.match(refused[1]?.body ?? '', /A newer version has come/)
  const rows = await ownerSays(house, 'select version, how from registration.acceptances where person = $1 order by accepted', [kari.person])
  assert.deepEqual(rows.slice(1), [{ version: longer, how: 'read' }, { version: further, how: 'accepted' }])
})

test('everybody whom it concerns is written to once, in their language, also who is deactivated or employed; a comma is written to nobody (N66, D65)', async () => {
  const { house, learner } = await aHouseWithPolicy()
  const [kari, mette] = [await learner({ language: 'en' }), await learner({ language: 'da', firstName: 'Mette' })]
  const resting = await learner({ language: 'nb' })
  const employee = await signedIn(house, { roles: ['teacher'], language: 'en' })
  const knowing = await learner()
  await ownerSays(house, "update accounts.persons set deactivated = now(), deactivated_because = 'employee', erase_due = $2 where id = $1", [resting.person, new Date(NOON.getTime() + 20 * DAY)])
  house.clock.pass(MINUTE)
  await aNewVersion(house, { effective: house.clock.now(), texts: (them) => ({ ...them, en: `${them.en}\n\nThank you for reading.` }) })
  await house.tick('registration.tellOfPolicy')
  const afterComma = await lettersTo(house, kari.email)

  house.clock.pass(MINUTE)
  const { hash } = await aNewVersion(house, { effective: house.clock.now(), facts: withPrinter })
  await knowing.visitor.post('/account/policy', { version: hash, accepted: 'yes' })
  for (let run = 0; run < 3; run++) await house.tick('registration.tellOfPolicy')
  const waiting = await ownerSays<{ data: object }>(house, "select data from pgboss.job where name = 'registration.writeOfPolicy'")

  await house.drain()
  const letters = await Promise.all([kari, mette, resting, employee, knowing].map(({ email }) => lettersTo(house, email)))
  assert.deepEqual(afterComma, [])
  assert.deepEqual(letters.map((own) => own.map(({ subject }) => subject)), [
    ['The privacy policy of Nomkus has changed'],
    ['Privatlivspolitikken hos Nomkus er ændret'],
    ['Personvernerklæringen til Nomkus er endret'],
    ['The privacy policy of Nomkus has changed'],
    [],
  ])
  assert.match(letters[0]?.[0]?.text ?? '', /From 1 June 2026[\s\S]*A new recipient: The printer[\s\S]*whether you accept it[\s\S]*\/account\/policy/)
  assert.match(letters[3]?.[0]?.text ?? '', /You need not do anything/)
  assert.deepEqual(Object.keys(waiting[0]?.data ?? {}).sort(), ['institution', 'person', 'subject'])
  assert.equal(waiting.length, 4)
})

test('killed between two pages, the round goes on where it was, and two at once write no letter twice (D65)', async () => {
  const { house, learner } = await aHouseWithPolicy()
  const people = [await learner(), await learner(), await learner()]
  house.clock.pass(MINUTE)
  const { hash } = await aNewVersion(house, { effective: house.clock.now(), facts: withPrinter })
  const [first] = people as [KnownPerson]
  // What a page that was committed before the end has left behind.
  await put(house, 'registration.policy_letters', { institution: house.nomkus, id: newId(), person: first.person, version: hash, since: house.policy, queued: house.clock.now() })

  const eyes = { ...nobodysEyes(house), now: house.clock.now() }
  await Promise.all([tellOfPolicy(eyes), tellOfPolicy(eyes)])

  await house.drain()
  const letters = await Promise.all(people.map(({ email }) => lettersTo(house, email)))
  assert.deepEqual(letters.map(({ length }) => length), [0, 1, 1])
})

test('a version to come is told in advance, and once it holds to who registered in between (N66, D64, D65)', async () => {
  const { house, learner } = await aHouseWithPolicy()
  const kari = await learner({ language: 'en' })
  house.clock.pass(MINUTE)
  const effective = new Date(NOON.getTime() + 10 * DAY)
  await aNewVersion(house, { effective, facts: withPrinter })
  await house.tick('registration.tellOfPolicy')
  const [early] = await lettersTo(house, kari.email)
  const ola = await learner({ firstName: 'Ola', language: 'en' })
  await house.tick('registration.tellOfPolicy')
  const olaEarly = await lettersTo(house, ola.email)

  house.clock.set(new Date(effective.getTime() + MINUTE))
  for (let run = 0; run < 2; run++) await house.tick('registration.tellOfPolicy')

  assert.match(early?.text ?? '', /From 11 June 2026/)
  assert.deepEqual([olaEarly.length, (await lettersTo(house, ola.email)).length, (await lettersTo(house, kari.email)).length], [0, 1, 1])
})

test('whoever restricts us is not written to, and whoever was told of one version is not told of it again with a comma (D43, D65)', async () => {
  const { house, learner } = await aHouseWithPolicy()
  const [kari, per] = [await learner(), await learner()]
  await ownerSays(house, 'update privacy.standings set restricted = now() where person = $1', [per.person])
  house.clock.pass(MINUTE)
  await aNewVersion(house, { effective: house.clock.now(), facts: withPrinter })
  await house.tick('registration.tellOfPolicy')
  const first = [(await lettersTo(house, kari.email)).length, (await lettersTo(house, per.email)).length]

  house.clock.pass(MINUTE)
  await aNewVersion(house, { effective: house.clock.now(), facts: withPrinter, texts: (them) => ({ ...them, en: `${them.en}\n\nThank you for reading.` }) })
  await house.tick('registration.tellOfPolicy')

  assert.deepEqual([first, (await lettersTo(house, kari.email)).length], [[1, 0], 1])
  assert.deepEqual(await ownerSays(house, 'select sent from registration.policy_letters where person = $1', [per.person]), [{ sent: null }])
})

test('a house that starts with other declarations than its policy shows publishes them; one with the same publishes nothing (N10, N66, D63)', async () => {
  const { house } = await aHouseWithPolicy()
  house.clock.pass(MINUTE)
  await aNewVersion(house, { effective: house.clock.now(), facts: (them) => ({ ...them, recipients: [] }) })
  house.clock.pass(MINUTE)

  const published = [await republishPolicies(house.means), await republishPolicies(house.means)]

  assert.deepEqual(published, [1, 0])
  const [newest] = await ownerSays<{ n: number }>(house, `select jsonb_array_length(facts->'recipients') as n from policy.versions order by effective desc limit 1`)
  assert.equal(newest?.n, 2)
})

/** A house of its own for each story, with a policy in force, and learners who have accepted it. */
async function aHouseWithPolicy() {
  const house = await aHouse()
  const policy = await theirPolicy(house, 'nomkus')
  const learner = async (described: Described = {}): Promise<KnownPerson> => {
    const known = await signedIn(house, described)
    await put(house, 'registration.acceptances', { institution: house.nomkus, id: newId(), person: known.person, version: policy, language: 'en', accepted: house.clock.now() })
    return known
  }
  return { house: Object.assign(house, { policy }), learner }
}

function withPrinter(them: Facts): Facts {
  const name = { nb: 'Trykkeriet', da: 'Trykkeriet', en: 'The printer' }
  return { ...them, recipients: [...them.recipients, { ...them.recipients[0]!, key: 'printer', name }] }
}

function withLongerLog(them: Facts): Facts {
  const said = { nb: '10 år', da: '10 år', en: '10 years' }
  return { ...them, durations: { ...them.durations, securityLog: { iso: 'P10Y', said } } }
}

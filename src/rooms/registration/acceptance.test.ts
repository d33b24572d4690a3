import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ownerSays, put } from '../../../test/builders.ts'
import { aHouse } from '../../../test/house.ts'
import { aNewVersion, theirPolicy } from '../../../test/policy-builders.ts'
import { signedIn } from '../../../test/sign-in.ts'
import { newId } from '../../platform/ids.ts'
import { republishPolicies } from '../../republish.ts'

const house = await aHouse()
const first = await theirPolicy(house, 'nomkus')

test('Kari’s home says that the policy has changed in something that matters, until she has read it; a comma says nothing (N66, D65)', async () => {
  const kari = await signedIn(house)
  const accepted = house.clock.now()
  await put(house, 'registration.acceptances', { institution: house.nomkus, id: newId(), person: kari.person, version: first, language: 'en', accepted })
  const before = await kari.visitor.get('/')

  house.clock.pass(60_000)
  await aNewVersion(house, { effective: house.clock.now(), texts: (them) => ({ ...them, en: `${them.en}\n\nThank you for reading.` }) })
  const comma = await kari.visitor.get('/')
  house.clock.pass(60_000)
  const { hash } = await aNewVersion(house, {
    effective: house.clock.now(),
    facts: (them) => ({ ...them, recipients: [...them.recipients, { ...them.recipients[0]!, key: 'printer', name: { nb: 'Trykkeriet', da: 'Trykkeriet', en: 'The printer' } }] }),
  })
  const told = await kari.visitor.get('/')
  const read = await kari.visitor.post('/account/policy', {})
  const after = await kari.visitor.get('/')

  for (const quiet of [before, comma, after]) assert.doesNotMatch(quiet.body, /privacy policy has changed/)
  assert.match(told.body, /The privacy policy has changed[\s\S]*One thing that matters to you/)
  assert.ok(told.body.includes(`/privacy/versions/${hash}/changes`))
  assert.equal(read.statusCode, 303)
})

test('a house that starts with other declarations than its policy shows publishes them; one with the same publishes nothing (N10, N66, D63)', async () => {
  house.clock.pass(60_000)
  await aNewVersion(house, { effective: house.clock.now(), facts: (them) => ({ ...them, recipients: [] }) })
  house.clock.pass(60_000)

  const published = [await republishPolicies(house.means), await republishPolicies(house.means)]

  assert.deepEqual(published, [1, 0])
  const [newest] = await ownerSays<{ n: number }>(house, `select jsonb_array_length(facts->'recipients') as n from policy.versions order by effective desc limit 1`)
  assert.equal(newest?.n, 2)
})

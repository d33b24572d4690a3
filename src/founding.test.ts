import assert from 'node:assert/strict'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { ownerSays } from '../test/builders.ts'
import { aHouse } from '../test/house.ts'
import { letterTo, PASSWORD } from '../test/sign-in.ts'
import { visitor } from '../test/visitor.ts'
import { foundFrom } from './founding.ts'

const house = await aHouse()
const folder = join(await mkdtemp(join(tmpdir(), 'lofte-found-')), 'fjordskolen')
await mkdir(folder)
for (const language of ['nb', 'da', 'en']) await cp(`demonstration/nomkus/policy.${language}.md`, join(folder, `policy.${language}.md`))
after(() => rm(folder, { recursive: true, force: true }))

const FACTS = {
  name: 'Fjordskolen',
  legalName: 'Fjordskolen AS',
  organisationNumber: '999 999 999',
  address: 'Kaia 1, 5003 Bergen',
  contactEmail: 'hei@fjordskolen.example',
  privacyEmail: 'personvern@fjordskolen.example',
  phone: null,
  jurisdiction: 'NO',
  zone: 'Europe/Oslo',
  language: 'nb',
  theme: 'nomkus',
  hosts: ['fjordskolen.localhost'],
  administrator: { firstName: 'Berit', lastName: 'Fjord', email: 'berit@fjordskolen.example', language: 'nb' },
}

test('Berit founds Fjordskolen from a folder, gets a letter, and is its administrator once she has a second step (D01)', async () => {
  await writeFile(join(folder, 'institution.json'), JSON.stringify(FACTS))
  await foundFrom(house, folder)
  house.clock.pass(1)
  await new Promise((later) => setTimeout(later, 50))

  const letter = await letterTo(house, FACTS.administrator.email)
  const berit = visitor(house, { host: 'fjordskolen.localhost' })
  const chosen = await berit.post(letter?.path ?? '', { newPassword: PASSWORD })

  assert.equal(chosen.headers['location'], '/account/second-factor?next=%2F')
  assert.equal((await berit.get('/privacy')).statusCode, 200)
})

test('founded twice, it is one institution with one administrator, and today’s facts', async () => {
  await writeFile(join(folder, 'institution.json'), JSON.stringify({ ...FACTS, address: 'Kaia 2, 5003 Bergen' }))
  await foundFrom(house, folder)

  assert.deepEqual(await ownerSays(house, `select address from institutions.sites where slug = 'fjordskolen'`), [{ address: 'Kaia 2, 5003 Bergen' }])
  assert.deepEqual(await ownerSays(house, `select count(*)::int as n from accounts.persons where email = $1`, [FACTS.administrator.email]), [{ n: 1 }])
})

test('what is missing in the description is said by its name', async () => {
  await writeFile(join(folder, 'institution.json'), JSON.stringify({ ...FACTS, privacyEmail: '' }))
  await assert.rejects(foundFrom(house, folder), /privacyEmail/)
})

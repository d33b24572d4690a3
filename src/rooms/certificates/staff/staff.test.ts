import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { aCertifiedLearner, anAdministrator, type OwnPapers } from '../../../../test/certificates-builders.ts'
import { ownerSays } from '../../../../test/builders.ts'
import { aHouse } from '../../../../test/house.ts'
import { visitor } from '../../../../test/visitor.ts'
import { listLetters } from '../../../platform/mail/mailbox.ts'

const house = await aHouse()
const { visitor: marit } = await anAdministrator(house, { firstName: 'Marit' })
const { visitor: jens } = await anAdministrator(house, { firstName: 'Jens' })

test('it takes two employees to revoke Åse’s certificate, and she is told why (F7)', async () => {
  const ase = await aCertifiedLearner(house, { firstName: 'Åse', lastName: 'Bjørnæs' })
  const address = `/administration/certificates/${ase.paper.id}`
  const decide = { decision: 'approved' }

  const found = await marit.post('/administration/certificates', { certificate: ase.paper.code.toLowerCase() })
  const asked = await marit.post(`${address}/revocation`, { reason: 'irregular' })
  const twice = await jens.post(`${address}/revocation`, { reason: 'mistake' })
  const alone = await marit.post(`${address}/revocation/decision`, decide)
  const before = await visitor(house).data<{ status: string }>(`/verify/${ase.paper.code}`)
  const approved = await jens.post(`${address}/revocation/decision`, decide)
  const again = await jens.post(`${address}/revocation/decision`, decide)
  await house.drain()

  assert.equal(found.headers.location, address)
  assert.deepEqual([asked, twice, alone, approved, again].map(({ statusCode }) => statusCode), [303, 409, 403, 303, 409])
  assert.equal(before.status, 'valid')
  const page = await visitor(house).get(`/verify/${ase.paper.code}`)
  assert.match(page.body, /has been revoked/)
  assert.doesNotMatch(page.body, /rules|Åse|Bjørnæs/)
  assert.match((await ase.visitor.get('/certificates?language=en')).body, /the exam did not follow the rules/)
  assert.equal((await ase.visitor.get(`/certificates/${ase.paper.id}/paper`)).statusCode, 404)
  assert.deepEqual(await subjectsTo(ase.email), ['Et kursbevis fra Nomkus er trukket tilbake', 'Kursbeviset ditt fra Nomkus'])
})

test('a second employee lets Ola’s certificate stand (F7)', async () => {
  const ola = await aCertifiedLearner(house, { firstName: 'Ola', lastName: 'Vik' })
  const address = `/administration/certificates/${ola.paper.id}`
  await marit.post(`${address}/revocation`, { reason: 'mistake' })
  const waiting = await jens.get('/administration/certificates')

  await jens.post(`${address}/revocation/decision`, { decision: 'declined' })

  assert.ok(waiting.body.includes(address))
  assert.equal((await visitor(house).data<{ status: string }>(`/verify/${ola.paper.code}`)).status, 'valid')
  assert.ok(!(await jens.get('/administration/certificates')).body.includes(address))
})

test('a new version while two employees decide does not save a paper that they revoke (F7)', async () => {
  const eva = await aCertifiedLearner(house, { firstName: 'Eva', lastName: 'Moe' })
  await marit.post(`/administration/certificates/${eva.paper.id}/revocation`, { reason: 'irregular' })
  await eva.visitor.post('/certificates/name', { firstName: 'Eva', lastName: 'Lie' })
  await eva.visitor.post(`/certificates/${eva.paper.id}/version`, {})
  const { papers } = await eva.visitor.data<OwnPapers>('/certificates')

  await jens.post(`/administration/certificates/${eva.paper.id}/revocation/decision`, { decision: 'approved' })

  const codes = [eva.paper.code, papers[0]?.code]
  const states = await Promise.all(codes.map((code) => visitor(house).data<{ status: string }>(`/verify/${code}`)))
  assert.deepEqual(states.map(({ status }) => status), ['revoked', 'revoked'])
})

test('an employee corrects the hours: Kari gets a new version in the same name, and the employee never sees it (D41, F7)', async () => {
  const kari = await aCertifiedLearner(house, { firstName: 'Kari', lastName: 'Åsheim' })
  const address = `/administration/certificates/${kari.paper.id}`
  const form = { courseTitle: 'Norsk arbeidsliv', level: 'B1', hours: '45', completed: '2026-05-30', reason: 'misprint' }

  const shown = await marit.get(address)
  const corrected = await marit.post(`${address}/version`, form)
  const late = await jens.post(`${address}/version`, form)
  await house.drain()

  assert.doesNotMatch(shown.body, /Kari|Åsheim/)
  assert.deepEqual([corrected.statusCode, late.statusCode], [303, 409])
  const { papers } = await kari.visitor.data<OwnPapers>('/certificates')
  const now = await visitor(house).data<{ hours: number; completed: string }>(`/verify/${papers[0]?.code}`)
  assert.deepEqual([papers.length, now.hours, now.completed], [1, 45, '2026-05-30'])
  assert.equal((await visitor(house).data<{ status: string }>(`/verify/${kari.paper.code}`)).status, 'replaced')
  assert.match((await visitor(house).post(`/verify/${papers[0]?.code}`, { name: 'Kari Åsheim' })).body, /The name matches/)
  assert.deepEqual(await subjectsTo(kari.email), ['Kursbeviset ditt fra Nomkus', 'Nytt kursbevis fra Nomkus'])
})

test('Kari can read that an employee has looked at her certificate', async () => {
  const kari = await aCertifiedLearner(house)

  await marit.get(`/administration/certificates/${kari.paper.id}`)

  const looks = await ownerSays(house, 'select what, purpose from privacy.looks where subject = $1', [kari.person])
  assert.deepEqual(looks, [{ what: 'checkingCertificate', purpose: 'administration' }])
})

test('a learner finds no employee’s page, and an employee finds nothing by a code that is none (F7)', async () => {
  const { visitor: kari, paper } = await aCertifiedLearner(house)

  const pages = [await kari.get('/administration/certificates'), await kari.get(`/administration/certificates/${paper.id}`)]
  const unknown = await marit.post('/administration/certificates', { certificate: '2222-2222-2222' })

  assert.deepEqual(pages.map(({ statusCode }) => statusCode), [404, 404])
  assert.equal(unknown.statusCode, 404)
  assert.match(unknown.body, /no certificate with this code/)
})

async function subjectsTo(address: string): Promise<string[]> {
  const heads = await listLetters(join(house.dataFolder, 'mail'), { limit: 1_000 })
  return heads.filter(({ to }) => to === address).map(({ subject }) => subject).sort()
}

import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { ownerSays, put } from '../../../../test/builders.ts'
import { aCertifiedLearner, anAdministrator, type OwnPapers } from '../../../../test/certificates-builders.ts'
import { aHouse } from '../../../../test/house.ts'
import { signedIn } from '../../../../test/sign-in.ts'
import { type Visitor, visitor } from '../../../../test/visitor.ts'
import { newId } from '../../../platform/ids.ts'
import { listLetters, readLetter } from '../../../platform/mail/mailbox.ts'

const house = await aHouse()
const { visitor: marit } = await anAdministrator(house, { firstName: 'Marit' })
const { visitor: jens } = await anAdministrator(house, { firstName: 'Jens' })
const { visitor: eva } = await anAdministrator(house, { firstName: 'Eva' })

const WHY = 'Jeg var syk, men møtte.\nSpør Ådne.'
const DAY = 86_400_000

type Shown = { objection: { text: string; decision: { outcome: string; answer: string } | null } | null; differences: { before: string; after: string }[] }
type Papers = { papers: { id: string; code: string; revoked: string | null; contest: { certificate: string; state: string } | null }[] }

/** Marit asked for it and Jens decided; Åse objects. */
async function aRevokedHolder({ objects = true } = {}) {
  const ase = await aCertifiedLearner(house, { firstName: 'Åse', lastName: 'Bjørnæs' })
  const staff = `/administration/certificates/${ase.paper.id}`
  await marit.post(`${staff}/revocation`, { reason: 'irregular' })
  await jens.post(`${staff}/revocation/decision`, { decision: 'approved' })
  await house.drain()
  const own = `/certificates/${ase.paper.id}/objection`
  if (objects) await ase.visitor.post(own, { text: WHY })
  return { ...ase, own, staff: `${staff}/objection` }
}

async function statusOf(code: string): Promise<string> {
  return (await visitor(house).data<{ status: string }>(`/verify/${code}`)).status
}

async function contestOf(holder: Visitor) {
  return (await holder.data<Papers>('/certificates')).papers[0]?.contest
}

test('Åse objects to a revocation: nothing changes until two employees have answered, and then the same code holds again (F7)', async () => {
  const ase = await aRevokedHolder({ objects: false })
  const before = await contestOf(ase.visitor)
  const page = await ase.visitor.get(`${ase.own}?language=en`)
  const objected = await ase.visitor.post(ase.own, { text: WHY })
  const listed = await marit.get('/administration/certificates')
  const seen = await jens.get(ase.staff)
  const proposed = await jens.post(ase.staff, { outcome: 'granted', answer: 'Du møtte, det har vi funnet ut.' })
  await house.drain()
  const waiting = [await contestOf(ase.visitor), await statusOf(ase.paper.code), (await ase.visitor.data<Shown>(ase.own)).objection?.decision]
  const alone = await jens.post(`${ase.staff}/decision`, { decision: 'approved' })
  const decided = await marit.post(`${ase.staff}/decision`, { decision: 'approved' })
  await house.drain()

  assert.deepEqual(before, { certificate: ase.paper.id, state: 'open' })
  assert.match(page.body, /the exam did not follow the rules/)
  assert.ok(listed.body.includes(ase.staff))
  assert.match(seen.body, /Jeg var syk, men møtte\.<br>Spør Ådne\./)
  assert.doesNotMatch(seen.body, /Åse|Bjørnæs/)
  assert.deepEqual([objected, proposed, alone, decided].map(({ statusCode }) => statusCode), [303, 303, 403, 303])
  assert.deepEqual(waiting, [{ certificate: ase.paper.id, state: 'waiting' }, 'revoked', null])
  assert.equal(await statusOf(ase.paper.code), 'valid')
  assert.equal((await ase.visitor.get(`/certificates/${ase.paper.id}/paper`)).statusCode, 200)
  const letter = await newestLetterTo(ase.email)
  assert.equal(letter?.subject, 'Svar på innsigelsen din til Nomkus')
  assert.match(letter?.text ?? '', /Du fikk medhold\. Beviset gjelder igjen[\s\S]*Du møtte, det har vi funnet ut\.[\s\S]*\/objection/)
  assert.match((await ase.visitor.get(`${ase.own}?language=en`)).body, /You were right[\s\S]*Du møtte, det har vi funnet ut\./)
  assert.ok(!(await marit.get('/administration/certificates')).body.includes(ase.staff))
})

test('who revoked a certificate does not decide the objection to it; dismissed, it stays revoked and is not objected to again (F7)', async () => {
  const ase = await aRevokedHolder()
  await marit.post(ase.staff, { outcome: 'dismissed', answer: 'Reglene gjaldt alle.' })

  const byDecider = await jens.post(`${ase.staff}/decision`, { decision: 'approved' })
  const shown = await jens.get(ase.staff)
  const byAnother = await eva.post(`${ase.staff}/decision`, { decision: 'approved' })
  const late = await eva.post(`${ase.staff}/decision`, { decision: 'sentBack' })
  await house.drain()
  const again = await ase.visitor.post(ase.own, { text: 'Likevel' })

  assert.deepEqual([byDecider, byAnother, late, again].map(({ statusCode }) => statusCode), [403, 303, 409, 409])
  assert.match(shown.body, /Another employee must decide/)
  assert.equal(await statusOf(ase.paper.code), 'revoked')
  assert.match((await newestLetterTo(ase.email))?.text ?? '', /Du fikk ikke medhold\.[\s\S]*Reglene gjaldt alle\.[\s\S]*klage til tilsynet/)
  assert.deepEqual(await contestOf(ase.visitor), { certificate: ase.paper.id, state: 'answered' })
})

test('Kari’s certificate is corrected: she is told what and why, objects, and gets back what it said, by two who did not correct it (F7, D41)', async () => {
  const kari = await aCertifiedLearner(house, { firstName: 'Kari', lastName: 'Åsheim' })
  const correction = { courseTitle: 'Norsk arbeidsliv', level: 'B1', hours: '45', completed: '2026-06-01' }
  const unreasoned = await marit.post(`/administration/certificates/${kari.paper.id}/version`, correction)
  const unchanged = await marit.post(`/administration/certificates/${kari.paper.id}/version`, { ...correction, hours: '40', reason: 'misprint' })
  const corrected = await marit.post(`/administration/certificates/${kari.paper.id}/version`, { ...correction, reason: 'courseWrong' })
  await house.drain()
  const letter = await newestLetterTo(kari.email)
  const listed = await kari.visitor.get('/certificates')
  const contest = await contestOf(kari.visitor)
  const own = `/certificates/${contest?.certificate}/objection`
  const staff = `/administration${own}`
  const { differences } = await kari.visitor.data<Shown>(own)

  await kari.visitor.post(own, { text: 'Det var førti timer.' })
  await eva.post(staff, { outcome: 'granted', answer: 'Det stemmer.' })
  const byCorrector = await marit.post(`${staff}/decision`, { decision: 'approved' })
  const byAnother = await jens.post(`${staff}/decision`, { decision: 'approved' })
  await house.drain()

  assert.deepEqual([unreasoned, unchanged, corrected, byCorrector, byAnother].map(({ statusCode }) => statusCode), [422, 422, 303, 403, 303])
  assert.match(letter?.text ?? '', /fordi opplysningene om kurset var feil[\s\S]*Si det på siden din/)
  assert.ok(letter?.text.includes(own))
  assert.match(listed.body, /Rettet 1\. juni 2026: opplysningene om kurset var feil/)
  assert.deepEqual(differences.map(({ before, after }) => [before, after]), [['40 timer', '45 timer']])
  const { papers } = await kari.visitor.data<OwnPapers & Papers>('/certificates')
  assert.equal(papers.length, 1)
  assert.equal((await visitor(house).data<{ hours: number }>(`/verify/${papers[0]?.code}`)).hours, 40)
  assert.deepEqual(papers[0]?.contest, { certificate: contest?.certificate, state: 'answered' })
  assert.match((await visitor(house).post(`/verify/${papers[0]?.code}`, { name: 'Kari Åsheim' })).body, /The name matches/)
})

test('a proposal is sent back and made anew; of two who propose or decide at once, one does (F7)', async () => {
  const ase = await aRevokedHolder()
  const answer = { outcome: 'granted', answer: 'Ja.' }

  const proposals = await Promise.all([marit.post(ase.staff, answer), eva.post(ase.staff, answer)])
  const [proposer, other] = proposals[0]?.statusCode === 303 ? [marit, eva] : [eva, marit]
  const back = await other.post(`${ase.staff}/decision`, { decision: 'sentBack' })
  const nothing = await other.post(`${ase.staff}/decision`, { decision: 'approved' })
  await proposer.post(ase.staff, { outcome: 'dismissed', answer: 'Nei.' })
  const decisions = await Promise.all([other, other].map((one) => one.post(`${ase.staff}/decision`, { decision: 'approved' })))
  await house.drain()

  assert.deepEqual(proposals.map(({ statusCode }) => statusCode).sort(), [303, 409])
  assert.deepEqual([back.statusCode, nothing.statusCode], [303, 409])
  assert.deepEqual(decisions.map(({ statusCode }) => statusCode).sort(), [303, 409])
  assert.equal((await lettersTo(ase.email)).filter(({ subject }) => /innsigelsen/.test(subject)).length, 1)
})

test('what Åse writes is kept sealed, what is only proposed is told to nobody, and she can read who has looked (D40, D56, F7)', async () => {
  const ase = await aRevokedHolder()
  await marit.post(ase.staff, { outcome: 'dismissed', answer: 'Et utkast til svar' })

  const [row] = await ownerSays<{ whole: string }>(house, 'select objection::text as whole from certificates.objections as objection where learner = $1', [ase.person])
  const exported = await ase.visitor.get('/my-data/copy', { accept: 'application/json' })
  const looks = await ownerSays<{ what: string }>(house, "select distinct what from privacy.looks where subject = $1 and what = 'answeringObjection'", [ase.person])

  assert.ok(!row?.whole.includes(WHY.split('\n')[0] as string))
  assert.ok(exported.body.includes('Jeg var syk'), 'her own words are hers')
  for (const body of [exported.body, (await ase.visitor.get(ase.own)).body]) assert.doesNotMatch(body, /Et utkast til svar|dismissed/)
  assert.equal(looks.length, 1)
})

test('nobody objects where nothing was decided, for another, or without a word; and no learner sees how it is answered (F7)', async () => {
  const ase = await aRevokedHolder({ objects: false })
  const ola = await aCertifiedLearner(house, { firstName: 'Ola', lastName: 'Vik' })
  const { visitor: teacher } = await signedIn(house, { roles: ['teacher'] })

  const empty = await ase.visitor.post(`${ase.own}?language=en`, { text: '   ' })
  const refused = [
    await ola.visitor.get(`/certificates/${ola.paper.id}/objection`),
    await ola.visitor.post(`/certificates/${ola.paper.id}/objection`, { text: 'Hei' }),
    await ola.visitor.post(ase.own, { text: 'Hei' }),
    await ola.visitor.get(ase.own),
    await ase.visitor.get(ase.staff),
    await teacher.get(ase.staff),
    await marit.get(ase.staff),
  ]

  assert.equal(empty.statusCode, 422)
  assert.match(empty.body, /id="text-error"/)
  assert.deepEqual(refused.map(({ statusCode }) => statusCode), [404, 404, 404, 404, 404, 404, 404])
})

test('an administrator who holds a certificate decides nothing about it (F7)', async () => {
  const gro = await aCertifiedLearner(house, { firstName: 'Gro', lastName: 'Moe', roles: ['learner', 'administrator'] })
  await put(house, 'privacy.reach', { institution: house.nomkus, id: newId(), actor: gro.person, subject: null, purpose: 'administration', because: 'appointment', begins: house.clock.now() })
  const staff = `/administration/certificates/${gro.paper.id}`
  const corrected = await gro.visitor.post(`${staff}/version`, { courseTitle: 'Norsk arbeidsliv', level: 'C2', hours: '400', completed: '2026-06-01', reason: 'misprint' })
  const asked = await gro.visitor.post(`${staff}/revocation`, { reason: 'mistake' })
  await marit.post(`${staff}/revocation`, { reason: 'irregular' })
  const stands = await gro.visitor.post(`${staff}/revocation/decision`, { decision: 'declined' })
  await jens.post(`${staff}/revocation/decision`, { decision: 'approved' })
  await gro.visitor.post(`/certificates/${gro.paper.id}/objection`, { text: 'Feil.' })
  const proposed = await gro.visitor.post(`${staff}/objection`, { outcome: 'granted', answer: 'Ja.' })

  assert.deepEqual([corrected, asked, stands, proposed].map(({ statusCode }) => statusCode), [403, 403, 403, 403])
  assert.equal(await statusOf(gro.paper.code), 'revoked')
})

test('an objection that nobody answers is marked when its month is over, and the answer reaches Åse though her account rests (F7)', async () => {
  const ase = await aRevokedHolder()
  const begun = house.clock.now()
  house.clock.set(new Date(begun.getTime() + 31 * DAY))
  const { visitor: gro } = await anAdministrator(house, { firstName: 'Gro' })
  const { visitor: ivar } = await anAdministrator(house, { firstName: 'Ivar' })
  const listed = await gro.get('/administration/certificates')
  const { visitor: mona } = await anAdministrator(house, { firstName: 'Mona' })
  await mona.post(`/administration/people/${ase.person}/decisions`, { kind: 'deactivated', reason: 'ownWish' })

  await gro.post(ase.staff, { outcome: 'dismissed', answer: 'Det står ved lag.' })
  await ivar.post(`${ase.staff}/decision`, { decision: 'approved' })
  await house.drain()
  house.clock.set(begun)

  assert.match(listed.body, /Overdue/)
  assert.match((await newestLetterTo(ase.email))?.text ?? '', /Det står ved lag\./)
})

async function lettersTo(address: string) {
  const folder = join(house.dataFolder, 'mail')
  const heads = await listLetters(folder, { limit: 1_000 })
  const letters = await Promise.all(heads.filter(({ to }) => to === address).map(({ id }) => readLetter(folder, id)))
  return letters.filter((letter) => letter !== undefined)
}

/** Letters of one moment have no order of their own: the one about the objection or correction. */
async function newestLetterTo(address: string) {
  const letters = await lettersTo(address)
  return letters.find(({ subject }) => /innsigelsen|Nytt kursbevis/.test(subject))
}

import assert from 'node:assert/strict'
import { createPublicKey, verify } from 'node:crypto'
import { test } from 'node:test'
import { ownerSays } from '../../../../test/builders.ts'
import { aCertifiedLearner } from '../../../../test/certificates-builders.ts'
import { aHouse } from '../../../../test/house.ts'
import { poppler, WITH_POPPLER } from '../../../../test/poppler.ts'
import { visitor } from '../../../../test/visitor.ts'

const house = await aHouse()

type Shown = { status: string; courseTitle: string; hours: number; completed: string; holder: string }

/** Åse's paper, and where its QR code leads. */
async function aPaperInHand() {
  const ase = await aCertifiedLearner(house, { firstName: 'Åse', lastName: 'Bjørnæs' })
  const pdf = await ase.visitor.get(`/certificates/${ase.paper.id}/paper`)
  const links = poppler('pdfinfo', pdf.rawPayload, '-url', '-')
  const address = new URL(/https?:\/\/\S+\?seal=\S+/.exec(links)?.[0] ?? '')
  return { ase, address: address.pathname + address.search, seal: address.searchParams.get('seal') ?? '' }
}

test('when we keep nothing of Åse’s certificate any more, the seal in its QR code still proves what it says (F5)', WITH_POPPLER, async () => {
  const { ase, address, seal } = await aPaperInHand()
  const employer = visitor(house)
  const whileKept = await employer.data<Shown>(address)

  await ownerSays(house, 'delete from certificates.certificates where id = $1', [ase.paper.id])
  const page = await employer.get(address)
  const data = await employer.data<Shown>(address)
  const right = await employer.post(address, { name: 'Åse Bjørnæs', seal })
  const wrong = await employer.post(address, { name: 'Åse Bjerknes', seal })

  assert.equal(whileKept.status, 'valid')
  assert.match(page.body, /The certificate is genuine/)
  assert.doesNotMatch(page.body, /Åse|Bjørnæs/)
  const { status, courseTitle, hours, completed, holder } = data
  assert.deepEqual({ status, courseTitle, hours, completed, holder }, { status: 'sealed', courseTitle: 'Norsk arbeidsliv', hours: 40, completed: '2026-06-01', holder: 'named' })
  assert.match(right.body, /The name matches/)
  assert.equal(wrong.statusCode, 422)
  assert.equal((await employer.get(`/verify/${ase.paper.code}`)).statusCode, 404)
})

test('a seal that was changed, belongs to another paper or is none at all is worth nothing (F5)', WITH_POPPLER, async () => {
  const [mine, other] = [await aPaperInHand(), await aPaperInHand()]
  await ownerSays(house, 'delete from certificates.certificates where id = any ($1)', [[mine.ase.paper.id, other.ase.paper.id]])
  const [text = '', signature = ''] = mine.seal.split('.')
  const forged = Buffer.from(Buffer.from(text, 'base64url').toString().replace(',40,', ',80,')).toString('base64url')

  const seals = [`${forged}.${signature}`, other.seal, `${text}.`, 'x', `${text}.${other.seal.split('.')[1]}`]
  const answers = []
  for (const seal of seals) answers.push((await visitor(house).get(`/verify/${mine.ase.paper.code}?seal=${seal}`)).statusCode)

  assert.deepEqual(answers, [404, 404, 404, 404, 404])
})

test('a seal never says more than our row: what was revoked stays revoked, whatever the paper carries (F5, F7)', WITH_POPPLER, async () => {
  const { ase, address, seal } = await aPaperInHand()
  await ownerSays(house, "update certificates.certificates set revoked = now(), revoked_because = 'irregular' where id = $1", [ase.paper.id])

  const { status } = await visitor(house).data<Shown>(address)

  assert.equal(status, 'revoked')
  assert.equal((await visitor(house).post(`/verify/${ase.paper.code}`, { name: 'Åse Bjørnæs', seal })).statusCode, 409)
})

test('anybody can check a seal without us, by the key we publish (F5)', WITH_POPPLER, async () => {
  const { ase, seal } = await aPaperInHand()
  const { key } = await visitor(house).data<{ key: string }>('/verify')
  const [text = '', signature = ''] = seal.split('.')

  const said = Buffer.concat([Buffer.from(`certificate ${house.nomkus} ${ase.paper.code} `), Buffer.from(text, 'base64url')])
  const isOurs = verify(null, said, createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: key }, format: 'jwk' }), Buffer.from(signature, 'base64url'))

  assert.equal(isOurs, true)
})

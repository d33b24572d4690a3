import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ownerSays } from '../../../../test/builders.ts'
import { aCandidate, anExam, started, yesQuestion } from '../../../../test/exam-builders.ts'
import { aHouse } from '../../../../test/house.ts'
import { type Kept, OSLO, upload } from '../../../../test/question-builders.ts'
import { signedIn } from '../../../../test/sign-in.ts'
import { visitor } from '../../../../test/visitor.ts'
import { picturesIn } from '../exchange/pictures.ts'

const house = await aHouse()
const { visitor: ingrid } = await signedIn(house, { roles: ['author'], firstName: 'Ingrid' })

const NEW = '/authoring/questions/new?kind=single'
const DOT = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
const TONE = Buffer.from('ID3\x03\x00\x00\x00\x00\x00\x00 a tone', 'latin1')

test('Ingrid puts a picture into a question, and whoever is asked it sees it; a stranger and another institution do not (E2)', async () => {
  const put = await upload(ingrid, NEW, { field: 'picture', name: 'Kart over Østlandet.png', content: DOT, fields: { ...OSLO, pictureText: 'Kart [over] Østlandet', do: 'picture' } })
  const [address] = picturesIn(put.body)
  const text = `Hvor er dette?\n\n![Kart over Østlandet](/files/${address})`
  const { exam, course } = await anExam(house, { questions: [{ ...yesQuestion, text }] })
  const kari = await aCandidate(house, course)
  const elsewhere = await signedIn(house, { institution: house.laeringshus })

  assert.equal(put.statusCode, 200)
  assert.match(put.body, /What is the capital of \*\*Norway\*\*\?\s+!\[Kart\s+over\s+Østlandet\]\(\/files\//)
  const page = await kari.visitor.get(`${await started(kari, exam)}/questions/1`)
  assert.match(page.body, new RegExp(`<img src="/files/${address}" alt="Kart over Østlandet"`))
  const shown = await kari.visitor.get(`/files/${address}`)
  assert.deepEqual([shown.statusCode, shown.headers['content-type'], shown.rawPayload.equals(DOT)], [200, 'image/png', true])
  assert.equal((await elsewhere.visitor.get(`/files/${address}`)).statusCode, 404)
  assert.equal((await visitor(house).get(`/files/${address}`)).statusCode, 303)
})

test('a picture that cannot be shown is refused at its field, and nothing Ingrid has written is lost (E2)', async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
  const refused = [
    await upload(ingrid, NEW, { field: 'picture', name: 'kart.svg', content: svg, fields: { ...OSLO, pictureText: 'Kart', do: 'ready' } }),
    await upload(ingrid, NEW, { field: 'picture', name: 'stor.png', content: Buffer.concat([DOT, Buffer.alloc(6 * 1024 * 1024)]), fields: { ...OSLO, pictureText: 'Kart', do: 'picture' } }),
    await upload(ingrid, NEW, { field: 'picture', name: 'film.txt', content: 'bare tekst', fields: { ...OSLO, pictureText: 'Kart', do: 'picture' } }),
    await upload(ingrid, NEW, { field: 'picture', name: 'kart.png', content: DOT, fields: { ...OSLO, pictureText: ' ', do: 'picture' } }),
  ]

  assert.deepEqual(refused.map(({ statusCode }) => statusCode), [422, 413, 422, 422])
  for (const { body } of refused) {
    assert.match(body, /id="picture(Text)?-error"/)
    assert.match(body, /What is the capital of \*\*Norway\*\*/)
    assert.match(body, /The second largest city/)
  }
})

const MOODLE = `<?xml version="1.0" encoding="UTF-8"?><quiz><question type="multichoice"><name><text>Kart</text></name>
<questiontext format="html"><text><![CDATA[<p>Hvor? <img src="@@PLUGINFILE@@/mitt%20kart.png" alt="Kart over Oslo"></p>]]></text>
<file name="mitt kart.png" path="/" encoding="base64">${DOT.toString('base64')}</file>
<file name="ubrukt.png" path="/" encoding="base64">${DOT.toString('base64')}</file></questiontext>
<single>true</single>
<answer fraction="100" format="html"><text><![CDATA[<p><img alt="Et punkt" src="data:image/png;base64,${DOT.toString('base64')}"></p>]]></text></answer>
<answer fraction="0" format="html"><text><![CDATA[<audio controls><source src="@@PLUGINFILE@@/lyd.mp3">lyd</audio>]]></text>
<file name="lyd.mp3" path="/" encoding="base64">${TONE.toString('base64')}</file></answer>
<answer fraction="0" format="html"><text><![CDATA[<p>Virus <img src="@@PLUGINFILE@@/virus.png"></p>]]></text>
<file name="virus.png" path="/" encoding="base64">${Buffer.from('<script>alert(1)</script>').toString('base64')}</file></answer>
</question></quiz>`

test('pictures and sounds inside a Moodle file come along, beside a text or within it, and what is none does not (E12)', async () => {
  const read = await upload(ingrid, '/authoring/questions/import', { name: 'kart.xml', content: MOODLE })
  const at = String(read.headers.location)
  const before = await ownerSays(house, `select from questions.pictures where type = 'audio/mpeg'`)
  const { rows } = await ingrid.data<{ rows: { outcome: string; pictures: number; notes: { code: string; values: string[] }[] }[] }>(at)
  const page = (await ingrid.get(at)).body
  await ingrid.post(at, { answer: 'take', category: '', tag: 'kart', ready: 'yes' })

  assert.deepEqual([before.length, rows[0]?.outcome, rows[0]?.pictures], [0, 'takenWithLoss', 2])
  assert.match(page, /2 pictures and sounds come along/)
  assert.deepEqual(rows[0]?.notes.map(({ code, values }) => [code, values[0]]).sort(), [['fileDropped', 'ubrukt.png'], ['fileDropped', 'virus.png'], ['imageDropped', '@@PLUGINFILE@@/virus.png']])
  const kept = await questionTagged('kart')
  const [dot = '', tone = ''] = picturesIn(kept.question)
  assert.match(kept.question.text, /^Hvor\? !\[Kart over Oslo\]\(\/files\/[0-9a-f]{32}\.png\)$/)
  assert.match(kept.question.options?.[0]?.text ?? '', /^!\[Et punkt\]\(\/files\//)
  assert.ok((await ingrid.get(`/files/${dot}`)).rawPayload.equals(DOT))
  assert.deepEqual([(await ingrid.get(`/files/${tone}`)).headers['content-type'], tone.split('.')[1]], ['audio/mpeg', 'mp3'])
})

test('what goes out with its pictures comes in again the same, and GIFT says which it leaves behind (E12)', async () => {
  const { question } = await questionTagged('kart')
  const out = await ingrid.get('/authoring/questions/export/moodle?tag=kart')
  const gift = await ingrid.get('/authoring/questions/export?tag=kart&format=gift')
  await ownerSays(house, 'delete from questions.pictures')
  const again = String((await upload(ingrid, '/authoring/questions/import', { name: 'again.xml', content: out.body })).headers.location)
  const { rows } = await ingrid.data<{ rows: { question: unknown; outcome: string; pictures: number }[] }>(again)

  assert.match(out.body, /<file name="[0-9a-f]{32}\.png" path="\/" encoding="base64">/)
  assert.match(gift.body, /is not in the file, only its address/)
  assert.deepEqual([rows[0]?.outcome, rows[0]?.pictures], ['taken', 2])
  assert.deepEqual(rows[0]?.question, question)
})

test('a picture pasted into GIFT comes along too, and a hostile one is not followed (E12)', async () => {
  const gift = `::Punkt::[html]Se <img src\\="data\\:image/png;base64,${DOT.toString('base64').replaceAll('=', '\\=')}" alt\\="et punkt"> <img src\\="data\\:image/svg+xml;base64,PHN2Zz4\\="> {T}`
  const at = String((await upload(ingrid, '/authoring/questions/import', { name: 'punkt.gift', content: gift })).headers.location)

  const { rows } = await ingrid.data<{ rows: { pictures: number; question: { text: string }; notes: { code: string }[] }[] }>(at)

  assert.equal(rows[0]?.pictures, 1)
  assert.match(rows[0]?.question.text ?? '', /^Se !\[et punkt\]\(\/files\/[0-9a-f]{32}\.png\)$/)
  assert.deepEqual(rows[0]?.notes.map(({ code }) => code), ['imageDropped'])
})

async function questionTagged(tag: string): Promise<Kept> {
  const { listed } = await ingrid.data<{ listed: { id: string }[] }>(`/authoring/questions?tag=${tag}`)
  return ingrid.data<Kept>(`/authoring/questions/${listed[0]?.id}`)
}

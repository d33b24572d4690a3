import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { poppler, WITH_POPPLER } from '../../../test/poppler.ts'
import type { EngineName } from './engine.ts'
import { closePresses, makePdf, pdfEngine } from './make-pdf.ts'

const NOON = new Date('2026-08-14T12:00:00Z')
const template = `
#let d = json(bytes(sys.inputs.data))
#set document(title: d.title)
#set text(font: "Inter", lang: "nb")
= #d.title
#d.text
`
const picture = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="9" height="9"/></svg>',
)
const engines: EngineName[] = ['native', 'webassembly']

after(closePresses)

test('the engine says which it is, and why if it is not the native one', async () => {
  const { engine, because } = await pdfEngine()

  assert.ok(engine === 'native' ? because === undefined : because)
})

for (const engine of engines) {
  test(`${engine}: Åse's letters come out as text, and the document is tagged`, WITH_POPPLER, async () => {
    const bytes = await makePdf({ template, data: { title: 'Kvittering', text: 'Åse Ærøy' }, date: NOON }, engine)

    assert.match(poppler('pdfinfo', bytes, '-'), /Tagged: +yes/)
    assert.match(poppler('pdfinfo', bytes, '-'), /Title: +Kvittering/)
    assert.match(poppler('pdfinfo', bytes, '-'), /CreationDate: +Fri Aug 14 12:00:00 2026/)
    assert.match(poppler('pdftotext', bytes, '-', '-'), /Åse Ærøy/)
  })

  test(`${engine}: the same data on another day give the same bytes`, async () => {
    const document = { template, data: { title: 'En', text: 'to' }, date: NOON }

    const first = await makePdf(document, engine)
    await makePdf({ ...document, data: { title: 'Tre', text: 'fire' } }, engine)
    const second = await makePdf(document, engine)

    assert.ok(Buffer.from(first).equals(second))
  })

  test(`${engine}: what Kari writes is text and never a command`, WITH_POPPLER, async () => {
    const text = '#read("/etc/passwd") $x$ = *no* <tag> @ref \\u{41}'

    const bytes = await makePdf({ template, data: { title: 'Kari', text }, date: NOON }, engine)

    assert.match(poppler('pdftotext', bytes, '-', '-'), /#read\("\/etc\/passwd"\) \$x\$/)
  })

  test(`${engine}: a template sees the files handed to it and no others`, async () => {
    const shows = (file: string) => `#set document(title: "x")\n#image("${file}", alt: "a square")`

    await makePdf({ template: shows('a.svg'), data: {}, date: NOON, files: { 'a.svg': picture } }, engine)

    await assert.rejects(makePdf({ template: shows('a.svg'), data: {}, date: NOON }, engine), /a\.svg|access denied/)
    await assert.rejects(makePdf({ template: shows('/etc/hostname'), data: {}, date: NOON }, engine), /not/)
  })

  test(`${engine}: after a broken template the next person still gets a document`, async () => {
    const broken = makePdf({ template: '#nothing-of-that-name', data: {}, date: NOON }, engine)
    const sound = makePdf({ template, data: { title: 'En', text: 'to' }, date: NOON }, engine)

    await assert.rejects(broken, /nothing-of-that-name/)
    assert.equal(Buffer.from((await sound).slice(0, 4)).toString(), '%PDF')
  })
}

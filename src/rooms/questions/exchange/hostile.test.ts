import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readGift } from './gift.ts'
import { markdownOf } from './html.ts'
import { readMoodleXml } from './moodle-xml.ts'
import type { ImportReport } from './report.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const essay = (text: string) =>
  `<quiz><question type="essay"><questiontext format="html"><text>${text}</text></questiontext></question></quiz>`
const codesOf = (report: ImportReport) =>
  report.rows.flatMap((row) => row.notes.map((one) => one.code))

const MILLISECONDS_OF_PATIENCE = 15_000

test('a stranger’s DOCTYPE is refused wherever it stands, a teacher’s text about one is not', () => {
  const laughs = `<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>${essay('&b;')}`
  const outside = `<!DOCTYPE x SYSTEM "file:///etc/passwd">${essay('x')}`

  assert.deepEqual(codesOf(readMoodleXml(bytes(laughs))), ['doctypeRefused'])
  assert.deepEqual(codesOf(readMoodleXml(bytes(outside))), ['doctypeRefused'])
  assert.deepEqual(codesOf(readMoodleXml(bytes(essay('<!doctype x>')))), ['doctypeRefused'])
  assert.equal(
    readMoodleXml(bytes(essay('<![CDATA[Hva er <!DOCTYPE html>?]]>'))).rows[0]?.outcome,
    'taken',
  )
})

test('an entity a stranger names is a text and nothing more', () => {
  const { rows } = readMoodleXml(bytes(essay('&lol; &amp;lt;script&amp;gt;')))

  assert.equal(rows[0]?.question?.text, '\\&lol; \\<script\\>')
})

test('a stranger’s file that is nested a hundred thousand deep is refused, not followed', () => {
  const deep = essay(`${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}`)

  assert.deepEqual(codesOf(readMoodleXml(bytes(deep))), ['nestedTooDeep'])
})

test('what a stranger hides between CDATA and tags is text or gone', () => {
  const tricks = [
    '<![CDATA[<scr]]><![CDATA[ipt>alert(1)</script>]]>',
    '<![CDATA[a]]>]]&gt;<![CDATA[<b onclick="x">b</b>]]>',
    '<![CDATA[]]]]><![CDATA[><img src=x onerror=alert(1)>x]]>',
    '&lt;script&gt;alert(1)&lt;/script&gt;x',
  ]
  for (const trick of tricks) {
    const [row] = readMoodleXml(bytes(essay(trick))).rows
    assert.doesNotMatch(row?.question?.text ?? '', /(?<!\\)<|alert/, trick)
  }
})

test('null characters and other unseen ones are taken out, and the teacher is told', () => {
  const gift = readGift(bytes('Hv\0a? {=j\x07a ~nei}'))
  const xml = readMoodleXml(bytes(essay('Hv\0a? &#0;&#xd800;')))

  assert.equal(gift.rows[0]?.question?.text, 'Hva?')
  assert.equal(xml.rows[0]?.question?.text, 'Hva?')
  assert.deepEqual(gift.notes, [{ code: 'controlCharactersDropped', values: [] }])
})

test('a teacher’s old file in Windows-1252 keeps its æ, ø and å, declared or not', () => {
  const latin = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0))
  const gift = readGift(latin('Er p\u00e5ske r\u00f8d dag? {T}'))
  const xml = readMoodleXml(
    latin(`<?xml version="1.0" encoding="ISO-8859-1"?>${essay('P\u00e5ske')}`),
  )

  assert.equal(gift.rows[0]?.question?.text, 'Er påske rød dag?')
  assert.deepEqual(
    gift.notes.map((one) => one.code),
    ['readAsWindows1252'],
  )
  assert.equal(xml.rows[0]?.question?.text, 'Påske')
  assert.deepEqual(xml.notes, [])
})

test('a teacher’s file with a byte order mark, in UTF-8 or UTF-16, is read', () => {
  const utf16 = new Uint8Array(Buffer.from('\ufeffÆrlig? {T}', 'utf16le'))

  assert.equal(readGift(bytes('\ufeffÆrlig? {T}')).rows[0]?.question?.text, 'Ærlig?')
  assert.equal(readGift(utf16).rows[0]?.question?.text, 'Ærlig?')
  assert.equal(readMoodleXml(bytes(`\ufeff${essay('x')}`)).rows[0]?.outcome, 'taken')
})

test('a teacher whose file is too large is told the limit', () => {
  assert.deepEqual(readGift(new Uint8Array(5 * 1024 * 1024)).rows[0]?.notes, [
    { code: 'fileTooLarge', values: [1] },
  ])
  assert.deepEqual(codesOf(readMoodleXml(new Uint8Array(9 * 1024 * 1024))), ['fileTooLarge'])
})

const FIVE_MEGABYTES = 5_000_000
const LARGE_XML: [string, string][] = [
  ['one long text', essay('a '.repeat(FIVE_MEGABYTES / 2))],
  ['tags in a text', essay(`<![CDATA[${'<b>x</b> '.repeat(FIVE_MEGABYTES / 9)}]]>`)],
  ['open brackets', '<'.repeat(FIVE_MEGABYTES)],
  ['half tags', '<a</'.repeat(FIVE_MEGABYTES / 4)],
  ['open comments', essay('<!--'.repeat(FIVE_MEGABYTES / 4))],
  ['open CDATA', essay('<![CDATA['.repeat(FIVE_MEGABYTES / 9))],
  ['quotes', `<quiz ${'a="b" '.repeat(FIVE_MEGABYTES / 6)}></quiz>`],
  ['one long attribute', `<quiz a="${'x'.repeat(FIVE_MEGABYTES)}"></quiz>`],
  ['spaces in a tag', `<quiz${' '.repeat(FIVE_MEGABYTES)}></quiz>`],
  ['ampersands', essay('&'.repeat(FIVE_MEGABYTES))],
  ['many questions', `<quiz>${'<question type="essay"/>'.repeat(FIVE_MEGABYTES / 24)}</quiz>`],
  ['many siblings', `<quiz>${'<q></q>'.repeat(FIVE_MEGABYTES / 7)}</quiz>`],
  ['an image', essay(`x</text><file name="a">${'QUJD'.repeat(FIVE_MEGABYTES / 4)}</file><text>`)],
]

for (const [what, xml] of LARGE_XML) {
  test(`5 MB of ${what} from a stranger keeps no teacher waiting`, () => {
    const before = performance.now()
    const { rows } = readMoodleXml(bytes(xml))

    assert.ok(rows.length > 0)
    assert.ok(performance.now() - before < MILLISECONDS_OF_PATIENCE)
  })
}

const MEBIBYTE = 1024 * 1024
const LARGE_GIFT: [string, string][] = [
  ...['=', '{', '}', '~', '#', ':', '\\', '::', '{=', '=%', '{#', '//', '{>1\n', '->'],
  ...['\n', ' \t', 'a {T}\n\n', '{=a ~b', '$CATEGORY:', '[html]', '{####', '{T}'],
].flatMap((piece) => {
  const long = 60_000
  const question = `x {${piece.repeat(long / piece.length)}\n\n`
  return [
    [JSON.stringify(piece), piece.repeat(MEBIBYTE / piece.length)],
    [`questions of ${JSON.stringify(piece)}`, question.repeat(2)],
  ]
})

for (const [what, gift] of LARGE_GIFT) {
  test(`1 MB of ${what} in GIFT from a stranger keeps no teacher waiting`, () => {
    const before = performance.now()
    const report = readGift(bytes(gift))

    assert.ok(report.rows.length > 0)
    assert.ok(performance.now() - before < MILLISECONDS_OF_PATIENCE)
  })
}

test('a stranger’s longest HTML is read once from left to right', () => {
  const pieces = [
    '<b>',
    '</b>',
    '<ul>',
    '<li>',
    '<a href="',
    "<a ='>",
    '<script>',
    '</script',
    '<',
    '&#',
  ]
  for (const piece of pieces) {
    const before = performance.now()
    markdownOf(piece.repeat(200_000 / piece.length))
    assert.ok(performance.now() - before < 2_000, piece)
  }
})

import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, test } from 'node:test'
import { poppler, WITH_POPPLER } from '../../../../test/poppler.ts'
import { canBePrinted } from '../../../platform/pdf/letters.ts'
import { closePresses } from '../../../platform/pdf/make-pdf.ts'
import type { Language } from '../../../platform/words.ts'
import { certificatePdf, NEWEST, type Paper, partsOf, type Template } from './paper.ts'

const RIGHT_EDGE_IN_POINTS = 841.9 - 22 * 2.835 // A4 lying, without the margin of 22 mm
const LEFT_EDGE_IN_POINTS = 92 * 2.835 // where the decoration ends

const paper: Paper = {
  template: NEWEST,
  language: 'nb',
  institution: { name: 'Nomkus', legalName: 'Nomkus AS', accent: '#14594A', brand1: '#E0992B', logo: 'tree' },
  name: 'Ingrid Ødegård-Nørgaard',
  courseTitle: 'Norsk arbeidsliv: rettigheter og plikter',
  level: 'B1',
  outcome: 'passed',
  goals: ['lese en arbeidskontrakt', 'varsle om farlige forhold', 'finne hjelp', 'søke jobb', 'be om fri', 'delta i møter'],
  hours: 40,
  completed: '14. august 2026',
  issued: '15. august 2026',
  issuedAt: new Date('2026-08-15T10:00:00Z'),
  teacher: 'Marte Solberg',
  code: 'K7QF-9M2X-4TWR',
  rule: '4f2a91bc',
  verifyAddress: 'https://nomkus.example/certificates/K7QF-9M2X-4TWR',
}

after(closePresses)

const said: [Language, RegExp, RegExp][] = [
  ['nb', /Kursbevis.*har fullført og bestått.*Nivå B1.*40 timer/s, /\/Lang \(nb-NO\)/],
  ['da', /Kursusbevis.*har gennemført og bestået.*Niveau B1.*40 timer/s, /\/Lang \(da-DK\)/],
  ['en', /Certificate.*has completed and passed.*Level B1.*40 hours/s, /\/Lang \(en-GB\)/],
]
for (const [language, text, declared] of said) {
  test(`Ingrid's certificate speaks ${language}, to the eye and to a screen reader`, WITH_POPPLER, async () => {
    const bytes = await certificatePdf({ ...paper, language })

    assert.match(textOf(bytes), text)
    assert.match(Buffer.from(bytes).toString('latin1'), declared)
    assert.match(Buffer.from(bytes).toString('latin1'), /pdfuaid:part>1</)
  })
}

test("Ingrid's certificate is one tagged lying A4 page with a title, its fonts inside", WITH_POPPLER, async () => {
  const bytes = await certificatePdf(paper)

  const facts = poppler('pdfinfo', bytes, '-')
  assert.match(facts, /Tagged: +yes/)
  assert.match(facts, /Pages: +1\n/)
  assert.match(facts, /Page size: +841\.89 x 595\.27\d* pts \(A4\)/)
  assert.match(facts, /Title: +Kursbevis – Norsk arbeidsliv: rettigheter og plikter – Ingrid Ødegård-Nørgaard/)
  assert.match(facts, /Author: +Nomkus AS/)
  for (const font of poppler('pdffonts', bytes, '-').trim().split('\n').slice(2)) assert.match(font, / yes yes yes /)
  assert.ok(bytes.length < 100_000)
})

const names = [
  'Bo',
  'Nguyễn Thị Hồng Ngọc Łukasiewicz-Żółtowska Brzęczyszczykiewicz',
  'Ærøskøbing'.repeat(4),
  'W'.repeat(40),
  "Aoife O'Brien-Þórðardóttir, Đặng Ștefan Ğüneş Çelik Ĳsbrand",
  'Владимир Αλέξανδρος',
]
for (const name of names) {
  test(`the name ${name} is whole, and keeps to its part of the page`, WITH_POPPLER, async () => {
    const bytes = await certificatePdf({ ...paper, name })

    assert.ok(canBePrinted(name))
    assert.match(poppler('pdfinfo', bytes, '-'), /Pages: +1\n/)
    for (const word of name.split(/[ -]/)) assert.ok(textOf(bytes).includes(word), word)
    assertWithinMargins(bytes)
  })
}

test('a paper with as much as it may hold is still one page', WITH_POPPLER, async () => {
  const goals = paper.goals.map((goal) => `${goal} ${'og enda litt mer om det samme '.repeat(4)}`.trim())
  const courseTitle = 'Arbeidsmiljø, verneombud og internkontroll for ledere i helse, bygg og offentlig sektor '.repeat(2)

  const bytes = await certificatePdf({
    ...paper,
    name: names[1] ?? '',
    courseTitle: courseTitle.trim(),
    goals,
    validUntil: '30. september 2029',
    teacher: 'Aleksandra Wiśniewska-Donaudampfschifffahrtsgesellschaft',
    verifyAddress: `https://${'a'.repeat(60)}.example/certificates/K7QF-9M2X-4TWR`,
    note: 'Forhåndsvisning, ikke gyldig',
  })

  assert.match(poppler('pdfinfo', bytes, '-'), /Pages: +1\n/)
  assertWithinMargins(bytes)
})

test('five facts stand beside each other, and no date breaks (F6)', WITH_POPPLER, async () => {
  const { teacher: _teacher, ...rest } = paper
  const text = textOf(await certificatePdf({ ...rest, completed: '28. september 2026', issued: '29. september 2026', validUntil: '30. september 2029' }))

  assert.match(text.replaceAll('\u00a0', ' '), /28\. september 2026[^]*29\. september 2026[^]*30\. september 2029/)
})

test('what is left out leaves no empty label behind', WITH_POPPLER, async () => {
  const { level: _level, hours: _hours, teacher: _teacher, ...rest } = paper

  const text = textOf(await certificatePdf({ ...rest, goals: [], outcome: 'completed' }))

  assert.doesNotMatch(text, /Nivå|Omfang|Faglig ansvarlig|Læringsutbytte|bestått/)
  assert.match(text, /har fullført\n/)
})

/** Everything that each template prints of one paper, in three languages. A new template adds a line; no line is ever changed. */
const PRINTED: Record<Template, string> = {
  1: 'd107bc2b54d3ac121806d04e9b78d9dabd2a5902cccac9edfe2fed20dc6732ac',
  2: '5788c45d1f94ed74fed72c5aa316807f970d7abd7963d0e1b44f755d59bc518c',
}

for (const [name, hash] of Object.entries(PRINTED)) {
  test(`a paper that was issued by template ${name} looks for ever as it did then (F4)`, () => {
    const template = Number(name) as Template
    const printed = (['nb', 'da', 'en'] as const).map((language) => {
      const { files, ...parts } = partsOf({ ...paper, template, language, validUntil: '30. september 2029', score: 93, note: 'Note' })
      return { ...parts, files: Object.entries(files).map(([file, bytes]) => [file, Buffer.from(bytes).toString('base64')]) }
    })

    assert.equal(createHash('sha256').update(JSON.stringify(printed)).digest('hex'), hash, 'whoever wants papers to look different adds a template: paper.ts')
  })
}

test('the newest paper cites the version of the requirements that were met; one of the first template never did (F1, F4)', WITH_POPPLER, async () => {
  const [newest, first] = [textOf(await certificatePdf(paper)), textOf(await certificatePdf({ ...paper, template: 1 }))]

  assert.match(newest, /Nomkus AS · Kurskrav, utgave 4f2a91bc/)
  assert.doesNotMatch(first, /Kurskrav/)
})

test('the same paper is the same bytes, whenever it is asked for', async () => {
  const [first, second] = [await certificatePdf(paper), await certificatePdf({ ...paper })]

  assert.ok(Buffer.from(first).equals(second))
})

function assertWithinMargins(bytes: Uint8Array): void {
  const words = [...poppler('pdftotext', bytes, '-bbox', '-', '-').matchAll(/xMin="([\d.]+)".*xMax="([\d.]+)".*>(.*)<\/word>/g)]
  assert.ok(words.length > 10)
  for (const [, left, right, word] of words) {
    if (word === 'Nomkus' && Number(left) < LEFT_EDGE_IN_POINTS) continue // stands in the decoration
    assert.ok(Number(left) > LEFT_EDGE_IN_POINTS && Number(right) < RIGHT_EDGE_IN_POINTS + 1, `${word} ends at ${right}`)
  }
}

function textOf(bytes: Uint8Array): string {
  return poppler('pdftotext', bytes, '-', '-')
}

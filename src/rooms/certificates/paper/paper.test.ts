import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { poppler, WITH_POPPLER } from '../../../../test/poppler.ts'
import { canBePrinted } from '../../../platform/pdf/letters.ts'
import { closePresses } from '../../../platform/pdf/make-pdf.ts'
import type { Language } from '../../../platform/words.ts'
import { certificatePdf, type Paper } from './paper.ts'

const RIGHT_EDGE_IN_POINTS = 841.9 - 22 * 2.835 // A4 lying, without the margin of 22 mm
const LEFT_EDGE_IN_POINTS = 92 * 2.835 // where the decoration ends

const paper: Paper = {
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

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type LetterFrame, letterHtml, letterText } from './letter.ts'

const frame: LetterFrame = {
  language: 'nb',
  institutionName: 'Nomkus',
  accent: '#14594A',
  heading: 'Kursbeviset ditt er klart',
  paragraphs: ['Kjære Åse,\ngratulerer!', 'Det ligger ved.'],
  button: { label: 'Åpne beviset', href: 'https://nomkus.example/certificates/1?a=1&b=2' },
  footer: 'Du får dette fordi du har fullført et kurs.',
}

test('Åse can read her letter without any formatting', () => {
  assert.equal(
    letterText(frame),
    `Kursbeviset ditt er klart

Kjære Åse,
gratulerer!

Det ligger ved.

Åpne beviset:
https://nomkus.example/certificates/1?a=1&b=2

-- 
Nomkus
Du får dette fordi du har fullført et kurs.
`,
  )
})

test('the letter with formatting says its language and loads nothing', () => {
  const html = letterHtml(frame)

  assert.match(html, /<html lang="nb">/)
  assert.match(html, /Kjære Åse,<br>gratulerer!/)
  assert.match(html, /href="https:\/\/nomkus\.example\/certificates\/1\?a=1&amp;b=2"/)
  assert.doesNotMatch(html, /<(img|link|script|style)\b|url\(|src=/)
  assert.match(letterHtml({ ...frame, language: 'da' }), /Virker knappen ikke\?/)
})

test('without a button there is no half of one', () => {
  const { button: _, ...rest } = frame

  assert.doesNotMatch(letterHtml(rest), /<a |Virker ikke/)
  assert.doesNotMatch(letterText(rest), /https/)
})

test('what people wrote stays text', () => {
  const html = letterHtml({ ...frame, heading: '<script>alert("1")</script>', paragraphs: ["<b>O'Brien</b> & co"] })

  assert.doesNotMatch(html, /<script|<b>/)
  assert.match(html, /&lt;b&gt;O&#39;Brien&lt;\/b&gt; &amp; co/)
})

test('a letter leads to a page only, in a colour that is one', () => {
  assert.throws(() => letterHtml({ ...frame, button: { label: 'x', href: 'javascript:alert(1)' } }))
  assert.throws(() => letterText({ ...frame, button: { label: 'x', href: 'data:text/html,x' } }))
  assert.throws(() => letterHtml({ ...frame, accent: 'red;background:url(//x)' }))
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { markdownOf } from './html.ts'

const PAGES: [string, string][] = [
  ['<p>Én</p><p>To<br>linjer</p>', 'Én\n\nTo  \nlinjer'],
  ['<b> fet</b> og <em>kursiv </em>her', '**fet** og *kursiv* her'],
  ['<b></b><i> </i>tom', 'tom'],
  ['<ul><li>a</li><li>b<ol><li>c</li></ol></li></ul>slutt', '- a\n- b\n   1. c\n\nslutt'],
  ['Skriv <code>a * b</code>', 'Skriv `a * b`'],
  ['<a href="https://nav.no/x?a=1&amp;b=2">NAV</a>', '[NAV](https://nav.no/x?a=1&b=2)'],
  ['2 * 3 < 7 og a_b [c]', '2 \\* 3 \\< 7 og a\\_b \\[c\\]'],
  ['&aelig;&oslash;&aring; &#229; &#xe5; &hellip; &ukjent;', 'æøå å å … \\&ukjent;'],
  ['&amp;lt;b&amp;gt;', '\\&lt;b\\&gt;'],
  ['Et ord: _____ mangler', 'Et ord: _____ mangler'],
  ['1. ikke liste', '1\\. ikke liste'],
  ['<!-- skjult --><span style="color:red">synlig</span>', 'synlig'],
  ['<h2>Tittel</h2>tekst', '## Tittel\n\ntekst'],
]

for (const [html, markdown] of PAGES) {
  test(`a teacher who wrote ${html} reads it as Markdown without loss`, () => {
    assert.deepEqual(markdownOf(html), { text: markdown, notes: [] })
  })
}

test('a script that somebody put into a teacher’s file is gone with its content, and named', () => {
  const read = markdownOf('a<script>alert("<p>1</p>")</script>b<SCRIPT src=x>c')

  assert.equal(read.text, 'ab')
  assert.deepEqual(read.notes[0], { code: 'contentDropped', values: ['script'] })
})

test('a link that would run or fetch something loses its address, and the learner keeps the words', () => {
  for (const href of [
    'javascript:alert(1)',
    'JaVaScRiPt&#58;alert(1)',
    'data:text/html,x',
    '/etc',
  ]) {
    const read = markdownOf(`<a href="${href}">her</a>`)
    assert.equal(read.text, 'her')
    assert.equal(read.notes[0]?.code, 'linkDropped')
  }
})

test('code that a stranger leaves open or breaks in two stays code to the learner', () => {
  assert.equal(markdownOf('<code>&lt;script&gt;').text, '`<script>`')
  assert.equal(markdownOf('<code>a<p>&lt;b&gt;<br><br>`</p></code>c').text, "`a <b>  '` c")
  assert.equal(markdownOf('<code>a<code><b>b</b></code></code></code> c').text, '`ab` c')
  assert.equal(markdownOf('<constructor>x</constructor>y').text, 'xy')
})

test('nothing a stranger writes comes out as a tag', () => {
  const tricks = [
    '&lt;script&gt;alert(1)&lt;/script&gt;',
    '<<script>script>alert(1)<</script>/script>',
    '<img src=x onerror=alert(1) alt="&lt;svg onload=1&gt;">',
    '<svg><style><img src=x onerror=1></style></svg>',
    '<a title=">" href="javascript:x">y</a>',
    '<p title="unclosed>text',
    '<',
    '<a',
    '<!--',
  ]
  for (const trick of tricks) {
    assert.doesNotMatch(markdownOf(trick).text, /(?<!\\)<[a-z/!]/i, trick)
  }
})

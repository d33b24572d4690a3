import assert from 'node:assert/strict'
import { test } from 'node:test'
import { LONGEST_MARKDOWN, plainText, renderMarkdown } from './markdown.ts'

test("Marte's lesson becomes headings, words and lists", () => {
  assert.equal(
    renderMarkdown('# Én\n\nHei **på** deg\n\n- a\n- b'),
    '<h2>Én</h2>\n<p>Hei <strong>på</strong> deg</p>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n',
  )
})

const levels: [string, string[]][] = [
  ['# a\n## b\n### c', ['h2', 'h3', 'h4']],
  ['### a\n# b\n#### c\n## d', ['h2', 'h2', 'h3', 'h3']],
  ['# a\n###### b\n## c', ['h2', 'h3', 'h3']],
  ['# a\n## b\n### c\n#### d\n##### e\n###### f', ['h2', 'h3', 'h4', 'h5', 'h6', 'h6']],
  ['> # a\n\n## b', ['h2', 'h3']],
]
for (const [text, expected] of levels) {
  test(`the headings of ${JSON.stringify(text)} begin at the second level and skip none`, () => {
    const opened = [...renderMarkdown(text).matchAll(/<(h\d)>/g)].map(([, tag]) => tag)
    const closed = [...renderMarkdown(text).matchAll(/<\/(h\d)>/g)].map(([, tag]) => tag)

    assert.deepEqual(opened, expected)
    assert.deepEqual(closed, expected)
  })
}

test('a text below a heading of the page begins one level further down', () => {
  assert.match(renderMarkdown('# a\n## b', { firstHeading: 3 }), /<h3>a<\/h3>\n<h4>b/)
})

const unsafe = [
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](java&Tab;script:alert(1))',
  '[x](java\nscript:alert(1))',
  '[x](&#106;avascript:alert(1))',
  '[x](&#x1;javascript:alert(1))',
  '[x](vbscript:msgbox)',
  '[x](data:text/html,<script>alert(1)</script>)',
  '[x](file:///etc/passwd)',
  '[x](blob:https://a.no/1)',
  '[x](//evil.example)',
  '[x](/\\evil.example)',
  '[x](\\\\\\\\evil.example)',
  '<javascript:alert(1)>',
  '[x]\n\n[x]: javascript:alert(1)',
  '![x](javascript:alert(1))',
  '![x](data:image/svg+xml;base64,PHN2Zz4=)',
  '![x](https://tracker.example/pixel.png)',
  '![x](//tracker.example/pixel.png)',
  '![x](/files/../sign-out)',
  '![x](/sign-out)',
  '![x" onerror="alert(1)](y)',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '<a href="https://x.no" onclick="alert(1)">x</a>',
  '```"><script>alert(1)</script>\nx\n```',
  '`<b>`',
  '[<img src=x onerror=alert(1)>](/a "\\" onclick=\\"alert(1)")',
]
for (const text of unsafe) {
  test(`${JSON.stringify(text)} does no harm`, () => {
    const html = renderMarkdown(text)

    assert.doesNotMatch(html, /<(script|svg|img|iframe|b|style)\b/i)
    for (const [, href = ''] of html.matchAll(/href="([^"]*)"/g)) assert.ok(staysOrSaysSo(href), href)
    for (const [tag] of html.matchAll(/<[^>]*>/g)) assert.doesNotMatch(tag.replace(/"[^"]*"/g, ''), /\son\w+/i)
  })
}

test('links lead within the site, to other sites and to mailboxes', () => {
  assert.match(renderMarkdown('[x](/courses/1#top)'), /<a href="\/courses\/1#top">/)
  assert.match(renderMarkdown('[x](lesson-2)'), /<a href="lesson-2">/)
  assert.match(renderMarkdown('[x](#å)'), /<a href="#%C3%A5">/)
  assert.match(renderMarkdown('[x](mailto:kari@example.no)'), /<a href="mailto:kari@example.no">/)
  assert.match(renderMarkdown('[x](https://nav.no/a?b=1&c=2)'), /<a href="https:\/\/nav\.no\/a\?b=1&amp;c=2" rel="noopener">/)
})

test('pictures are ours: under /files/, or where the lesson says', () => {
  const image = (reference: string) => (reference === 'kart å.png' ? '/courses/1/files/abc' : undefined)

  assert.match(renderMarkdown('![Et kart](/files/abc)'), /<img src="\/files\/abc" alt="Et kart" loading="lazy">/)
  assert.match(renderMarkdown('![Et *kart*](<kart å.png>)', { image }), /<img src="\/courses\/1\/files\/abc" alt="Et kart"/)
  assert.equal(renderMarkdown('![Et *kart*](borte.png)', { image }), '<p>Et kart</p>\n')
  assert.equal(renderMarkdown('![<b>](https://x.no/y.png)', { image: (reference) => reference }), '<p>&lt;b&gt;</p>\n')
})

test('a table scrolls within its frame, says what its columns are, and has no inline style', () => {
  const html = renderMarkdown('|a|b|\n|:-|-:|\n|1|2|', { language: 'da' })

  assert.match(html, /<div class="table-scroll" tabindex="0" role="group" aria-label="Tabel">\n<table>/)
  assert.match(html, /<th class="align-left" scope="col">a<\/th>/)
  assert.match(html, /<td class="align-right">2<\/td>/)
  assert.match(html, /<\/table>\n<\/div>/)
  assert.doesNotMatch(html, /style=/)
})

test('a quotation that begins with a bold word is a note; others stay quotations, nested too', () => {
  assert.equal(
    renderMarkdown('> **Husk** å melde fra'),
    '<div class="callout" role="note">\n<p><strong>Husk</strong> å melde fra</p>\n</div>\n',
  )
  assert.equal(renderMarkdown('> Så sa **han**'), '<blockquote>\n<p>Så sa <strong>han</strong></p>\n</blockquote>\n')
  assert.match(renderMarkdown('> a\n> > **b**\n\nc'), /<blockquote>\n<p>a<\/p>\n<div class.*<\/div>\n<\/blockquote>\n<p>c/s)
})

test('a summary is the words alone', () => {
  assert.equal(
    plainText('# Én\n\nHei **på**\n[deg](/a) `kode` ![et kart](/files/a)\n\n- a\n- b\n\n|x|y|\n|-|-|\n|1|2|\n\n<b>'),
    'Én Hei på deg kode et kart a b x y 1 2 <b>',
  )
})

const exhausting: [string, string][] = [
  ['brackets', '['],
  ['pictures', '!['],
  ['half links', '[a]('],
  ['stars', '*a '],
  ['bold', '**a'],
  ['backticks', '`'],
  ['quotations', '> '],
  ['angle brackets', '<'],
  ['entities', '&'],
  ['cells', '|a'],
  ['list items', '- '],
  ['tildes', '~~a'],
  ['definitions', '[a]: b\n'],
]
for (const [what, piece] of exhausting) {
  test(`a text full of ${what} comes to an end`, { timeout: 60_000 }, () => {
    renderMarkdown(piece.repeat(LONGEST_MARKDOWN / piece.length))
    renderMarkdown(piece.repeat(1_000_000 / piece.length))
    plainText(piece.repeat(1_000_000 / piece.length))
  })
}

test('a text that is too long is shown as it was written', () => {
  assert.match(renderMarkdown(`<b>${'a'.repeat(LONGEST_MARKDOWN)}`), /^<pre>&lt;b&gt;a+<\/pre>\n$/)
})

/** As a browser reads it: within our site, or plainly an address of the web. */
function staysOrSaysSo(href: string): boolean {
  const address = href.replaceAll('&amp;', '&')
  const { origin } = new URL(address, 'https://nomkus.example/courses/1')
  return origin === 'https://nomkus.example' || /^https?:\/\/[^/]/.test(address)
}

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contentDisposition, safeName, sniff } from './file-type.ts'

const known: [string, Buffer][] = [
  ['image/png', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1')],
  ['image/jpeg', Buffer.from('\xff\xd8\xff\xe0\0\x10JFIF', 'latin1')],
  ['image/gif', Buffer.from('GIF89a')],
  ['image/webp', Buffer.from('RIFF\x24\0\0\0WEBPVP8 ', 'latin1')],
  ['image/avif', Buffer.from('\0\0\0\x20ftypavif', 'latin1')],
  ['video/mp4', Buffer.from('\0\0\0\x20ftypisom\0\0\x02\0', 'latin1')],
  ['video/webm', Buffer.from('\x1aE\xdf\xa3\x9fB\x86\x81\x01B\x82\x84webm', 'latin1')],
  ['audio/mpeg', Buffer.from('ID3\x04\0', 'latin1')],
  ['application/pdf', Buffer.from('%PDF-1.7\n')],
  ['application/zip', Buffer.from('PK\x03\x04\x14\0', 'latin1')],
  ['text/vtt', Buffer.from('\ufeffWEBVTT\n\n00:00.000 --> 00:02.000\nHei på deg')],
  ['text/plain', Buffer.from('Kjære Åse,\r\n\tden 5 < 6 av dem.')],
]
for (const [type, beginning] of known) {
  test(`the bytes of ${type} are known`, () => assert.equal(sniff(beginning), type))
}

const refused: [string, Buffer][] = [
  ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
  ['SVG behind a declaration', Buffer.from('\ufeff  <?xml version="1.0"?><svg/>')],
  ['HTML', Buffer.from('<!DOCTYPE html><title>x</title>')],
  ['HTML behind words', Buffer.from('Hello <script>alert(1)</script>')],
  ['nothing', Buffer.alloc(0)],
  ['a program', Buffer.from('\x7fELF\x02\x01\x01', 'latin1')],
  ['a Windows program', Buffer.from('MZ\x90\0\x03', 'latin1')],
  ['text of another encoding', Buffer.from('K\xe6re \xc5se', 'latin1')],
  ['Matroska that is not WebM', Buffer.from('\x1aE\xdf\xa3\x9fB\x82\x88matroska', 'latin1')],
  ['HEIC', Buffer.from('\0\0\0\x20ftypheic', 'latin1')],
]
for (const [what, beginning] of refused) {
  test(`${what} is refused`, () => assert.equal(sniff(beginning), null))
}

test('a text cut in the middle of a letter is still a text', () => {
  assert.equal(sniff(Buffer.from('blåbær'.repeat(1000)).subarray(0, 4096)), 'text/plain')
  assert.equal(sniff(Buffer.from('blå').subarray(0, 3)), 'text/plain')
})

const names: [string, string][] = [
  ['Årsplan 2026.pdf', 'Årsplan 2026.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\Åse\\plan.pdf', 'plan.pdf'],
  ['a"; filename="evil.exe', 'a filename= evil.exe'],
  ['a\r\nSet-Cookie: x=1.txt', 'a Set-Cookie x=1.txt'],
  ['fdp.\u202eexe', 'fdp. exe'],
  ['', 'file'],
  ['...', 'file'],
  ['.htaccess', 'htaccess'],
  ['CON.txt', '_CON.txt'],
]
for (const [given, safe] of names) {
  test(`the name ${JSON.stringify(given)} becomes ${safe}`, () => assert.equal(safeName(given), safe))
}

test('a long name keeps its ending and is at most 120 letters', () => {
  const name = safeName(`${'å'.repeat(300)}.docx`)

  assert.equal([...name].length, 120)
  assert.ok(name.endsWith('å.docx'))
})

test('the header of a name is plain ASCII and tells the real name too', () => {
  assert.equal(
    contentDisposition('attachment', 'Æbler (å).pdf'),
    `attachment; filename="_bler (a).pdf"; filename*=UTF-8''%C3%86bler%20%28%C3%A5%29.pdf`,
  )
})

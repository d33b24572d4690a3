import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { simpleParser } from 'mailparser'
import type { SMTPServerOptions } from 'smtp-server'
import { answer, aPostOffice } from '../../../test/post-office.ts'
import { type Letter, MailDelayed, MailRefused, openMail } from './mail.ts'
import { listLetters, readLetter } from './mailbox.ts'

const NOON = new Date('2026-08-14T12:00:00Z')
const from = { name: 'Nordisk Læringshus', address: 'post@laeringshus.example' }
const letter: Letter = {
  to: 'aase@example.no',
  subject: 'Kjære Åse: kursbeviset ditt er her – gratulerer!',
  text: 'Hei på deg, Åse',
  html: '<p>Hei på deg, Åse</p>',
}
const endings: (() => void)[] = []

after(() => endings.forEach((end) => end()))

test('Åse gets her letter: both forms, her letters, the installation’s time', async () => {
  const post = await aPost()

  const { messageId } = await post.mail.send({ ...letter, id: 'job-1' })

  const [parcel] = post.received
  const message = await simpleParser(parcel?.message ?? '')
  assert.deepEqual(parcel?.recipients, ['aase@example.no'])
  assert.equal(message.subject, letter.subject)
  assert.equal(message.from?.text, '"Nordisk Læringshus" <post@laeringshus.example>')
  assert.equal(message.text?.trim(), letter.text)
  assert.equal(message.html, letter.html)
  assert.deepEqual(message.date, NOON)
  assert.equal(messageId, '<job-1@laeringshus.example>')
  assert.equal(message.headers.get('auto-submitted'), 'auto-generated')
})

test('a name with line breaks adds no header and no recipient', async () => {
  const post = await aPost()

  await post.mail.send({
    ...letter,
    subject: 'Hei Åse\r\nBcc: spy@example.com\r\n\r\nbody',
    from: { name: 'Nomkus\nBcc: spy@example.com', address: 'post@nomkus.example' },
    headers: { 'X-Course': 'a\r\nBcc: spy@example.com' },
  })

  const message = await simpleParser(post.received[0]?.message ?? '')
  assert.deepEqual(post.received[0]?.recipients, ['aase@example.no'])
  assert.equal(message.bcc, undefined)
  assert.equal(message.subject, 'Hei Åse Bcc: spy@example.com body')
  assert.equal(message.html, letter.html)
})

for (const to of ['a@example.no, b@example.no', 'Åse <a@example.no>', 'a@example.no\r\nBcc: b@c.no', 'a', '', `${'a'.repeat(260)}@b.no`]) {
  test(`${JSON.stringify(to.slice(0, 40))} is no address, and nothing is sent`, async () => {
    const post = await aPost()

    await assert.rejects(post.mail.send({ ...letter, to }), MailRefused)

    assert.deepEqual(post.received, [])
  })
}

test('a letter that can be ended with one click says so', async () => {
  const post = await aPost()

  await post.mail.send({ ...letter, unsubscribe: 'https://nomkus.example/letters/ends?token=a%0d%0ab' })

  const raw = post.received[0]?.message.toString() ?? ''
  assert.match(raw, /^List-Unsubscribe: <https:\/\/nomkus\.example\/letters\/ends\?token=a%0d%0ab>\r$/m)
  assert.match(raw, /^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m)
})

test('a paper of five megabytes arrives whole', async () => {
  const post = await aPost()
  const content = Buffer.alloc(5_000_000, 'æ')

  await post.mail.send({ ...letter, attachments: [{ filename: 'Åses bevis.pdf', type: 'application/pdf', content }] })

  const [paper] = (await simpleParser(post.received[0]?.message ?? '')).attachments
  assert.equal(paper?.filename, 'Åses bevis.pdf')
  assert.equal(paper?.contentType, 'application/pdf')
  assert.ok(paper?.content.equals(content))
})

test('a mailbox that does not exist is refused for good, without telling whose', async () => {
  const post = await aPost({ onRcptTo: (_, __, done) => done(answer(550, '5.1.1 <aase@example.no> unknown')) })

  await assert.rejects(post.mail.send(letter), (error) => {
    assert.ok(error instanceof MailRefused)
    assert.match(error.message, /550 5\.1\.1/)
    assert.doesNotMatch(String(error.stack), /aase/)
    return true
  })
})

test('a letter refused after it was read is refused for good', async () => {
  const post = await aPost({
    onData: (stream, _, done) => stream.resume().on('end', () => done(answer(554, '5.7.1 spam'))),
  })

  await assert.rejects(post.mail.send(letter), MailRefused)
})

test('a server that is busy delays a letter, and the next try delivers it', async () => {
  let tries = 0
  const post = await aPost({
    onRcptTo: (_, __, done) => done(++tries === 1 ? answer(451, '4.7.1 greylisted, aase@example.no') : null),
  })

  await assert.rejects(post.mail.send(letter), (error) => {
    assert.ok(error instanceof MailDelayed)
    assert.doesNotMatch(error.message, /aase/)
    return true
  })
  await post.mail.send(letter)

  assert.equal(post.received.length, 1)
})

test('a sender whom the server does not let in is our fault: the letter is tried again', async () => {
  const post = await aPost({ onMailFrom: (_, __, done) => done(answer(553, '5.7.1 not you')) })

  await assert.rejects(post.mail.send(letter), MailDelayed)
})

test('a server that is away delays a letter', async () => {
  const mail = openMail({ smtpUrl: 'smtp://127.0.0.1:9', folder: '', from, now: () => NOON })
  endings.push(() => mail.close())

  await assert.rejects(mail.send(letter), MailDelayed)
})

test('to another machine a letter goes encrypted or not at all, unless the address allows it', async () => {
  const post = await aPost()
  const elsewhere = (query: string) => {
    // 0.0.0.0 leads to this machine too, but is not known for it
    const mail = openMail({ smtpUrl: `smtp://0.0.0.0:${post.port}${query}`, folder: '', from, now: () => NOON })
    endings.push(() => mail.close())
    return mail
  }

  await assert.rejects(elsewhere('').send(letter), MailDelayed)
  assert.deepEqual(post.received, [])
  await elsewhere('?requireTLS=false').send(letter)
  assert.equal(post.received.length, 1)
})

test('a hundred letters go over a few connections', async () => {
  let connections = 0
  const post = await aPost({
    onConnect: (_, done) => {
      connections++
      done()
    },
  })

  await Promise.all(Array.from({ length: 100 }, (_, i) => post.mail.send({ ...letter, to: `learner${i}@example.no` })))

  assert.equal(new Set(post.received.map(({ recipients }) => recipients[0])).size, 100)
  assert.ok(connections <= 4)
})

test('without a server letters lie in the folder, for their owner alone, newest first', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lofte-mail-'))
  endings.push(() => rmSync(folder, { recursive: true }))
  let minute = 0
  const now = () => new Date(NOON.getTime() + 60_000 * minute++)
  const mail = openMail({ smtpUrl: undefined, folder: join(folder, 'mail'), from, now })
  const paper = { filename: 'bevis.pdf', type: 'application/pdf', content: Buffer.from('%PDF') }

  for (const subject of ['Én', 'To', 'Tre']) await mail.send({ ...letter, subject, attachments: [paper] })

  assert.equal(mail.kind, 'folder')
  const [newest, ...older] = await listLetters(join(folder, 'mail'), { limit: 2 })
  assert.deepEqual([newest?.subject, ...older.map(({ subject }) => subject)], ['Tre', 'To'])
  const rest = await listLetters(join(folder, 'mail'), { limit: 2, before: older[0]?.id ?? '' })
  assert.deepEqual(rest.map(({ subject }) => subject), ['Én'])

  const read = await readLetter(join(folder, 'mail'), newest?.id ?? '')
  assert.deepEqual(read?.from, from)
  assert.equal(read?.html, letter.html)
  assert.deepEqual(read?.attachments, [paper])
  const files = readdirSync(join(folder, 'mail'))
  assert.equal(files.length, 6)
  assert.equal(statSync(join(folder, 'mail', files[0] ?? '')).mode & 0o077, 0)
  const message = await simpleParser(readFileSync(join(folder, 'mail', `${newest?.id}.eml`)))
  assert.equal(message.subject, 'Tre')
})

test('there is no letter outside the folder, and none before the first', async () => {
  assert.equal(await readLetter('/etc', '../etc/passwd'), undefined)
  assert.equal(await readLetter('/etc', '20260814T120000000Z-0123456789ab'), undefined)
  assert.deepEqual(await listLetters('/no/such/folder', { limit: 5 }), [])
})

/** The post, and a post office that takes its letters. */
async function aPost(options: SMTPServerOptions = {}) {
  const { url, port, received } = await aPostOffice(options)
  const mail = openMail({ smtpUrl: url, folder: '', from, now: () => NOON })
  endings.push(() => mail.close())
  return { mail, received, port }
}

test('Åse, who is forgotten, has no letter in the folder, whatever address she had; old ones go by themselves', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lofte-mail-'))
  endings.push(() => rmSync(folder, { recursive: true }))
  let moment = NOON
  const mail = openMail({ smtpUrl: undefined, folder, from, now: () => moment })
  const subjects = async () => (await listLetters(folder, { limit: 9 })).map(({ subject }) => subject)

  await mail.send({ ...letter, subject: 'old address', to: 'aase.old@example.no', person: 'åse' })
  await mail.send({ ...letter, subject: 'never known', to: 'AASE@example.no' })
  await mail.send({ ...letter, subject: 'Ola', to: 'ola@example.no', person: 'ola' })
  moment = new Date(NOON.getTime() + 1_000)
  await mail.send({ ...letter, subject: 'later', to: 'ola@example.no', person: 'ola' })
  await mail.forget({ addresses: ['aase@example.no'], person: 'åse' })
  const after = await subjects()
  await mail.forgetBefore(moment)

  assert.deepEqual([after, await subjects()], [['later', 'Ola'], ['later']])
  assert.equal(readdirSync(folder).length, 2)
})

test('the same letter on a second try lies in the folder once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lofte-mail-'))
  endings.push(() => rmSync(folder, { recursive: true }))
  const mail = openMail({ smtpUrl: undefined, folder, from, now: () => NOON })

  for (const id of ['job-1', 'job-1', 'job-2']) await mail.send({ ...letter, id })

  assert.equal((await listLetters(folder, { limit: 9 })).length, 2)
})

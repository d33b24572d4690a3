import assert from 'node:assert/strict'
import { test } from 'node:test'
import { simpleParser } from 'mailparser'
import type { SMTPServerOptions } from 'smtp-server'
import { aMembership, ownerSays } from '../../../test/builders.ts'
import { aHouse } from '../../../test/house.ts'
import { anAdministrator, aSeated } from '../../../test/organisations-builders.ts'
import { answer, aPostOffice } from '../../../test/post-office.ts'
import { erasePerson } from '../../privacy/erase.ts'

/** What the post office does with the next letter: each entry once, then everything is taken. */
const moods: ('busy' | 'gone' | 'full')[] = []
const asked: SMTPServerOptions['onRcptTo'] = (_, __, done) => {
  const mood = moods.shift()
  if (mood === 'busy') done(answer(451, '4.3.0 try later'))
  else if (mood === 'gone') done(answer(550, '5.1.1 <kari> has no mailbox here'))
  else done()
}
const post = await aPostOffice({ onRcptTo: asked })
const house = await aHouse({ smtpUrl: post.url })
const { membership } = await aMembership(house, { seats: 50 })

test('Kari, deactivated, gets her letter by a real server: in her language, both forms, and nobody’s data in its head (N21, C9)', async () => {
  const kari = await aSeated(house, membership, { language: 'da', firstName: 'Åse', lastName: 'Kjærgaard' })
  post.received.length = 0

  await kari.visitor.post('/membership/leaving', { sure: 'yes' })
  await house.drain()

  const [parcel, ...more] = post.received
  const message = await simpleParser(parcel?.message ?? '')
  const head = [...message.headers.entries()].filter(([name]) => name !== 'to').map(([name, value]) => `${name}: ${JSON.stringify(value)}`).join('\n')
  assert.deepEqual([parcel?.recipients, more.length], [[kari.email], 0])
  assert.equal(message.subject, 'Din konto er deaktiveret')
  assert.match(message.text ?? '', /Åse/)
  assert.match(String(message.html), /Åse/)
  for (const secret of ['Åse', 'Kjærgaard', kari.person, kari.email, membership]) assert.ok(!head.includes(secret), secret)
})

test('a letter that a busy server does not take is tried again: once more, under the same number, and there is one (N21)', async () => {
  const kari = await aSeated(house, membership)
  await ownerSays(house, 'delete from pgboss.job')
  post.received.length = 0
  moods.push('busy')

  await kari.visitor.post('/membership/leaving', { sure: 'yes' })
  await assert.rejects(house.drain())
  const [job] = await ownerSays<{ data: object; output: unknown }>(house, `select data, output from pgboss.job where state = 'active'`)
  await tryAgain()
  await tryAgain('completed')

  const ids = await Promise.all(post.received.map(async ({ message }) => (await simpleParser(message)).messageId))
  assert.equal(ids.length, 2, 'once as it should, once more as after a crash between the letter and the end of the job')
  assert.equal(new Set(ids).size, 1)
  assert.deepEqual(Object.keys(job?.data ?? {}).sort(), ['institution', 'person', 'subject'])
})

test('a mailbox that is gone is not tried again; Kari and who helps her are told, until a letter arrives (N21)', async () => {
  const kari = await aSeated(house, membership)
  const ada = await anAdministrator(house)
  moods.push('gone')
  await ada.visitor.post(`/administration/people/${kari.person}/decisions`, { kind: 'blocked', reason: 'misuse' })
  await house.drain()
  await ada.visitor.post(`/administration/people/${kari.person}/decisions`, { kind: 'unblocked', reason: 'mistake' })

  const told = await ownerSays(house, 'select person from accounts.unreached')
  const page = await ada.visitor.get(`/administration/people/${kari.person}`)
  await house.drain()
  const after = await ownerSays(house, 'select person from accounts.unreached')

  assert.deepEqual([told, after], [[{ person: kari.person }], []])
  assert.match(page.body, /A letter was refused on/)
})

test('Kari herself reads that a letter was refused', async () => {
  const kari = await aSeated(house, membership)
  const before = await kari.visitor.get('/account')
  await ownerSays(house, `insert into accounts.unreached values ('${house.nomkus}', '${kari.person}', now())`)

  assert.doesNotMatch(before.body, /We cannot reach you/)
  assert.match((await kari.visitor.get('/account')).body, /We cannot reach you by e-mail/)
})

test('nobody is written to who was erased while the letter waited (N21, N40)', async () => {
  const kari = await aSeated(house, membership)
  post.received.length = 0
  await kari.visitor.post('/membership/leaving', { sure: 'yes' })

  await erasePerson({ eyes: { means: house.means, login: 'web', institution: house.nomkus, actor: kari.person, now: house.clock.now() }, tables: house.means.tables, cause: 'asked' })
  await house.drain()

  assert.deepEqual(post.received, [])
})

test('what a failed job leaves in the queue says nothing of whom it was about', async () => {
  const kari = await aSeated(house, membership, { firstName: 'Ragnhild' })
  moods.push('busy')

  await kari.visitor.post('/membership/leaving', { sure: 'yes' })
  await house.work()
  const output = await untilFailed()
  moods.length = 0

  assert.ok(output.length > 2)
  for (const secret of ['Ragnhild', kari.email, '451', 'try later']) assert.ok(!output.includes(secret), secret)
})

/** Lets the job that was running run once more, as the queue does after a fault or a crash. */
async function tryAgain(state = 'active'): Promise<void> {
  await ownerSays(house, `update pgboss.job set state = 'created' where state = $1 and name = 'people.tellDeactivated'`, [state])
  await house.drain().catch(() => {})
}

async function untilFailed(): Promise<string> {
  for (let i = 0; i < 100; i++) {
    const rows = await ownerSays<{ output: unknown }>(house, `select output from pgboss.job where output is not null and state in ('retry', 'failed')`)
    if (rows.length > 0) return JSON.stringify(rows)
    await new Promise((later) => setTimeout(later, 100))
  }
  return ''
}

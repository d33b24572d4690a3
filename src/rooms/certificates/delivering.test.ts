import assert from 'node:assert/strict'
import { test } from 'node:test'
import { simpleParser } from 'mailparser'
import type { SMTPServerOptions } from 'smtp-server'
import { ownerSays } from '../../../test/builders.ts'
import { aCertifiedCourse, completes, type OwnPapers } from '../../../test/certificates-builders.ts'
import { aHouse } from '../../../test/house.ts'
import { answer, aPostOffice } from '../../../test/post-office.ts'
import { signedIn } from '../../../test/sign-in.ts'

/** What the post office does with the next letters; when there is no more, everything is taken. */
const moods: ('busy' | 'gone')[] = []
const asked: SMTPServerOptions['onRcptTo'] = (_, __, done) => {
  const mood = moods.shift()
  if (mood === 'busy') done(answer(451, '4.3.0 try later'))
  else if (mood === 'gone') done(answer(550, '5.1.1 no mailbox here'))
  else done()
}
const post = await aPostOffice({ onRcptTo: asked })
const house = await aHouse({ smtpUrl: post.url })

/** Whose name is confirmed, so that the paper is issued and its letter tried by one drain. */
async function aLearnerWhoCompletes() {
  const kari = await signedIn(house, { language: 'en' })
  await kari.visitor.post('/certificates/name', { firstName: 'Kari', lastName: 'Nordmann' })
  await completes(house, kari.person, await aCertifiedCourse(house))
  return kari
}

test('Kari sees that a busy mail server has not taken her letter yet, and then that it has (F3)', async () => {
  const kari = await aLearnerWhoCompletes()
  moods.push('busy')

  await assert.rejects(house.drain())
  const waiting = await kari.visitor.get('/certificates')
  await ownerSays(house, `update pgboss.job set state = 'created' where state = 'active' and name = 'certificates.send'`)
  await house.drain()
  const after = await kari.visitor.get('/certificates')

  assert.match(waiting.body, /has not got through yet/)
  assert.doesNotMatch(waiting.body, /Send again/)
  assert.match(after.body, /Sent by e-mail on 1 June 2026/)
  assert.equal(post.received.filter(({ recipients }) => recipients.includes(kari.email)).length, 1)
})

test('Kari sees that her mailbox refused the letter, mends it and has it sent again, once (F3)', async () => {
  const kari = await aLearnerWhoCompletes()
  moods.push('gone')
  await house.drain()
  const { papers } = await kari.visitor.data<OwnPapers>('/certificates')
  const refused = await kari.visitor.get('/certificates')
  const at = `/certificates/${papers[0]?.id}/delivery`
  const ola = await signedIn(house)

  const foreign = await ola.visitor.post(at, {})
  const again = await kari.visitor.post(at, {})
  await house.drain()
  const tooMany = await kari.visitor.post(at, {})
  const letters = post.received.filter(({ recipients }) => recipients.includes(kari.email))

  assert.match(refused.body, /The e-mail was refused on 1 June 2026[\s\S]*Send again/)
  assert.deepEqual([foreign.statusCode, again.statusCode, tooMany.statusCode], [404, 303, 409])
  assert.equal(letters.length, 1)
  assert.equal((await simpleParser(letters[0]?.message ?? '')).attachments.length, 1)
  assert.equal((await kari.visitor.data<OwnPapers>('/certificates')).papers[0]?.delivery?.outcome, 'sent')
})

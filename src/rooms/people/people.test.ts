import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aMembership, aPolicy, ownerSays, put } from '../../../test/builders.ts'
import { aHouse, NOON } from '../../../test/house.ts'
import { aContact, anAdministrator, aSeated, lettersTo } from '../../../test/organisations-builders.ts'
import { aPerson, aSession, signedIn } from '../../../test/sign-in.ts'
import { visitor } from '../../../test/visitor.ts'
import { newId } from '../../platform/ids.ts'

const house = await aHouse()
await aPolicy(house)
const HERE = '/administration/people'

test('an administrator finds people by the beginning of a name, in the order of the alphabet, and they can read it (M17)', async () => {
  const ada = await anAdministrator(house)
  const people = []
  for (const lastName of ['Søgård', 'Såheim', 'Sæther', 'Sand', 'Vik']) people.push(await aPerson(house, { firstName: 'Find', lastName }))

  const found = await ada.visitor.data<{ people: { lastName: string }[] }>(`${HERE}?name=find+s`)
  const nobody = await ada.visitor.data<{ people: unknown[] }>(`${HERE}?name=f`)
  const pattern = await ada.visitor.data<{ people: unknown[] }>(`${HERE}?name=${encodeURIComponent('%%')}`)

  assert.deepEqual(found.people.map(({ lastName }) => lastName), ['Sand', 'Sæther', 'Søgård', 'Såheim'])
  assert.deepEqual([nobody.people, pattern.people], [[], []])
  const looks = await ownerSays(house, 'select what, actor from privacy.looks where subject = any($1)', [people.map(({ person }) => person)])
  assert.deepEqual(looks, Array.from({ length: 4 }, () => ({ what: 'peopleFound', actor: ada.person })))
})

test('whoever is given a role, or loses one, signs in anew: the token they had opens nothing, and nobody else is signed out (A1)', async () => {
  const ada = await anAdministrator(house)
  const ben = await signedIn(house, { roles: ['author'] })
  const lea = await signedIn(house, { roles: ['teacher'] })
  const kari = await signedIn(house)

  await ada.visitor.post(`${HERE}/${ben.person}/appointments`, { role: 'teacher', begins: '2026-06-01', ends: '' })
  const [role] = await ownerSays<{ id: string }>(house, 'select id from accounts.appointments where person = $1', [lea.person])
  await ada.visitor.post(`${HERE}/${lea.person}/appointments/${role?.id}/end`, {})

  const answers = await Promise.all([ben, lea, kari].map(({ visitor: browser }) => browser.get('/account')))
  assert.deepEqual(answers.map(({ statusCode }) => statusCode), [303, 303, 200])
  assert.match(String(answers[0]?.headers['location']), /^\/sign-in/)
})

test('nobody but an administrator with a second factor comes to these pages (M17)', async () => {
  const learner = await signedIn(house)
  const teacher = await signedIn(house, { roles: ['teacher'] })
  const weak = await signedIn(house, { roles: ['administrator'], strong: false })
  const withoutReach = await signedIn(house, { roles: ['administrator'] })
  const { person } = await aPerson(house)

  assert.equal((await learner.visitor.get(HERE)).statusCode, 404)
  assert.equal((await teacher.visitor.get(`${HERE}/${person}`)).statusCode, 404)
  assert.equal((await weak.visitor.get(HERE)).statusCode, 303)
  assert.equal((await withoutReach.visitor.get(`${HERE}/${person}`)).statusCode, 404)
  assert.equal((await visitor(house).get(HERE)).statusCode, 303)
})

test('an invited employee chooses a password by the link in the letter, and has the role from then on (M17)', async () => {
  const ada = await anAdministrator(house)
  const form = { firstName: 'Tove', lastName: 'Berg', email: 'tove@nomkus.example', personLanguage: 'nb', role: 'teacher' }

  const invited = await ada.visitor.post(HERE, form)
  const again = await ada.visitor.post(HERE, form)
  const [letter] = await lettersTo(house, 'tove@nomkus.example')
  const link = /http:\/\/[^\s]+(\/sign-in\/links\/\S+)/.exec(letter?.text ?? '')?.[1] ?? ''
  const tove = visitor(house)
  const opened = await tove.post(link, { newPassword: 'a long enough riverbank' })

  assert.deepEqual([invited.statusCode, again.statusCode], [303, 409])
  assert.match(again.body, /has an account with this address already/)
  assert.equal(opened.statusCode, 303, opened.body.slice(0, 300))
  const roles = await ownerSays(house, `select role, ends from accounts.appointments join accounts.persons on persons.id = person where email = 'tove@nomkus.example'`)
  assert.deepEqual(roles, [{ role: 'teacher', ends: null }])
})

test('an administrator’s reach begins and ends with the appointment (M17)', async () => {
  house.clock.set(NOON)
  const ada = await anAdministrator(house)
  const ben = await signedIn(house, { roles: ['author'] })
  const strongBen = () => ben.visitor.get(HERE)

  const given = await ada.visitor.post(`${HERE}/${ben.person}/appointments`, { role: 'administrator', begins: '2026-06-02', ends: '2026-06-10' })
  await aSession(house, { person: ben.person, institution: house.nomkus, strong: true, browser: ben.visitor })
  const statuses = []
  for (const moment of ['2026-06-01T20:00Z', '2026-06-01T22:01Z', '2026-06-10T21:59Z', '2026-06-10T22:00Z']) {
    house.clock.set(new Date(moment))
    await ownerSays(house, 'update sign_in.sessions set used = $1, ends = $2 where person = $3', [new Date(moment), new Date('2026-12-31'), ben.person])
    statuses.push((await strongBen()).statusCode)
  }

  assert.equal(given.statusCode, 303)
  assert.deepEqual(statuses, [404, 200, 200, 404])
  const [reach] = await ownerSays<{ begins: Date; ends: Date }>(house, 'select begins, ends from privacy.reach where actor = $1', [ben.person])
  assert.deepEqual(reach, { begins: new Date('2026-06-02T00:00+02:00'), ends: new Date('2026-06-11T00:00+02:00') })
})

test('an administrator whose role a colleague ends is out at the next click, and cannot end their own (M17)', async () => {
  house.clock.set(NOON)
  const ada = await anAdministrator(house)
  const ben = await anAdministrator(house, 'Ben')
  const [role] = await ownerSays<{ id: string }>(house, 'select id from accounts.appointments where person = $1', [ben.person])

  const own = await ben.visitor.post(`${HERE}/${ben.person}/appointments/${role?.id}/end`, {})
  const ended = await ada.visitor.post(`${HERE}/${ben.person}/appointments/${role?.id}/end`, {})

  assert.deepEqual([own.statusCode, ended.statusCode], [409, 303])
  assert.equal((await ben.visitor.get(HERE)).statusCode, 303)
  await aSession(house, { person: ben.person, institution: house.nomkus, strong: true, browser: ben.visitor })
  assert.equal((await ben.visitor.get(HERE)).statusCode, 404)
})

test('a blocked learner is out at once and gets one letter with the reason; let in again, one more (N21, C9)', async () => {
  house.clock.set(NOON)
  const ada = await anAdministrator(house)
  const { membership } = await aMembership(house, { seats: 3 })
  const kari = await aSeated(house, membership, { language: 'nb' })
  const at = `${HERE}/${kari.person}/decisions`

  const unreasoned = await ada.visitor.post(at, { kind: 'blocked', reason: 'lostFactor' })
  const both = await Promise.all([ada.visitor.post(at, { kind: 'blocked', reason: 'misuse' }), ada.visitor.post(at, { kind: 'blocked', reason: 'misuse' })])
  const shutOut = await kari.visitor.get('/membership')
  await house.drain()
  house.clock.pass(1000)
  await ada.visitor.post(at, { kind: 'unblocked', reason: 'resolved' })

  assert.equal(unreasoned.statusCode, 422)
  assert.deepEqual(both.map(({ statusCode }) => statusCode).sort(), [303, 409])
  assert.equal(shutOut.statusCode, 303)
  const letters = await lettersTo(house, kari.email)
  assert.deepEqual(letters.map(({ subject }) => subject), ['Kontoen din er sperret', 'Kontoen din er aktiv igjen'])
  assert.match(letters[0]?.text ?? '', /Grunn: Misbruk\.[\s\S]*personvern@nomkus\.example/)
})

test('a deactivated learner can be activated again until the day of erasure, and not after it (N21, N35, C9)', async () => {
  house.clock.set(NOON)
  const ada = await anAdministrator(house)
  const { person: soon, email } = await aPerson(house)
  const { person: late } = await aPerson(house)
  for (const person of [soon, late]) await ada.visitor.post(`${HERE}/${person}/decisions`, { kind: 'deactivated', reason: 'ownWish' })
  await house.drain()
  house.clock.pass(1000)

  const woken = await ada.visitor.post(`${HERE}/${soon}/decisions`, { kind: 'reactivated', reason: 'mistake' })
  house.clock.set(new Date('2026-07-02T00:00+02:00'))
  const eva = await anAdministrator(house, 'Eva')
  const tooLate = await eva.visitor.post(`${HERE}/${late}/decisions`, { kind: 'reactivated', reason: 'mistake' })

  assert.deepEqual([woken.statusCode, tooLate.statusCode], [303, 409])
  assert.deepEqual((await lettersTo(house, email)).map(({ subject }) => subject), ['Your account is deactivated', 'Your account is active again'])
})

test('a learner whom an employee deactivates frees the seat at once, and activated again gets one: if one is free (C5, N26)', async () => {
  house.clock.set(NOON)
  const { membership } = await aMembership(house, { seats: 2 })
  const [kari, ola] = [await aSeated(house, membership), await aSeated(house, membership)]
  const ada = await anAdministrator(house)
  const decide = (person: string, kind: string) => ada.visitor.post(`${HERE}/${person}/decisions`, { kind, reason: 'ownWish' })
  const taken = async () => (await ownerSays(house, 'select count(holder)::int as n from organisations.seats where membership = $1', [membership]))[0]

  await decide(kari.person, 'deactivated')
  const freed = await taken()
  const awake = await decide(kari.person, 'reactivated')
  const again = await taken()
  await decide(ola.person, 'deactivated')
  await aSeated(house, membership)
  const full = await decide(ola.person, 'reactivated')

  assert.deepEqual([freed, awake.statusCode, again], [{ n: 1 }, 303, { n: 2 }])
  assert.equal(full.statusCode, 409)
  assert.match(full.body, /The seat has been passed on, and none is free/)
  assert.deepEqual(await ownerSays(house, 'select deactivated_because from accounts.persons where id = $1', [ola.person]), [{ deactivated_because: 'employee' }])
  assert.deepEqual(await taken(), { n: 2 })
  assert.doesNotMatch((await ada.visitor.get(`${HERE}/${ola.person}`)).body, /Fjordvik \d/)
})

test('an employee does not wake an account whose membership ended: a renewal does, or a new Student ID (C2, C6)', async () => {
  house.clock.set(NOON)
  const { membership } = await aMembership(house, { seats: 3, ends: '2026-05-31' })
  const kari = await aSeated(house, membership)
  await house.tick('organisations.watchTerms')
  const ada = await anAdministrator(house)

  const answer = await ada.visitor.post(`${HERE}/${kari.person}/decisions`, { kind: 'reactivated', reason: 'mistake' })

  assert.equal(answer.statusCode, 409)
  assert.match((await ada.visitor.get(`${HERE}/${kari.person}`)).body, /A renewal wakes the account, or its owner/)
})

test('whoever lost their second factor is signed out, told, and noted, and starts anew with the password', async () => {
  house.clock.set(NOON)
  const ada = await anAdministrator(house)
  const ben = await signedIn(house, { roles: ['author'] })
  await put(house, 'sign_in.factors', { institution: house.nomkus, id: newId(), person: ben.person, secret: Buffer.from('sealed'), confirmed: NOON })

  const answer = await ada.visitor.post(`${HERE}/${ben.person}/decisions`, { kind: 'factorRemoved', reason: 'lostFactor' })

  assert.equal(answer.statusCode, 303)
  assert.deepEqual(await ownerSays(house, 'select id from sign_in.factors where person = $1', [ben.person]), [])
  assert.equal((await ben.visitor.get('/account')).statusCode, 303)
  assert.deepEqual((await lettersTo(house, ben.email)).map(({ subject }) => subject), ['The second factor is taken from your account'])
  assert.deepEqual(await ownerSays(house, `select kind from security.events where person = $1 and kind = 'factorRemoved'`, [ben.person]), [{ kind: 'factorRemoved' }])
})

test('an organisation is made with a number that adds up, then a membership and a contact by invitation (C1)', async () => {
  house.clock.set(NOON)
  const ada = await anAdministrator(house)
  const list = '/administration/organisations'

  const wrong = await ada.visitor.post(list, { name: 'Fjordvik AS', organisationNumber: '923 609 017' })
  const made = await ada.visitor.post(list, { name: 'Fjordvik AS', organisationNumber: '923 609 016' })
  const twice = await ada.visitor.post(list, { name: 'Fjordvik AS', organisationNumber: '923609016' })
  const at = made.headers['location']?.toString().split('?')[0] ?? ''
  const backwards = await ada.visitor.post(`${at}/memberships`, { seats: '15', begins: '2026-06-01', ends: '2026-05-01', domains: '' })
  const membership = await ada.visitor.post(`${at}/memberships`, { seats: '15', begins: '2026-06-01', ends: '2027-05-31', domains: 'Fjordvik.no, @fjordvik.com' })
  const contact = await ada.visitor.post(`${at}/contacts`, { firstName: 'Siri', lastName: 'Dahl', email: 'siri@fjordvik.no', personLanguage: 'nb' })

  assert.deepEqual([wrong.statusCode, made.statusCode, twice.statusCode, backwards.statusCode], [422, 303, 409, 422])
  assert.match(wrong.body, /id="organisationNumber-error"[^>]*>The number does not add up/)
  assert.deepEqual([membership.statusCode, contact.statusCode], [303, 303])
  assert.equal((await lettersTo(house, 'siri@fjordvik.no')).length, 1)
  assert.match((await ada.visitor.get(at)).body, /Siri Dahl[\s\S]*Invited/)
  const shown = await ada.visitor.data<{ domains: string; seats: number; taken: number }>(membership.headers['location']?.toString().split('?')[0] ?? '')
  assert.deepEqual([shown.domains, shown.seats, shown.taken], ['fjordvik.no fjordvik.com', 15, 0])
})

test('a removed contact sees no numbers any more (C4)', async () => {
  house.clock.set(NOON)
  const ada = await anAdministrator(house)
  const { organisation } = await aMembership(house, { seats: 15 })
  const siri = await aContact(house, organisation)

  const answer = await ada.visitor.post(`/administration/organisations/${organisation}/contacts/${siri.person}/removal`, {})

  assert.equal(answer.statusCode, 303)
  assert.equal((await siri.visitor.get('/organisation')).statusCode, 404)
  assert.doesNotMatch((await ada.visitor.get(`/administration/organisations/${organisation}`)).body, /Siri/)
})

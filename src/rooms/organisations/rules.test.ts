import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatOrganisationNumber, readOrganisationNumber } from './organisation-number.ts'
import { adviceFor, closedBecause, countingDay, newMembershipCode, noticeDue, readMembershipCode, shownCount } from './rules.ts'

const YEAR = { begins: '2026-01-01', ends: '2026-12-31', suspended: null }

test('a membership takes learners in until the end of its last day', () => {
  assert.equal(closedBecause(YEAR, '2026-12-31'), null)
  assert.equal(closedBecause(YEAR, '2027-01-01'), 'expired')
  assert.equal(closedBecause(YEAR, '2025-12-31'), 'notBegun')
  assert.equal(closedBecause({ ...YEAR, suspended: new Date(0) }, '2026-06-01'), 'suspended')
})

test('a learner may type the code as it was read to them', () => {
  const code = newMembershipCode()

  assert.equal(readMembershipCode(` ${code.toLowerCase().replaceAll('-', ' ')} `), code)
})

test('an organisation is told a number only where it points at nobody (N28, N30, C4)', () => {
  assert.equal(shownCount({ seats: 15, activated: 12, last: null }), 12)
  assert.equal(shownCount({ seats: 15, activated: 4, last: null }), null)
  assert.equal(shownCount({ seats: 4, activated: 4, last: null }), null)
  assert.equal(shownCount({ seats: 1, activated: 1, last: null }), null)
})

test('a contact cannot tell one colleague by the difference, nor with an account of their own (N28)', () => {
  assert.equal(shownCount({ seats: 15, activated: 13, last: 12 }), 12)
  assert.equal(shownCount({ seats: 15, activated: 14, last: 12 }), 12)
  assert.equal(shownCount({ seats: 15, activated: 15, last: 12 }), 15)
  assert.equal(shownCount({ seats: 15, activated: 15, last: 14 }), 14)
  assert.equal(shownCount({ seats: 15, activated: 4, last: 5 }), 5)
  assert.equal(shownCount({ seats: 15, activated: 2, last: 5 }), null)
})

test('an organisation hears when it pays for too much or has too little (N29)', () => {
  assert.equal(adviceFor({ seats: 15, activated: 15 }), 'more')
  assert.equal(adviceFor({ seats: 15, activated: 13 }), 'more')
  assert.equal(adviceFor({ seats: 15, activated: 12 }), 'none')
  assert.equal(adviceFor({ seats: 15, activated: 7 }), 'fewer')
  assert.equal(adviceFor({ seats: 15, activated: null }), 'fewer')
  assert.equal(adviceFor({ seats: 6, activated: null }), 'none')
  assert.equal(adviceFor({ seats: 4, activated: null }), 'none')
})

test('a contact is told 60, 30 and 7 days before, a learner 30 and 7, and after an outage once (C6)', () => {
  assert.equal(noticeDue(YEAR, '2026-10-31', 'contact'), null)
  assert.equal(noticeDue(YEAR, '2026-11-01', 'contact'), 60)
  assert.equal(noticeDue(YEAR, '2026-11-01', 'learner'), null)
  assert.equal(noticeDue(YEAR, '2026-12-01', 'learner'), 30)
  assert.equal(noticeDue(YEAR, '2026-12-28', 'contact'), 7)
  assert.equal(noticeDue(YEAR, '2026-12-31', 'learner'), 7)
  assert.equal(noticeDue(YEAR, '2027-01-01', 'contact'), null)
})

test('a membership of three weeks does not begin with a notice of its end', () => {
  assert.equal(noticeDue({ begins: '2026-06-01', ends: '2026-06-21' }, '2026-06-01', 'contact'), null)
  assert.equal(noticeDue({ begins: '2026-06-01', ends: '2026-06-21' }, '2026-06-14', 'contact'), 7)
})

test('counting is due on Monday at six, and later when nobody was there', () => {
  assert.equal(countingDay({ today: '2026-06-01', hour: 5 }), '2026-05-25')
  assert.equal(countingDay({ today: '2026-06-01', hour: 6 }), '2026-06-01')
  assert.equal(countingDay({ today: '2026-06-07', hour: 0 }), '2026-06-01')
})

test('an organisation number proves itself, in each country by its own rule', () => {
  assert.equal(readOrganisationNumber('923 609 016', 'NO'), '923609016')
  assert.equal(readOrganisationNumber('NO 923609016 MVA', 'NO'), '923609016')
  assert.equal(readOrganisationNumber('923 609 017', 'NO'), undefined)
  assert.equal(readOrganisationNumber('25 31 37 63', 'DK'), '25313763')
  assert.equal(readOrganisationNumber('25 31 37 64', 'DK'), undefined)
  assert.equal(readOrganisationNumber('25313763', 'NO'), undefined)
  assert.equal(formatOrganisationNumber('923609016'), '923\u00a0609\u00a0016')
})

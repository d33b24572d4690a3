import assert from 'node:assert/strict'
import { test } from 'node:test'
import { moment, table, text, theirs, uuid } from './table.ts'

const whole = {
  about: { learner: theirs('learner') },
  purposes: { teaching: 'contract' },
  writes: { teaching: ['insert'] },
  source: 'you',
  ends: { with: 'the account' },
} as const
const { about: _about, ...withoutPeople } = whole
const { purposes: _purposes, ...withoutPurposes } = whole
const { writes: _writes, ...withoutWriters } = whole
const { source: _source, ...withoutSource } = whole
const { ends: _ends, ...withoutEnd } = whole
const columns = { id: uuid('plain'), learner: uuid('plain'), said: moment('educational') }

test('a table that says not about whom, why, on what basis, from where or until when does not compile (D20, D34)', () => {
  // Never run: the compiler is the one that is asked.
  const declared = () => {
    table('x.notes', whole, columns)
    // @ts-expect-error about whom?
    table('x.notes', withoutPeople, columns)
    // @ts-expect-error for which purposes?
    table('x.notes', withoutPurposes, columns)
    // @ts-expect-error who writes it?
    table('x.notes', withoutWriters, columns)
    // @ts-expect-error from where?
    table('x.notes', withoutSource, columns)
    // @ts-expect-error until when?
    table('x.notes', withoutEnd, columns)
    // @ts-expect-error of which room?
    table('notes', whole, columns)
  }
  assert.equal(typeof declared, 'function')
})

test('a column without a category, a purpose without a basis or an end that nothing has does not compile (D20, D34)', () => {
  const declared = () => {
    // @ts-expect-error how carefully is it handled?
    text()
    // @ts-expect-error nobody knows that category
    text('harmless')
    // @ts-expect-error nobody knows that purpose
    text('contact').only('marketing')
    // @ts-expect-error nobody knows that purpose
    table('x.notes', { ...whole, purposes: { marketing: 'consent' } }, columns)
    // @ts-expect-error a purpose needs a basis
    table('x.notes', { ...whole, purposes: { teaching: undefined } }, columns)
    // @ts-expect-error a basis is one of the law's
    table('x.notes', { ...whole, purposes: { teaching: 'because' } }, columns)
    // @ts-expect-error nobody knows that source
    table('x.notes', { ...whole, source: 'somewhere' }, columns)
    // @ts-expect-error a period has a name with a number behind it
    table('x.notes', { ...whole, ends: { after: 'a reasonable time', from: 'said' } }, columns)
    // @ts-expect-error it counts from a column that is there
    table('x.notes', { ...whole, ends: { after: 'answer', from: 'heard' } }, columns)
    // @ts-expect-error the person is a column that is there
    table('x.notes', { ...whole, about: { pupil: theirs('learner') } }, columns)
    // @ts-expect-error a person's edge says what erasure does with the row
    table('x.notes', { ...whole, about: { learner: { as: 'learner', export: 'whole', shows: true } } }, columns)
    // @ts-expect-error and what an export does
    table('x.notes', { ...whole, about: { learner: { as: 'learner', erase: 'delete', shows: true } } }, columns)
    table('x.notes', whole, {
      ...columns,
      // @ts-expect-error a bare type says nothing about anybody
      note: 'text',
    })
  }
  assert.equal(typeof declared, 'function')
})

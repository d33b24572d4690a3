import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Handle } from './handle.ts'
import { NOBODY, moment, table, text, theirs, uuid } from './table.ts'

const tables = {
  people: table(
    'x.people',
    {
      about: { id: theirs() },
      purposes: { account: 'contract', teaching: 'contract' },
      writes: { account: ['insert', 'update'], security: ['insert'] },
      source: 'you',
      ends: { with: 'the account' },
    },
    { id: uuid('plain'), name: text('identification'), email: text('contact').only('account'), left: moment('plain').optional() },
  ),
  things: table('x.things', { ...NOBODY, purposes: { authoring: 'nothing personal' }, writes: {} }, { id: uuid('plain') }),
}
type Tables = typeof tables

test('a teacher’s eyes cannot ask for an e-mail address: it does not compile', () => {
  // Never run: the compiler is the one that is asked.
  const asks = (
    teaching: Handle<Tables, 'teaching'>,
    account: Handle<Tables, 'account'>,
    security: Handle<Tables, 'security'>,
    improvement: Handle<Tables, 'improvement'>,
  ) => {
    account.selectFrom('x.people').select(['email', 'name', 'left', 'institution'])
    account.insertInto('x.people').values({ id: '', name: '', email: '' })
    account.updateTable('x.people').set({ name: '' })
    security.insertInto('x.people').values({ id: '', name: '', email: '' })
    teaching.selectFrom('x.people').select('name')
    // @ts-expect-error teaching does not see the address
    teaching.selectFrom('x.people').select('email')
    // @ts-expect-error nor by looking for it
    teaching.selectFrom('x.people').select('name').where('email', '=', '')
    // @ts-expect-error teaching writes nothing here
    teaching.updateTable('x.people').set({ name: '' })
    // @ts-expect-error things are not for teaching
    teaching.selectFrom('x.things')
    // @ts-expect-error improvement sees nobody
    improvement.selectFrom('x.people')
  }
  assert.equal(typeof asks, 'function')
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { put } from '../../test/builders.ts'
import { aHouse, NOON } from '../../test/house.ts'
import { tables } from '../house.ts'
import { fileColumnsOf } from './table.ts'
import { namedAmong } from './sweep.ts'

const house = await aHouse()
const hash = (digit: string) => digit.repeat(64)

test('a file is named as long as a row of any institution names it, whoever asks', async () => {
  for (const [institution, digit] of [[house.nomkus, 'a'], [house.laeringshus, 'b']] as const) {
    await put(house, 'questions.pictures', { institution, address: `${digit.repeat(32)}.png`, hash: hash(digit), type: 'image/png', bytes: 1, name: 'hav.png', added: NOON })
  }
  const asked = { hashes: ['a', 'b', 'c'].map(hash), tables }

  const byAll = await namedAmong(house.means, { ...asked, institutions: [house.nomkus, house.laeringshus] })

  assert.deepEqual([...byAll].sort(), [hash('a'), hash('b')])
})

test('every column that is called a hash and holds a file’s name is declared so, or its files would be swept away', () => {
  const undeclared = tables.flatMap((table) =>
    Object.entries(table.columns)
      .filter(([name, { type, category }]) => /hash$/.test(name) && type === 'text' && category === 'plain' && !fileColumnsOf(table).includes(name))
      .map(([name]) => `${table.name}.${name}`),
  )
  // The address of a version of the policy is no file.
  assert.deepEqual(undeclared, ['policy.versions.hash'])
  assert.ok(tables.flatMap(fileColumnsOf).length >= 2)
})

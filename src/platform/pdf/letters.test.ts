import assert from 'node:assert/strict'
import { test } from 'node:test'
import { canBePrinted } from './letters.ts'

for (const name of ['Åse Ærø', 'Nguyễn Thị Hồng Ngọc', 'Łukasz Żółć', "D'Ĳsbrand", 'Владимир', 'Αλέξανδρος', 'Nguye\u0302\u0303n']) {
  test(`the name ${name} can be printed`, () => assert.ok(canBePrinted(name)))
}

for (const name of ['李小龙', 'محمد علي', 'Kari 😀', 'Kari\nNordmann', 'Kari\u202eNordmann', '\u0000']) {
  test(`the name ${JSON.stringify(name)} cannot be printed`, () => assert.ok(!canBePrinted(name)))
}

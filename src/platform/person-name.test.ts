import assert from 'node:assert/strict'
import { test } from 'node:test'
import { personName } from './person-name.ts'

for (const name of ['Ø', 'Bjørg Åse', 'Østergaard-Bjørnstjerne Hægg', 'van der Berg', "O'Neill", 'Đức', 'ليلى', 'תמר', '王', 'عبد‌الله', 'Łęcka', 'J. R.', 'N’Dour', 'Jr. 3']) {
  test(`${name} is a name as it stands`, () => assert.equal(personName.parse(name), name))
}

for (const [typed, kept] of [
  ['  Kari  ', 'Kari'],
  ['Bjørg \t Åse', 'Bjørg Åse'],
  ['A\u030Ase', 'Åse'],
  ['Ka\u200bri\ufeff', 'Kari'],
  ['\u200fليلى', 'ليلى'],
] as const) {
  test(`${JSON.stringify(typed)} is kept as ${kept}`, () => assert.equal(personName.parse(typed), kept))
}

for (const [typed, why] of [
  ['', 'nothing'],
  ['   ', 'spaces'],
  ['\u200b', 'nothing that is seen'],
  ['123', 'no letter'],
  ['Kari\u202Eiraka', 'letters turned around'],
  ['Kari\u0000', 'a null character'],
  ['\ud800Kari', 'half a character'],
  ['K'.repeat(101), 'more than a hundred letters'],
] as const) {
  test(`${why} is no name`, () => assert.equal(personName.safeParse(typed).success, false))
}

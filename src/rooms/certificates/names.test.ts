import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ownerSays } from '../../../test/builders.ts'
import { aCertifiedCourse, completes, type OwnPapers } from '../../../test/certificates-builders.ts'
import { aHouse } from '../../../test/house.ts'
import { poppler, WITH_POPPLER } from '../../../test/poppler.ts'
import { signedIn } from '../../../test/sign-in.ts'
import { visitor } from '../../../test/visitor.ts'

const house = await aHouse()

/** Layla has completed a course, and her paper waits for her name. */
async function layla() {
  const known = await signedIn(house, { firstName: 'ليلى', lastName: 'حداد' })
  await completes(house, known.person, await aCertifiedCourse(house))
  await house.drain()
  return known
}

test('Layla writes her name in Arabic, and in Latin letters for the paper: her account keeps the one, the paper bears the other (F2)', WITH_POPPLER, async () => {
  const { visitor: own, person } = await layla()

  const refused = await own.post('/certificates/name', { firstName: 'ليلى', lastName: 'حداد', latinName: '' })
  const confirmed = await own.post('/certificates/name', { firstName: 'ليلى', lastName: 'حداد', latinName: ' Layla  Haddād ' })
  const { papers } = await own.data<OwnPapers>('/certificates')
  const pdf = await own.get(`/certificates/${papers[0]?.id}/paper`)
  const compare = (name: string) => visitor(house).post(`/verify/${papers[0]?.code}`, { name })

  assert.equal(refused.statusCode, 422)
  assert.match(refused.body, /id="latinName-error"/)
  assert.equal(confirmed.headers.location, '/certificates?notice=noticeIssued')
  assert.match(poppler('pdftotext', pdf.rawPayload, '-', '-'), /Layla Haddād/)
  assert.equal(papers[0]?.inOtherName, false)
  assert.match((await compare('layla haddād')).body, /The name matches/)
  assert.equal((await compare('ليلى حداد')).statusCode, 422)
  assert.deepEqual(await ownerSays(house, 'select first_name, last_name, printed_name from accounts.persons where id = $1', [person]), [
    { first_name: 'ليلى', last_name: 'حداد', printed_name: 'Layla Haddād' },
  ])
})

for (const latinName of ['Лейла Хаддад', 'ليلى', 'Layla 李', '12345']) {
  test(`${latinName} is no name in Latin letters, and nothing is changed (F2)`, async () => {
    const { visitor: own, person } = await layla()

    const refused = await own.post('/certificates/name', { firstName: 'ليلى', lastName: 'حداد', latinName })

    assert.equal(refused.statusCode, 422)
    assert.match(refused.body, /id="latinName-error"/)
    assert.deepEqual(await ownerSays(house, 'select name_confirmed from accounts.persons where id = $1', [person]), [{ name_confirmed: null }])
  })
}

for (const [firstName, lastName, latinName, printed] of [
  ['Владимир', 'Иванов', '', 'Владимир Иванов'],
  ['Владимир', 'Иванов', 'Vladimir Ivanov', 'Vladimir Ivanov'],
  ['Aoife', 'O’Brien-Þórðardóttir', '', 'Aoife O’Brien-Þórðardóttir'],
  ['Đặng', 'Thị Hồng', '', 'Đặng Thị Hồng'],
  ['Anne', 'van der Berg', '', 'Anne van der Berg'],
] as const) {
  test(`${firstName} ${lastName} is printed as ${printed} (F2)`, async () => {
    const { visitor: own } = await signedIn(house)

    const confirmed = await own.post('/certificates/name', { firstName, lastName, latinName })

    assert.equal(confirmed.statusCode, 303)
    assert.equal((await own.data<{ printed: string }>('/certificates/name')).printed, printed)
  })
}

test('a new name on the account takes the name in Latin letters with it, and both are asked for again (F2)', async () => {
  const { visitor: own, person } = await layla()
  await own.post('/certificates/name', { firstName: 'ليلى', lastName: 'حداد', latinName: 'Layla Haddad' })

  await own.post('/account/name', { firstName: 'Layla', lastName: 'Moe' })

  assert.deepEqual(await ownerSays(house, 'select printed_name, name_confirmed from accounts.persons where id = $1', [person]), [{ printed_name: null, name_confirmed: null }])
  assert.equal((await own.data<OwnPapers>('/certificates')).papers[0]?.inOtherName, true)
})

import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { aCertifiedLearner, type OwnPapers } from '../../../../test/certificates-builders.ts'
import { ownerSays } from '../../../../test/builders.ts'
import { aHouse } from '../../../../test/house.ts'
import { visitor } from '../../../../test/visitor.ts'
import { tables } from '../../../house.ts'
import { erasePerson } from '../../../privacy/erase.ts'

const house = await aHouse()

type Shown = { status: string; courseTitle: string; level: string; hours: number; completed: string; holder: string }

test('whoever types Åse’s code, in whatever shape, sees what the paper says and no name (F5)', async () => {
  const ase = await aCertifiedLearner(house, { firstName: 'Åse', lastName: 'Bjørnæs' })
  const employer = visitor(house)

  const found = await employer.post('/verify', { certificate: ` ${ase.paper.code.toLowerCase().replaceAll('-', ' ')} ` })
  const shapes = [ase.paper.code, ase.paper.code.toLowerCase(), ase.paper.code.replaceAll('-', '')]
  const pages = await Promise.all(shapes.map((code) => employer.get(`/verify/${code}`)))
  const data = await employer.data<Shown>(`/verify/${ase.paper.code}`)

  assert.equal(found.headers.location, `/verify/${ase.paper.code}`)
  for (const { statusCode, body } of pages) {
    assert.equal(statusCode, 200)
    assert.match(body, /genuine and valid/)
    assert.doesNotMatch(body, /Åse|Bjørnæs|&#/)
  }
  const { status, courseTitle, level, hours, completed, holder } = data
  assert.deepEqual({ status, courseTitle, level, hours, completed, holder }, { status: 'valid', courseTitle: 'Norsk arbeidsliv', level: 'B1', hours: 40, completed: '2026-06-01', holder: 'named' })
  assert.doesNotMatch(JSON.stringify(data), /Åse|Bjørnæs|learner/)
})

test('an employer types the name on the paper and is told whether it matches, on the page alone (F5)', async () => {
  const ase = await aCertifiedLearner(house, { firstName: 'Åse', lastName: 'Ødegård-Næss' })
  const employer = visitor(house)
  const address = `/verify/${ase.paper.code}`
  const compare = (name: string) => employer.post(address, { name })

  const right = [await compare('Åse Ødegård-Næss'), await compare('  åse  ødegård‑næss '.replace('‑', '–'))]
  const wrong = [await compare('Ase Odegard-Naess'), await compare('Åse Ødegård')]
  const forged = [await employer.get(`${address}?matches=yes&notice=nameMatches`), await employer.post(address, { name: 'Eve', matches: 'yes' })]

  for (const { statusCode, body } of right) {
    assert.equal(statusCode, 200)
    assert.match(body, /The name matches/)
    assert.doesNotMatch(body, /Åse|Ødegård/)
  }
  for (const { statusCode, body } of wrong) {
    assert.equal(statusCode, 422)
    assert.match(body, /does not match/)
    assert.doesNotMatch(body, /Åse Ødegård-Næss/)
  }
  for (const { body } of forged) assert.doesNotMatch(body, /The name matches/)
})

test('a guesser of names is stopped at the eleventh, from whatever network they come (F5)', async () => {
  const { paper } = await aCertifiedLearner(house)
  const guess = (i: number) => visitor(house, { network: `198.51.100.${i}` }).post(`/verify/${paper.code}`, { name: `Kari Nr ${i}` })

  const answers = []
  for (let i = 1; i <= 11; i++) answers.push((await guess(i)).statusCode)

  assert.deepEqual(answers, [...Array(10).fill(422), 429])
  assert.equal((await visitor(house).get(`/verify/${paper.code}`)).statusCode, 200)
})

test('a guesser of codes gets the same answer for all that is no code, and is stopped after forty (F5)', async () => {
  const guesser = visitor(house, { network: '203.0.113.7' })
  const guesses = ['2222-2222-2222', 'x', '%27%3B--', 'ZZZZ-ZZZZ-ZZZZ', '0'.repeat(90)]

  const answers = []
  for (const guess of guesses) answers.push(await guesser.get(`/verify/${guess}`))
  const pages = new Set(answers.map(({ body }) => /<main.*<\/main>/s.exec(body)?.[0]))
  for (let i = answers.length; i < 40; i++) await guesser.get(`/verify/AAAA-AAAA-${1000 + i}`)
  const stopped = await guesser.get('/verify/BBBB-BBBB-BBBB')

  assert.deepEqual(answers.map(({ statusCode }) => statusCode), [404, 404, 404, 404, 404])
  assert.equal(pages.size, 1)
  assert.equal(stopped.statusCode, 429)
})

test('Ingrid takes a new name: the new paper bears it, the old code says replaced, and the old name is nowhere (N19, D41, F7)', async () => {
  const { visitor: ingrid, paper } = await aCertifiedLearner(house, { firstName: 'Ingrid', lastName: 'Gammelnavn' })
  await ingrid.post('/certificates/name', { firstName: 'Ingrid', lastName: 'Nyhavn' })
  const offered = await ingrid.data<OwnPapers>('/certificates')

  const asked = await ingrid.post(`/certificates/${paper.id}/version`, {})
  await house.means.mail.forget({ addresses: (await ownerSays<{ email: string }>(house, "select email from accounts.persons where last_name = 'Nyhavn'")).map(({ email }) => email) })
  await house.drain()

  const { papers } = await ingrid.data<OwnPapers>('/certificates')
  const [current] = papers
  assert.equal(offered.papers[0]?.inOtherName, true)
  assert.equal(asked.headers.location, '/certificates?notice=noticeNewVersion')
  assert.deepEqual([papers.length, current?.inOtherName, current?.code === paper.code], [1, false, false])
  const employer = visitor(house)
  const old = await employer.get(`/verify/${paper.code}`)
  assert.match(old.body, /has been replaced/)
  assert.ok(!old.body.includes(current?.code ?? '-'))
  assert.equal((await employer.post(`/verify/${paper.code}`, { name: 'Ingrid Gammelnavn' })).statusCode, 409)
  assert.match((await employer.post(`/verify/${current?.code}`, { name: 'Ingrid Nyhavn' })).body, /The name matches/)
  assert.equal((await ingrid.get(`/certificates/${paper.id}/paper`)).statusCode, 404)
  assert.deepEqual(await rowsWith('Gammelnavn'), [])
})

test('of two requests for the same new paper at once, one makes it (F7)', async () => {
  const { visitor: eva, paper } = await aCertifiedLearner(house, { firstName: 'Eva', lastName: 'Moe' })
  await eva.post('/certificates/name', { firstName: 'Eva', lastName: 'Lie' })

  const answers = await Promise.all([eva, eva, eva].map((one) => one.post(`/certificates/${paper.id}/version`, {})))

  assert.deepEqual(answers.map(({ statusCode }) => statusCode).sort(), [303, 409, 409])
  assert.equal((await eva.data<OwnPapers>('/certificates')).papers.length, 1)
})

test('Nils is erased: his paper is still genuine, and nobody can learn or compare his name (N19, F5)', async () => {
  const { person, paper } = await aCertifiedLearner(house, { firstName: 'Nils', lastName: 'Sletthaug' })
  const eyes = { means: house.means, login: 'rights', institution: house.nomkus, actor: person, now: house.clock.now() } as const

  await erasePerson({ eyes, tables, cause: 'asked' })

  const employer = visitor(house)
  const page = await employer.get(`/verify/${paper.code}`)
  assert.match(page.body, /genuine and valid/)
  assert.match(page.body, /name has been erased/)
  assert.equal((await employer.post(`/verify/${paper.code}`, { name: 'Nils Sletthaug' })).statusCode, 409)
  assert.deepEqual(await ownerSays(house, 'select learner, name, name_hash from certificates.certificates where code = $1', [paper.code]), [{ learner: null, name: null, name_hash: null }])
  assert.deepEqual(await rowsWith('Sletthaug'), [])
})

test('whoever checks many papers finds a revoked one in the list by the fingerprint of its code, and nobody finds a name or a code there (F5, F7)', async () => {
  const ase = await aCertifiedLearner(house, { firstName: 'Åse', lastName: 'Bjørnæs' })
  const ola = await aCertifiedLearner(house, { firstName: 'Ola', lastName: 'Vik' })
  await ownerSays(house, "update certificates.certificates set revoked = $2, revoked_because = 'irregular' where id = $1", [ase.paper.id, house.clock.now()])
  const fingerprint = (code: string) => createHash('sha256').update(code).digest('hex')

  const page = await visitor(house).get('/verify/revocations')
  const { revocations } = await visitor(house).data<{ revocations: { fingerprint: string; since: string }[] }>('/verify/revocations')

  assert.deepEqual(revocations.find((one) => one.fingerprint === fingerprint(ase.paper.code))?.since, '2026-06-01')
  assert.equal(revocations.some((one) => one.fingerprint === fingerprint(ola.paper.code)), false)
  for (const hidden of ['Åse', 'Bjørnæs', ase.paper.code, ola.paper.code]) assert.ok(!page.body.includes(hidden))
})

/** Every table that holds the word anywhere in a row. */
async function rowsWith(word: string): Promise<string[]> {
  const names = await ownerSays<{ name: string }>(
    house,
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  )
  const found: string[] = []
  for (const { name } of names) {
    const rows = await ownerSays(house, `select from ${name} as row where row::text like $1 limit 1`, [`%${word}%`])
    if (rows.length > 0) found.push(name)
  }
  return found
}

import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import pg from 'pg'
import { type OwnerAddress, ownerAddress, prepareDatabase } from '../src/logins.ts'
import { openSecrets } from '../src/platform/secrets.ts'
import { aHouse } from './house.ts'
import { asOwner, dropDatabase, TEST_SECRET } from './server.ts'

const house = await aHouse()
const server: OwnerAddress = { ...house.owner, database: 'postgres' }
const unique = `${process.pid}_${Math.random().toString(36).slice(2, 8)}`
const owner: OwnerAddress = { ...server, database: `lofte_logins_${unique}` }
const narrow = `narrow_${unique}`
const wide = `wide_${unique}`

await asOwner(server, [
  `create role ${narrow} login noinherit password 'made by hand'`,
  `create role ${wide} login inherit password 'made by hand'`,
  `create database ${owner.database}`,
])
after(async () => {
  await dropDatabase(server, owner.database)
  await asOwner(server, [`drop role if exists ${narrow}`, `drop role if exists ${wide}`])
})

test('a login that the server’s own people made keeps its password, and may work for its purposes alone', async () => {
  const { web } = await prepare(urlOf(narrow))

  assert.equal(web, urlOf(narrow))
  assert.equal(await becomes('purpose_account'), 'purpose_account')
  await assert.rejects(becomes('purpose_communication'), { code: '42501' })
  await assert.rejects(becomes('purpose_rights'), { code: '42501' })
})

test('a login that could see under every purpose at once, or is not there, is refused by its name', async () => {
  await assert.rejects(prepare(urlOf(wide)), /DATABASE_URL_WEB may do too much: make it noinherit/)
  await assert.rejects(prepare(urlOf(server.user)), /DATABASE_URL_WEB may do too much/)
  await assert.rejects(prepare(urlOf('nobody_by_this_name')), /DATABASE_URL_WEB does not exist/)
})

test('an address may ask for encryption, and is then told whose server it is', () => {
  assert.equal(ownerAddress('postgres://lofte:word@db.example:5433/lofte').ssl, undefined)
  assert.equal(ownerAddress('postgres://lofte:word@db.example/lofte?sslmode=require').ssl, true)
  assert.deepEqual(ownerAddress('postgres://lofte:word@db.example/lofte?sslmode=no-verify').ssl, { rejectUnauthorized: false })
})

function prepare(web: string) {
  return prepareDatabase({ owner, secrets: openSecrets({ folder: house.dataFolder, secret: TEST_SECRET }), migrationsFolder: 'migrations', loginUrls: { web } })
}

async function becomes(role: string): Promise<string> {
  const client = new pg.Client(urlOf(narrow))
  await client.connect()
  try {
    await client.query('begin')
    await client.query(`set local role ${role}`)
    return (await client.query<{ role: string }>('select current_user as role')).rows[0]?.role ?? ''
  } finally {
    await client.end()
  }
}

function urlOf(user: string): string {
  return `postgres://${user}:made%20by%20hand@localhost:${owner.port}/${owner.database}?host=${encodeURIComponent(owner.host)}`
}

import { createHmac } from 'node:crypto'
import pg from 'pg'
import { type Address, openConnections } from './platform/database.ts'
import { installQueue, QUEUE_ROLE } from './platform/queue.ts'
import type { Secrets } from './platform/secrets.ts'
import { install } from './privacy/install.ts'
import { type Login, logins, loginRole } from './privacy/purposes.ts'
import type { LoginRole } from './privacy/policies.ts'
import type { Logins } from './privacy/within.ts'
import { jobs, tables } from './house.ts'

/** Where each login reaches the database. */
export type Addresses = Readonly<Record<Login | 'queue', Address>>

const MOST = { web: 16, worker: 6, organisation: 3, rights: 3 } as const // connections

export function openLogins(addresses: Addresses): Logins {
  return Object.fromEntries(logins.map((login) => [login, openConnections(addresses[login], MOST[login])])) as Logins
}

export type OwnerAddress = Exclude<Address, string>

/**
 * Brings the database up to date as its owner, and says where the narrow logins reach it. Their
 * passwords follow from the installation's secret, so every process knows them and nobody keeps them.
 */
export async function prepareDatabase({
  owner: address,
  secrets,
  migrationsFolder,
  loginUrls = {},
}: {
  owner: OwnerAddress
  secrets: Secrets
  migrationsFolder: string
  /** Addresses of logins that the server's own people have made; each stands for the one we would derive. */
  loginUrls?: { readonly [login in Login]?: string | undefined }
}): Promise<Addresses> {
  const passwordOf = (login: string) => createHmac('sha256', secrets.key('logins')).update(login).digest('base64url')
  const owner = new pg.Client(address)
  await owner.connect()
  try {
    const roles = Object.fromEntries(logins.map((login) => [login, roleFor(loginUrls[login], { login, passwordOf })])) as Record<Login, LoginRole>
    await install({ owner, tables, migrationsFolder, roles, queue: { role: QUEUE_ROLE, password: passwordOf('queue') }, after: () => installQueue(owner, jobs.map(({ name }) => name)) })
  } finally {
    await owner.end()
  }

  const as = (user: string, password: string) => ({ ...address, user, password })
  return {
    ...(Object.fromEntries(logins.map((login) => [login, loginUrls[login] ?? as(loginRole(login), passwordOf(login))])) as Record<Login, Address>),
    queue: as(QUEUE_ROLE, passwordOf('queue')),
  }
}

// A login with an address of its own keeps its name and password; it only gets its purposes.
function roleFor(url: string | undefined, { login, passwordOf }: { login: Login; passwordOf: (login: string) => string }): LoginRole {
  return url ? { role: ownerAddress(url).user, password: null } : { role: loginRole(login), password: passwordOf(login) }
}

/** Removes everything of one institution, with whatever waits in the queue about it: all or nothing. */
export async function clearInstitution(address: OwnerAddress, institution: string): Promise<void> {
  const owner = new pg.Client(address)
  await owner.connect()
  try {
    await owner.query('begin')
    await owner.query(`delete from pgboss.job where data->>'institution' = $1`, [institution])
    // The one circle: an exam names its newest version, and each version its exam.
    await owner.query('update exams.exams set version = null where institution = $1', [institution])
    await emptyTables(owner, institution)
    await owner.query('delete from institutions.sites where id = $1', [institution])
    await owner.query('commit')
  } finally {
    await owner.end()
  }
}

/** Backwards through the house; a table that another still points at waits for the next round. */
async function emptyTables(owner: pg.Client, institution: string): Promise<void> {
  let waiting = tables.filter(({ duty }) => duty.of !== 'installation').toReversed()
  while (waiting.length > 0) {
    const left: typeof waiting = []
    for (const table of waiting) {
      await owner.query('savepoint before')
      try {
        await owner.query(`delete from ${table.name} where institution = $1`, [institution])
      } catch (error) {
        if ((error as { code?: string }).code !== STILL_POINTED_AT || waiting.length === left.length + 1) throw error
        await owner.query('rollback to savepoint before')
        left.push(table)
      }
    }
    waiting = left
  }
}

const STILL_POINTED_AT = '23503' // https://www.postgresql.org/docs/current/errcodes-appendix.html

/** The parts of DATABASE_URL; `?host=` names the folder of a Unix socket, `?sslmode=require` encrypts. */
export function ownerAddress(databaseUrl: string): OwnerAddress {
  const url = new URL(databaseUrl)
  const encryption = ENCRYPTION[url.searchParams.get('sslmode') ?? '']
  return {
    host: decodeURIComponent(url.searchParams.get('host') ?? url.hostname),
    port: Number(url.port || 5432),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: url.pathname.slice(1) || 'postgres',
    ...(encryption ? { ssl: encryption } : {}),
  }
}

// Asked for, it is also checked whose server it is; `no-verify` says that one knows better.
const ENCRYPTION: Readonly<Record<string, true | { rejectUnauthorized: false }>> = {
  require: true,
  'verify-ca': true,
  'verify-full': true,
  'no-verify': { rejectUnauthorized: false },
}

import { createHmac } from 'node:crypto'
import pg from 'pg'
import { type Address, openConnections } from './platform/database.ts'
import { installQueue, QUEUE_ROLE } from './platform/queue.ts'
import type { Secrets } from './platform/secrets.ts'
import { install } from './privacy/install.ts'
import { type Login, logins, loginRole } from './privacy/purposes.ts'
import type { Logins } from './privacy/within.ts'
import { jobs, tables } from './house.ts'

/** Where each login reaches the database. */
export type Addresses = Readonly<Record<Login | 'queue', Address>>

const MOST = { web: 16, worker: 6, organisation: 3, rights: 3 } as const // connections

export function openLogins(addresses: Addresses): Logins {
  return Object.fromEntries(logins.map((login) => [login, openConnections(addresses[login], MOST[login])])) as Logins
}

export type OwnerAddress = { host: string; port: number; user: string; password: string; database: string }

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
    const passwords = Object.fromEntries(logins.map((login) => [login, passwordOf(login)])) as Record<Login, string>
    await install({ owner, tables, migrationsFolder, passwords, queue: { role: QUEUE_ROLE, password: passwordOf('queue') }, after: () => installQueue(owner, jobs.map(({ name }) => name)) })
  } finally {
    await owner.end()
  }

  const as = (user: string, password: string) => ({ ...address, user, password })
  return {
    ...(Object.fromEntries(logins.map((login) => [login, loginUrls[login] ?? as(loginRole(login), passwordOf(login))])) as Record<Login, Address>),
    queue: as(QUEUE_ROLE, passwordOf('queue')),
  }
}

/** The parts of DATABASE_URL; `?host=` names the folder of a Unix socket. */
export function ownerAddress(databaseUrl: string): OwnerAddress {
  const url = new URL(databaseUrl)
  return {
    host: decodeURIComponent(url.searchParams.get('host') ?? url.hostname),
    port: Number(url.port || 5432),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: url.pathname.slice(1) || 'postgres',
  }
}

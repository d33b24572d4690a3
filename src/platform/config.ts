import { parseDuration } from './time.ts'

/** Everything the outside world may set. The only file that reads the environment. */
export type Config = {
  /** 0 takes any free port. */
  port: number
  dataFolder: string
  /** The owner's login on a server of one's own; without it the embedded PostgreSQL is used. */
  databaseUrl: string | undefined
  /** Logins made by hand, where the owner may not make them; only beside `databaseUrl`. */
  loginUrls: LoginUrls
  /** Without it letters are laid into `mail/` in the data folder. */
  smtpUrl: string | undefined
  /** An ISO 8601 duration that moves the installation in time. */
  clockOffset: string
  demonstration: boolean
  secret: string | undefined
}

export type LoginUrls = {
  web: string | undefined
  worker: string | undefined
  organisation: string | undefined
  rights: string | undefined
}

export type Environment = Record<string, string | undefined>

const LARGEST_PORT = 65_535
const SHORTEST_SECRET = 32

/**
 * Empty counts as not set.
 * @throws Error that names the variable, and never quotes an address or a secret: they hold passwords.
 */
export function readConfig(env: Environment = process.env): Config {
  const databaseUrl = postgresUrl(env, 'DATABASE_URL')
  const loginUrls = readLoginUrls(env)
  mustStandBesideOwner(loginUrls, databaseUrl)
  return Object.freeze({
    port: readPort(env),
    dataFolder: value(env, 'LOFTE_DATA') ?? './data',
    databaseUrl,
    loginUrls,
    smtpUrl: url(env, 'SMTP_URL', ['smtp:', 'smtps:']),
    clockOffset: readClockOffset(env),
    demonstration: value(env, 'LOFTE_DEMO') !== '0',
    secret: readSecret(env),
  })
}

function readLoginUrls(env: Environment): LoginUrls {
  return {
    web: postgresUrl(env, 'DATABASE_URL_WEB'),
    worker: postgresUrl(env, 'DATABASE_URL_WORKER'),
    organisation: postgresUrl(env, 'DATABASE_URL_ORGANISATION'),
    rights: postgresUrl(env, 'DATABASE_URL_RIGHTS'),
  }
}

function mustStandBesideOwner(logins: LoginUrls, owner: string | undefined): void {
  const lone = Object.entries(logins).find(([, login]) => login !== undefined)?.[0]
  if (lone && !owner) {
    throw new Error(`DATABASE_URL_${lone.toUpperCase()} is set, but DATABASE_URL is not`)
  }
}

function readPort(env: Environment): number {
  const text = value(env, 'PORT') ?? '3000'
  if (!/^\d+$/.test(text) || Number(text) > LARGEST_PORT) {
    throw new Error(`PORT must be a whole number from 0 to ${LARGEST_PORT}, not "${text}"`)
  }
  return Number(text)
}

function readClockOffset(env: Environment): string {
  const text = value(env, 'LOFTE_CLOCK_OFFSET') ?? 'P0D'
  try {
    parseDuration(text)
  } catch {
    throw new Error(
      `LOFTE_CLOCK_OFFSET must be a duration such as P30D, PT36H, P1DT2H or -P1D, not "${text}"`,
    )
  }
  return text
}

function readSecret(env: Environment): string | undefined {
  const secret = value(env, 'LOFTE_SECRET')
  if (secret !== undefined && secret.length < SHORTEST_SECRET) {
    throw new Error(`LOFTE_SECRET must have at least ${SHORTEST_SECRET} characters`)
  }
  return secret
}

function postgresUrl(env: Environment, name: string): string | undefined {
  return url(env, name, ['postgres:', 'postgresql:'])
}

function url(env: Environment, name: string, protocols: string[]): string | undefined {
  const text = value(env, name)
  if (text === undefined) return undefined

  const protocol = URL.canParse(text) ? new URL(text).protocol : ''
  if (!protocols.includes(protocol)) {
    throw new Error(`${name} must be an address that starts with ${protocols[0]}//`)
  }
  return text
}

function value(env: Environment, name: string): string | undefined {
  return env[name]?.trim() || undefined
}

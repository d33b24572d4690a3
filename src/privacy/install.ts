import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { type LoginRole, quoted, rolesSql, tableSql } from './policies.ts'
import { type Login, logins, purposeNames, purposes, roleOf } from './purposes.ts'
import { columnsOf, type Table } from './table.ts'

export type Installation = {
  /** The owner's own connection: migrations and grants, nothing else ever. */
  owner: pg.Client
  tables: readonly Table[]
  migrationsFolder: string
  /** By which role each login is known here. */
  roles: Readonly<Record<Login, LoginRole>>
  /** The one login that reads and writes jobs; the others may become it for the length of a send. */
  queue: { role: string; password: string }
  /** What else must be installed, under the same lock: the queue's own schema. */
  after: () => Promise<void>
}

// Two processes that start at once must not migrate at once; any number serves, this one is ours.
const MIGRATION_LOCK = 7_211_968

/**
 * Brings the database up to date: roles, migrations, then grants and row policies from the
 * declarations. Each step is skipped when it has been done. Safe to run from two processes at once.
 * @returns the names of the migrations that ran.
 */
export async function install(installation: Installation): Promise<string[]> {
  const { owner } = installation
  await owner.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
  try {
    await mustMakeRoles(owner)
    await prepare(owner)
    await once(owner, 'roles', rolesSql(installation.roles, installation.queue))
    const ran = await migrate(installation)
    const rules = [...installation.tables.flatMap(tableSql), ...accessSql(installation)]
    await once(owner, 'rules', rules, ran.length > 0)
    await installation.after()
    await lock(installation)
    return ran
  } finally {
    await owner.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK])
  }
}

async function prepare(owner: pg.Client): Promise<void> {
  await owner.query(`
    create table if not exists public.migrations (name text primary key);
    create table if not exists public.applied (what text primary key, hash text not null);
    revoke all on public.migrations, public.applied from public;
  `)
}

/** Runs the files that have not been run, each in one transaction, in the order of their names. */
async function migrate({ owner, tables, migrationsFolder }: Installation): Promise<string[]> {
  const done = new Set((await owner.query('select name from public.migrations')).rows.map(({ name }) => name))
  const files = (await readdir(migrationsFolder)).filter((name) => name.endsWith('.sql')).sort()
  const waiting = files.filter((name) => !done.has(name))

  // What an older program declared stands until its migrations have run: one of them may still touch it.
  if (done.size > 0) await inTransaction(owner, () => declareMore(owner, tables))
  for (const name of waiting) {
    const text = await readFile(join(migrationsFolder, name), 'utf8')
    await inTransaction(owner, async () => {
      await owner.query(text)
      await owner.query('insert into public.migrations values ($1)', [name])
      if (name.startsWith('0001')) await declareMore(owner, tables)
    })
  }
  await inTransaction(owner, () => declare(owner, tables))
  return waiting
}

/** Writes every declared column, and no other, where the event trigger finds it. */
async function declare(owner: pg.Client, tables: readonly Table[]): Promise<void> {
  await owner.query('delete from privacy.declared')
  await declareMore(owner, tables)
}

async function declareMore(owner: pg.Client, tables: readonly Table[]): Promise<void> {
  const rows = tables.flatMap((table) =>
    Object.entries(columnsOf(table)).map(([column, { category }]) => [table.name, column, category]),
  )
  await owner.query(
    `insert into privacy.declared select * from unnest($1::text[], $2::text[], $3::text[])
     on conflict (table_name, column_name) do update set category = excluded.category`,
    [0, 1, 2].map((i) => rows.map((row) => row[i])),
  )
}

/**
 * What only a superuser may do: watch every new column, and lock what PostgreSQL leaves open to all.
 * A purpose cannot set anything inside a statement, so whatever is smuggled into one still acts for
 * the person, institution and purpose that the head has set; nor can it lay anything aside where no
 * declaration looks, or call it out to another login. Where a server gives its owner less, these two stand open.
 */
async function lock({ owner, roles, queue }: Installation): Promise<void> {
  const { rows } = await owner.query('select rolsuper from pg_roles where rolname = current_user')
  if (!rows[0]?.rolsuper) return
  await owner.query(`
    drop event trigger if exists refuse_undeclared;
    create event trigger refuse_undeclared on ddl_command_end
      when tag in ('CREATE TABLE', 'CREATE TABLE AS', 'SELECT INTO', 'ALTER TABLE', 'CREATE VIEW', 'ALTER VIEW',
                   'CREATE MATERIALIZED VIEW', 'CREATE FOREIGN TABLE', 'IMPORT FOREIGN SCHEMA', 'CREATE SCHEMA')
      execute function app.refuse_undeclared();
    revoke execute on function pg_catalog.set_config(text, text, boolean) from public;
    grant execute on function pg_catalog.set_config(text, text, boolean) to ${[...logins.map((login) => quoted(roles[login].role)), queue.role].join(', ')};
    revoke execute on function pg_catalog.lo_creat(integer), pg_catalog.lo_create(oid), pg_catalog.lo_from_bytea(oid, bytea), pg_catalog.pg_notify(text, text) from public;
    grant execute on function pg_catalog.pg_notify(text, text) to ${queue.role};
  `)
}

/** The owner makes the roles; that it sees past the row policies is a policy of its own on every table. */
async function mustMakeRoles(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query('select rolsuper or rolcreaterole as may from pg_roles where rolname = current_user')
  if (!rows[0]?.may) throw new Error('The login of DATABASE_URL must have CREATEROLE. Give it that with: alter role … createrole')
}

// What row policies ask. Whoever sees no person has no policy that asks, and learns no id by asking.
const ROW_QUESTIONS = 'app.self(integer), app.reached(text, integer), app.reaches_all(text, integer), app.barred(text, integer)'

/** Schemas, and the narrow doors (functions) that each migration names for its purposes. */
function accessSql({ tables, roles }: Installation): string[] {
  const schemas = [...new Set(tables.map(({ name }) => name.split('.')[0] as string))]
  const everyone = 'public'
  const personal = purposeNames.filter((name) => purposes[name].reach === 'person').map(roleOf)
  return [
    `do $$ begin execute format('revoke temporary on database %I from public', current_database()); end $$`,
    `grant usage on schema app, ${schemas.join(', ')} to ${everyone}`,
    `revoke execute on all functions in schema app from ${everyone}`,
    `grant execute on function app.institution(), app.actor(), app.now() to ${purposeNames.map(roleOf).join(', ')}`,
    `grant execute on function ${ROW_QUESTIONS} to ${personal.join(', ')}`,
    `grant execute on function app.must_not_be_older(bigint) to ${logins.map((login) => quoted(roles[login].role)).join(', ')}`,
    `grant execute on function app.migrations() to ${roleOf('information')}`,
    ...logins.filter((login) => roles[login].password !== null).map((login) => `alter role ${roles[login].role} set statement_timeout = '20s'`),
  ]
}

/** Runs statements in one transaction unless exactly these have been run before. */
async function once(owner: pg.Client, what: string, statements: readonly string[], again = false): Promise<void> {
  const hash = createHash('sha256').update(statements.join('\n')).digest('hex')
  const { rows } = await owner.query('select hash from public.applied where what = $1', [what])
  if (rows[0]?.hash === hash && !again) return

  await inTransaction(owner, async () => {
    for (const statement of statements) await owner.query(statement)
    await owner.query(
      `insert into public.applied values ($1, $2) on conflict (what) do update set hash = excluded.hash`,
      [what, hash],
    )
  })
}

async function inTransaction(owner: pg.Client, work: () => Promise<void>): Promise<void> {
  await owner.query('begin')
  try {
    await work()
    await owner.query('commit')
  } catch (error) {
    await owner.query('rollback')
    throw error
  }
}

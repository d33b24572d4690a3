import {
  type Login,
  logins,
  type PurposeName,
  purposeNames,
  purposes,
  roleOf,
} from './purposes.ts'
import { columnsOf, type Edge, edgesOf, fileColumnsOf, heldColumn, type Table, type Write } from './table.ts'

/** Every login and purpose as a role, each login a member of its purposes and of nothing else. */
export function rolesSql(known: Readonly<Record<Login, LoginRole>>, queue: { role: string; password: string }): string[] {
  return [
    ensureRole(queue.role, 'login noinherit', queue.password),
    ...purposeNames.map((name) => ensureRole(roleOf(name), 'nologin noinherit')),
    ...logins.flatMap((login) => {
      const { role, password } = known[login]
      return password === null ? [mustExist(role, login)] : [ensureRole(role, 'login noinherit', password)]
    }),
    ...logins.flatMap((login) => memberships(login, quoted(known[login].role))),
    ...logins.filter((login) => login !== 'organisation').map((login) => `grant ${queue.role} to ${quoted(known[login].role)}`),
  ]
}

/** A login as the server knows it. Without a password it is somebody else's: it is there, and stays as it is. */
export type LoginRole = { readonly role: string; readonly password: string | null }

/** All grants and row policies of a table, replacing whatever stood before. */
export function tableSql(table: Table): string[] {
  return [
    `revoke all on ${table.name} from public, ${purposeNames.map(roleOf).join(', ')}`,
    `alter table ${table.name} enable row level security`,
    `alter table ${table.name} force row level security`,
    // The narrow doors run as the owner, who on a server of one's own need be no superuser.
    `drop policy if exists owner on ${table.name}`,
    `create policy owner on ${table.name} to current_user using (true) with check (true)`,
    ...purposeNames.map((name) => `drop policy if exists ${roleOf(name)} on ${table.name}`),
    ...purposeNames.flatMap((name) => [...grants(table, name), ...policy(table, name)]),
    ...edgesOf(table).flatMap(([column, edge]) => (edge.erase === 'forget' || heldColumn(table) ? forgetSql(table, column, edge) : [])),
  ]
}

/** The narrow door through which the person who asks is forgotten at one edge. */
export function forgetFunction(table: string, column: string): string {
  return `${table.replace('.', '.forget_')}_${column}`
}

/** The columns that a purpose reads; empty where it reads none. */
export function readable(table: Table, purpose: PurposeName): string[] {
  const { duty } = table
  if (purpose === 'rights' && duty.about !== 'nobody') return namesOf(table, ({ category }) => category !== 'secret')
  if (purpose === 'retention' && duty.about !== 'nobody') return retentionColumns(table)
  if (purpose === 'retention' && !(purpose in duty.purposes)) return fileColumnsIn(table)
  if (!(purpose in duty.purposes)) return []
  return namesOf(table, ({ purposes: only }) => only === null || only.includes(purpose))
}

/** What a purpose may write, and into which columns. */
export function writable(table: Table, purpose: PurposeName): { writes: readonly Write[]; columns: string[] } {
  const { duty } = table
  if (duty.about !== 'nobody' && purpose === 'rights') {
    return { writes: ['update', 'delete', ...(duty.writes.rights ?? [])], columns: Object.keys(columnsOf(table)) }
  }
  if (duty.about !== 'nobody' && purpose === 'retention') {
    return { writes: ['delete', ...(duty.writes.retention ?? [])], columns: retentionColumns(table) }
  }
  const writes = duty.writes[purpose] ?? []
  const reads = readable(table, purpose)
  const unreadable = namesOf(table, ({ purposes: only }) => only?.length === 0)
  const columns = reads.length === 0 ? Object.keys(columnsOf(table)) : [...reads, ...unreadable]
  return { writes, columns: columns.filter((column) => !isGenerated(table, column)) }
}

/**
 * Who empties an edge no longer sees the row, and a row policy refuses a change after which the row is
 * not seen. So this one change runs as the owner, for the actor alone, and empties what is declared.
 */
function forgetSql(table: Table, column: string, { erase, empties = [] }: Edge): string[] {
  const { name, duty } = table
  const door = `${forgetFunction(name, column)}()`
  const emptied = [column, ...empties].map((each) => `${each} = null`)
  const own = duty.of === 'installation' ? '' : 'institution = app.institution() and '
  const held = erase === 'forget' ? '' : ` and ${heldColumn(table)} > app.now()`
  return [
    `create or replace function ${door} returns bigint language sql security definer as $$
      with emptied as (
        update ${name} set ${emptied.join(', ')} where ${own}${column} = app.actor()${held} returning 1
      )
      select count(*) from emptied
    $$`,
    `revoke execute on function ${door} from public`,
    `grant execute on function ${door} to ${roleOf('rights')}`,
  ]
}

function memberships(login: Login, role: string): string[] {
  return purposeNames.map((name) =>
    (purposes[name].logins as readonly Login[]).includes(login) ? `grant ${roleOf(name)} to ${role}` : `revoke ${roleOf(name)} from ${role}`,
  )
}

/**
 * A login made by hand must be as narrow as ours: what its own name may do, it could do under every
 * purpose, and an inherited purpose would be under none.
 */
function mustExist(role: string, login: Login): string {
  const name = `'${role.replaceAll("'", "''")}'`
  return `do $$ begin
    if not exists (select from pg_roles where rolname = ${name} and rolcanlogin) then
      raise exception 'The login of DATABASE_URL_${login.toUpperCase()} does not exist on this server';
    end if;
    if exists (select from pg_roles where rolname = ${name} and (rolinherit or rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)) then
      raise exception 'The login of DATABASE_URL_${login.toUpperCase()} may do too much: make it noinherit, and neither superuser nor bypassrls, createrole or createdb';
    end if;
  end $$`
}

/** A role's name as SQL takes it, whatever stands in it. */
export function quoted(role: string): string {
  return `"${role.replaceAll('"', '""')}"`
}

function ensureRole(role: string, options: string, password?: string): string {
  const secret = password === undefined ? '' : ` password '${password.replaceAll("'", "''")}'`
  return `do $$ begin
    if not exists (select from pg_roles where rolname = '${role}') then create role ${role}; end if;
    alter role ${role} ${options}${secret};
  end $$`
}

function grants(table: Table, purpose: PurposeName): string[] {
  const reads = readable(table, purpose)
  const { writes, columns } = writable(table, purpose)
  const to = `on ${table.name} to ${roleOf(purpose)}`
  return [
    ...(reads.length > 0 ? [`grant select (${reads.join(', ')}) ${to}`] : []),
    ...(writes.includes('insert') ? [`grant insert (${columns.join(', ')}) ${to}`] : []),
    ...(writes.includes('update') ? [`grant update (${columns.join(', ')}) ${to}`] : []),
    ...(writes.includes('delete') ? [`grant delete ${to}`] : []),
  ]
}

function policy(table: Table, purpose: PurposeName): string[] {
  if (readable(table, purpose).length === 0 && writable(table, purpose).writes.length === 0) return []
  return [
    `create policy ${roleOf(purpose)} on ${table.name} for all to ${roleOf(purpose)}
     using (${visibleSql(table, purpose)}) with check (${writtenSql(table, purpose)})`,
  ]
}

/** What may stand in a row after a purpose has written it. */
function writtenSql(table: Table, purpose: PurposeName): string {
  const isAnyones = purpose === 'rights' || edgesOf(table).some(([, edge]) => edge.writtenByAnyone)
  const rows = isAnyones ? ofInstitution(table) : visibleSql(table, purpose)
  const signed = edgesOf(table).flatMap(([column, { signs }]) => (signs ? [`${column} = (select app.actor())`] : []))
  return [rows, ...signed].join(' and ')
}

// A bare current_setting is asked again for every row; inside a select it is asked once.
const INSTITUTION = `(select nullif(current_setting('app.institution', true), '')::uuid)`

function ofInstitution(table: Table): string {
  return table.duty.of === 'installation' ? 'true' : `institution = ${INSTITUTION}`
}

function visibleSql(table: Table, purpose: PurposeName): string {
  const condition = table.duty.where?.[purpose]
  return condition ? `${rowsOf(table, purpose)} and (${condition})` : rowsOf(table, purpose)
}

function rowsOf(table: Table, purpose: PurposeName): string {
  const edges = edgesOf(table)
  if (edges.length === 0 || purposes[purpose].reach === 'institution') return ofInstitution(table)

  const shown = edges.filter(([, edge]) => edge.shows || purpose === 'rights')
  if (shown.length === 0) return ofInstitution(table)
  const people = shown.map(([column, edge]) => personSql(table, { column, edge, purpose }))
  return `${ofInstitution(table)} and (${people.join(' or ')})`
}

function personSql(table: Table, { column, edge, purpose }: { column: string; edge: Edge; purpose: PurposeName }): string {
  const { bit } = purposes[purpose]
  const self = `${column} = (select app.self(${bit}))`
  if (purpose === 'rights') return self

  const reached = `${column} in (select app.reached('${purpose}', ${bit}))`
  // Whoever sees everybody sees also what is about nobody any more, or about nobody known.
  const nobody = table.columns[column]?.nullable ? `${column} is null or ` : ''
  const all = `((select app.reaches_all('${purpose}', ${bit})) and (${nobody}${column} not in (select app.barred('${purpose}', ${bit}))))`
  const free = edge.freeIsSeen ? [`${column} is null`] : []
  return [self, reached, all, ...free].join(' or ')
}

function retentionColumns(table: Table): string[] {
  const { ends } = table.duty
  const from = typeof ends === 'object' && 'from' in ends ? [ends.from, ...(ends.held ? [ends.held] : [])] : []
  const parent = typeof ends === 'object' && 'parent' in ends ? [ends.parent] : []
  const edges = edgesOf(table).map(([column]) => column)
  const institution = table.duty.of === 'installation' ? [] : ['institution']
  return [...new Set([...institution, ...(table.duty.key ?? ['id']), ...edges, ...from, ...parent])]
}

/** What the job that sweeps files needs to know: which are still named. */
function fileColumnsIn(table: Table): string[] {
  const named = fileColumnsOf(table)
  return named.length === 0 || table.duty.of === 'installation' ? named : ['institution', ...named]
}

function namesOf(table: Table, keep: (column: Table['columns'][string]) => boolean): string[] {
  return Object.entries(columnsOf(table))
    .filter(([, column]) => keep(column))
    .map(([name]) => name)
}

// The one column that the database computes itself.
function isGenerated(table: Table, column: string): boolean {
  return table.name === 'privacy.standings' && column === 'lawful'
}

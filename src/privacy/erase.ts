import { type Kysely, sql } from 'kysely'
import { randomInt } from 'node:crypto'
import type { Db } from '../tables.ts'
import { asJson } from '../platform/database.ts'
import type { ErasureOutcome } from './data.ts'
import { forgetJobs } from './jobs.ts'
import { raise } from './mark.ts'
import { appendToLedger } from './ledger.ts'
import { forgetFunction } from './policies.ts'
import { edgesOf, heldColumn, type Table } from './table.ts'
import { type Eyes, within } from './within.ts'

/** One step of an erasure: rows that go, or rows that stay and are emptied of the person, some of them because they are held. */
export type ErasureStep = {
  readonly table: string
  readonly column: string
  readonly act: 'delete' | 'forget' | 'keep'
  /** The column that says until when a row is held: rows that are, are kept; those that are not, go. */
  readonly held?: string
}

/** Why somebody was erased: they asked, their time was up, or the ledger says it was done before. */
export type ErasureCause = 'asked' | 'deactivated' | 'neverConfirmed' | 'replayed'

export type Receipt = { readonly code: string; readonly erased: Date; readonly outcome: ErasureOutcome }

export type Erasure = {
  /** The actor is the person to erase; nobody erases another. */
  readonly eyes: Eyes
  readonly tables: readonly Table[]
  readonly cause: ErasureCause
  /** Since when it was due, where it was not asked for. */
  readonly due?: Date
  /** Asked again inside the transaction: somebody let in again in the meantime stays. */
  readonly stillDue?: (db: Db<'rights'>) => Promise<boolean>
  /** The code of an earlier receipt for the same erasure. */
  readonly code?: string
}

const LAST = 'privacy.standings'

/**
 * What erasing a person does, in order: backwards through the house, so that nothing is left hanging,
 * in each table first the rows that go. The standing goes last, since row policies look at it: without
 * it nothing of the person could be seen any more, and nothing verified.
 */
export function planErasure(tables: readonly Table[]): readonly ErasureStep[] {
  const backwards = tables.toReversed()
  return [...backwards.filter(({ name }) => name !== LAST), ...backwards.filter(({ name }) => name === LAST)].flatMap(stepsIn)
}

/** How many rows would go and how many be emptied, by table; nothing is changed. */
export async function previewErasure(db: Db<'rights'>, eyes: Eyes, tables: readonly Table[]): Promise<ErasureOutcome> {
  const plan = planErasure(tables)
  const counts = await Promise.all(
    plan.map(async (step) => ({ step, rows: await countOf(db, eyes, step, goneBefore(plan, step)), until: await longestHold(db, eyes, step) })),
  )
  return outcomeOf(counts, null)
}

/**
 * Erases the actor: every step of the plan in one transaction, each verified, then the jobs that wait
 * for them, their letters and the ledger; any doubt undoes it all. Undefined where nobody is left to
 * erase, or no reason: erased already, or no longer due.
 */
export async function erasePerson(erasure: Erasure): Promise<Receipt | undefined> {
  const code = erasure.code ?? newReceiptCode()
  for (let tries = 1; ; tries++) {
    try {
      const done = await within('rights', erasure.eyes, (db) => erase(db, erasure, code))
      if (done) raise(erasure.eyes.means.mark, done.mark)
      return done?.receipt
    } catch (error) {
      if (!isCrossed(error) || tries === MOST_TRIES) throw error
    }
  }
}

const MOST_TRIES = 6
// Somebody signed in or answered meanwhile (23503), or we waited for each other (40P01, 40001).
const CROSSED = ['23503', '40P01', '40001'] // https://www.postgresql.org/docs/current/errcodes-appendix.html

function isCrossed(error: unknown): boolean {
  return CROSSED.includes((error as { code?: string }).code ?? '')
}

async function erase(db: Db<'rights'>, erasure: Erasure, code: string): Promise<{ receipt: Receipt; mark: number } | undefined> {
  const { eyes, tables, cause, due = null, stillDue } = erasure
  if (stillDue && !(await stillDue(db))) return undefined
  if (!(await isStillHere(db, eyes, tables))) return undefined

  const addresses = await addressesOf(db, eyes, tables)
  const counts = []
  for (const step of planErasure(tables)) {
    const until = await longestHold(db, eyes, step)
    counts.push({ step, rows: await carryOut(db, eyes, step), until })
  }
  const receipt = { code, erased: eyes.now, outcome: outcomeOf(counts, due) }

  await db
    .insertInto('privacy.receipts')
    .values({ code, erased: eyes.now, cause, outcome: asJson(receipt.outcome) as never })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await forgetJobs(db, { eyes, purpose: 'rights', person: personOf(eyes) })
  await eyes.means.mail.forget({ addresses, person: personOf(eyes) })
  await appendToLedger(eyes.means.ledger, {
    institution: eyes.institution,
    person: personOf(eyes),
    erased: eyes.now.toISOString(),
    receipt: code,
  })
  // Last, since erasures wait for each other here, and only as long as the commit takes.
  const { rows } = await sql<{ mark: number }>`/* writes */ select privacy.mark_erasure() as mark`.execute(db)
  return { receipt, mark: rows[0]?.mark ?? 0 }
}

/**
 * Locks the rows that stand for the person themselves, the standing last: whoever would write about them
 * in this moment, erases them too or looks at them waits, and finds nobody.
 */
async function isStillHere(db: Db<'rights'>, eyes: Eyes, tables: readonly Table[]): Promise<boolean> {
  let found = 0
  for (const { table, column } of planErasure(tables.filter(standsForPerson))) {
    const { rows } = await sql`select from ${sql.table(table)} where ${sql.ref(column)} = ${eyes.actor} for update`.execute(db)
    found = rows.length
  }
  return found === 1
}

function standsForPerson(table: Table): boolean {
  const { key = ['id'] } = table.duty
  return key.length === 1 && edgesOf(table).some(([column]) => column === key[0])
}

/** @throws Error where a step leaves anything behind: then nothing at all is erased. */
async function carryOut(db: Db<'rights'>, eyes: Eyes, step: ErasureStep): Promise<number> {
  const { table, column, act } = step
  const rows =
    act === 'delete'
      ? Number((await sql`delete from ${sql.table(table)} where ${sql.ref(column)} = ${eyes.actor} and ${isMeant(step, eyes)}`.execute(db)).numAffectedRows ?? 0n)
      : await forget(db, step)
  const left = table === LAST ? 1 - rows : await countOf(db, eyes, step)
  if (left !== 0) throw new Error(`Erasure left ${left} rows in ${table}`)
  return rows
}

async function forget(db: Db<'rights'>, step: ErasureStep): Promise<number> {
  const { rows } = await sql<{ rows: number }>`select ${sql.table(forgetFunction(step.table, step.column))}() as rows`.execute(db)
  return rows[0]?.rows ?? 0
}

/** Edges by which rows are deleted before this step: what has gone is not emptied as well. */
function goneBefore(plan: readonly ErasureStep[], { table, act }: ErasureStep): string[] {
  return act !== 'forget' ? [] : plan.filter((step) => step.table === table && step.act === 'delete').map(({ column }) => column)
}

async function countOf(db: Db<'rights'>, eyes: Eyes, step: ErasureStep, goneBy: readonly string[] = []): Promise<number> {
  const isTheirs = sql`${sql.ref(step.column)} = ${eyes.actor}`
  const isLeft = goneBy.map((edge) => sql`${sql.ref(edge)} is distinct from ${eyes.actor}`)
  const { rows } = await sql<{ rows: number }>`
    select count(*) as rows from ${sql.table(step.table)} where ${sql.join([isTheirs, ...isLeft, isMeant(step, eyes)], sql` and `)}
  `.execute(db)
  return rows[0]?.rows ?? 0
}

/** Of a table whose rows may be held, one step means those that are and another the rest. */
function isMeant({ act, held }: ErasureStep, { now }: Eyes) {
  if (!held) return sql`true`
  const isHeld = sql`coalesce(${sql.ref(held)} > ${now}, false)`
  return act === 'keep' ? isHeld : sql`not ${isHeld}`
}

/** Until when the last of the rows that are kept is held. */
async function longestHold(db: Db<'rights'>, eyes: Eyes, step: ErasureStep): Promise<Date | null> {
  if (step.act !== 'keep' || !step.held) return null
  const { rows } = await sql<{ until: Date | null }>`
    select max(${sql.ref(step.held)}) as until from ${sql.table(step.table)} where ${sql.ref(step.column)} = ${eyes.actor} and ${isMeant(step, eyes)}
  `.execute(db)
  return rows[0]?.until ?? null
}

/** Where letters to them lie: every address we hold of theirs, also one not confirmed yet. */
async function addressesOf(db: Db<'rights'>, eyes: Eyes, tables: readonly Table[]): Promise<string[]> {
  const places = tables.flatMap((table) =>
    edgesOf(table)
      .filter(([, edge]) => edge.export === 'whole')
      .flatMap(([edge]) => contactColumns(table).map((column) => ({ table: table.name, edge, column }))),
  )
  const found = await Promise.all(
    places.map(({ table, edge, column }) =>
      sql<{ address: string | null }>`
        select ${sql.ref(column)} as address from ${sql.table(table)} where ${sql.ref(edge)} = ${eyes.actor}
      `.execute(db as unknown as Kysely<never>),
    ),
  )
  return found.flatMap(({ rows }) => rows.flatMap(({ address }) => (address?.includes('@') ? [address] : [])))
}

function contactColumns({ columns }: Table): string[] {
  return Object.entries(columns)
    .filter(([, { category, type }]) => category === 'contact' && type === 'text')
    .map(([name]) => name)
}

function stepsIn(table: Table): ErasureStep[] {
  const held = heldColumn(table)
  const steps: ErasureStep[] = edgesOf(table).map(([column, { erase: act }]) => ({ table: table.name, column, act, ...(held && act === 'delete' ? { held } : {}) }))
  const going = steps.filter(({ act }) => act === 'delete')
  const keeping = going.filter((step) => step.held).map((step) => ({ ...step, act: 'keep' as const }))
  return [...keeping, ...going, ...steps.filter(({ act }) => act === 'forget')]
}

type Count = { step: ErasureStep; rows: number; until: Date | null }

function outcomeOf(counts: readonly Count[], due: Date | null): ErasureOutcome {
  const kept = counts.flatMap(({ step, until }) => (until ? [{ table: step.table, law: 'investigation' as const, until: until.toISOString() }] : []))
  return { deleted: sumOf(counts, 'delete'), forgotten: sumOf(counts, 'forget'), kept, due: due?.toISOString() ?? null }
}

function sumOf(counts: readonly Count[], act: 'delete' | 'forget'): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const { step, rows } of counts) {
    if (step.act === act && rows > 0) sums[step.table] = (sums[step.table] ?? 0) + rows
  }
  return sums
}

function personOf({ actor }: Eyes): string {
  if (actor === null) throw new Error('Nobody asked to be erased')
  return actor
}

// No 0/O, 1/I/L: people write these down. 16 signs of 30 are 78 bits, too many to guess.
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** Says nothing about anybody: four groups of four signs. */
function newReceiptCode(): string {
  const group = () => Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
  return Array.from({ length: 4 }, group).join('-')
}

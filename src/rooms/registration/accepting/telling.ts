import { sql } from 'kysely'
import { newId } from '../../../platform/ids.ts'
import { record } from '../../../privacy/jobs.ts'
import { type Eyes, within } from '../../../privacy/within.ts'
import type { Db } from '../../../tables.ts'
import { isTold } from '../../policy/rules.ts'
import { type DatedVersion, findChanges, versionsOf } from '../../policy/service.ts'
import { isDue, knownOf } from './rules.ts'

const PAGE = 200
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000'

/**
 * Has a letter written, once, to everybody with an account for whom the newest version of the policy says
 * something new of weight, and records `registration.policyChanged` for each. Page by page, each in one
 * transaction: killed in the middle, it goes on where it was.
 */
export async function tellOfPolicy(eyes: Eyes): Promise<void> {
  const versions = await within('information', eyes, versionsOf)
  const [newest, ...older] = versions
  if (!newest || !isDue(newest, await lastRound(eyes, newest), eyes.now)) return

  const differing = new Set<string>()
  for (const { hash } of older) {
    const changes = await within('information', eyes, (db) => findChanges(db, { from: hash, to: newest.hash }))
    if (isTold(changes)) differing.add(hash)
  }
  let after: string | undefined = differing.size > 0 ? BEFORE_ALL : undefined
  while (after) after = await tellPage(eyes, { versions, newest, differing, after })
  await finishRound(eyes, newest)
}

type Round = { versions: readonly DatedVersion[]; newest: DatedVersion; differing: ReadonlySet<string>; after: string }

/** Gives the last person of the page; undefined after the last page. */
function tellPage(eyes: Eyes, { versions, newest, differing, after }: Round): Promise<string | undefined> {
  return within('timekeeping', eyes, async (db) => {
    const people = await peopleAfter(db, after)
    for (const { id: person, ...one } of people) {
      const since = knownOf(versions, one)?.hash
      if (since && differing.has(since)) await tellOnce(db, { eyes, person, version: newest.hash, since })
    }
    return people.length < PAGE ? undefined : people.at(-1)?.id
  })
}

// Whoever has not confirmed their address yet is told on the page, when they first come in.
function peopleAfter(db: Db<'timekeeping'>, after: string) {
  return db
    .selectFrom('accounts.persons as person')
    .select(['person.id', 'person.created'])
    .select(
      sql<string[]>`array(
        select accepted.version from registration.acceptances as accepted where accepted.person = person.id
        union all
        select letter.version from registration.policy_letters as letter where letter.person = person.id
      )`.as('known'),
    )
    .where('person.id', '>', after)
    .where('person.email_confirmed', 'is not', null)
    .orderBy('person.id')
    .limit(PAGE)
    .execute()
}

type Telling = { eyes: Eyes; person: string; version: string; since: string }

async function tellOnce(db: Db<'timekeeping'>, { eyes, person, version, since }: Telling): Promise<void> {
  const id = newId()
  const { numInsertedOrUpdatedRows = 0n } = await db
    .insertInto('registration.policy_letters')
    .values({ id, person, version, since, queued: eyes.now })
    .onConflict((known) => known.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 0n) return
  await record(db, { eyes, purpose: 'timekeeping', happening: { event: 'registration.policyChanged', person, subject: id } })
}

async function lastRound(eyes: Eyes, { hash }: DatedVersion): Promise<Date | undefined> {
  const row = await within('timekeeping', eyes, (db) =>
    db.selectFrom('registration.policy_rounds').select('finished').where('version', '=', hash).executeTakeFirst(),
  )
  return row?.finished
}

async function finishRound(eyes: Eyes, { hash: version }: DatedVersion): Promise<void> {
  const finished = eyes.now
  await within('timekeeping', eyes, (db) =>
    db
      .insertInto('registration.policy_rounds')
      .values({ version, finished })
      .onConflict((known) => known.columns(['institution', 'version']).doUpdateSet({ finished }))
      .execute(),
  )
}

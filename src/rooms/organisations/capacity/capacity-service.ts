import { localDay } from '../../../platform/time.ts'
import type { Db } from '../../../tables.ts'
import type { Visit } from '../../../web/visit.ts'
import { type Agreement, agreementsOf } from '../history-service.ts'
import { closedBecause } from '../rules.ts'
import { termOn } from '../service.ts'

/** What the contact who asks is told: their organisations by name, each membership the last first. */
export async function capacitiesOf(db: Db<'capacity'>, visit: Visit) {
  const today = localDay(visit.now, visit.site.zone)
  const [organisations, memberships] = await Promise.all([
    db.selectFrom('organisations.organisations').select(['id', 'name']).orderBy('name').orderBy('id').limit(100).execute(),
    membershipsOf(db, today),
  ])
  const agreements = await agreementsOf(db, memberships.map(({ id }) => id))
  return organisations.map(({ id, name }) => ({
    name,
    memberships: memberships.filter(({ organisation }) => organisation === id).map((row) => toldOf(row, { today, agreement: agreements(row.id) })),
  }))
}

function membershipsOf(db: Db<'capacity'>, today: string) {
  return db
    .selectFrom('organisations.memberships as membership')
    .innerJoin('organisations.capacities as capacity', 'capacity.membership', 'membership.id')
    .innerJoinLateral(termOn(today), (join) => join.onTrue())
    .select(['membership.id', 'membership.organisation', 'membership.code', 'membership.suspended', 'membership.joining_begins', 'membership.joining_ends'])
    .select(['term.begins', 'term.ends', 'capacity.counted', 'capacity.seats', 'capacity.activated', 'capacity.turned_away'])
    .orderBy('term.ends', 'desc')
    .orderBy('membership.id')
    .limit(100)
    .execute()
}

type Row = Awaited<ReturnType<typeof membershipsOf>>[number]

function toldOf(row: Row, { today, agreement }: { today: string; agreement: Agreement }) {
  const { id, code, begins, ends, counted, seats, activated, turned_away: turnedAway, joining_begins: joiningBegins, joining_ends: joiningEnds } = row
  const state = closedBecause(row, today) ?? ('active' as const)
  return { id, code, begins, ends, state, counted, seats, activated, turnedAway, joiningBegins, joiningEnds, ...agreement }
}

import { tables } from '../../src/house.ts'
import { asOwner, type Place } from '../place.ts'

/**
 * Makes a copy of a database without what protects it: no row policy, and in place of each table a view
 * that filters by the institution alone, which is what a query written by hand would do. What the head of
 * a transaction sets stands fixed in the database, for the functions that ask for it.
 */
export async function copyUnprotected(place: Place, { from, to, institution }: { from: string; to: string; institution: string }): Promise<void> {
  await place.make(to, from)
  const ofInstitution = tables.filter(({ duty }) => duty.of !== 'installation')
  await asOwner(place.urlOf(to), [
    'drop event trigger if exists refuse_undeclared',
    `alter database ${to} set app.institution = '${institution}'`,
    `alter database ${to} set app.now = '${new Date().toISOString()}'`,
    ...[...new Set(ofInstitution.map(({ name }) => `create schema kept_${roomOf(name)}`))],
    ...ofInstitution.flatMap(({ name }) => viewInPlaceOf(name, institution)),
    ...tables.map(({ name, duty }) => `alter table ${duty.of === 'installation' ? '' : 'kept_'}${name} no force row level security`),
    'analyze',
  ])
}

function viewInPlaceOf(name: string, institution: string): string[] {
  return [
    `alter table ${name} disable row level security`,
    `alter table ${name} set schema kept_${roomOf(name)}`,
    `create view ${name} as select * from kept_${name} where institution = '${institution}'`,
  ]
}

function roomOf(name: string): string {
  return name.split('.')[0] as string
}

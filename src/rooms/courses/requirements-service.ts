import type { Db } from '../../tables.ts'
import { type Rule, ruleOf, type Texts } from './rules.ts'
import { itemsOf } from './structure.ts'
import { wayOf } from './ways.ts'

/** What must be done to complete a course as it stands now, in its order, and the rule that it makes. */
export type Requirements = { rule: Rule; items: { kind: 'lesson' | 'exam'; title: Texts }[] }

export async function requirementsOf(db: Db<'authoring'>, course: string): Promise<Requirements> {
  const required = (await itemsOf(db, [course])).filter((item) => item.required)
  return { rule: ruleOf(required.map((item) => ({ id: item.id, way: wayOf(item) }))), items: required.map(({ kind, title }) => ({ kind, title })) }
}

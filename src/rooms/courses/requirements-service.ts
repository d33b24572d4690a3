import type { Db } from '../../tables.ts'
import { type Rule, ruleOf, type Texts } from './rules.ts'
import { itemsOf, requiredOf } from './structure.ts'

/** What must be done to complete a course as it stands now, in its order, and the rule that it makes. */
export type Requirements = { rule: Rule; items: { kind: 'lesson' | 'exam'; title: Texts }[] }

export async function requirementsOf(db: Db<'authoring'>, course: string): Promise<Requirements> {
  const items = await itemsOf(db, [course])
  return { rule: ruleOf(requiredOf(items)), items: items.filter(({ required }) => required).map(({ kind, title }) => ({ kind, title })) }
}

import { type Expression, type SqlBool, sql } from 'kysely'
import { z } from 'zod'
import type { Db } from '../../../tables.ts'
import { type Kind, kinds } from '../question.ts'
import { type Condition, conditions, difficulties, type Difficulty } from '../rules.ts'
import { usesCounted } from '../using-service.ts'

export const PER_PAGE = 25
/** So many may be chosen, moved or taken out at once. */
export const MOST_AT_ONCE = 2_000

export const orders = ['changed', 'name', 'category', 'created'] as const

const filterShape = {
  search: z.string().trim().max(200).catch(''),
  /** A category's name; `-` for those in none, empty for all. */
  category: z.string().trim().max(200).catch(''),
  tag: z.string().trim().max(40).catch(''),
  kind: z.enum(kinds).or(z.literal('')).catch(''),
  condition: z.enum(conditions).or(z.literal('')).catch(''),
  difficulty: z.enum(difficulties).or(z.literal('')).catch(''),
  /** Only those that one change was about. */
  change: z.uuid().or(z.literal('')).catch(''),
}

/** What the list is narrowed to. What cannot be read narrows nothing. */
export const filterSchema = z.object(filterShape)
export const listSchema = z.object({
  ...filterShape,
  order: z.enum(orders).catch('changed'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})

export type Filter = z.output<typeof filterSchema>
export type ListQuery = z.output<typeof listSchema>

export type Listed = {
  id: string
  name: string
  category: string
  tags: readonly string[]
  kind: Kind
  difficulty: Difficulty | ''
  condition: Condition
  /** When its newest version was saved. */
  changed: Date
  uses: number
}

/** One page of the bank, and how many questions there are on all of them. */
export async function listQuestions(
  db: Db<'authoring'>,
  { page, order, ...filter }: ListQuery,
): Promise<{ total: number; listed: Listed[] }> {
  const { total } = await matching(db, filter)
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const listed = await matching(db, filter)
    .select([
      'entry.id',
      'entry.name',
      'entry.category',
      'entry.tags',
      sql<Difficulty | ''>`entry.difficulty`.as('difficulty'),
      'newest.created as changed',
      sql<Kind>`newest.content ->> 'kind'`.as('kind'),
      conditionSql.as('condition'),
      usesCounted.as('uses'),
    ])
    .orderBy(ORDERS[order])
    .orderBy('entry.id', 'desc')
    .limit(PER_PAGE)
    .offset((page - 1) * PER_PAGE)
    .execute()
  return { total, listed }
}

/** The ids of all that a filter leaves, at most so many as one change may concern. */
export async function idsMatching(db: Db<'authoring'>, filter: Filter): Promise<string[]> {
  const rows = await matching(db, filter).select('entry.id').orderBy('entry.id').limit(MOST_AT_ONCE).execute()
  return rows.map(({ id }) => id)
}

/** Every category with questions in it, and every tag, with how many questions each has. */
export async function shelvesOf(db: Db<'authoring'>): Promise<{ categories: Shelf[]; tags: Shelf[] }> {
  const categories = await db
    .selectFrom('questions.entries')
    .select(['category as name', ({ fn }) => fn.countAll<number>().as('count')])
    .where('category', '<>', '')
    .groupBy('category')
    .orderBy('category')
    .limit(500)
    .execute()
  const { rows: tags } = await sql<Shelf>`
    select tag as name, count(*) as count
    from questions.entries, jsonb_array_elements_text(tags) as tag
    group by tag
    order by tag
    limit 500`.execute(db)
  return { categories, tags }
}

export type Shelf = { name: string; count: number }

const conditionSql = sql<Condition>`case
  when entry.hidden is not null then 'hidden'
  when newest.ready is not null then 'ready'
  when exists (select from questions.versions as older where older.entry = entry.id and older.ready is not null) then 'revised'
  else 'draft' end`

const ORDERS = {
  changed: sql`newest.created desc`,
  name: sql`lower(entry.name)`,
  category: sql`lower(entry.category), lower(entry.name)`,
  created: sql`entry.created desc`,
} as const

/** The questions that a filter leaves, each with its newest version. */
function matching(db: Db<'authoring'>, filter: Filter) {
  return db
    .selectFrom('questions.entries as entry')
    .innerJoinLateral(
      (from) =>
        from
          .selectFrom('questions.versions as version')
          .whereRef('version.entry', '=', 'entry.id')
          .select(['version.content', 'version.created', 'version.ready'])
          .orderBy('version.number', 'desc')
          .limit(1)
          .as('newest'),
      (join) => join.onTrue(),
    )
    .where(({ and }) => and(narrowing(filter)))
}

function narrowing({ search, category, tag, kind, condition, difficulty, change }: Filter): Expression<SqlBool>[] {
  const like = `%${search.replace(/[\\%_]/g, '\\$&')}%`
  return [
    ...(search ? [sql<SqlBool>`(entry.name ilike ${like} or newest.content ->> 'text' ilike ${like})`] : []),
    ...(category ? [sql<SqlBool>`entry.category = ${category === '-' ? '' : category}`] : []),
    ...(tag ? [sql<SqlBool>`entry.tags @> ${JSON.stringify([tag])}::jsonb`] : []),
    ...(kind ? [sql<SqlBool>`newest.content ->> 'kind' = ${kind}`] : []),
    ...(difficulty ? [sql<SqlBool>`entry.difficulty = ${difficulty}`] : []),
    ...(condition ? [sql<SqlBool>`${conditionSql} = ${condition}`] : []),
    ...(change
      ? [
          sql<SqlBool>`entry.id in (
      select (was ->> 'entry')::uuid from questions.changes as one, jsonb_array_elements(one.before) as was where one.id = ${change})`,
        ]
      : []),
  ]
}

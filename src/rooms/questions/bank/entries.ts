import { sql } from 'kysely'
import { Refusal } from '../../../platform/refusal.ts'
import type { Db } from '../../../tables.ts'
import type { Kind, Question } from '../question.ts'
import type { Condition, Difficulty } from '../rules.ts'
import { type QuestionDraft, saveQuestion } from '../service.ts'
import type { Eyes } from '../../../privacy/within.ts'

/** A question with one of its versions. */
export type Entry = {
  id: string
  name: string
  category: string
  tags: readonly string[]
  difficulty: Difficulty | ''
  hidden: Date | null
  number: number
  /** The number of its newest version. */
  newest: number
  condition: Condition
  question: Question
}

export type ShownVersion = {
  number: number
  created: Date
  ready: Date | null
  isMine: boolean | null
  question: Question
}

/**
 * A question with the version of that number, or the newest.
 * @throws Refusal `notFound` (404).
 */
export async function getEntry(db: Db<'authoring'>, id: string, number?: number): Promise<Entry> {
  const entry = await db
    .selectFrom('questions.entries')
    .select(['id', 'name', 'category', 'tags', 'difficulty', 'hidden'])
    .where('id', '=', id)
    .executeTakeFirst()
  const numbers = await db
    .selectFrom('questions.versions')
    .select(['number', 'ready'])
    .where('entry', '=', id)
    .orderBy('number', 'desc')
    .execute()
  const newest = numbers[0]
  if (!entry || !newest) throw new Refusal('notFound', 404)

  const wanted = number ?? newest.number
  const version = await db
    .selectFrom('questions.versions')
    .select('content')
    .where('entry', '=', id)
    .where('number', '=', wanted)
    .executeTakeFirst()
  if (!version) throw new Refusal('notFound', 404)
  return {
    ...entry,
    difficulty: entry.difficulty as Difficulty | '',
    number: wanted,
    newest: newest.number,
    condition: conditionOf(entry, numbers),
    question: version.content,
  }
}

/** A question of which one of several versions may be chosen. */
export type Choosable = { id: string; name: string; kind: Kind; isHidden: boolean; versions: { id: string; number: number }[] }

/** These questions with every version of theirs that is ready, the newest first; in no order. */
export async function choosable(db: Db<'authoring'>, entries: readonly string[]): Promise<Choosable[]> {
  if (entries.length === 0) return []
  const found = await db.selectFrom('questions.entries').select(['id', 'name', 'hidden']).where('id', 'in', [...entries]).execute()
  const versions = await db
    .selectFrom('questions.versions')
    .select(['id', 'entry', 'number', 'ready', sql<Kind>`content ->> 'kind'`.as('kind')])
    .where('entry', 'in', [...entries])
    .orderBy('number', 'desc')
    .execute()
  return found.map(({ id, name, hidden }) => {
    const own = versions.filter(({ entry }) => entry === id)
    const ready = own.filter((version) => version.ready !== null)
    return { id, name, kind: own[0]?.kind ?? 'single', isHidden: hidden !== null, versions: ready.map((version) => ({ id: version.id, number: version.number })) }
  })
}

/** The newest first, at most two hundred. `isMine` is null once their author has been forgotten. */
export async function versionsOf(db: Db<'authoring'>, entry: string, actor: string | null): Promise<ShownVersion[]> {
  const rows = await db
    .selectFrom('questions.versions')
    .select(['number', 'created', 'ready', 'author', 'content'])
    .where('entry', '=', entry)
    .orderBy('number', 'desc')
    .limit(200)
    .execute()
  return rows.map(({ content, author, ...row }) => ({
    ...row,
    isMine: author === null ? null : author === actor,
    question: content,
  }))
}

/**
 * Makes an older version the newest again, by a copy: what lies between stays.
 * @throws Refusal `notFound` (404), `savedMeanwhile` (409).
 */
export async function restoreVersion(
  db: Db<'authoring'>,
  eyes: Eyes,
  { entry, number, base }: { entry: string; number: number; base: number },
): Promise<number> {
  const old = await getEntry(db, entry, number)
  const wasReady = await db
    .selectFrom('questions.versions')
    .select('ready')
    .where('entry', '=', entry)
    .where('number', '=', number)
    .executeTakeFirst()
  const ready = wasReady?.ready != null
  const draft: QuestionDraft = { name: old.name, category: old.category, tags: old.tags, difficulty: old.difficulty, question: old.question, ready }
  return (await saveQuestion(db, eyes, { ...draft, entry, base })).number
}

function conditionOf({ hidden }: { hidden: Date | null }, versions: readonly { ready: Date | null }[]): Condition {
  if (hidden) return 'hidden'
  if (versions[0]?.ready) return 'ready'
  return versions.some(({ ready }) => ready) ? 'revised' : 'draft'
}

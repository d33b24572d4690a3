import type { Language } from '../../platform/words.ts'
import type { Db } from '../../tables.ts'
import { inLanguage, type Worded } from './rules.ts'

export type Offer = {
  id: string
  title: Worded
  summary: Worded
  goals: Worded[]
  level: string | null
  hours: number | null
}

/** What is offered to everybody, in the order it was published; nobody's name is anywhere near. */
export async function offersOf<P extends 'information' | 'teaching'>(db: Db<P>, language: Language): Promise<Offer[]> {
  const rows = await (db as unknown as Db<'information'>)
    .selectFrom('courses.courses')
    .select(['id', 'language', 'title', 'summary', 'goals', 'level', 'hours'])
    .where('published', 'is not', null)
    .where('retired', 'is', null)
    .orderBy('published')
    .orderBy('id')
    .limit(500)
    .execute()
  return rows.map((row) => {
    const worded = (texts: typeof row.title) => inLanguage(texts, language, row.language as Language)
    return {
      id: row.id,
      title: worded(row.title),
      summary: worded(row.summary),
      goals: row.goals.map(worded),
      level: row.level,
      hours: row.hours,
    }
  })
}

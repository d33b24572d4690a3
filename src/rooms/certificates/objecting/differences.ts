import { type Language, say } from '../../../platform/words.ts'
import { type Snapshot, shownDay } from '../snapshot.ts'
import { words } from '../words.ts'

/** A fact of a paper that a correction changed, as it is read. */
export type Difference = { fact: 'course' | 'level' | 'extent' | 'completedOn'; before: string | null; after: string | null }

/** What differs between two versions of a paper, of what can be corrected. */
export function correctionBetween(before: Snapshot, after: Snapshot, language: Language): Difference[] {
  const [old, now] = [factsSaid(before, language), factsSaid(after, language)]
  return (['course', 'level', 'extent', 'completedOn'] as const)
    .map((fact) => ({ fact, before: old[fact], after: now[fact] }))
    .filter((one) => one.before !== one.after)
}

function factsSaid({ courseTitle, level, hours, completed }: Snapshot, language: Language): Record<Difference['fact'], string | null> {
  const extent = hours === null ? null : say(words, language).hours(hours)
  return { course: courseTitle, level, extent, completedOn: shownDay(completed, language) }
}

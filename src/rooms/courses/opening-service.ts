import { formatDate, formatDateTime, localMinute } from '../../platform/time.ts'
import { say } from '../../platform/words.ts'
import type { Db } from '../../tables.ts'
import type { Visit } from '../../web/visit.ts'
import { type Opening, OPEN } from './opening.ts'
import { openingFor } from './structure.ts'
import { words } from './words.ts'

/**
 * Whether an item of a course, such as an exam, is open to a learner, and from when it will be. Without an
 * item there is nothing to wait for.
 */
export async function openingOfItem(
  db: Db<'examination'>,
  { learner, item, now, zone }: { learner: string; item: string | null; now: Date; zone: string },
): Promise<Opening> {
  if (item === null) return OPEN
  const found = await db
    .selectFrom('courses.items as item')
    .innerJoin('courses.sections as section', 'section.id', 'item.section')
    .leftJoin('courses.enrolments as enrolment', (join) =>
      join.onRef('enrolment.course', '=', 'item.course').on('enrolment.learner', '=', learner).on('enrolment.left_course', 'is', null),
    )
    .leftJoin('courses.item_completions as done', (join) => join.onRef('done.item', '=', 'item.id').on('done.learner', '=', learner))
    .leftJoin('courses.exemptions as early', (join) =>
      join.onRef('early.item', '=', 'item.id').on('early.learner', '=', learner).on('early.ended', 'is', null),
    )
    .select(['item.id', 'item.sample', 'enrolment.enrolled', 'done.item as done', 'early.item as early'])
    .select(['item.opens', 'item.opens_after_days', 'item.unseen'])
    .select(['section.opens as sectionOpens', 'section.opens_after_days as sectionOpensAfterDays', 'section.unseen as sectionUnseen'])
    .where('item.id', '=', item)
    .limit(1)
    .executeTakeFirst()
  if (!found) return OPEN
  const releases = [
    { opens: found.sectionOpens, opensAfterDays: found.sectionOpensAfterDays, unseen: found.sectionUnseen },
    { opens: found.opens, opensAfterDays: found.opens_after_days, unseen: found.unseen },
  ]
  const [done, early] = [found.done, found.early].map((one) => new Set(one ? [one] : []))
  return openingFor({ ...found, releases }, { enrolled: found.enrolled, done: done ?? new Set(), early: early ?? new Set(), now, zone })
}

/** When something opens, as it is told: the day, with the time unless it is midnight, or so many days after the start. */
export function whenSaid({ from, afterDays }: { from: Date | null; afterDays: number | null }, { language, site }: Pick<Visit, 'language' | 'site'>): string {
  if (!from) return say(words, language).daysAfterStart(afterDays ?? 0)
  const isMidnight = localMinute(from, site.zone).endsWith('T00:00')
  return (isMidnight ? formatDate : formatDateTime)(from, language, site.zone)
}

import { formatDate, formatTime, localDay } from '../../platform/time.ts'
import { say } from '../../platform/words.ts'
import type { Here } from '../../web/here.ts'
import type { Html } from '../../web/jsx-runtime.ts'
import { Timeline } from '../../web/kit/data.tsx'
import { Strong } from '../../web/kit/text.tsx'
import { words as webWords } from '../../web/words.ts'
import { rolesSaid } from './saying.ts'
import type { Look } from './shapes.ts'
import { words } from './words.ts'

const DAY = 86_400_000 // milliseconds

/** Who looked, when and why, day by day in the institution's own calendar. */
export function LooksTimeline({ looks, here, level }: { looks: readonly Look[]; here: Here; level: 2 | 3 }): Html {
  const { zone } = here.visit.site
  const byDay = Map.groupBy(looks, ({ looked }) => localDay(looked, zone))
  return (
    <Timeline
      level={level}
      days={[...byDay].map(([day, those]) => ({ title: dayTitle(day, those, here), items: those.map((look) => itemOf(look, here)) }))}
    />
  )
}

function itemOf(look: Look, here: Here) {
  const { language, site } = here.visit
  const said = say(words, language)
  const roles = rolesSaid(look.roles, language)
  return {
    at: look.looked.toISOString(),
    time: formatTime(look.looked, language, site.zone).replace('kl. ', ''),
    by: 'people' as const,
    text: [<Strong>{look.name ?? said.someoneForgotten}</Strong>, roles ? `, ${roles}. ` : '. ', look.what],
    reason: said.reason(look.purposeName),
  }
}

function dayTitle(day: string, [look]: readonly Look[], { visit }: Here): string {
  const { now, language, site } = visit
  const said = say(webWords, language)
  const date = look ? formatDate(look.looked, language, site.zone) : day
  if (day === localDay(now, site.zone)) return said.today
  return day === localDay(new Date(now.getTime() - DAY), site.zone) ? `${said.yesterday}, ${date}` : date
}

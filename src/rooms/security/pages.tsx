import { formatDate, formatTime, localDay } from '../../platform/time.ts'
import { sayDuration } from '../../privacy/duration-words.ts'
import { durations } from '../../privacy/durations.ts'
import { say } from '../../platform/words.ts'
import type { Here } from '../../web/here.ts'
import type { Html } from '../../web/jsx-runtime.ts'
import { Timeline } from '../../web/kit/data.tsx'
import { Card, Column, PageHead } from '../../web/kit/layout.tsx'
import { EmptyState } from '../../web/kit/state.tsx'
import { Link, Muted } from '../../web/kit/text.tsx'
import { Page } from '../../web/page.tsx'
import type { Happening } from './service.ts'
import { eventWords, words } from './words.ts'

/** What happened at one's own doors, in words, the newest first. */
export function SecurityPage({ events }: { events: Happening[] }, here: Here): Html {
  const { language } = here.visit
  const said = say(words, language)
  return (
    <Page here={here} title={said.securityTitle}>
      <PageHead title={said.securityTitle} lede={said.securityLede(sayDuration(durations.securityLog)[language])} />
      <Column>
        {events.length === 0 ? <EmptyState icon="shield" title={said.securityNothing} /> : <Card><Timeline level={2} days={daysOf(events, here)} /></Card>}
        <Muted>
          {said.notYou} <Link href="/account/password">{said.changePassword}</Link>
        </Muted>
      </Column>
    </Page>
  )
}

function daysOf(events: Happening[], here: Here) {
  const { language, site } = here.visit
  const days = Map.groupBy(events, ({ happened }) => localDay(happened, site.zone))
  return [...days.values()].map((those) => ({
    title: formatDate((those[0] as Happening).happened, language, site.zone),
    items: those.map((event) => ({
      at: event.happened.toISOString(),
      time: formatTime(event.happened, language, site.zone).replace('kl. ', ''),
      by: event.kind.endsWith('Refused') ? ('outside' as const) : ('self' as const),
      text: event.kind in eventWords ? say(eventWords, language)[event.kind as keyof typeof eventWords] : event.kind,
      reason: whereFrom(event, here),
    })),
  }))
}

function whereFrom({ device, network }: Happening, here: Here): string {
  const { from } = say(words, here.visit.language)
  const known = device && device !== '–' ? device : null
  if (known && network) return `${known} · ${from(network)}`
  return known ?? (network ? from(network) : '')
}

import { formatDate } from '../../platform/time.ts'
import { say } from '../../platform/words.ts'
import type { Here } from '../../web/here.ts'
import type { Html } from '../../web/jsx-runtime.ts'
import { Card, Column, PageHead, Stack } from '../../web/kit/layout.tsx'
import { Bar, EmptyState, Notice } from '../../web/kit/state.tsx'
import { Muted, Strong } from '../../web/kit/text.tsx'
import { Page } from '../../web/page.tsx'
import { FEWEST_SHOWN } from './rules.ts'
import { words } from './words.ts'

export type Numbers = { memberships: { organisation: string; seats: number; activated: number | null; counted: string }[] }

/** What an organisation's contact sees: how many, as of one day of the week, and nothing else. */
export function NumbersPage({ memberships }: Numbers, here: Here): Html {
  const said = say(words, here.visit.language)
  return (
    <Page here={here} title={said.title}>
      <PageHead title={said.title} lede={said.lede} />
      <Column>
        <Stack>
          {memberships.length === 0 ? <EmptyState icon="bar-chart" title={said.none} /> : null}
          {memberships.map((one, i) => (
            <Membership one={one} id={`membership-${i}`} here={here} />
          ))}
        </Stack>
      </Column>
    </Page>
  )
}

function Membership({ one, id, here }: { one: Numbers['memberships'][number]; id: string; here: Here }): Html {
  const { language, site } = here.visit
  const said = say(words, language)
  const sentence = sentenceFor(one, here)
  return (
    <Card id={id} title={one.organisation}>
      <p>
        <Strong>{sentence}</Strong>
      </p>
      {one.activated === null ? null : <Bar value={one.activated} max={one.seats} label={sentence} />}
      {one.activated === one.seats ? <Notice tone="info">{said.full}</Notice> : null}
      <Muted small>{said.counted(formatDate(new Date(`${one.counted}T12:00:00Z`), language, site.zone))}</Muted>
    </Card>
  )
}

function sentenceFor({ seats, activated }: Numbers['memberships'][number], here: Here): string {
  const said = say(words, here.visit.language)
  if (activated !== null) return said.activated(activated, seats)
  return seats < FEWEST_SHOWN ? said.seats(seats) : said.few(seats)
}

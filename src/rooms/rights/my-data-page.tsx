import { durations } from '../../privacy/durations.ts'
import { sayDuration } from '../../privacy/duration-words.ts'
import { formatDate } from '../../platform/time.ts'
import { say } from '../../platform/words.ts'
import type { Here } from '../../web/here.ts'
import type { Html } from '../../web/jsx-runtime.ts'
import { ActionList, Button, Pager } from '../../web/kit/action.tsx'
import { Card, Column, PageHead, Row, Split, Stack } from '../../web/kit/layout.tsx'
import { Definitions, DetailsRows, RowItem, Rows } from '../../web/kit/lists.tsx'
import { EmptyState, Notice, Tag } from '../../web/kit/state.tsx'
import { Heading, Link, Muted, Strong } from '../../web/kit/text.tsx'
import { Page } from '../../web/page.tsx'
import { groups } from './groups.ts'
import { LooksTimeline } from './looks-timeline.tsx'
import { peopleSaid, rolesSaid } from './saying.ts'
import { WhyList } from './why-list.tsx'
import type { Held, HeldTable, Look } from './shapes.ts'
import { words } from './words.ts'

/** What we keep about whoever asks, why, until when, who may see it and who has. */
export function MyDataPage(held: Held, here: Here): Html {
  const { language, site } = here.visit
  const said = say(words, language)
  return (
    <Page here={here} title={said.title}>
      <PageHead title={said.title} lede={said.lede(site.name)} />
      {held.eraseDue ? <Notice tone="warning">{said.eraseDue(formatDate(held.eraseDue, language, site.zone))}</Notice> : null}
      <ActionList
        label={said.actions}
        actions={[
          { href: '/my-data/copy', icon: 'download', title: said.takeAll, text: said.takeAllText },
          { href: '/account', icon: 'pencil', title: said.correct, text: said.correctText },
          { href: '/my-data/deletion', icon: 'trash', title: said.eraseMe, text: said.eraseMeText, danger: true },
        ]}
      />
      <Split asideLabel={said.alongside} aside={<Alongside held={held} here={here} />}>
        <Card id="held" title={said.held} flush>
          <DetailsRows items={held.groups.map((group) => groupRow(group, here))} />
        </Card>
        <Card id="seen" title={said.seen} more={held.looks.length > 0 ? { href: '/my-data/looks', text: said.wholeLog } : undefined}>
          {held.looks.length > 0 ? <LooksTimeline looks={held.looks} here={here} level={3} /> : <Muted>{said.nobodyLooked}</Muted>}
        </Card>
      </Split>
    </Page>
  )
}

/** Everybody who has looked, fifty at a time. */
export function LooksPage({ looks, isNewest, before }: { looks: Look[]; isNewest: boolean; before: string | null }, here: Here): Html {
  const { language } = here.visit
  const said = say(words, language)
  return (
    <Page here={here} title={said.logTitle}>
      <PageHead title={said.logTitle} lede={said.logLede(sayDuration(durations.accessLog)[language])} />
      <Column>
        <Card>
          {looks.length === 0 ? (
            <EmptyState icon="eye" title={said.nobodyLooked} action={<Button href="/my-data" look="secondary">{said.title}</Button>} />
          ) : (
            <LooksTimeline looks={looks} here={here} level={2} />
          )}
        </Card>
        {before || !isNewest ? (
          <Pager
            label={said.logTitle}
            previous={isNewest ? undefined : { href: '/my-data/looks', text: said.newest }}
            next={before ? { href: `/my-data/looks?before=${before}`, text: said.older } : undefined}
          />
        ) : null}
        <Link href="/my-data">{said.title}</Link>
      </Column>
    </Page>
  )
}

function groupRow(group: Held['groups'][number], here: Here) {
  const said = say(words, here.visit.language)
  const holding = group.tables.filter(({ rows, mentions }) => rows + mentions > 0)
  return {
    id: `group-${group.name}`,
    icon: groups.find(({ name }) => name === group.name)?.icon ?? ('file' as const),
    title: group.title,
    detail: holding.length > 0 ? holding.map(({ title }) => title).join(', ') : said.nothingHeld,
    tag: holding.length > 0 ? <Tag>{keptFor(holding, here)}</Tag> : null,
    open: group.name === 'you',
    children: (
      <Stack>
        {(holding.length > 0 ? holding : group.tables).map((table) => (
          <TableDetails table={table} here={here} />
        ))}
        {holding.length > 0 ? (
          <Row>
            <Button look="secondary" small href={`/my-data/copy#${group.name}`} label={`${said.seeValues}: ${group.title}`}>
              {said.seeValues}
            </Button>
          </Row>
        ) : null}
      </Stack>
    ),
  }
}

/** Until when, where all of a group ends alike. */
function keptFor(tables: readonly HeldTable[], { visit }: Here): string {
  const [until, ...others] = new Set(tables.map((table) => table.until))
  return until !== undefined && others.length === 0 ? until : say(words, visit.language).untilVaries
}

function TableDetails({ table, here }: { table: HeldTable; here: Here }): Html {
  const { language } = here.visit
  const said = say(words, language)
  return (
    <div>
      <Heading level={3}>{table.title}</Heading>
      <Definitions
        items={[
          [said.why, <WhyList table={table} here={here} />],
          [said.basis, [...new Set(table.why.map(({ basis }) => basis))].join(', ') || '–'],
          [said.until, table.until],
          [said.source, table.source],
          [said.mayBeSeenBy, peopleSaid(table.seenBy, language) || said.onlyYou],
        ]}
      />
    </div>
  )
}

function Alongside({ held, here }: { held: Held; here: Here }): Html {
  const said = say(words, here.visit.language)
  const { institution, readers } = held
  return (
    <>
      <Card id="readers" title={said.readers} flush={readers.length > 0}>
        {readers.length === 0 ? (
          <Muted>{said.noReaders}</Muted>
        ) : (
          <Rows label={said.readers}>
            {[...Map.groupBy(readers, ({ name, roles, because }) => `${name} ${roles} ${because}`).values()].map((those) => (
              <RowItem title={those[0]?.name} detail={detailOf(those, here)} />
            ))}
          </Rows>
        )}
      </Card>
      <Card id="in-charge" title={said.inCharge}>
        <p>
          <Strong>{institution.legalName}</Strong>
          <br />
          {institution.address}
        </p>
        <Link href={`mailto:${institution.privacyEmail}`}>{institution.privacyEmail}</Link>
        <Muted small>{said.organisationSees}</Muted>
        <Muted small>
          {said.complain(institution.authority.name)} <Link href={institution.authority.website}>{institution.authority.website.replace('https://', '')}</Link>
        </Muted>
      </Card>
    </>
  )
}

/** `lærer · Underviser på et kurs du tar (Undervisning, Prøver og vurdering)` */
function detailOf(readers: Held['readers'], here: Here): string {
  const { language } = here.visit
  const said = say(words, language) as unknown as Readonly<Record<string, string>>
  const [reader] = readers
  const because = said[`because_${reader?.because}`] ?? reader?.because
  const purposes = [...new Set(readers.map(({ purposeName }) => purposeName))].join(', ')
  return [rolesSaid(reader?.roles ?? [], language), `${because} (${purposes})`].filter(Boolean).join(' · ')
}

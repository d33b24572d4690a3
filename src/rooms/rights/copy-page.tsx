import { formatDateTime } from '../../platform/time.ts'
import { say } from '../../platform/words.ts'
import { meaningOf } from '../../privacy/words.ts'
import type { Here } from '../../web/here.ts'
import type { Html } from '../../web/jsx-runtime.ts'
import { Button } from '../../web/kit/action.tsx'
import { Table } from '../../web/kit/data.tsx'
import { Form } from '../../web/kit/form.tsx'
import { Card, Column, PageHead, Row, Stack } from '../../web/kit/layout.tsx'
import { Definitions } from '../../web/kit/lists.tsx'
import { Code, Heading, Muted } from '../../web/kit/text.tsx'
import { Page } from '../../web/page.tsx'
import { LooksTimeline } from './looks-timeline.tsx'
import { ProofField } from './proof-field.tsx'
import { peopleSaid } from './saying.ts'
import type { CopiedTable, Copy } from './shapes.ts'
import { valueSaid } from './value.ts'
import { WhyList } from './why-list.tsx'
import { words } from './words.ts'

type Shown = { copy: Copy | null; key: string; proof: { isFresh: boolean; hasPassword: boolean } }

/** Everything we keep, to read and to print; or the question who is asking. */
export function CopyPage({ copy, key, proof }: Shown, here: Here): Html {
  return copy ? <WholeCopy copy={copy} keyOfFile={key} here={here} /> : <LockedCopy proof={proof} here={here} />
}

function LockedCopy({ proof, here }: { proof: Shown['proof']; here: Here }): Html {
  const said = say(words, here.visit.language)
  return (
    <Page here={here} title={said.copyTitle}>
      <PageHead title={said.copyTitle} lede={said.copyLockedLede} />
      <Column>
        <Form action="/my-data/copy">
          <Stack>
            <ProofField proof={proof} here={here} />
            {proof.hasPassword ? (
              <>
                <Muted small>{said.copyEnds}</Muted>
                <Button>{said.showCopy}</Button>
              </>
            ) : null}
          </Stack>
        </Form>
      </Column>
    </Page>
  )
}

function WholeCopy({ copy, keyOfFile, here }: { copy: Copy; keyOfFile: string; here: Here }): Html {
  const { language, site, person } = here.visit
  const said = say(words, language)
  const name = `${person?.firstName} ${person?.lastName}`
  return (
    <Page here={here} title={said.copyTitle}>
      <PageHead kicker={copy.institution.legalName} title={said.copyTitle} lede={said.copyLede(name, formatDateTime(copy.made, language, site.zone))}>
        <Button href={`/my-data/copy/file?key=${keyOfFile}`} icon="download" download>
          {said.copyFile}
        </Button>
      </PageHead>
      <Stack gap="large">
        {copy.groups.map((group) => (
          <Card id={group.name} title={group.title}>
            {group.tables.every(isEmpty) ? <Muted>{said.nothingHeld}</Muted> : null}
            <Stack gap="large">
              {group.tables.filter((table) => !isEmpty(table)).map((table) => (
                <CopiedRows table={table} group={group.title} here={here} />
              ))}
            </Stack>
          </Card>
        ))}
        <Card id="seen" title={said.seen}>
          {copy.looks.length > 0 ? <LooksTimeline looks={copy.looks} here={here} level={3} /> : <Muted>{said.nobodyLooked}</Muted>}
        </Card>
        <Row>
          <Button href="/my-data" look="secondary">
            {said.title}
          </Button>
        </Row>
      </Stack>
    </Page>
  )
}

function isEmpty({ rows, mentions }: CopiedTable): boolean {
  return rows.length + mentions.length === 0
}

function CopiedRows({ table, group, here }: { table: CopiedTable; group: string; here: Here }): Html {
  const { language } = here.visit
  const said = say(words, language)
  return (
    <Stack gap="small">
      <Heading level={3}>{table.title}</Heading>
      <p>
        <Code>{table.table}</Code>
      </p>
      <Definitions
        items={[
          [said.why, <WhyList table={table} here={here} />],
          [said.until, table.until],
          [said.source, table.source],
          [said.mayBeSeenBy, peopleSaid(table.seenBy, language) || said.onlyYou],
        ]}
      />
      {table.rows.length > 0 ? <CopiedTableRows table={table} caption={`${group}: ${table.title}`} here={here} /> : null}
      {table.mentions.length > 0 ? <Muted small>{said.mentions(table.mentions.length)}</Muted> : null}
    </Stack>
  )
}

/** A row a line, or where there is but one, a value a line. */
function CopiedTableRows({ table, caption, here }: { table: CopiedTable; caption: string; here: Here }): Html {
  const { language, site } = here.visit
  const said = say(words, language)
  const columns = shownColumns(table)
  const ends = table.rows.some(({ until }) => until !== null)
  const titles = [...columns.map((column) => titleOf(table, column, here)), ...(ends ? [said.endsOn] : [])]
  const cells = table.rows.map(({ values, until, untold }) => [
    ...columns.map((column) => (untold.includes(column) ? said.untold : valueSaid(table, column, values[column], here))),
    ...(ends ? [until ? formatDateTime(new Date(until), language, site.zone) : '–'] : []),
  ])
  const [only, ...others] = cells
  const id = `rows-${table.table.replace('.', '-')}`
  if (only && others.length === 0) {
    const lines = titles.map((title, index) => [title, only[index] ?? '–'])
    return <Table id={id} caption={caption} hideCaption columns={[{ title: said.entry }, { title: said.value }]} rows={lines} />
  }
  const head = [{ title: said.rowNumber, numbers: true }, ...titles.map((title) => ({ title }))]
  return <Table id={id} caption={caption} hideCaption columns={head} rows={cells.map((row, index) => [String(index + 1), ...row])} />
}

const ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/

/**
 * Ids say nothing to people, nor does a column that is empty or `you` in every row; the file has them all.
 */
function shownColumns({ rows, people }: CopiedTable): string[] {
  const says = (column: string, value: unknown) =>
    people.includes(column) ? value !== null && value !== 'you' : value !== null && value !== undefined && !(typeof value === 'string' && ID.test(value))
  return Object.keys(rows[0]?.values ?? {}).filter((column) => rows.some(({ values, untold }) => untold.includes(column) || says(column, values[column])))
}

function titleOf({ table, people }: CopiedTable, column: string, { visit }: Here): string {
  if (people.includes(column)) return say(words, visit.language).people
  const meaning = meaningOf(table, column)[visit.language]
  return meaning.charAt(0).toUpperCase() + meaning.slice(1)
}

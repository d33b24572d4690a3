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
import { peopleSaid, whySaid } from './saying.ts'
import type { CopiedTable, Copy } from './shapes.ts'
import { valueSaid } from './value.ts'
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
      {copy.groups.map((group) => (
        <Card id={group.name} title={group.title}>
          {group.tables.every(isEmpty) ? <Muted>{said.nothingHeld}</Muted> : null}
          {group.tables.filter((table) => !isEmpty(table)).map((table) => (
            <CopiedRows table={table} here={here} />
          ))}
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
    </Page>
  )
}

function isEmpty({ rows, mentions }: CopiedTable): boolean {
  return rows.length + mentions.length === 0
}

function CopiedRows({ table, here }: { table: CopiedTable; here: Here }): Html {
  const { language } = here.visit
  const said = say(words, language)
  return (
    <div>
      <Heading level={3}>{table.title}</Heading>
      <Code>{table.table}</Code>
      <Muted small>
        {[whySaid(table, language), `${said.until}: ${table.until}.`, `${said.mayBeSeenBy}: ${peopleSaid(table.seenBy, language) || said.onlyYou}.`].join(' ')}
      </Muted>
      {table.rows.length === 1 ? <OneRow table={table} here={here} /> : null}
      {table.rows.length > 1 ? <ManyRows table={table} here={here} /> : null}
      {table.mentions.length > 0 ? <Muted small>{said.mentions(table.mentions.length)}</Muted> : null}
    </div>
  )
}

function OneRow({ table, here }: { table: CopiedTable; here: Here }): Html {
  const [row] = table.rows
  const columns = shownColumns(table)
  return <Definitions items={columns.map((column) => [titleOf(table, column, here), valueSaid(row?.values[column], here)])} />
}

function ManyRows({ table, here }: { table: CopiedTable; here: Here }): Html {
  const said = say(words, here.visit.language)
  const columns = shownColumns(table)
  return (
    <Table
      id={`rows-${table.table.replace('.', '-')}`}
      caption={table.title}
      hideCaption
      columns={[{ title: said.rowNumber, numbers: true }, ...columns.map((column) => ({ title: titleOf(table, column, here) }))]}
      rows={table.rows.map(({ values }, index) => [String(index + 1), ...columns.map((column) => valueSaid(values[column], here))])}
    />
  )
}

const ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/

/** Ids say nothing to people, and columns that are empty in every row neither; the file has them all. */
function shownColumns({ rows }: CopiedTable): string[] {
  const says = (value: unknown) => value !== null && value !== undefined && !(typeof value === 'string' && ID.test(value))
  return Object.keys(rows[0]?.values ?? {}).filter((column) => rows.some(({ values }) => says(values[column])))
}

function titleOf({ table }: CopiedTable, column: string, { visit }: Here): string {
  const meaning = meaningOf(table, column)[visit.language]
  return meaning.charAt(0).toUpperCase() + meaning.slice(1)
}

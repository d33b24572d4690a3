import { formatDateTime } from '../../platform/time.ts'
import { type Language, say } from '../../platform/words.ts'
import { basisNames, sourceNames, tableNames } from '../../privacy/words.ts'
import type { Here } from '../../web/here.ts'
import type { Html } from '../../web/jsx-runtime.ts'
import { ActionList, Button } from '../../web/kit/action.tsx'
import { Field } from '../../web/kit/fields.tsx'
import { Form } from '../../web/kit/form.tsx'
import { Card, Column, PageHead, Row, Split, Stack } from '../../web/kit/layout.tsx'
import { Definitions, DetailsRows, RowItem, Rows } from '../../web/kit/lists.tsx'
import { Notice } from '../../web/kit/state.tsx'
import { Code, Link, Muted } from '../../web/kit/text.tsx'
import { Page } from '../../web/page.tsx'
import { words } from './words.ts'

type Held = {
  table: string
  why: { name: string; why: string; basis: string }[]
  source: string
  rows: { values: Record<string, unknown>; until: string | null }[]
  mentions: unknown[]
}
export type MyData = { tables: Held[]; looks: { looked: Date; purpose: string; what: string; name: string | null }[] }

/** What we hold, why, on what basis, from where, until when; and who has looked. */
export function MyDataPage({ tables, looks }: MyData, here: Here): Html {
  const { language, site } = here.visit
  const said = say(words, language)
  const held = tables.filter(({ rows, mentions }) => rows.length + mentions.length > 0)
  return (
    <Page here={here} title={said.title}>
      <PageHead title={said.title} lede={said.lede(site.name)} />
      <Stack>
        <ActionList
          label={said.title}
          actions={[
            { href: '/my-data/copy', icon: 'download', title: said.download, text: said.downloadText },
            { href: '/account', icon: 'pencil', title: said.correct, text: said.correctText },
            { href: '/my-data/deletion', icon: 'cross', title: said.delete, text: said.deleteText, danger: true },
          ]}
        />
        <Split asideLabel={said.contact} aside={<Contact here={here} />}>
          <Card id="held" title={said.held} flush>
            <DetailsRows items={held.map((one) => heldItem(one, language))} />
          </Card>
          <Card id="looks" title={said.looks} flush>
            {looks.length === 0 ? <Muted>{said.nobody}</Muted> : null}
            <Rows label={said.looks}>
              {looks.map((one) => (
                <RowItem title={one.name ?? said.someone} detail={`${one.what} · ${one.purpose}`} end={formatDateTime(one.looked, language, site.zone)} />
              ))}
            </Rows>
          </Card>
        </Split>
      </Stack>
    </Page>
  )
}

function heldItem(held: Held, language: Language) {
  const said = say(words, language)
  const bases = [...new Set(held.why.map(({ basis }) => (basisNames as Record<string, Record<Language, string>>)[basis]?.[language] ?? basis))]
  const until = held.rows.map((row) => row.until).find((moment) => moment !== null)
  return {
    icon: 'file-text' as const,
    title: nameOf(held.table, language),
    detail: said.rows(held.rows.length + held.mentions.length),
    children: (
      <Definitions
        items={[
          [said.why, held.why.map(({ why }) => <p>{why}</p>)],
          [said.basis, bases.join(', ')],
          [said.from, (sourceNames as Record<string, Record<Language, string>>)[held.source]?.[language] ?? held.source],
          [said.until, until ? until.slice(0, 10) : said.withAccount],
          ...Object.entries(held.rows[0]?.values ?? {})
            .filter(([, value]) => value !== null && typeof value !== 'object')
            .map(([name, value]): [string, string] => [name.replaceAll('_', ' '), String(value)]),
        ]}
      />
    ),
  }
}

function Contact({ here }: { here: Here }): Html {
  const { site, language } = here.visit
  const said = say(words, language)
  return (
    <Card id="contact" title={said.contact}>
      <p>{site.legalName}</p>
      <p>{site.address}</p>
      <Link href={`mailto:${site.privacyEmail}`}>{site.privacyEmail}</Link>
    </Card>
  )
}

type Counts = Record<string, number>

/** Before it is done: what goes, and what stays without a name. */
export function DeletionPage({ deleted, forgotten }: { deleted: Counts; forgotten: Counts }, here: Here): Html {
  const said = say(words, here.visit.language)
  return (
    <Page here={here} title={said.delete}>
      <PageHead title={said.delete} lede={said.deleteLede} />
      <Column>
        <Stack>
          <Counted id="goes" title={said.goes} counts={deleted} here={here} />
          {Object.keys(forgotten).length > 0 ? <Counted id="stays" title={said.stays} counts={forgotten} here={here} /> : null}
          <Notice tone="info">{said.staysText}</Notice>
          <Form action="/my-data/deletion">
            <Stack>
              <Field name="password" type="password" label={said.password} autocomplete="current-password" error={here.entered.errors['password']} />
              <Row>
                <Button tone="danger">{said.deleteNow}</Button>
                <Button href="/my-data" look="secondary">
                  {said.keep}
                </Button>
              </Row>
            </Stack>
          </Form>
        </Stack>
      </Column>
    </Page>
  )
}

export function ReceiptPage({ code, erased, outcome }: { code: string; erased: Date; outcome: { deleted: Counts; forgotten: Counts } }, here: Here): Html {
  const { language, site } = here.visit
  const said = say(words, language)
  return (
    <Page here={here} title={said.receipt}>
      <PageHead title={said.receipt} lede={said.receiptText(formatDateTime(erased, language, site.zone))} />
      <Column>
        <Definitions items={[[said.code, <Code>{code}</Code>]]} />
        <Counted id="goes" title={said.goes} counts={outcome.deleted} here={here} />
      </Column>
    </Page>
  )
}

function Counted({ id, title, counts, here }: { id: string; title: string; counts: Counts; here: Here }): Html {
  const { language } = here.visit
  const said = say(words, language)
  return (
    <Card id={id} title={title} flush>
      <Rows label={title}>
        {Object.entries(counts).map(([table, rows]) => (
          <RowItem title={nameOf(table, language)} end={said.rows(rows)} />
        ))}
      </Rows>
    </Card>
  )
}

function nameOf(table: string, language: Language): string {
  return tableNames[table]?.[language] ?? table
}

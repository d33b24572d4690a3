import { sayDuration } from '../../../privacy/duration-words.ts'
import { durations } from '../../../privacy/durations.ts'
import { formatDate, formatDateTime } from '../../../platform/time.ts'
import { say } from '../../../platform/words.ts'
import type { Here } from '../../../web/here.ts'
import type { Html } from '../../../web/jsx-runtime.ts'
import { Button } from '../../../web/kit/action.tsx'
import { Checkbox, Fieldset } from '../../../web/kit/choices.tsx'
import { Field, Select } from '../../../web/kit/fields.tsx'
import { Form } from '../../../web/kit/form.tsx'
import { Card, Column, PageHead, Row, Stack } from '../../../web/kit/layout.tsx'
import { RowItem, Rows } from '../../../web/kit/lists.tsx'
import { EmptyState, Notice, Tag } from '../../../web/kit/state.tsx'
import { Link, Muted } from '../../../web/kit/text.tsx'
import { Page } from '../../../web/page.tsx'
import { words as frameWords } from '../../../web/words.ts'
import type { LogRow, Search, ShownHold } from './service.ts'
import { kindWords, words } from './words.ts'

const LOG = '/oversight/security-log'
const HOLDS = '/oversight/holds'

type Log = { search: Search; rows: readonly LogRow[]; before: string | null; latest: string }

/** The log as whoever investigates needs it: what, when, from where; accounts by their ids alone. */
export function LogPage(log: Log, here: Here): Html {
  const { language } = here.visit
  const said = say(words, language)
  const { search, rows, before } = log
  return (
    <Page here={here} title={said.logTitle}>
      <PageHead title={said.logTitle} lede={said.logLede(sayDuration(durations.securityLog)[language])} kicker={<Link href="/oversight">{said.oversight}</Link>} />
      <Column>
        <Notice tone="info">{said.logSeen}</Notice>
        <SearchForm search={search} here={here} />
        <Narrowed search={search} here={here} />
        {rows.length === 0 ? <EmptyState icon="shield" title={said.nothingFound}>{said.nothingFoundWhy}</EmptyState> : <HoldForm log={log} here={here} />}
        {before ? <Row><Button look="secondary" href={addressOf({ ...search, before })}>{said.older}</Button></Row> : null}
      </Column>
    </Page>
  )
}

function SearchForm({ search, here }: { search: Search; here: Here }): Html {
  const { language } = here.visit
  const said = say(words, language)
  const frame = say(frameWords, language)
  const kinds = Object.entries(kindWords).map(([value, phrase]) => ({ value, text: phrase[language] }))
  return (
    <Form action={LOG} method="get" label={frame.search}>
      <Stack gap="small">
        <Field name="email" type="email" label={said.email} value={search.email} description={said.emailWhy} optional={frame.optional} autocomplete="off" />
        <Select name="kind" label={said.kind} value={search.kind} empty={said.anyKind} options={kinds} />
        <Row><Button look="secondary" icon="magnifying-glass">{frame.search}</Button></Row>
      </Stack>
    </Form>
  )
}

function Narrowed({ search: { account, network }, here }: { search: Search; here: Here }): Html | null {
  const said = say(words, here.visit.language)
  if (!account && !network) return null
  return (
    <p>
      {account ? said.onlyAccount(shortOf(account)) : null} {network ? said.onlyNetwork(network) : null} <Link href={LOG}>{said.showAll}</Link>
    </p>
  )
}

function HoldForm({ log: { search, rows, latest }, here }: { log: Log; here: Here }): Html {
  const { language } = here.visit
  const said = say(words, language)
  const { values, errors } = here.entered
  const chosen = [values['events'] ?? []].flat()
  const query = addressOf(search).slice(LOG.length)
  return (
    <Form action={HOLDS + query}>
      <Stack>
        <Card id="rows" title={said.rows}>
          <Fieldset id="events" legend={said.rows} hideLegend error={errors['events']}>
            {rows.map((row) => <LogEntry row={row} isChosen={chosen.includes(row.id)} search={search} here={here} />)}
          </Fieldset>
        </Card>
        <Card id="hold" title={said.hold}>
          <Stack>
            <Muted>{said.holdWhat(sayDuration(durations.investigation)[language])}</Muted>
            <Field name="reason" label={said.reason} value={String(values['reason'] ?? '')} description={said.reasonWhy} error={errors['reason']} maxlength={500} autocomplete="off" />
            <Field name="until" type="date" label={said.until} value={String(values['until'] ?? '')} max={latest} error={errors['until']} short />
            <Row><Button icon="shield">{said.hold}</Button></Row>
          </Stack>
        </Card>
      </Stack>
    </Form>
  )
}

type Entry = { row: LogRow; isChosen: boolean; search: Search; here: Here }

/** What is held already is not offered again. */
function LogEntry({ row, isChosen, search, here }: Entry): Html {
  const { language, site, now } = here.visit
  const said = say(words, language)
  const title = `${formatDateTime(row.happened, language, site.zone)} · ${kindSaid(row.kind, here)}`
  const where = [row.person ? said.account(shortOf(row.person)) : said.noAccount, row.device, row.network].filter((part) => part && part !== '–').join(' · ')
  const more = (
    <>
      {where} <Alike row={row} search={search} here={here} title={title} />
    </>
  )
  if (row.heldUntil && row.heldUntil > now) {
    return (
      <div>
        <p>
          {title} <Tag tone="info">{said.heldUntil(formatDate(lastDayOf(row.heldUntil), language, site.zone))}</Tag>
        </p>
        <Muted small>{more}</Muted>
      </div>
    )
  }
  return (
    <Checkbox name="events" id={`event-${row.id}`} value={row.id} checked={isChosen} description={more}>
      {title}
    </Checkbox>
  )
}

function Alike({ row, search, here, title }: { row: LogRow; search: Search; here: Here; title: string }): Html {
  const said = say(words, here.visit.language)
  const to = (narrower: Partial<Search>) => addressOf({ ...search, email: '', before: '', ...narrower })
  return (
    <>
      {row.person && search.account !== row.person ? <Link href={to({ account: row.person })} label={`${said.sameAccount}: ${title}`}>{said.sameAccount}</Link> : null}{' '}
      {row.network && search.network !== row.network ? <Link href={to({ network: row.network })} label={`${said.sameNetwork}: ${title}`}>{said.sameNetwork}</Link> : null}
    </>
  )
}

/** What is held, why, until when and by whom. */
export function HoldsPage({ holds }: { holds: readonly ShownHold[] }, here: Here): Html {
  const said = say(words, here.visit.language)
  return (
    <Page here={here} title={said.holdsTitle}>
      <PageHead title={said.holdsTitle} lede={said.holdsLede} kicker={<Link href="/oversight">{said.oversight}</Link>}>
        <Button href={LOG} look="secondary">{said.toLog}</Button>
      </PageHead>
      <Column>
        {holds.length === 0 ? (
          <EmptyState icon="shield" title={said.noHolds}>{said.noHoldsWhy}</EmptyState>
        ) : (
          <Card id="holds" title={said.holdsTitle} flush>
            <Rows label={said.holdsTitle}>{holds.map((hold) => <HoldRow hold={hold} here={here} />)}</Rows>
          </Card>
        )}
      </Column>
    </Page>
  )
}

function HoldRow({ hold, here }: { hold: ShownHold; here: Here }): Html {
  const { language, site, now } = here.visit
  const said = say(words, language)
  const day = (moment: Date) => formatDate(moment, language, site.zone)
  const isInForce = hold.until > now
  const last = isInForce ? lastDayOf(hold.until) : hold.until
  return (
    <RowItem
      id={hold.id}
      title={hold.reason}
      tag={<Tag tone={isInForce ? 'info' : 'neutral'}>{isInForce ? said.inForce : said.over}</Tag>}
      detail={[said.placedOn(day(hold.placed), hold.by ?? said.someoneForgotten), said.untilDay(day(last)), said.rowCount(hold.rows)].join(' · ')}
      actions={
        isInForce ? (
          <Form action={`${HOLDS}/${hold.id}/end`} label={`${said.endHold}: ${hold.reason}`}>
            <Button look="secondary" small>{said.endHold}</Button>
          </Form>
        ) : undefined
      }
    />
  )
}

/** A day that is set is over at midnight: the last day is the one before. */
function lastDayOf(until: Date): Date {
  return new Date(until.getTime() - 1)
}

function kindSaid(kind: string, { visit }: Here): string {
  return kind in kindWords ? kindWords[kind as keyof typeof kindWords][visit.language] : kind
}

/** The end of an id tells accounts apart; its beginning is when it was made. */
function shortOf(account: string): string {
  return account.slice(-6)
}

function addressOf(search: Partial<Search>): string {
  const asked = Object.entries(search).filter(([, value]) => value !== '')
  return asked.length === 0 ? LOG : `${LOG}?${new URLSearchParams(asked)}`
}

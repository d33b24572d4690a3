import { formatDate, formatDateTime } from '../../../platform/time.ts'
import { say } from '../../../platform/words.ts'
import { HEARTBEAT } from '../../../privacy/runs.ts'
import type { Here } from '../../../web/here.ts'
import type { Html } from '../../../web/jsx-runtime.ts'
import { ActionList } from '../../../web/kit/action.tsx'
import { Card, PageHead, Split } from '../../../web/kit/layout.tsx'
import { Definitions, RowItem, Rows } from '../../../web/kit/lists.tsx'
import { EmptyState, Notice, Tag } from '../../../web/kit/state.tsx'
import { Figures, Muted } from '../../../web/kit/text.tsx'
import { Page } from '../../../web/page.tsx'
import type { Overview } from './overview.ts'
import { JOB_WORDS, words } from './words.ts'

/** Where the privacy officer's work begins: how the promises stand, in numbers. */
export function OverviewPage(overview: Overview, here: Here): Html {
  const said = say(words, here.visit.language)
  const { holds, promises } = overview
  return (
    <Page here={here} title={said.oversight}>
      <PageHead title={said.oversight} lede={said.oversightLede} />
      <Split aside={<Erased overview={overview} here={here} />} asideLabel={said.erased}>
        <Overdue overview={overview} here={here} />
        <ActionList
          label={said.whatToDo}
          actions={[
            { href: '/oversight/holds', icon: 'shield', title: said.holds, text: said.holdsNow(holds) },
            { href: '/oversight/security-log', icon: 'key', title: said.securityLog, text: said.securityLogWhat },
            { href: '/privacy/promises', icon: 'check-circle', title: said.promises, text: said.promisesNow(promises.tested, promises.kept, promises.all) },
          ]}
        />
        <Runs overview={overview} here={here} />
      </Split>
    </Page>
  )
}

function Overdue({ overview: { overdue, ledger }, here }: { overview: Overview; here: Here }): Html {
  const { language, site } = here.visit
  const said = say(words, language)
  if (ledger.back > 0) return <Notice tone="danger">{said.broughtBack(ledger.back)}</Notice>
  if (!overdue.oldest) return <Notice tone="success">{said.nothingOverdue}</Notice>
  return <Notice tone="danger">{said.overdue(overdue.count, formatDateTime(overdue.oldest, language, site.zone))}</Notice>
}

function Runs({ overview: { runs }, here }: { overview: Overview; here: Here }): Html {
  const { language, site, now } = here.visit
  const said = say(words, language)
  return (
    <Card id="runs" title={said.runs} flush>
      {runs.length === 0 ? <EmptyState icon="calendar" title={said.noRuns} level={3}>{said.noRunsWhy}</EmptyState> : null}
      <Rows label={said.runs}>
        {runs.map(({ job, ran, gone, overdue }) => (
          <RowItem
            title={job in JOB_WORDS ? JOB_WORDS[job as keyof typeof JOB_WORDS][language] : job}
            detail={[said.ranAt(formatDateTime(ran, language, site.zone)), said.went(gone), ...(overdue > 0 ? [said.leftOver(overdue)] : [])].join(' · ')}
            tag={now.getTime() - ran.getTime() > HEARTBEAT ? <Tag tone="danger">{said.silent}</Tag> : undefined}
          />
        ))}
      </Rows>
    </Card>
  )
}

function Erased({ overview: { receipts, ledger, promises }, here }: { overview: Overview; here: Here }): Html {
  const { language } = here.visit
  const said = say(words, language)
  return (
    <>
      <Card id="receipts" title={said.erased}>
        {receipts.length === 0 ? <p>{said.nobodyErased}</p> : null}
        {receipts.length > 0 ? <Definitions items={receipts.map(({ cause, count }) => [said[`cause_${cause}`], <Figures>{String(count)}</Figures>])} /> : null}
        <Muted small>{said.ledger(ledger.erasures)}</Muted>
      </Card>
      <Card id="proved" title={said.proofs}>
        <p>{promises.proved ? said.provedOn(formatDate(new Date(promises.proved), language, 'UTC')) : said.notProved}</p>
      </Card>
    </>
  )
}

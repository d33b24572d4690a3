import { z } from 'zod'
import { HEARTBEAT } from '../../privacy/runs.ts'
import { formatDate, formatDateTime } from '../../platform/time.ts'
import { say } from '../../platform/words.ts'
import type { Here } from '../../web/here.ts'
import type { Html } from '../../web/jsx-runtime.ts'
import { Card, Column, PageHead } from '../../web/kit/layout.tsx'
import { Definitions, Details } from '../../web/kit/lists.tsx'
import { Notice, Tag } from '../../web/kit/state.tsx'
import { Link, Muted, Prose } from '../../web/kit/text.tsx'
import { Page } from '../../web/page.tsx'
import { words } from './words.ts'

export const promisesAnswer = z.object({
  version: z.string(),
  /** The day on which all tests last passed in one run. */
  proved: z.string().nullable(),
  /** What the job that erases found when it last came round; null where it has not yet. */
  erasures: z.object({ looked: z.date(), overdue: z.number().describe('Accounts that should have been erased and are not.') }).nullable(),
  promises: z.array(
    z.object({
      id: z.string(),
      sentence: z.string(),
      later: z.boolean(),
      keptBy: z.string().nullable(),
      tests: z.array(z.string()),
    }),
  ),
})
type Answer = z.output<typeof promisesAnswer>
type Promised = Answer['promises'][number]

/** Each sentence of the policy in force, what keeps it, and what shows that it does. */
export function PromisesPage({ proved, erasures, promises }: Answer, here: Here): Html {
  const { language } = here.visit
  const said = say(words, language)
  const kept = promises.filter(({ later }) => !later)
  const tested = kept.filter(({ tests }) => tests.length > 0)
  return (
    <Page here={here} title={said.promisesTitle}>
      <PageHead title={said.promisesTitle} lede={said.promisesLede} />
      <Column>
        <Notice tone={proved ? 'success' : 'info'}>
          {said.promisesCount(tested.length, kept.length, promises.length)}{' '}
          {proved ? said.lastProved(formatDate(new Date(proved), language, 'UTC')) : said.notYetProved}
        </Notice>
        <Erasures erasures={erasures} here={here} />
        {promises.map((promise) => (
          <PromiseCard promise={promise} here={here} />
        ))}
        <p>
          <Link href="/privacy">{said.title}</Link>
        </p>
      </Column>
    </Page>
  )
}

/** A zero counts only with its moment: of a job that has stopped nobody can say that nothing is overdue. */
function Erasures({ erasures, here }: { erasures: Answer['erasures']; here: Here }): Html {
  const { language, site, now } = here.visit
  const said = say(words, language)
  if (!erasures) return <Notice tone="info">{said.erasuresNotYet}</Notice>
  const at = formatDateTime(erasures.looked, language, site.zone)
  if (now.getTime() - erasures.looked.getTime() > HEARTBEAT) return <Notice tone="warning">{said.erasuresSilent(at)}</Notice>
  return <Notice tone={erasures.overdue === 0 ? 'success' : 'danger'}>{said.erasuresOverdue(erasures.overdue, at)}</Notice>
}

function PromiseCard({ promise, here }: { promise: Promised; here: Here }): Html {
  const said = say(words, here.visit.language)
  const { id, sentence, later, keptBy, tests } = promise
  return (
    <Card id={id} title={<>{id} <State promise={promise} here={here} /></>}>
      <Prose>
        <p>{sentence}</p>
      </Prose>
      {keptBy && !later ? <Definitions items={[[said.mechanism, keptBy]]} /> : null}
      {tests.length > 0 ? (
        <Details summary={`${said.tests} (${tests.length})`}>
          <Prose lang="en">
            <ul>
              {tests.map((title) => (
                <li>{title}</li>
              ))}
            </ul>
          </Prose>
        </Details>
      ) : later ? null : <Muted small>{said.noTest}</Muted>}
    </Card>
  )
}

function State({ promise: { later, tests }, here }: { promise: Promised; here: Here }): Html {
  const said = say(words, here.visit.language)
  if (later) return <Tag tone="neutral">{said.comesLater}</Tag>
  return tests.length > 0 ? <Tag tone="success">{said.keptAndTested}</Tag> : <Tag tone="info">{said.kept}</Tag>
}

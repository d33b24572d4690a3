import { z } from 'zod'
import { renderMarkdown } from '../../platform/markdown.ts'
import { formatDate } from '../../platform/time.ts'
import { say } from '../../platform/words.ts'
import type { Here } from '../../web/here.ts'
import { type Html, trusted } from '../../web/jsx-runtime.ts'
import { Button } from '../../web/kit/action.tsx'
import { Card, PageHead, Row, Split } from '../../web/kit/layout.tsx'
import { Details, RowItem, Rows } from '../../web/kit/lists.tsx'
import { Notice, Tag } from '../../web/kit/state.tsx'
import { Code, Link, Prose } from '../../web/kit/text.tsx'
import { Page } from '../../web/page.tsx'
import { withAnchors } from './text.ts'
import { words } from './words.ts'

export const policyAnswer = z.object({
  version: z.string(),
  effective: z.date(),
  language: z.enum(['nb', 'da', 'en']),
  /** Markdown, its lists filled in. */
  text: z.string(),
  inForce: z.boolean(),
  next: z.object({ version: z.string(), effective: z.date() }).nullable(),
})
type Policy = z.output<typeof policyAnswer>

export const versionsAnswer = z.object({
  versions: z.array(
    z.object({
      version: z.string(),
      effective: z.date(),
      published: z.date(),
      state: z.enum(['inForce', 'toCome', 'past']),
      isFirst: z.boolean(),
    }),
  ),
})

/** The first characters of a hash: what people compare. */
export function short(hash: string): string {
  return hash.slice(0, 8)
}

/** The policy to be read: the text, its contents beside it, and where to look behind it. */
export function PolicyPage(policy: Policy, here: Here): Html {
  const { language, site } = here.visit
  const said = say(words, language)
  const { html, contents } = withAnchors(renderMarkdown(policy.text, { language }))
  const day = formatDate(policy.effective, language, site.zone)
  return (
    <Page here={here} title={said.title}>
      <PageHead title={said.title} lede={`${said.inForceSince(day)} ${said.versionName(short(policy.version))}.`} />
      <Split asideLabel={said.aboutText} aside={<Behind policy={policy} here={here} />}>
        <Standing policy={policy} here={here} />
        <Contents title={said.contents} items={contents} />
        <Card>
          <Prose>{trusted(html)}</Prose>
        </Card>
      </Split>
    </Page>
  )
}

/** Every version there has been, the newest first. */
export function VersionsPage({ versions }: z.output<typeof versionsAnswer>, here: Here): Html {
  const { language, site } = here.visit
  const said = say(words, language)
  return (
    <Page here={here} title={said.versionsTitle}>
      <PageHead title={said.versionsTitle} lede={said.versionsLede} />
      <Card flush>
        <Rows label={said.versionsTitle}>
          {versions.map((one) => (
            <RowItem
              title={said.inForceSince(formatDate(one.effective, language, site.zone))}
              detail={said.versionName(short(one.version))}
              tag={<State state={one.state} here={here} />}
              actions={
                <Row>
                  <Link href={`/privacy/versions/${one.version}`} label={`${said.readIt}: ${short(one.version)}`}>
                    {said.readIt}
                  </Link>
                  {one.isFirst ? null : (
                    <Link href={`/privacy/versions/${one.version}/changes`} label={`${said.whatChanged}: ${short(one.version)}`}>
                      {said.whatChanged}
                    </Link>
                  )}
                </Row>
              }
            />
          ))}
        </Rows>
      </Card>
    </Page>
  )
}

function State({ state, here }: { state: 'inForce' | 'toCome' | 'past'; here: Here }): Html | null {
  const said = say(words, here.visit.language)
  if (state === 'inForce') return <Tag tone="success">{said.inForce}</Tag>
  return state === 'toCome' ? <Tag tone="info">{said.comesIntoForce}</Tag> : null
}

/** Whether this is the text that holds, and what comes next. */
function Standing({ policy, here }: { policy: Policy; here: Here }): Html {
  const { language, site } = here.visit
  const said = say(words, language)
  const { next } = policy
  return (
    <>
      {policy.inForce ? null : (
        <Notice tone="warning">
          {said.notThisOne} <Link href="/privacy">{said.toCurrent}</Link>
        </Notice>
      )}
      {next ? (
        <Notice>
          {said.comingSoon(formatDate(next.effective, language, site.zone))} <Link href={`/privacy/versions/${next.version}`}>{said.readIt}</Link>
        </Notice>
      ) : null}
    </>
  )
}

function Contents({ title, items }: { title: string; items: readonly { id: string; title: string }[] }): Html {
  return (
    <Details summary={title}>
      <nav class="policy-contents" aria-label={title}>
        <ul>
          {items.map((item) => (
            <li>
              <a href={`#${item.id}`}>{item.title}</a>
            </li>
          ))}
        </ul>
      </nav>
    </Details>
  )
}

function Behind({ policy, here }: { policy: Policy; here: Here }): Html {
  const said = say(words, here.visit.language)
  return (
    <Card id="behind" title={said.aboutText}>
      <Row>
        <Button href="/privacy/promises" look="secondary">
          {said.keptHow}
        </Button>
      </Row>
      <p>
        <Link href={`/privacy/versions/${policy.version}/changes`}>{said.whatChanged}</Link>
      </p>
      <p>
        <Link href="/privacy/versions">{said.allVersions}</Link>
      </p>
      <p>
        {said.versionSeal}: <Code>{policy.version}</Code>
      </p>
    </Card>
  )
}

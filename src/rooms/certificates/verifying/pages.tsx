import { formatDate } from '../../../platform/time.ts'
import { say } from '../../../platform/words.ts'
import type { Here } from '../../../web/here.ts'
import type { Child, Html } from '../../../web/jsx-runtime.ts'
import { Button } from '../../../web/kit/action.tsx'
import { Field } from '../../../web/kit/fields.tsx'
import { Form, Hidden } from '../../../web/kit/form.tsx'
import { Card, Column, PageHead, Row, Stack } from '../../../web/kit/layout.tsx'
import { Definitions, RowItem, Rows } from '../../../web/kit/lists.tsx'
import { EmptyState, Notice } from '../../../web/kit/state.tsx'
import { Code, Link, Muted } from '../../../web/kit/text.tsx'
import { Page } from '../../../web/page.tsx'
import { shownDay } from '../snapshot.ts'
import type { ShownPaper, ShownRevoked } from './routes.tsx'
import { words as holders } from '../words.ts'
import { verifyingWords } from './words.ts'

const words = { ...holders, ...verifyingWords }

/** Asks for a code. */
export function VerifyPage(_: unknown, here: Here): Html {
  const said = say(words, here.visit.language)
  return (
    <Page here={here} title={said.verifyTitle}>
      <PageHead title={said.verifyTitle} lede={said.verifyLede} />
      <Column>
        <CodeForm here={here} action="/verify" button={said.checkIt} />
        <Link href="/verify/revocations">{said.revokedList}</Link>
      </Column>
    </Page>
  )
}

/** What is revoked, by fingerprints that say nothing to whoever has not the paper. */
export function RevokedPage({ revocations, page, isLast }: ShownRevoked, here: Here): Html {
  const { language } = here.visit
  const said = say(words, language)
  return (
    <Page here={here} title={said.revokedList}>
      <PageHead title={said.revokedList} lede={said.revokedListLede} />
      <Column>
        {revocations.length === 0 ? <EmptyState icon="seal" title={said.noneRevoked} /> : null}
        {revocations.length > 0 ? (
          <Card id="revoked" title={said.fingerprints} flush>
            <Rows label={said.fingerprints}>
              {revocations.map(({ fingerprint, since }) => (
                <RowItem title={<Code>{fingerprint}</Code>} detail={said.revokedSince(shownDay(since, language))} />
              ))}
            </Rows>
          </Card>
        ) : null}
        {isLast ? null : <Link href={`/verify/revocations?page=${page + 1}`}>{said.moreRevoked}</Link>}
        <Link href="/verify">{said.verifyTitle}</Link>
      </Column>
    </Page>
  )
}

/** One field for a code, with an example. */
export function CodeForm({ here, action, button }: { here: Here; action: string; button: string }): Html {
  const said = say(words, here.visit.language)
  const { values, errors } = here.entered
  return (
    <Form action={action}>
      <Stack>
        <Field
          name="certificate"
          label={said.code}
          description={said.codeExample}
          value={String(values['certificate'] ?? '')}
          error={errors['certificate']}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          maxlength={100}
          short
        />
        <Row>
          <Button>{button}</Button>
        </Row>
      </Stack>
    </Form>
  )
}

/** What a paper says and whether it holds; to whom it was issued is compared, never shown. */
export function VerifiedPage(paper: ShownPaper, here: Here): Html {
  const said = say(words, here.visit.language)
  return (
    <Page here={here} title={`${said.verifyTitle}: ${paper.code}`}>
      <PageHead title={said.verifyTitle} />
      <Column>
        <Verdict paper={paper} here={here} />
        {nameMatches(here) ? <Match here={here} /> : null}
        <Card id="paper" title={said.paperSays}>
          <Definitions items={factsOf(paper, here)} />
        </Card>
        {paper.holder === 'withheld' || nameMatches(here) ? null : <Whose paper={paper} here={here} />}
        <Link href="/verify">{said.checkAnother}</Link>
      </Column>
    </Page>
  )
}

/** The word is ours only where nothing was refused: a refused form keeps whatever was sent in it. */
function nameMatches({ entered: { values, errors, refusal } }: Here): boolean {
  return values['matches'] === 'yes' && Object.keys(errors).length === 0 && !refusal
}

function Match({ here }: { here: Here }): Html {
  const said = say(words, here.visit.language)
  return (
    <Notice tone="success" title={said.nameMatches} spoken="status">
      {said.nameMatchesText}
    </Notice>
  )
}

function Verdict({ paper, here }: { paper: ShownPaper; here: Here }): Html {
  const { language, site } = here.visit
  const said = say(words, language)
  if (paper.status === 'valid') {
    return (
      <Notice tone="success" title={said.validTitle}>
        {said.validText}
      </Notice>
    )
  }
  if (paper.status === 'sealed') {
    return (
      <Notice tone="success" title={said.sealedTitle}>
        {said.sealedText}
      </Notice>
    )
  }
  if (paper.status === 'expired') {
    return (
      <Notice tone="warning" title={said.expiredTitle}>
        {said.expiredText(paper.validUntil === null ? '' : shownDay(paper.validUntil, language))}
      </Notice>
    )
  }
  const since = paper.since ? formatDate(paper.since, language, site.zone) : ''
  const isRevoked = paper.status === 'revoked'
  return (
    <Notice tone={isRevoked ? 'danger' : 'warning'} title={isRevoked ? said.revokedTitle : said.replacedTitle}>
      {isRevoked ? said.revokedText(since) : said.replacedText(since)}
    </Notice>
  )
}

/** What an edited paper would have to match. */
export function factsOf(paper: Omit<ShownPaper, 'holder' | 'since' | 'status' | 'seal'>, here: Here): [Child, Child][] {
  const { language, site } = here.visit
  const said = say(words, language)
  const facts: [Child, Child | null][] = [
    [said.course, <span lang={paper.language}>{paper.courseTitle}</span>],
    [said.level, paper.level],
    [said.extent, paper.hours === null ? null : said.hours(paper.hours)],
    [said.outcome, said[paper.outcome]],
    [said.score, paper.score === null ? null : said.perCent(paper.score)],
    [said.completedOn, shownDay(paper.completed, language)],
    [said.issued, formatDate(paper.issued, language, site.zone)],
    [said.validUntil, paper.validUntil === null ? null : shownDay(paper.validUntil, language)],
    [said.rule, paper.rule],
    [said.issuer, paper.issuer],
    [said.code, <Code>{paper.code}</Code>],
  ]
  return facts.filter((fact): fact is [Child, Child] => fact[1] !== null)
}

function Whose({ paper, here }: { paper: ShownPaper; here: Here }): Html {
  const said = say(words, here.visit.language)
  return (
    <Card id="whose" title={said.whoseTitle}>
      {paper.holder === 'erased' ? <Muted>{said.nameErased}</Muted> : <NameForm paper={paper} here={here} />}
    </Card>
  )
}

function NameForm({ paper, here }: { paper: ShownPaper; here: Here }): Html {
  const said = say(words, here.visit.language)
  const { values, errors } = here.entered
  return (
    <Form action={`/verify/${paper.code}${paper.seal === null ? '' : `?seal=${paper.seal}`}`}>
      <Stack>
        <Muted>{said.whoseText}</Muted>
        {paper.seal === null ? null : <Hidden name="seal" value={paper.seal} />}
        <Field
          name="name"
          label={said.wholeName}
          value={String(values['name'] ?? '')}
          error={errors['name']}
          autocomplete="off"
          spellcheck={false}
          maxlength={201}
        />
        <Row>
          <Button look="secondary">{said.checkName}</Button>
        </Row>
      </Stack>
    </Form>
  )
}

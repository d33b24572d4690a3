import { formatDate } from '../../../platform/time.ts'
import { say } from '../../../platform/words.ts'
import type { Here } from '../../../web/here.ts'
import type { Html } from '../../../web/jsx-runtime.ts'
import { Button } from '../../../web/kit/action.tsx'
import { Checkbox } from '../../../web/kit/choices.tsx'
import { Form, Hidden } from '../../../web/kit/form.tsx'
import { Card, Column, PageHead, Row, Stack } from '../../../web/kit/layout.tsx'
import { EmptyState } from '../../../web/kit/state.tsx'
import { Link, Muted, Prose } from '../../../web/kit/text.tsx'
import { Page } from '../../../web/page.tsx'
import type { News } from './routes.tsx'
import { acceptingWords } from './words.ts'

/** What is new since the version one knows, and one's answer: a yes where it goes further, else that one has read it. */
export function NewPolicyPage({ news }: { news: News | null }, here: Here): Html {
  const { language, site } = here.visit
  const said = say(acceptingWords, language)
  return (
    <Page here={here} title={said.newPolicyTitle}>
      <PageHead title={said.newPolicyTitle} lede={news ? said.newPolicyFrom(formatDate(news.effective, language, site.zone)) : undefined} />
      <Column>
        {news ? <Changes news={news} here={here} /> : null}
        {news ? <Answer news={news} here={here} /> : null}
        {news ? null : (
          <EmptyState icon="check" title={said.nothingNew} action={<Button href="/privacy" look="secondary">{said.wholePolicy}</Button>}>
            {said.nothingNewText}
          </EmptyState>
        )}
      </Column>
    </Page>
  )
}

function Changes({ news, here }: { news: News; here: Here }): Html {
  const said = say(acceptingWords, here.visit.language)
  const version = `/privacy/versions/${news.version}`
  return (
    <Card id="changes" title={said.sinceYours}>
      <Prose>
        <ul>
          {news.changes.map((change) => (
            <li>{change}</li>
          ))}
        </ul>
      </Prose>
      <p>
        <Link href={version}>{said.wholePolicy}</Link>
        {' · '}
        <Link href={`${version}/changes`}>{said.wordsThatChanged}</Link>
      </p>
    </Card>
  )
}

function Answer({ news, here }: { news: News; here: Here }): Html {
  const said = say(acceptingWords, here.visit.language)
  return (
    <Card id="answer" title={said.yourAnswer}>
      <Form action="/account/policy">
        <Stack>
          <Hidden name="version" value={news.version} />
          {news.asks ? (
            <Checkbox name="accepted" value="yes" description={said.acceptAnewDetail} error={here.entered.errors['accepted']}>
              {said.acceptAnew}
            </Checkbox>
          ) : null}
          <Row>
            <Button>{news.asks ? said.accept : said.haveRead}</Button>
          </Row>
        </Stack>
      </Form>
      {news.asks ? (
        <>
          <Muted>{said.ratherNot}</Muted>
          <p>
            <Link href="/contact">{said.toContact}</Link>
            {' · '}
            <Link href="/my-data/deletion">{said.toDeletion}</Link>
          </p>
        </>
      ) : null}
    </Card>
  )
}

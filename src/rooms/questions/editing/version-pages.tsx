import { formatDateTime } from '../../../platform/time.ts'
import { say } from '../../../platform/words.ts'
import type { Here } from '../../../web/here.ts'
import type { Html } from '../../../web/jsx-runtime.ts'
import { Button } from '../../../web/kit/action.tsx'
import { Form, Hidden } from '../../../web/kit/form.tsx'
import { Card, Column, PageHead, Row, Stack } from '../../../web/kit/layout.tsx'
import { RowItem, Rows } from '../../../web/kit/lists.tsx'
import { EmptyState, Tag } from '../../../web/kit/state.tsx'
import { Link, Muted } from '../../../web/kit/text.tsx'
import { Page } from '../../../web/page.tsx'
import { words as houseWords } from '../../../web/words.ts'
import { MarkedQuestion } from '../marked-question.tsx'
import { present } from '../presenting.ts'
import type { Question } from '../question.ts'
import { QuestionFields } from '../question-fields.tsx'
import type { Response } from '../response.ts'
import { words } from '../words.ts'
import { howUsed, type Used } from './pages.tsx'

export type VersionShown = {
  id: string
  name: string
  number: number
  newest: number
  question: Question
  response: Response | null
}

/** One version as a learner meets it; with an answer, also how that is marked. Nothing is kept. */
export function VersionPage({ id, name, number, question, response }: VersionShown, here: Here): Html {
  const { language } = here.visit
  const said = say(words, language)
  const at = `/authoring/questions/${id}`
  return (
    <Page here={here} title={`${name}, ${said.versionNumber(number)}`}>
      <PageHead title={name} kicker={said.versionNumber(number)} lede={said.triedNothingKept}>
        <Button look="secondary" href={at} icon="arrow-left">
          {said.backToQuestion}
        </Button>
      </PageHead>
      <Column>
        <Card id="try" title={said.previewTitle}>
          <Form action={`${at}/versions/${number}`} method="get">
            <Stack>
              <QuestionFields
                presented={present(question, `${id} ${number}`)}
                response={response}
                language={language}
              />
              <Hidden name="tried" value="yes" />
              <Button>{said.markMyAnswer}</Button>
            </Stack>
          </Form>
        </Card>
        {response ? (
          <Card id="tried" title={said.tried}>
            <MarkedQuestion question={question} response={response} language={language} />
          </Card>
        ) : null}
      </Column>
    </Page>
  )
}

export type VersionsShown = {
  id: string
  name: string
  newest: number
  versions: readonly { number: number; created: Date; ready: Date | null; isMine: boolean | null; text: string }[]
}

/** Every version of a question, the newest first; an older one can be made the newest again. */
export function VersionsPage({ id, name, newest, versions }: VersionsShown, here: Here): Html {
  const said = say(words, here.visit.language)
  const at = `/authoring/questions/${id}`
  return (
    <Page here={here} title={said.versions}>
      <PageHead title={said.versions} kicker={name}>
        <Button look="secondary" href={at} icon="arrow-left">
          {said.backToQuestion}
        </Button>
      </PageHead>
      <Card flush>
        <Rows label={said.versions}>
          {versions.map((version) => (
            <RowItem
              title={<Link href={`${at}/versions/${version.number}`}>{said.versionNumber(version.number)}</Link>}
              tag={
                <Tag tone={version.ready ? 'success' : 'neutral'}>
                  {version.ready ? said.versionReady : said.versionDraft}
                </Tag>
              }
              detail={<VersionDetail version={version} here={here} />}
              end={version.number === newest ? said.isNewest : undefined}
              actions={
                version.number === newest ? undefined : (
                  <Restore at={at} number={version.number} newest={newest} here={here} />
                )
              }
            />
          ))}
        </Rows>
      </Card>
    </Page>
  )
}

export type DeletionShown = {
  id: string
  name: string
  newest: number
  uses: readonly Used[]
  wasAsked: boolean
}

/** Asks once before a question goes for good; what is in use is not offered. */
export function DeletionPage({ id, name, newest, uses, wasAsked }: DeletionShown, here: Here): Html {
  const { language } = here.visit
  const said = say(words, language)
  if (uses.length > 0 || wasAsked) {
    return (
      <Page here={here} title={said.deleteQuestion}>
        <EmptyState
          icon="padlock-locked"
          title={said.questionInUse}
          level={1}
          action={<Button href={`/authoring/questions/${id}`}>{said.backToQuestion}</Button>}
        >
          {uses.map((use) => (
            <p>
              <Link href={use.path}>{use.title}</Link> <Muted small>{howUsed(use, language)}</Muted>
            </p>
          ))}
          {wasAsked ? <p>{said.wasAsked}</p> : null}
        </EmptyState>
      </Page>
    )
  }
  return (
    <Page here={here} title={said.deleteQuestion}>
      <PageHead title={said.deleteSure(name)} lede={said.deleteWhat(newest)} />
      <Form action={`/authoring/questions/${id}/deletion`}>
        <Row>
          <Button tone="danger" icon="trash">
            {said.deleteQuestion}
          </Button>
          <Button look="secondary" href={`/authoring/questions/${id}`}>
            {say(houseWords, language).cancel}
          </Button>
        </Row>
      </Form>
    </Page>
  )
}

function VersionDetail({ version, here }: { version: VersionsShown['versions'][number]; here: Here }): Html {
  const { language, site } = here.visit
  const said = say(words, language)
  const by = { true: said.byYou, false: said.byOther, null: said.byForgotten }[String(version.isMine) as 'true']
  return (
    <>
      {formatDateTime(version.created, language, site.zone)} · {by} · {version.text}
    </>
  )
}

function Restore({ at, number, newest, here }: { at: string; number: number; newest: number; here: Here }): Html {
  const said = say(words, here.visit.language)
  return (
    <Form action={`${at}/versions`}>
      <Hidden name="number" value={number} />
      <Hidden name="base" value={newest} />
      <Button look="secondary" small label={said.doToRow(said.restore, said.versionNumber(number))}>
        {said.restore}
      </Button>
    </Form>
  )
}

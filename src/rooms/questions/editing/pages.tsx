import { formatDateTime } from '../../../platform/time.ts'
import { type Language, say } from '../../../platform/words.ts'
import type { Here } from '../../../web/here.ts'
import type { Html } from '../../../web/jsx-runtime.ts'
import { Button } from '../../../web/kit/action.tsx'
import { Hidden, Form } from '../../../web/kit/form.tsx'
import { Card, PageHead, Row, Split, Stack } from '../../../web/kit/layout.tsx'
import { Details, Facts, RowItem, Rows } from '../../../web/kit/lists.tsx'
import { Notice } from '../../../web/kit/state.tsx'
import { Link, Muted } from '../../../web/kit/text.tsx'
import { Page } from '../../../web/page.tsx'
import { AnswerKey } from '../answer-key.tsx'
import { ConditionTag } from '../bank/condition.tsx'
import { present } from '../presenting.ts'
import { kinds, type Kind, type Question } from '../question.ts'
import { QuestionFields } from '../question-fields.tsx'
import type { Condition, Difficulty } from '../rules.ts'
import { words } from '../words.ts'
import { QuestionForm } from './form.tsx'
import { questionFrom, writtenFrom } from './judging.ts'
import { aboutKind } from './words.ts'
import { readBack, type Written } from './written.ts'

/** What its author wrote and has not saved; without a moment it has never been kept. */
type Kept<Saved> = { id: string; saved: Saved; written: Written }

export type NewShown = { kind: Kind | null; draft: Kept<Date | null>; categories: readonly string[] }

/** The choice of a kind, or the form of the kind that was chosen, empty or as it was left. */
export function NewQuestionPage({ kind, draft, categories }: NewShown, here: Here): Html {
  const said = say(words, here.visit.language)
  if (kind === null) return <KindChoice here={here} />

  const back = readBack(here.entered.values)
  const written = back ?? { ...draft.written, draft: draft.id }
  return (
    <Page here={here} title={said.newQuestion}>
      <PageHead title={said.newQuestion} kicker={said[written.kind]} />
      {draft.saved && !back ? <LeftOff saved={draft.saved} at={`/authoring/questions/drafts/${draft.id}`} here={here} /> : null}
      <Preview written={written} here={here} />
      <QuestionForm
        action={`/authoring/questions/new?kind=${written.kind}`}
        keptAt="/authoring/questions/drafts"
        written={written}
        here={here}
        categories={categories}
      />
    </Page>
  )
}

export type EditShown = {
  id: string
  name: string
  category: string
  tags: readonly string[]
  difficulty: Difficulty | ''
  newest: number
  condition: Condition
  question: Question
  uses: readonly Used[]
  wasAsked: boolean
  draft: Kept<Date> | null
  /** By name, who else has it open. */
  editors: readonly string[]
  categories: readonly string[]
}

/** Something that asks a question, or may draw it; with the number of a version where one is pinned. */
export type Used = { title: string; path: string; isDrawn: boolean; version: number | null }

/** The form with the newest version in it, and beside it what the bank knows of the question. */
export function EditQuestionPage(shown: EditShown, here: Here): Html {
  const said = say(words, here.visit.language)
  const back = readBack(here.entered.values)
  const begun = back ?? shown.draft?.written
  const isBehind = begun !== undefined && begun.base < shown.newest
  const written = formAfter(shown, back, here)
  return (
    <Page here={here} title={shown.name}>
      <PageHead title={shown.name} kicker={said[shown.question.kind]}>
        <Button look="secondary" href="/authoring/questions" icon="arrow-left">
          {said.backToBank}
        </Button>
      </PageHead>
      {shown.editors.length > 0 ? <Notice tone="warning">{said.othersWrite(shown.editors.join(', '))}</Notice> : null}
      <Split narrow asideLabel={said.state} aside={<EditAside shown={shown} here={here} />}>
        {shown.draft && !back ? <LeftOff saved={shown.draft.saved} at={`/authoring/questions/${shown.id}/draft`} here={here} /> : null}
        {isBehind ? <Theirs shown={shown} here={here} /> : null}
        <Preview written={written} here={here} />
        <QuestionForm
          action={`/authoring/questions/${shown.id}`}
          keptAt={`/authoring/questions/${shown.id}/draft`}
          written={written}
          here={here}
          categories={shown.categories}
        />
      </Split>
    </Page>
  )
}

/** Once an author has seen what somebody else saved meanwhile, the next save comes after it. */
function formAfter(shown: EditShown, back: Written | undefined, here: Here): Written {
  // What was left unsaved comes after what has been saved meanwhile, since that stands beside it.
  if (!back && shown.draft) return { ...shown.draft.written, base: shown.newest }
  if (!back) return writtenFrom(shown.question, { ...shown, base: shown.newest })
  return here.entered.refusal === undefined ? back : { ...back, base: shown.newest }
}

/** Says that the form holds what was written before and not saved, and offers to let it go. */
function LeftOff({ saved, at, here }: { saved: Date; at: string; here: Here }): Html {
  const { language, site } = here.visit
  const said = say(words, language)
  return (
    <Notice>
      <Row align="between">
        <span>{said.leftOff(formatDateTime(saved, language, site.zone))}</span>
        <Form action={`${at}/end`}>
          <Button look="secondary" small icon="trash">
            {said.endDraft}
          </Button>
        </Form>
      </Row>
    </Notice>
  )
}

function KindChoice({ here }: { here: Here }): Html {
  const said = say(words, here.visit.language)
  return (
    <Page here={here} title={said.newQuestion}>
      <PageHead title={said.newQuestion} lede={said.newQuestionWhy} />
      <Card flush>
        <Rows label={said.newQuestion}>
          {kinds.map((kind) => (
            <RowItem title={said[kind]} href={`/authoring/questions/new?kind=${kind}`} detail={said[aboutKind[kind]]} />
          ))}
        </Rows>
      </Card>
    </Page>
  )
}

/** What the form would look like to a learner, saved or not; nothing until somebody asks. */
function Preview({ written, here }: { written: Written; here: Here }): Html | null {
  const { language } = here.visit
  const said = say(words, language)
  if (here.entered.values['preview'] === undefined) return null
  const { question, faults } = questionFrom(written)
  return (
    <Card id="preview" title={said.previewTitle} hint={said.previewNotSaved}>
      {question ? (
        <Stack>
          <QuestionFields presented={present(question, 'preview')} name="preview" language={language} />
          <Details summary={said.previewRight}>
            <AnswerKey question={question} language={language} />
          </Details>
        </Stack>
      ) : (
        <Notice tone="warning" title={said.previewFaulty}>
          <Facts items={[...new Set(faults.map(({ code }) => said[code]))].map((text) => ({ icon: 'pencil', text }))} />
        </Notice>
      )}
    </Card>
  )
}

function Theirs({ shown, here }: { shown: EditShown; here: Here }): Html {
  const { language } = here.visit
  const said = say(words, language)
  return (
    <Card id="theirs" title={said.theirVersion(shown.newest)}>
      {here.entered.refusal === undefined ? <Notice tone="warning">{said.savedMeanwhile}</Notice> : null}
      <AnswerKey question={shown.question} language={language} />
    </Card>
  )
}

function EditAside({ shown, here }: { shown: EditShown; here: Here }): Html {
  const { language } = here.visit
  const said = say(words, language)
  const at = `/authoring/questions/${shown.id}`
  return (
    <>
      <Card id="state" title={said.state}>
        <ConditionTag condition={shown.condition} language={language} />
        <Form action="/authoring/questions">
          <Hidden name="chosen" value={shown.id} />
          <Button
            look="secondary"
            small
            name="do"
            value={shown.condition === 'hidden' ? 'show' : 'hide'}
            icon={shown.condition === 'hidden' ? 'eye' : 'eye-slash'}
          >
            {shown.condition === 'hidden' ? said.showAgain : said.hide}
          </Button>
        </Form>
        <Muted small>{said.hideWhy}</Muted>
        {shown.uses.length === 0 && !shown.wasAsked ? <Link href={`${at}/deletion`}>{said.deleteQuestion}</Link> : null}
      </Card>
      <Card id="versions" title={said.versions}>
        <p>{said.versionNumber(shown.newest)}</p>
        <Link href={`${at}/versions/${shown.newest}`}>{said.tryIt}</Link>
        <Link href={`${at}/versions`}>{said.allVersions}</Link>
      </Card>
      <Card id="uses" title={said.usedIn}>
        {shown.uses.length === 0 ? <Muted>{said.usedNowhere}</Muted> : null}
        {shown.uses.map((use) => (
          <p>
            <Link href={use.path}>{use.title}</Link> <Muted small>{howUsed(use, language)}</Muted>
          </p>
        ))}
        {shown.wasAsked ? <Muted small>{said.wasAsked}</Muted> : null}
      </Card>
    </>
  )
}

/** Drawn by chance, pinned in one version, or always the newest. */
export function howUsed({ isDrawn, version }: Used, language: Language): string {
  const said = say(words, language)
  if (isDrawn) return said.mayBeDrawn
  return version === null ? said.followsNewest : said.versionNumber(version)
}

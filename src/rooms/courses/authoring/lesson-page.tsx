import { languages, say } from '../../../platform/words.ts'
import type { Here } from '../../../web/here.ts'
import type { Html } from '../../../web/jsx-runtime.ts'
import { Button } from '../../../web/kit/action.tsx'
import { Field, Select, TextArea } from '../../../web/kit/fields.tsx'
import { Form, Hidden } from '../../../web/kit/form.tsx'
import { Card, PageHead, Row, Split, Stack } from '../../../web/kit/layout.tsx'
import { Details } from '../../../web/kit/lists.tsx'
import { Notice, Tag } from '../../../web/kit/state.tsx'
import { Link, Muted } from '../../../web/kit/text.tsx'
import { TextTools } from '../../../web/kit/text-tools.tsx'
import { Page } from '../../../web/page.tsx'
import { LANGUAGE_NAMES, words as webWords } from '../../../web/words.ts'
import { LessonAside } from './lesson-aside.tsx'
import { typedOr } from './parts.tsx'
import type { DraftData } from './shapes.ts'
import { authoringWords } from './words.ts'
import { inLanguage } from '../rules.ts'
import { words } from '../words.ts'

type Part = { draft: DraftData; here: Here }

/** A lesson as it is written: one language at a time, with everything else about it beside it. */
export function AuthorLessonPage({ draft, here }: Part): Html {
  const said = say(authoringWords, here.visit.language)
  const title = inLanguage(draft.title, draft.writing, draft.language)
  return (
    <Page here={here} title={`${said.makeCourses}: ${title.text}`}>
      <Link href={`/authoring/courses/${draft.course}`}>{say(words, here.visit.language).toCourse}</Link>
      <PageHead
        kicker={
          draft.version.published ? (
            <Tag tone="success">{said.statePublished}</Tag>
          ) : (
            <Tag tone="warning">{said.stateDraft}</Tag>
          )
        }
        title={<span lang={title.language}>{title.text}</span>}
      />
      {draft.editors.length > 0 ? <Notice tone="warning">{said.othersHere(draft.editors.join(', '))}</Notice> : null}
      <Split asideLabel={said.publishing} aside={<LessonAside draft={draft} here={here} />}>
        <Languages draft={draft} here={here} />
        <Writing draft={draft} here={here} />
      </Split>
    </Page>
  )
}

const addressOf = ({ course, item }: DraftData) => `/authoring/courses/${course}/lessons/${item}`

function Languages({ draft, here }: Part): Html {
  const said = say(authoringWords, here.visit.language)
  return (
    <Row>
      <Muted>{said.textIn}</Muted>
      {languages.map((language) => (
        <Button
          small
          look={language === draft.writing ? 'secondary' : 'tertiary'}
          href={`${addressOf(draft)}?text=${language}`}
        >
          {LANGUAGE_NAMES[language]}
        </Button>
      ))}
    </Row>
  )
}

function Writing({ draft, here }: Part): Html {
  const said = say(authoringWords, here.visit.language)
  const { writing, version } = draft
  const { errors } = here.entered
  return (
    <Card>
      <Form action={`${addressOf(draft)}?text=${writing}`} guarded autosave={{ saved: said.autosaved, failed: said.autosaveFailed, faulty: said.autosaveFaulty, conflict: said.autosaveConflict, others: said.othersHere('{names}') }}>
        <Stack>
          <Hidden name="base" value={draft.revision} />
          <Hidden name="writing" value={writing} />
          <Field
            name="title"
            label={said.lessonTitle}
            value={typedOr(here, 'title', draft.title[writing])}
            error={errors['title']}
            maxlength={200}
          />
          <TextTools of="text" language={here.visit.language} />
          <TextArea
            name="text"
            label={said.lessonText}
            description={said.lessonTextHelp}
            value={typedOr(here, 'text', version.text[writing])}
            error={errors['text']}
            rows={22}
            lang={writing}
          />
          <Field
            name="minutes"
            label={said.lessonMinutes}
            value={typedOr(here, 'minutes', version.minutes)}
            error={errors['minutes']}
            inputmode="numeric"
            short
          />
          <FilmFields draft={draft} here={here} />
          <Row>
            <Button>{said.saveDraft}</Button>
            <Button look="secondary" name="next" value="preview" icon="eye">
              {said.saveAndSee}
            </Button>
            <Button look="secondary" name="next" value="publish">
              {said.saveAndPublish}
            </Button>
          </Row>
        </Stack>
      </Form>
      {isTheirs(draft, here) ? (
        <TextArea name="theirs" label={said.theirText} value={version.text[writing]} rows={12} lang={writing} />
      ) : null}
    </Card>
  )
}

/** After a conflict both texts stand there; nothing of either is lost. */
function isTheirs(draft: DraftData, here: Here): boolean {
  const { refusal, values } = here.entered
  const mine = values['text']
  return (
    refusal !== undefined &&
    mine !== undefined &&
    String(mine).replaceAll('\r\n', '\n') !== (draft.version.text[draft.writing] ?? '')
  )
}

function FilmFields({ draft, here }: Part): Html | null {
  const { language } = here.visit
  const [said, web] = [say(authoringWords, language), say(webWords, language)]
  const { version, writing, files } = draft
  const named = (type: RegExp) =>
    files.filter((file) => type.test(file.type)).map(({ name }) => ({ value: name, text: name }))
  const [films, captions] = [named(/^video\//), named(/^text\/vtt$/)]
  if (films.length === 0) return <Muted small>{said.filmHow}</Muted>
  return (
    <Details summary={said.lessonFilm} open={version.video !== null || here.entered.refusal !== undefined}>
      <Stack>
        <Select
          name="video"
          label={said.lessonFilm}
          empty={said.noFilm}
          value={typedOr(here, 'video', version.video)}
          options={films}
        />
        <Select
          name="captions"
          label={said.lessonCaptions}
          empty={said.noCaptions}
          value={typedOr(here, 'captions', version.captions[writing])}
          error={here.entered.errors['captions']}
          options={captions}
        />
        <TextArea
          name="transcript"
          label={said.lessonTranscript}
          description={said.transcriptHelp}
          value={typedOr(here, 'transcript', version.transcript[writing])}
          rows={5}
          lang={writing}
          optional={web.optional}
        />
        <Field
          name="captionless"
          label={said.captionlessWhy}
          value={typedOr(here, 'captionless', version.captionless)}
          maxlength={300}
          optional={web.optional}
        />
      </Stack>
    </Details>
  )
}

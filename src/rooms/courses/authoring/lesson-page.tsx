import { formatDateTime } from '../../../platform/time.ts'
import { languages, say } from '../../../platform/words.ts'
import type { Here } from '../../../web/here.ts'
import type { Html } from '../../../web/jsx-runtime.ts'
import { Button } from '../../../web/kit/action.tsx'
import { Field, Select, TextArea } from '../../../web/kit/fields.tsx'
import { Form, Hidden } from '../../../web/kit/form.tsx'
import { Card, PageHead, Row, Split, Stack } from '../../../web/kit/layout.tsx'
import { Details, RowItem, Rows } from '../../../web/kit/lists.tsx'
import { Tag } from '../../../web/kit/state.tsx'
import { Code, Link, Muted } from '../../../web/kit/text.tsx'
import { Page } from '../../../web/page.tsx'
import { LANGUAGE_NAMES, words as webWords } from '../../../web/words.ts'
import { Act, typedOr } from './parts.tsx'
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
    <Page here={here} title={title.text}>
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
      <Split asideLabel={said.publishing} aside={<Aside draft={draft} here={here} />}>
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
      <Form action={`${addressOf(draft)}?text=${writing}`} guarded>
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
  if (films.length === 0) return null
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

function Aside({ draft, here }: Part): Html {
  const said = say(authoringWords, here.visit.language)
  return (
    <>
      <Card id="publishing" title={said.publishing}>
        <Stack gap="small">
          {draft.version.published ? (
            <Muted>{said.nothingToPublishHere}</Muted>
          ) : (
            <Act action={`${addressOf(draft)}/publication`} fields={{ base: draft.revision }} full look="secondary">
              {said.publishLesson}
            </Act>
          )}
          {draft.version.published ? null : <Muted small>{said.publishLessonWhy}</Muted>}
          <Button look="tertiary" href={`${addressOf(draft)}/preview?text=${draft.writing}`} icon="eye" full>
            {said.preview}
          </Button>
        </Stack>
      </Card>
      <Attachments draft={draft} here={here} />
      <Versions draft={draft} here={here} />
    </>
  )
}

function Attachments({ draft, here }: Part): Html {
  const { language } = here.visit
  const [said, web] = [say(authoringWords, language), say(webWords, language)]
  const at = `${addressOf(draft)}/files`
  const free = draft.files.filter(
    ({ name, type }) => !/^(video|text\/vtt)/.test(type) && !draft.attached.some((file) => file.name === name),
  )
  return (
    <Card id="attachments" title={said.attachments}>
      <Stack gap="small">
        <Rows>
          {draft.attached.map(({ name, title }) => (
            <RowItem
              title={inLanguage(title, language, draft.language).text}
              detail={<Code>{name}</Code>}
              actions={<Act action={`${at}/end`} fields={{ name }} icon="trash" label={`${said.detach}: ${name}`} />}
            />
          ))}
        </Rows>
        {free.length > 0 ? (
          <Form action={at}>
            <Stack gap="small">
              <Select
                name="name"
                label={said.chooseFile}
                empty={web.choose}
                error={here.entered.errors['name']}
                options={free.map(({ name }) => ({ value: name, text: name }))}
              />
              <Field
                name="attachmentTitle"
                label={said.attachmentTitle}
                error={here.entered.errors['attachmentTitle']}
                maxlength={200}
              />
              <Button look="secondary">{said.attach}</Button>
            </Stack>
          </Form>
        ) : (
          <Muted small>{said.noFiles}</Muted>
        )}
      </Stack>
    </Card>
  )
}

function Versions({ draft, here }: Part): Html {
  const { language, site } = here.visit
  const said = say(authoringWords, language)
  return (
    <Card id="versions" title={said.versions} flush>
      <Rows>
        {draft.versions.map(({ id, number, saved, published }) => (
          <RowItem
            title={said.versionNumber(number)}
            tag={
              published ? <Tag tone="success">{said.statePublished}</Tag> : <Tag tone="warning">{said.stateDraft}</Tag>
            }
            detail={said.savedOn(formatDateTime(saved, language, site.zone))}
            actions={
              number === draft.version.number ? undefined : (
                <Act
                  action={`${addressOf(draft)}/draft`}
                  fields={{ base: draft.revision, version: id }}
                  icon="history"
                  label={`${said.restoreVersion}: ${said.versionNumber(number)}`}
                >
                  {said.restoreVersion}
                </Act>
              )
            }
          />
        ))}
      </Rows>
    </Card>
  )
}

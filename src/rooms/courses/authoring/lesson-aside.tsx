import { say } from '../../../platform/words.ts'
import type { Here } from '../../../web/here.ts'
import type { Html } from '../../../web/jsx-runtime.ts'
import { Button, CopyButton } from '../../../web/kit/action.tsx'
import { Field, Select } from '../../../web/kit/fields.tsx'
import { Form, Hidden } from '../../../web/kit/form.tsx'
import { Card, Row, Stack } from '../../../web/kit/layout.tsx'
import { RowItem, Rows } from '../../../web/kit/lists.tsx'
import { Code, Muted } from '../../../web/kit/text.tsx'
import { InsertButton } from '../../../web/kit/text-tools.tsx'
import { words as webWords } from '../../../web/words.ts'
import { inLanguage } from '../rules.ts'
import { Act, pictureCode } from './parts.tsx'
import type { DraftData } from './shapes.ts'
import { Versions } from './versions.tsx'
import { authoringWords } from './words.ts'

type Part = { draft: DraftData; here: Here }

const addressOf = ({ course, item }: DraftData) => `/authoring/courses/${course}/lessons/${item}`

/** Beside a lesson: whether learners see it, its files, and every version there has been. */
export function LessonAside({ draft, here }: Part): Html {
  const said = say(authoringWords, here.visit.language)
  return (
    <>
      <Card id="publishing" title={said.publishing}>
        <Stack gap="small">
          {draft.version.published ? (
            <Muted>{said.nothingToPublishHere}</Muted>
          ) : (
            <Act action={`${addressOf(draft)}/publication`} fields={{ base: draft.revision, writing: draft.writing }} full look="secondary">
              {said.publishLesson}
            </Act>
          )}
          {draft.version.published ? null : <Muted small>{said.publishLessonWhy}</Muted>}
          <Button look="tertiary" href={`${addressOf(draft)}/preview?text=${draft.writing}`} icon="eye" full>
            {said.preview}
          </Button>
        </Stack>
      </Card>
      <Files draft={draft} here={here} />
      <Attachments draft={draft} here={here} />
      <Versions versions={draft.versions} newest={draft.version.number} restoring={{ action: `${addressOf(draft)}/draft`, base: draft.revision }} here={here} />
    </>
  )
}

/** Brings a file to the course without leaving the lesson, and says how a picture gets into the text. */
function Files({ draft, here }: Part): Html {
  const said = say(authoringWords, here.visit.language)
  const pictures = draft.files.filter(({ type }) => type.startsWith('image/'))
  return (
    <Card id="files" title={said.filesAndPictures}>
      <Stack gap="small">
        <Form action={`${addressOf(draft)}/uploads`} files>
          <Stack gap="small">
            <Hidden name="writing" value={draft.writing} />
            <Field name="file" label={said.newFile} type="file" description={said.uploadHelp} error={here.entered.errors['file']} />
            <Row>
              <Button look="secondary" icon="upload">{said.uploadFile}</Button>
            </Row>
          </Stack>
        </Form>
        {pictures.length > 0 ? <Muted small>{said.pictureHow}</Muted> : null}
        {pictures.map(({ name }) => (
          <div>
            <Code>{pictureCode(name)}</Code>
            <Row>
              <InsertButton into="text" insert={pictureCode(name)} label={`${said.putIn}: ${name}`}>
                {said.putIn}
              </InsertButton>
              <CopyButton value={pictureCode(name)} text={said.copyCode} copied={said.copiedCode} />
            </Row>
          </div>
        ))}
      </Stack>
    </Card>
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
              <Hidden name="writing" value={draft.writing} />
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

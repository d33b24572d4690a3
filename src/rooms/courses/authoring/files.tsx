import { say } from '../../../platform/words.ts'
import type { Here } from '../../../web/here.ts'
import type { Html } from '../../../web/jsx-runtime.ts'
import { Button } from '../../../web/kit/action.tsx'
import { Field } from '../../../web/kit/fields.tsx'
import { Form } from '../../../web/kit/form.tsx'
import type { IconName } from '../../../web/kit/icon.tsx'
import { Card, Row, Stack } from '../../../web/kit/layout.tsx'
import { Medal, RowItem, Rows } from '../../../web/kit/lists.tsx'
import { Link, Muted } from '../../../web/kit/text.tsx'
import { words as webWords } from '../../../web/words.ts'
import { Act, pictureCode } from './parts.tsx'
import type { OverviewData } from './shapes.ts'
import { authoringWords } from './words.ts'
import { sizeOf } from '../learning/lesson-page.tsx'
import { addressOf } from '../learning/rendering.ts'

/** The files of a course, how to use each, and the way to bring another. */
export function AuthorFiles({ course, here }: { course: OverviewData; here: Here }): Html {
  const { language } = here.visit
  const [said, web] = [say(authoringWords, language), say(webWords, language)]
  const at = `/authoring/courses/${course.id}/files`
  return (
    <>
      <Card id="files" title={said.courseFiles} flush>
        <Rows>
          {course.files.map((file) => (
            <RowItem
              title={
                <Link href={addressOf(at, file)} tone="neutral">
                  {file.name}
                </Link>
              }
              lead={<Medal icon={iconOf(file.type)} />}
              detail={file.type.startsWith('image/') ? pictureCode(file.name) : sizeOf(file.bytes, language)}
              actions={
                <Act
                  action={`${at}/end`}
                  fields={{ name: file.name }}
                  icon="trash"
                  label={`${web.delete}: ${file.name}`}
                />
              }
            />
          ))}
          {course.files.length === 0 ? <RowItem title={<Muted>{said.noFiles}</Muted>} /> : null}
        </Rows>
      </Card>
      <Card>
        <Form action={at} files>
          <Stack gap="small">
            <Field
              name="file"
              label={said.chooseFile}
              type="file"
              description={said.uploadHelp}
              error={here.entered.errors['file']}
            />
            <Row>
              <Button look="secondary" icon="upload">
                {said.uploadFile}
              </Button>
            </Row>
          </Stack>
        </Form>
      </Card>
    </>
  )
}

function iconOf(type: string): IconName {
  if (type.startsWith('image/')) return 'image'
  if (type.startsWith('video/')) return 'video'
  return type === 'application/pdf' ? 'file-pdf' : 'file-text'
}

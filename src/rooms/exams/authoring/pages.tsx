import { say } from '../../../platform/words.ts'
import type { Here } from '../../../web/here.ts'
import type { Html } from '../../../web/jsx-runtime.ts'
import { Button } from '../../../web/kit/action.tsx'
import { Field } from '../../../web/kit/fields.tsx'
import { Form } from '../../../web/kit/form.tsx'
import { Card, Column, PageHead, Row, Split } from '../../../web/kit/layout.tsx'
import { RowItem, Rows } from '../../../web/kit/lists.tsx'
import { EmptyState, Tag } from '../../../web/kit/state.tsx'
import { Link, Muted } from '../../../web/kit/text.tsx'
import { Page } from '../../../web/page.tsx'
import type { Presented } from '../../questions/presenting.ts'
import { QuestionFields } from '../../questions/question-fields.tsx'
import type { AuthoredExams, PreviewShown } from './shapes.ts'
import { authorWords } from './words.ts'
import { words } from '../words.ts'

/** The exams of a course, and a name for the next. */
export function AuthorExamsPage({ shown, here }: { shown: AuthoredExams; here: Here }): Html {
  const said = say(authorWords, here.visit.language)
  const { course, exams } = shown
  return (
    <Page here={here} title={said.examsOf}>
      <PageHead kicker={<Link href={`/authoring/courses/${course.id}`} lang={course.title.language}>{course.title.text}</Link>} title={said.examsOf} />
      <Split asideLabel={said.newExam} aside={<NewExam shown={shown} here={here} />}>
        {exams.length === 0 ? (
          <EmptyState icon="task" title={said.noExamsYet}>
            {said.noExamsYetText}
          </EmptyState>
        ) : (
          <Card flush>
            <Rows label={said.examsOf}>
              {exams.map(({ id, title, isPublished }) => (
                <RowItem
                  title={<span lang={title.language}>{title.text}</span>}
                  href={`/authoring/exams/${id}`}
                  tag={isPublished ? <Tag tone="success">{said.isPublished}</Tag> : <Tag tone="warning">{said.isDraft}</Tag>}
                />
              ))}
            </Rows>
          </Card>
        )}
      </Split>
    </Page>
  )
}

function NewExam({ shown, here }: { shown: AuthoredExams; here: Here }): Html {
  const said = say(authorWords, here.visit.language)
  const { values, errors } = here.entered
  return (
    <Card id="new" title={said.newExam}>
      <Form action={`/authoring/courses/${shown.course.id}/exams`}>
        <Field name="title" label={said.titleIn(languageNames[here.visit.language][shown.language])} value={typeof values['title'] === 'string' ? values['title'] : ''} error={errors['title']} maxlength={200} />
        <div>
          <Button>{said.makeExam}</Button>
        </div>
      </Form>
    </Card>
  )
}

/** A language as it is called within a sentence. */
export const languageNames = {
  nb: { nb: 'bokmål', da: 'dansk', en: 'engelsk' },
  da: { nb: 'norsk', da: 'dansk', en: 'engelsk' },
  en: { nb: 'Norwegian', da: 'Danish', en: 'English' },
} as const

/** One possible draw, all on a page, as a learner would meet it question by question. */
export function ExamPreviewPage({ shown, here }: { shown: PreviewShown; here: Here }): Html {
  const { language } = here.visit
  const [said, exam] = [say(authorWords, language), say(words, language)]
  const { id, title, questions, seed } = shown
  const paper = `/authoring/exams/${id}/paper?seed=${seed}`
  return (
    <Page here={here} title={said.preview}>
      <PageHead kicker={<Link href={`/authoring/exams/${id}`} lang={title.language}>{title.text}</Link>} title={said.preview} lede={said.previewText} />
      <Column>
        {questions.length === 0 ? null : (
          <Card id="draw" title={said.drawCode(seed)}>
            <Muted>{said.drawCodeWhy}</Muted>
            <Row>
              <Button look="secondary" href={paper} icon="printer">
                {said.printPaper}
              </Button>
              <Button look="tertiary" href={`${paper}&key=yes`} icon="printer">
                {said.printKey}
              </Button>
              <Button look="tertiary" href={`/authoring/exams/${id}/preview?seed=${seed}`} icon="link">
                {said.sameDraw}
              </Button>
              <Button look="tertiary" href={`/authoring/exams/${id}/preview`} icon="repeat">
                {said.anotherDraw}
              </Button>
            </Row>
          </Card>
        )}
        {questions.length === 0 ? <EmptyState icon="question" title={said.previewEmpty} /> : null}
        {questions.map((question, index) => (
          <Card id={`question-${index + 1}`} title={exam.question(index + 1)}>
            <QuestionFields presented={question as Presented} name={`answer-${index + 1}`} language={language} />
          </Card>
        ))}
      </Column>
    </Page>
  )
}

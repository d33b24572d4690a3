import { renderMarkdown } from '../../../platform/markdown.ts'
import { say } from '../../../platform/words.ts'
import type { Here } from '../../../web/here.ts'
import { type Html, trusted } from '../../../web/jsx-runtime.ts'
import { Button, Pager } from '../../../web/kit/action.tsx'
import { Remark } from '../../../web/kit/exam.tsx'
import { Field, TextArea } from '../../../web/kit/fields.tsx'
import { Form, Hidden } from '../../../web/kit/form.tsx'
import { Card, PageHead, Split } from '../../../web/kit/layout.tsx'
import { EmptyState, Notice, Tag } from '../../../web/kit/state.tsx'
import { Heading, Link, Muted, Prose } from '../../../web/kit/text.tsx'
import { Page } from '../../../web/page.tsx'
import type { AnswerToMark } from './shapes.ts'
import { markingWords } from './words.ts'
import { percentSaid } from '../parts.tsx'

type Answer = NonNullable<AnswerToMark['answer']>
type Part = { shown: AnswerToMark; answer: Answer; here: Here }

/** One answer after the other to the same question, without names. */
export function MarkAnswerPage({ shown, here }: { shown: AnswerToMark; here: Here }): Html {
  const said = say(markingWords, here.visit.language)
  const { exam, title, question, answer } = shown
  return (
    <Page here={here} title={said.markAnswers}>
      <PageHead
        kicker={<Link href={`/marking/exams/${exam}`} lang={title.language}>{title.text}</Link>}
        title={answer ? said.candidate(answer.candidate) : said.markAnswers}
        lede={answer ? `${said.answerOf(answer.position, answer.of)} · ${said.waitingCount(answer.waiting)}` : undefined}
      />
      <Split asideLabel={said.theQuestion} aside={<TheQuestion shown={shown} here={here} />}>
        {answer ? (
          <>
            <TheAnswer shown={shown} answer={answer} here={here} />
            {question.byHand ? <MarkForm shown={shown} answer={answer} here={here} /> : null}
            <Others shown={shown} answer={answer} here={here} />
            <Remark icon="padlock-locked">{said.anonymous}</Remark>
          </>
        ) : (
          <EmptyState icon="task" title={said.noAnswersYet} />
        )}
      </Split>
    </Page>
  )
}

function TheQuestion({ shown, here }: { shown: AnswerToMark; here: Here }): Html {
  const said = say(markingWords, here.visit.language)
  const { exam, question } = shown
  return (
    <>
      <Card id="question" title={said.theQuestion}>
        <Prose>{trusted(renderMarkdown(question.text, { firstHeading: 3 }))}</Prose>
      </Card>
      {question.modelAnswer ? (
        <Card id="model" title={said.modelAnswer}>
          <Prose>{trusted(renderMarkdown(question.modelAnswer, { firstHeading: 3 }))}</Prose>
        </Card>
      ) : null}
      <Card id="faulty" title={said.faulty}>
        <Muted>{said.regradeLede}</Muted>
        <Button href={`/marking/exams/${exam}/questions/${question.id}/regrade`} look="secondary" full>
          {said.regrade}
        </Button>
      </Card>
    </>
  )
}

function TheAnswer({ answer, here }: Part): Html {
  const { language } = here.visit
  const said = say(markingWords, language)
  const { given, isLate, atTimeUp, mark } = answer
  return (
    <Card id="answer" title={said.theAnswer} hint={mark ? <MarkTag mark={mark} here={here} /> : undefined}>
      {isLate ? <Notice tone="warning">{said.cameLate}</Notice> : null}
      <Written text={given} here={here} />
      {atTimeUp === null ? null : (
        <>
          <Heading level={3}>{said.stoodAtTimeUp}</Heading>
          <Written text={atTimeUp} here={here} />
        </>
      )}
    </Card>
  )
}

function Written({ text, here }: { text: string; here: Here }): Html {
  if (text === '') return <Muted>{say(markingWords, here.visit.language).noAnswer}</Muted>
  return <>{text.split(/\n+/).map((paragraph) => <p>{paragraph}</p>)}</>
}

function MarkTag({ mark, here }: { mark: NonNullable<Answer['mark']>; here: Here }): Html {
  const { language } = here.visit
  const said = say(markingWords, language)
  return mark.percent === null ? <Tag>{said.doesNotCount}</Tag> : <Tag tone="success">{said.markedAs(percentSaid(mark.percent, language))}</Tag>
}

function MarkForm({ shown, answer, here }: Part): Html {
  const said = say(markingWords, here.visit.language)
  const { values, errors } = here.entered
  const { mark, isReleased } = answer
  const typed = (name: string, kept: string) => (typeof values[name] === 'string' ? String(values[name]) : kept)
  return (
    <Card>
      <Form action={`/marking/exams/${shown.exam}/questions/${shown.question.id}?attempt=${answer.attempt}`} guarded>
        <Hidden name="attempt" value={answer.attempt} />
        <Hidden name="number" value={answer.number} />
        <Hidden name="before" value={mark?.id ?? ''} />
        <Hidden name="next" value={answer.next ?? ''} />
        <Field
          name="percent"
          label={said.points}
          description={said.pointsWhy}
          value={typed('percent', mark?.percent == null ? '' : String(mark.percent))}
          error={errors['percent']}
          inputmode="decimal"
          autocomplete="off"
          // From one answer to the next by the keyboard alone: a number, Enter, a number, Enter.
          autofocus={here.notice !== undefined}
          short
        />
        <TextArea name="comment" label={said.comment} why={said.commentWhy} value={typed('comment', mark?.comment ?? '')} error={errors['comment']} rows={4} maxlength={10_000} />
        {isReleased ? <TextArea name="reason" label={said.reason} why={said.reasonWhy} value={typed('reason', '')} error={errors['reason']} rows={2} maxlength={2_000} /> : null}
        <div>
          <Button>{said.saveMark}</Button>
        </div>
      </Form>
    </Card>
  )
}

function Others({ shown, answer, here }: Part): Html {
  const said = say(markingWords, here.visit.language)
  const href = (attempt: string) => `/marking/exams/${shown.exam}/questions/${shown.question.id}?attempt=${attempt}`
  return (
    <Pager
      label={said.answers}
      position={said.answerOf(answer.position, answer.of)}
      previous={answer.previous ? { href: href(answer.previous), text: said.previousAnswer } : undefined}
      next={answer.next ? { href: href(answer.next), text: said.nextAnswer } : undefined}
    />
  )
}

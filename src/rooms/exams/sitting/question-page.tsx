import { renderMarkdown } from '../../../platform/markdown.ts'
import { say } from '../../../platform/words.ts'
import type { Here } from '../../../web/here.ts'
import { type Html, trusted } from '../../../web/jsx-runtime.ts'
import { Button } from '../../../web/kit/action.tsx'
import { Checkbox } from '../../../web/kit/choices.tsx'
import { ExamFoot, ExamMap, ExamProgress, QuestionSheet, Remark } from '../../../web/kit/exam.tsx'
import { Form, Hidden } from '../../../web/kit/form.tsx'
import { Card, Split, Stack } from '../../../web/kit/layout.tsx'
import { Bar, Notice } from '../../../web/kit/state.tsx'
import { Heading, Muted, Prose } from '../../../web/kit/text.tsx'
import type { Presented } from '../../questions/presenting.ts'
import { AnswerFields, Inline } from '../../questions/question-fields.tsx'
import { durationSaid, ExamFrame, mapOf, whenSaid } from '../parts.tsx'
import { partsOf } from './question-text.ts'
import type { QuestionShown } from './shapes.ts'
import { words } from '../words.ts'

type Part = { shown: QuestionShown; here: Here }

const FORM = 'answer-form'

/** One question with its answer; every way on saves the answer first. */
export function QuestionPage({ shown, here }: Part): Html {
  const said = say(words, here.visit.language)
  const { number, steps, canAnswer } = shown
  const title = said.questionOf(number, steps.length)
  return (
    <ExamFrame shown={shown} title={title} saved={shown.saved} here={here}>
      <Split narrow asideLabel={said.overview} aside={<Aside shown={shown} here={here} />}>
        {canAnswer ? <Answering shown={shown} here={here} title={title} /> : <OnlyHandIn shown={shown} here={here} />}
      </Split>
    </ExamFrame>
  )
}

function Answering({ shown, here, title }: Part & { title: string }): Html {
  const { language, site } = here.visit
  const said = say(words, language)
  const { attempt, number, steps } = shown
  return (
    <exam-answers
      data-attempt={attempt}
      data-number={number}
      data-page={shown.page}
      data-sequence={shown.sequence}
      data-kind={shown.question.kind}
      data-now={shown.now.toISOString()}
      data-zone={site.zone}
      data-saved={said.savedAt('{at}')}
      data-saving={said.saving}
      data-unsaved={said.unsaved}
      data-refused={said.answerTooLong}
      data-elsewhere={said.elsewhere}
      data-over={said.overNow}
    >
      <exam-signed-out hidden>
        <Notice tone="warning" title={said.signedOut}>
          <Stack gap="small">
            <p>{said.signedOutText}</p>
            <div>
              <Button href={`/sign-in?next=${encodeURIComponent(`/exams/attempts/${attempt}/questions/${number}`)}`}>{said.signInAgain}</Button>
            </div>
          </Stack>
        </Notice>
      </exam-signed-out>
      <Form action={`/exams/attempts/${attempt}/questions/${number}`} id={FORM} label={title}>
        <ExamProgress title={title}>
          <Bar value={number} max={steps.length} label={title} />
        </ExamProgress>
        <Sheet shown={shown} here={here} />
        <Hidden name="sequence" value="" />
        <Hidden name="known" value={shown.sequence} />
        <ExamFoot>
          {number > 1 ? (
            <Button name="go" value={number - 1} look="secondary" icon="arrow-left">
              {said.previous}
            </Button>
          ) : null}
          <Button name="go" value={number < steps.length ? number + 1 : 'submission'} iconAfter="arrow-right">
            {number < steps.length ? said.next : said.toSubmission}
          </Button>
        </ExamFoot>
        <noscript>
          <Muted>{said.savedOnTheWay}</Muted>
        </noscript>
      </Form>
      <exam-elsewhere hidden>
        <Stack>
          <Heading level={1}>{said.elsewhereTitle}</Heading>
          <Notice tone="warning">{said.elsewhereText}</Notice>
          <div>
            <Button href={`/exams/attempts/${attempt}/questions/${number}`}>{said.goOnHere}</Button>
          </div>
        </Stack>
      </exam-elsewhere>
    </exam-answers>
  )
}

function Sheet({ shown, here }: Part): Html {
  const said = say(words, here.visit.language)
  const { question, language, number } = shown
  const { about, asks } = partsOf(question.text)
  const heading = (
    <Heading level={1}>
      {asks === '' ? said.question(number) : <span lang={language}><Inline text={asks} /></span>}
    </Heading>
  )
  return (
    <QuestionSheet>
      {about === '' ? null : <Prose lang={language}>{trusted(renderMarkdown(about, { language }))}</Prose>}
      <AnswerFields
        presented={question as Presented}
        response={refused(shown, here) ?? shown.response}
        heading={heading}
        error={here.entered.errors['answer']}
        language={here.visit.language}
      />
      <Checkbox name="flagged" value="yes" checked={shown.isFlagged}>
        {said.flag}
      </Checkbox>
    </QuestionSheet>
  )
}

/** What was written stays in sight when it could not be kept. */
function refused({ question: { kind } }: QuestionShown, here: Here) {
  const text = here.entered.values['answer']
  if (typeof text !== 'string') return undefined
  return kind === 'essay' || kind === 'shortAnswer' || kind === 'numeric' ? { kind, text } : undefined
}

function OnlyHandIn({ shown, here }: Part): Html {
  const said = say(words, here.visit.language)
  return (
    <Stack>
      <Heading level={1}>{said.question(shown.number)}</Heading>
      <Notice tone="warning">{said.handInOnly}</Notice>
    </Stack>
  )
}

function Aside({ shown, here }: Part): Html {
  const { language } = here.visit
  const said = say(words, language)
  const { attempt, steps, number, canAnswer, extendedTo, deadline } = shown
  const answered = steps.filter(({ isAnswered }) => isAnswered).length
  const leaves = canAnswer ? { form: FORM, name: 'go', value: 'submission' } : { href: `/exams/attempts/${attempt}/submission` }
  return (
    <>
      {canAnswer ? (
        <Card id="questions" title={said.questions}>
          <ExamMap
            label={said.goTo}
            form={FORM}
            name="go"
            questions={mapOf(steps, number, language)}
            legend={{ answered: said.answered, flagged: said.flagged, open: said.unanswered }}
          />
        </Card>
      ) : null}
      <Card id="submission" title={said.submission}>
        <Muted>{said.answeredOf(answered, steps.length)}</Muted>
        <Button {...leaves} look="secondary" full>
          {said.toSubmission}
        </Button>
      </Card>
      <Remark id="ends" icon="clock">{said.endsAt(whenSaid(deadline, here))}</Remark>
      {extendedTo === null ? null : <Remark icon="information">{said.extendedTo(durationSaid(extendedTo, language))}</Remark>}
    </>
  )
}

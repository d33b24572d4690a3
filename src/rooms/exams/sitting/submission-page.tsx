import { say } from '../../../platform/words.ts'
import type { Here } from '../../../web/here.ts'
import type { Html } from '../../../web/jsx-runtime.ts'
import { Button } from '../../../web/kit/action.tsx'
import { Form } from '../../../web/kit/form.tsx'
import type { IconName } from '../../../web/kit/icon.tsx'
import { Card, Column, PageHead } from '../../../web/kit/layout.tsx'
import { Facts, RowItem, Rows } from '../../../web/kit/lists.tsx'
import { Notice, Tag } from '../../../web/kit/state.tsx'
import { Link, Muted } from '../../../web/kit/text.tsx'
import { ExamFrame } from '../parts.tsx'
import type { SubmissionShown } from './shapes.ts'
import { words } from '../words.ts'

type Part = { shown: SubmissionShown; here: Here }

/** The last look before handing in: what is missing first, then the button. */
export function SubmissionPage({ shown, here }: Part): Html {
  const said = say(words, here.visit.language)
  const { attempt, canAnswer, at } = shown
  return (
    <ExamFrame shown={shown} title={said.submission} here={here}>
      <Column>
        <PageHead title={said.beforeSubmitting} />
        {canAnswer ? null : <Notice tone="warning">{said.handInOnly}</Notice>}
        <Card>
          <Facts items={factsOf(shown, here)} />
          <Muted>{said.submitFinal}</Muted>
          <Form action={`/exams/attempts/${attempt}/submission`} id="submission-form">
            <div>
              <Button icon="check">{said.submit}</Button>
            </div>
          </Form>
          {canAnswer ? <Link href={`/exams/attempts/${attempt}/questions/${at}`}>{said.backToQuestion(at)}</Link> : null}
        </Card>
        <Questions shown={shown} here={here} />
      </Column>
    </ExamFrame>
  )
}

function factsOf({ steps }: SubmissionShown, here: Here): { icon: IconName; text: string }[] {
  const said = say(words, here.visit.language)
  const open = steps.filter(({ isAnswered }) => !isAnswered).length
  const flagged = steps.filter(({ isFlagged }) => isFlagged).length
  return [
    open === 0 ? { icon: 'check-circle', text: said.allAnswered } : { icon: 'warning', text: said.someUnanswered(open) },
    ...(flagged > 0 ? [{ icon: 'bookmark' as const, text: said.someFlagged(flagged) }] : []),
  ]
}

function Questions({ shown, here }: Part): Html {
  const said = say(words, here.visit.language)
  const { attempt, steps, canAnswer } = shown
  return (
    <Card id="questions" title={said.questions} flush>
      <Rows label={said.questions}>
        {steps.map(({ number, isAnswered, isFlagged }) => (
          <RowItem
            title={said.question(number)}
            href={canAnswer ? `/exams/attempts/${attempt}/questions/${number}` : undefined}
            detail={isFlagged ? said.flagged : undefined}
            tag={isAnswered ? <Tag tone="success">{said.answered}</Tag> : <Tag tone="warning">{said.unanswered}</Tag>}
          />
        ))}
      </Rows>
    </Card>
  )
}

import { plainText } from '../../../platform/markdown.ts'
import { formatDate } from '../../../platform/time.ts'
import { say } from '../../../platform/words.ts'
import type { Here } from '../../../web/here.ts'
import type { Html } from '../../../web/jsx-runtime.ts'
import { Button } from '../../../web/kit/action.tsx'
import { Form } from '../../../web/kit/form.tsx'
import { Card, PageHead, Split } from '../../../web/kit/layout.tsx'
import { DetailsRows, RowItem, Rows } from '../../../web/kit/lists.tsx'
import { EmptyState, Tag } from '../../../web/kit/state.tsx'
import { Link, Muted } from '../../../web/kit/text.tsx'
import { Page } from '../../../web/page.tsx'
import type { BoardShown, ExamToMark } from './shapes.ts'
import { markingWords } from './words.ts'

/** Every exam somebody may mark, those that wait first to the eye. */
export function BoardPage({ exams, here }: BoardShown & { here: Here }): Html {
  const said = say(markingWords, here.visit.language)
  return (
    <Page here={here} title={said.marking}>
      <PageHead title={said.marking} lede={said.markingLede} />
      {exams.length === 0 ? (
        <EmptyState icon="task" title={said.noExams}>
          {said.noExamsText}
        </EmptyState>
      ) : (
        <Card flush>
          <Rows label={said.marking}>
            {exams.map((exam) => (
              <RowItem
                title={<span lang={exam.title.language}>{exam.title.text}</span>}
                href={`/marking/exams/${exam.exam}`}
                detail={<span lang={exam.course.language}>{exam.course.text}</span>}
                end={exam.running > 0 ? said.runningCount(exam.running) : undefined}
                tag={<Waiting exam={exam} here={here} />}
              />
            ))}
          </Rows>
        </Card>
      )}
    </Page>
  )
}

function Waiting({ exam: { waiting, ready }, here }: { exam: BoardShown['exams'][number]; here: Here }): Html {
  const said = say(markingWords, here.visit.language)
  if (waiting > 0) return <Tag tone="warning">{said.waitingCount(waiting)}</Tag>
  return ready > 0 ? <Tag tone="info">{said.readyCount(ready)}</Tag> : <Tag>{said.nothingToDo}</Tag>
}

type Part = { exam: ExamToMark; here: Here }

/** One exam for its teacher: answers to mark, results to show, questions to look into, learners. */
export function ExamToMarkPage({ exam, here }: Part): Html {
  const said = say(markingWords, here.visit.language)
  return (
    <Page here={here} title={exam.title.text}>
      <PageHead
        kicker={<Link href="/marking">{said.marking}</Link>}
        title={<span lang={exam.title.language}>{exam.title.text}</span>}
        lede={<span lang={exam.course.language}>{exam.course.text}</span>}
      />
      <Split asideLabel={said.release} aside={<Aside exam={exam} here={here} />}>
        <ToMark exam={exam} here={here} />
        {exam.questions.length > 0 ? <Questions exam={exam} here={here} /> : null}
        {exam.decisions.length > 0 ? <Decisions exam={exam} here={here} /> : null}
      </Split>
    </Page>
  )
}

function ToMark({ exam, here }: Part): Html {
  const said = say(markingWords, here.visit.language)
  const waiting = exam.questions.filter((question) => question.waiting > 0)
  if (waiting.length === 0) {
    return (
      <EmptyState icon="check-circle" title={said.allMarked}>
        {said.allMarkedText}
      </EmptyState>
    )
  }
  return (
    <Card id="waiting" title={said.toMark} flush>
      <Rows label={said.toMark}>
        {waiting.map(({ id, text, waiting: n }) => (
          <RowItem title={shortened(text)} href={`/marking/exams/${exam.exam}/questions/${id}`} tag={<Tag tone="warning">{said.waitingCount(n)}</Tag>} />
        ))}
      </Rows>
    </Card>
  )
}

function Questions({ exam, here }: Part): Html {
  const said = say(markingWords, here.visit.language)
  return (
    <Card id="questions" title={said.allQuestions} flush>
      <Rows label={said.allQuestions}>
        {exam.questions.map(({ id, text, asked }) => (
          <RowItem title={shortened(text)} href={`/marking/exams/${exam.exam}/questions/${id}`} detail={said.askedCount(asked)} />
        ))}
      </Rows>
    </Card>
  )
}

function Decisions({ exam, here }: Part): Html {
  const { language, site } = here.visit
  const said = say(markingWords, language)
  const kinds = { accept: said.remedyAccept, full: said.remedyFull, ignore: said.remedyIgnore }
  return (
    <Card id="decisions" title={said.decisions} flush>
      <DetailsRows
        items={exam.decisions.map(({ id, kind, reason, changed, lookedAt, decided }) => ({
          id: `decision-${id}`,
          icon: 'history' as const,
          title: kinds[kind],
          detail: `${formatDate(decided, language, site.zone)} · ${said.decisionCount(changed, lookedAt)}`,
          children: <p>{reason}</p>,
        }))}
      />
    </Card>
  )
}

function Aside({ exam, here }: Part): Html {
  const said = say(markingWords, here.visit.language)
  return (
    <>
      {exam.ready > 0 ? (
        <Card id="release" title={said.release}>
          <Muted>{said.releaseText(exam.ready)}</Muted>
          <Form action={`/marking/exams/${exam.exam}/release`}>
            <Button full>{said.releaseNow}</Button>
          </Form>
        </Card>
      ) : null}
      <Card id="learners" title={said.learners}>
        <Muted>{said.learnersText}</Muted>
        <Button href={`/marking/exams/${exam.exam}/learners`} look="secondary" full>
          {said.learners}
        </Button>
      </Card>
    </>
  )
}

const LONGEST_LINE = 120

/** The beginning of a question, for a list. */
export function shortened(markdown: string): string {
  const text = plainText(markdown)
  return text.length <= LONGEST_LINE ? text : `${text.slice(0, LONGEST_LINE).replace(/\s+\S*$/, '')} …`
}

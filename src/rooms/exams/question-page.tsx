import { formatTime } from '../../platform/time.ts'
import { say } from '../../platform/words.ts'
import type { Here } from '../../web/here.ts'
import type { Html } from '../../web/jsx-runtime.ts'
import { Button } from '../../web/kit/action.tsx'
import { Checkbox } from '../../web/kit/choices.tsx'
import { ExamFoot, ExamMap, ExamProgress, QuestionSheet, SavedState, Timer } from '../../web/kit/exam.tsx'
import { Form, Hidden } from '../../web/kit/form.tsx'
import { Card, Split, Stack } from '../../web/kit/layout.tsx'
import { Bar } from '../../web/kit/state.tsx'
import { Muted } from '../../web/kit/text.tsx'
import { Page } from '../../web/page.tsx'
import type { Language } from '../../platform/words.ts'
import type { Presented } from '../questions/presenting.ts'
import { QuestionFields } from '../questions/question-fields.tsx'
import type { Response } from '../questions/response.ts'
import type { Step } from './sheet.ts'
import { words } from './words.ts'

export type Sitting = {
  attempt: string
  title: string
  number: number
  deadline: Date
  now: Date
  language: Language
  question: unknown
  response: Response | null
  saved: Date | null
  sequence: number
  isFlagged: boolean
  steps: Step[]
}

/** One question of an exam under way, with nothing around it that leads away. */
export function QuestionPage(sitting: Sitting, here: Here): Html {
  const said = say(words, here.visit.language)
  const { number, steps, title } = sitting
  const of = said.questionOf(number, steps.length)
  return (
    <Page here={here} title={`${of} – ${title}`} focus={{ title, right: <Clock sitting={sitting} here={here} /> }}>
      <exam-answers
        data-attempt={sitting.attempt}
        data-question={number}
        data-kind={(sitting.question as Presented).kind}
        data-sequence={sitting.sequence}
        data-saving={said.saving}
        data-saved={said.savedAt('{time}')}
        data-unsaved={said.unsaved}
        data-left={said.minutesLeft}
        data-elsewhere={said.elsewhere}
      >
        <Split narrow asideLabel={said.map} aside={<Overview sitting={sitting} here={here} />}>
          <Form id="answer-form" action={`/exams/attempts/${sitting.attempt}/questions/${number}`}>
            <Stack>
              <ExamProgress title={of}>
                <Bar value={number} max={steps.length} label={of} />
              </ExamProgress>
              <QuestionSheet>
                <QuestionFields presented={sitting.question as Presented} response={sitting.response} language={sitting.language} />
                <Checkbox name="flagged" value="yes" checked={sitting.isFlagged}>
                  {said.flag}
                </Checkbox>
              </QuestionSheet>
              <Hidden name="sequence" value={sitting.sequence} />
              <ExamFoot>
                {number > 1 ? (
                  <Button look="secondary" name="go" value={String(number - 1)} icon="arrow-left">
                    {said.previous}
                  </Button>
                ) : null}
                <Button name="go" value={number < steps.length ? String(number + 1) : 'submission'} iconAfter="arrow-right">
                  {number < steps.length ? said.next : said.toSubmission}
                </Button>
              </ExamFoot>
            </Stack>
          </Form>
        </Split>
      </exam-answers>
    </Page>
  )
}

function Clock({ sitting, here }: { sitting: Sitting; here: Here }): Html {
  const { language, site } = here.visit
  const said = say(words, language)
  return (
    <>
      <SavedState state="saved" text={sitting.saved ? said.savedAt(formatTime(sitting.saved, language, site.zone)) : said.notYetSaved} />
      <TimeLeft deadline={sitting.deadline} now={sitting.now} here={here} />
    </>
  )
}

/** Shown as the server counts it; a script only makes it tick. */
export function TimeLeft({ deadline, now, here }: { deadline: Date; now: Date; here: Here }): Html {
  const said = say(words, here.visit.language)
  const seconds = Math.max(0, Math.floor((deadline.getTime() - now.getTime()) / 1000))
  const shown = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
  return <Timer ends={deadline.toISOString()} now={now.toISOString()} shown={shown} spoken={said.timeLeft} left={said.leftWord} />
}

function Overview({ sitting, here }: { sitting: Sitting; here: Here }): Html {
  const said = say(words, here.visit.language)
  const { steps, number } = sitting
  const answered = steps.filter(({ isAnswered }) => isAnswered).length
  const stateOf = ({ isAnswered, isFlagged }: Step) => [isAnswered ? said.answered : said.open, isFlagged ? said.flagged : ''].filter(Boolean).join(', ')
  return (
    <Stack>
      <Card id="map" title={said.questions(steps.length)}>
        <ExamMap
          label={said.map}
          form="answer-form"
          name="go"
          questions={steps.map((step) => ({ number: step.number, answered: step.isAnswered, flagged: step.isFlagged, current: step.number === number, label: said.place(step.number, stateOf(step)) }))}
          legend={{ answered: said.answered, flagged: said.flagged, open: said.open }}
        />
      </Card>
      <Card id="hand-in" title={said.handIn}>
        <Muted>{said.handInText(answered, steps.length)}</Muted>
        <Button look="secondary" form="answer-form" name="go" value="submission" full>
          {said.toSubmission}
        </Button>
      </Card>
    </Stack>
  )
}

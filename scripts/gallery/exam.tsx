import type { Html } from '../../src/web/jsx-runtime.ts'
import { Button } from '../../src/web/kit/action.tsx'
import { AnswerChoice, Checkbox, Fieldset } from '../../src/web/kit/choices.tsx'
import {
  ExamFoot,
  ExamMap,
  ExamProgress,
  QuestionSheet,
  Remark,
  SavedState,
  type Saving,
  Stimulus,
  Timer,
} from '../../src/web/kit/exam.tsx'
import { Form } from '../../src/web/kit/form.tsx'
import { Card, Split } from '../../src/web/kit/layout.tsx'
import { Bar } from '../../src/web/kit/state.tsx'
import { Heading, Muted } from '../../src/web/kit/text.tsx'
import { Model, type Setting } from './frame.tsx'

const NUMBERS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
const ANSWERS = [
  'Hun føler seg uvel og litt i ulage, men klarer ikke å si hvor det sitter.',
  'Hun er irritert på personalet og vil klage på maten.',
  'Hun er sulten og ønsker frokost før morgenstellet.',
  'Hun har sovet godt og vil gjerne sitte oppe lenger enn vanlig.',
]

export function Exam(setting: Setting & { saving: Saving }): Html {
  const saved = setting.saving === 'saved' ? 'Lagret kl. 10.42' : 'Ikke lagret ennå – vi prøver igjen'
  const right = (
    <>
      <SavedState state={setting.saving} text={saved} />
      <Timer
        ends="2026-08-20T11:13:24+02:00"
        now="2026-08-20T10:42:00+02:00"
        shown="31:24"
        spoken="Tid igjen:"
        left="igjen"
      />
    </>
  )
  return (
    <Model
      {...setting}
      title="Spørsmål 4 av 10"
      path="/exam"
      focus={{ title: 'Avsluttende prøve', subtitle: 'Norsk på jobben, B2', right }}
    >
      <Split narrow asideLabel="Oversikt over prøven" aside={<ExamAside />}>
        <Form action="/exam" id="answer" label="Svaret ditt">
          <ExamProgress title="Spørsmål 4 av 10" detail="1 poeng">
            <Bar value={4} max={10} label="Spørsmål 4 av 10" />
          </ExamProgress>
          <QuestionSheet>
            <Stimulus caption="Fra nattrapporten, kl. 07.30">
              <blockquote>
                «Pasienten på rom 12 har sovet urolig. Hun sier hun er <em>uggen</em> i dag og vil helst ligge.»
              </blockquote>
            </Stimulus>
            <Fieldset
              id="choice"
              legend={<Heading level={1}>Hva mener pasienten mest sannsynlig når hun sier at hun er «uggen»?</Heading>}
              description="Velg ett svar."
            >
              {ANSWERS.map((text, index) => (
                <AnswerChoice
                  id={`choice-${index}`}
                  name="choice"
                  value={String(index)}
                  letter={'ABCD'[index] ?? ''}
                  checked={index === 0}
                >
                  {text}
                </AnswerChoice>
              ))}
            </Fieldset>
            <Checkbox name="flag">Merk spørsmålet, så finner jeg det igjen</Checkbox>
          </QuestionSheet>
          <ExamFoot>
            <Button look="secondary" name="go" value={3} icon="arrow-left">
              Forrige
            </Button>
            <Button name="go" value={5} iconAfter="arrow-right">
              Neste spørsmål
            </Button>
          </ExamFoot>
        </Form>
      </Split>
    </Model>
  )
}

function ExamAside(): Html {
  const questions = NUMBERS.map((number) => ({
    number,
    answered: [1, 2, 3, 6].includes(number),
    flagged: number === 3,
    current: number === 4,
    label: `Spørsmål ${number}`,
  }))
  return (
    <>
      <Card id="questions" title="Spørsmål">
        <ExamMap
          label="Gå til spørsmål"
          form="answer"
          name="go"
          questions={questions}
          legend={{ answered: 'Besvart', flagged: 'Merket', open: 'Ikke besvart' }}
        />
      </Card>
      <Card id="hand-in" title="Levering">
        <Muted>Du har svart på 4 av 10. Du kan endre svarene dine helt til du leverer.</Muted>
        <Button look="secondary" href="/exam/closure" full>
          Gå til levering
        </Button>
      </Card>
      <Remark icon="clock">Du har 25 % ekstra tid på denne prøven.</Remark>
    </>
  )
}

import { formatDate } from '../../../platform/time.ts'
import { languages, say } from '../../../platform/words.ts'
import type { Entered, Here } from '../../../web/here.ts'
import type { Html } from '../../../web/jsx-runtime.ts'
import { Button } from '../../../web/kit/action.tsx'
import { Checkbox, Fieldset } from '../../../web/kit/choices.tsx'
import { Field, Select, TextArea } from '../../../web/kit/fields.tsx'
import { Form, Hidden } from '../../../web/kit/form.tsx'
import { Card, PageHead, Row, Split } from '../../../web/kit/layout.tsx'
import { Notice, Tag } from '../../../web/kit/state.tsx'
import { Link, Muted } from '../../../web/kit/text.tsx'
import { Page } from '../../../web/page.tsx'
import { words as web } from '../../../web/words.ts'
import { difficulties } from '../../questions/rules.ts'
import { words as bankWords } from '../../questions/words.ts'
import { ExamAside, Theirs } from './exam-aside.tsx'
import { fieldOf, SWITCHES, valuesOf } from './forms.ts'
import { languageNames } from './pages.tsx'
import type { AuthoredExam } from './shapes.ts'
import { authorWords } from './words.ts'

type Part = { exam: AuthoredExam; typed: Typed; here: Here }

/** What stands in the form: what was entered and refused, or the draft. */
type Typed = { one(name: string): string; all(name: string): readonly string[]; error(name: string): string | undefined }

/** All settings of an exam on one page; saved as a draft, or saved and published. */
export function AuthorExamPage({ exam, here }: { exam: AuthoredExam; here: Here }): Html {
  const said = say(authorWords, here.visit.language)
  const { id, course, plan } = exam
  const typed = typedIn(here.entered, valuesOf(plan, here.visit.site.zone))
  const part = { exam, typed, here }
  return (
    <Page here={here} title={plan.title[plan.language]}>
      <PageHead
        kicker={<Link href={`/authoring/courses/${course.id}`} lang={course.title.language}>{course.title.text}</Link>}
        title={plan.title[plan.language]}
        lede={<Version exam={exam} here={here} />}
      >
        <Button href={`/authoring/exams/${id}/preview`} look="secondary" icon="eye">
          {said.preview}
        </Button>
      </PageHead>
      {exam.editors.length > 0 ? <Notice tone="warning">{said.othersHere(exam.editors.join(', '))}</Notice> : null}
      <Split narrow asideLabel={said.versions} aside={<ExamAside exam={exam} here={here} />}>
        <Theirs exam={exam} here={here} />
        <Form action={`/authoring/exams/${id}`} guarded autosave={autosaveSaid(here)}>
          {/* The newest, also after a conflict: whoever has seen what the other saved may save after it. */}
          <Hidden name="base" value={exam.revision} />
          <Questions {...part} />
          <Rules {...part} />
          <Review {...part} />
          <Texts {...part} />
          <Row>
            <Button name="how" value="save" look="secondary">
              {said.saveDraft}
            </Button>
            <Button name="how" value="publish">
              {said.saveAndPublish}
            </Button>
          </Row>
          <Muted>{said.runningStay}</Muted>
        </Form>
      </Split>
    </Page>
  )
}

function autosaveSaid({ visit: { language } }: Here) {
  const said = say(authorWords, language)
  return { saved: said.autosaved, failed: said.autosaveFailed, faulty: said.autosaveFaulty, conflict: said.autosaveConflict, others: said.othersHere('{names}') }
}

function typedIn({ values, errors }: Entered, kept: Entered['values']): Typed {
  const isRefused = Object.keys(values).length > 0
  const from = isRefused ? values : kept
  const all = (name: string) => [from[name] ?? []].flat()
  return { all, one: (name) => all(name)[0] ?? '', error: (name) => errors[name] }
}

function Version({ exam, here }: { exam: AuthoredExam; here: Here }): Html {
  const { language, site } = here.visit
  const said = say(authorWords, language)
  if (!exam.published) return <Tag tone="warning">{said.isDraft}</Tag>
  const { number, at, hasChanges } = exam.published
  return (
    <>
      {said.versionOf(number, formatDate(at, language, site.zone))} {hasChanges ? <Tag tone="warning">{said.hasChanges}</Tag> : null}
    </>
  )
}

const SPARE_ROWS = 2

function Questions({ exam, typed, here }: Part): Html {
  const said = say(authorWords, here.visit.language)
  const { questions } = exam.plan
  const rows = typed.all('poolCount').length + SPARE_ROWS
  return (
    <Card id="questions" title={said.questions} more={{ href: '/authoring/questions', text: said.toBank }}>
      <Muted>{said.questionsWhy}</Muted>
      <Row align="between">
        <span>{questions.places.length === 0 ? said.noPlaces : said.placesCount(questions.places.length)}</span>
        <Button href={`/authoring/exams/${exam.id}/questions`} look="secondary" small icon="list">
          {said.choosePlaces}
        </Button>
      </Row>
      {Array.from({ length: rows }, (_, index) => (
        <PoolRow exam={exam} typed={typed} here={here} index={index} />
      ))}
    </Card>
  )
}

function PoolRow({ exam, typed, here, index }: Part & { index: number }): Html {
  const said = say(authorWords, here.visit.language)
  const bankSaid = say(bankWords, here.visit.language)
  const { bank, available } = exam
  const fits = available[index]
  const list = (names: readonly string[]) => names.map((name) => ({ value: name, text: name }))
  return (
    <Fieldset legend={said.pool(index + 1)} description={fits === undefined ? undefined : said.available(fits)} columns>
      <Select name="poolCategory" id={`poolCategory-${index}`} label={said.category} value={typed.all('poolCategory')[index]} empty={said.any} options={list(bank.categories)} half />
      <Select name="poolTag" id={`poolTag-${index}`} label={said.tag} value={typed.all('poolTag')[index]} empty={said.any} options={list(bank.tags)} half />
      <Select
        name="poolDifficulty"
        id={`poolDifficulty-${index}`}
        label={said.difficulty}
        value={typed.all('poolDifficulty')[index]}
        empty={said.any}
        options={difficulties.map((one) => ({ value: one, text: bankSaid[one] }))}
        half
      />
      <Field
        name="poolCount"
        id={`poolCount-${index}`}
        label={said.count}
        value={typed.all('poolCount')[index] ?? ''}
        error={typed.error(`poolCount-${index}`)}
        inputmode="numeric"
        autocomplete="off"
        half
      />
    </Fieldset>
  )
}

function Rules({ typed, here }: Part): Html {
  const said = say(authorWords, here.visit.language)
  const number = (name: 'minutes' | 'passPercent' | 'attempts' | 'waitMinutes') => (
    <Field name={name} label={said[name]} value={typed.one(name)} error={typed.error(name)} inputmode="numeric" autocomplete="off" half />
  )
  const moment = (name: 'opens' | 'closes') => (
    <Field name={name} label={said[name]} type="datetime-local" value={typed.one(name)} error={typed.error(name)} optional={say(web, here.visit.language).optional} half />
  )
  const ways = [
    { value: 'submit', text: said.upSubmitChoice },
    { value: 'grace', text: said.upGraceChoice },
    { value: 'abandon', text: said.upAbandonChoice },
  ]
  return (
    <Card id="rules">
      <Fieldset legend={said.rulesTitle} columns>
        {number('minutes')}
        {number('passPercent')}
        {number('attempts')}
        {number('waitMinutes')}
        <Select
          name="whichCounts"
          label={said.whichCounts}
          value={typed.one('whichCounts')}
          options={(['highest', 'last', 'first', 'average'] as const).map((one) => ({ value: one, text: said[one] }))}
          half
        />
        <Select name="onTimeUp" label={said.onTimeUp} value={typed.one('onTimeUp')} options={ways} half />
        <Field name="graceSeconds" label={said.graceSeconds} why={said.graceWhy} value={typed.one('graceSeconds')} error={typed.error('graceSeconds')} inputmode="numeric" autocomplete="off" />
        {moment('opens')}
        {moment('closes')}
      </Fieldset>
    </Card>
  )
}

function Review({ typed, here }: Part): Html {
  const said = say(authorWords, here.visit.language)
  return (
    <Card id="review" title={said.review}>
      <Muted>{said.reviewWhy}</Muted>
      {(['rightAfter', 'laterOpen', 'afterClose'] as const).map((moment) => (
        <Fieldset legend={said[moment]}>
          {SWITCHES.map((name) => (
            <Checkbox id={`${moment}-${name}`} name={moment} value={name} checked={typed.all(moment).includes(name)}>
              {said[name]}
            </Checkbox>
          ))}
        </Fieldset>
      ))}
    </Card>
  )
}

function Texts({ exam, typed, here }: Part): Html {
  const { language } = here.visit
  const said = say(authorWords, language)
  const written = exam.plan.language
  // The language of the questions stands first, since it is the one that must be there.
  const ordered = [written, ...languages.filter((one) => one !== written)]
  const optional = (one: string) => (one === written ? undefined : say(web, language).optional)
  return (
    <Card id="texts" title={said.texts}>
      <Select
        name="language"
        label={said.language}
        value={typed.one('language')}
        options={languages.map((one) => ({ value: one, text: languageNames[language][one] }))}
      />
      {ordered.map((one) => (
        <>
          <Field
            name={fieldOf('title', one)}
            label={said.titleIn(languageNames[language][one])}
            value={typed.one(fieldOf('title', one))}
            error={typed.error(fieldOf('title', one))}
            optional={optional(one)}
            maxlength={200}
          />
          <TextArea
            name={fieldOf('introduction', one)}
            label={said.introductionIn(languageNames[language][one])}
            description={said.introductionWhy}
            value={typed.one(fieldOf('introduction', one))}
            error={typed.error(fieldOf('introduction', one))}
            optional={say(web, language).optional}
            lang={one}
            rows={5}
          />
        </>
      ))}
    </Card>
  )
}

import { say } from '../../../platform/words.ts'
import type { Here } from '../../../web/here.ts'
import type { Html } from '../../../web/jsx-runtime.ts'
import { Button } from '../../../web/kit/action.tsx'
import { AnswerChoice, Checkbox, Fieldset } from '../../../web/kit/choices.tsx'
import { Field, Select, TextArea } from '../../../web/kit/fields.tsx'
import { Form, Hidden } from '../../../web/kit/form.tsx'
import { Card, Grid, Row, Stack } from '../../../web/kit/layout.tsx'
import { Details } from '../../../web/kit/lists.tsx'
import { TextTools } from '../../../web/kit/text-tools.tsx'
import { words as houseWords } from '../../../web/words.ts'
import { LONGEST_TEXT } from '../kinds/parts.ts'
import { difficulties, LONGEST_CATEGORY, LONGEST_NAME } from '../rules.ts'
import { words } from '../words.ts'
import { ExtraFields, RowFields, type Writing } from './row-fields.tsx'

/**
 * The form of a question of any kind. Every button submits it, so that nothing entered is lost; the
 * first one only previews, since that is what the Enter key presses. What is written is kept by itself.
 */
export function QuestionForm({
  action,
  keptAt,
  categories,
  ...writing
}: Writing & { action: string; keptAt: string; categories: readonly string[] }): Html {
  const { written, here } = writing
  const said = say(words, here.visit.language)
  return (
    <Form action={action} id="question" guarded files autosave={autosaveTo(keptAt, here)}>
      <Hidden name="kind" value={written.kind} />
      <Hidden name="base" value={written.base} />
      {written.draft === '' ? null : <Hidden name="draft" value={written.draft} />}
      <Stack>
        <Row align="end">
          <Button look="tertiary" name="do" value="preview" icon="eye">
            {said.showPreview}
          </Button>
        </Row>
        <Card id="the-question" title={said.theQuestion}>
          <Stack>
            <TextTools of="text" language={here.visit.language} />
            <TextArea
              {...asking(writing, 'text')}
              label={said.questionText}
              why={said.markdownHint}
              rows={5}
              maxlength={LONGEST_TEXT}
            />
            <PictureFields {...writing} />
            <KindFields {...writing} />
            <TextArea
              {...asking(writing, 'feedback')}
              label={said.feedback}
              why={said.feedbackWhy}
              rows={3}
              optional={optional(writing)}
            />
          </Stack>
        </Card>
        <RowFields {...writing} />
        <ExtraFields {...writing} />
        <BankFields {...writing} categories={categories} />
        <Row>
          <Button name="do" value="ready">
            {said.saveReady}
          </Button>
          <Button look="secondary" name="do" value="draft">
            {said.saveDraft}
          </Button>
          <Button look="tertiary" name="do" value="preview" icon="eye">
            {said.showPreview}
          </Button>
        </Row>
      </Stack>
    </Form>
  )
}

/** What is kept by itself is nobody's but the author's, and may be faulty; the bank has it once it is saved. */
function autosaveTo(to: string, { visit: { language } }: Here) {
  const said = say(words, language)
  return { to, saved: said.keptByItself, failed: said.keptNotYet, faulty: said.keptNotYet, conflict: said.keptNotYet, others: said.othersWrite('{names}') }
}

/** A picture or a sound goes to the end of the text; from there its line can be moved to an option. */
function PictureFields(writing: Writing): Html {
  const { written, here } = writing
  const said = say(words, here.visit.language)
  const { errors } = here.entered
  return (
    <Details summary={said.picture} open={errors['picture'] !== undefined || errors['pictureText'] !== undefined}>
      <Stack gap="small">
        <Field name="picture" type="file" label={said.pictureFile} description={said.pictureHint} error={errors['picture']} optional={optional(writing)} />
        <Field
          name="pictureText"
          label={said.pictureText}
          description={said.pictureTextWhy}
          value={written.pictureText}
          error={errors['pictureText']}
          maxlength={300}
          optional={optional(writing)}
        />
        <Row>
          <Button look="secondary" small name="do" value="picture" icon="image">
            {said.putPictureIn}
          </Button>
        </Row>
      </Stack>
    </Details>
  )
}

/** What only some kinds ask for, besides their rows. */
function KindFields(writing: Writing): Html | null {
  const said = say(words, writing.here.visit.language)
  switch (writing.written.kind) {
    case 'single':
    case 'multiple':
    case 'matching':
      return <Tick {...writing} name="shuffle" label={said.shuffle} />
    case 'trueFalse':
      return <TrueFalseFields {...writing} />
    case 'numeric':
      return (
        <Field
          {...asking(writing, 'unit')}
          label={said.unit}
          why={said.unitHint}
          short
          maxlength={40}
          optional={optional(writing)}
        />
      )
    case 'shortAnswer':
      return (
        <>
          <Tick {...writing} name="matchCase" label={said.matchCase} />
          <Tick {...writing} name="matchSpaces" label={said.matchSpaces} />
        </>
      )
    case 'essay':
      return <EssayFields {...writing} />
    case 'ordering':
      return null
  }
}

function TrueFalseFields(writing: Writing): Html {
  const { written, here } = writing
  const said = say(words, here.visit.language)
  return (
    <>
      <Fieldset id="truth" legend={said.claim} error={here.entered.errors['truth']}>
        <AnswerChoice id="truth-true" name="truth" value="true" letter="A" checked={written.truth === 'true'}>
          {said.isTrue}
        </AnswerChoice>
        <AnswerChoice id="truth-false" name="truth" value="false" letter="B" checked={written.truth === 'false'}>
          {said.isFalse}
        </AnswerChoice>
      </Fieldset>
      <TextArea {...asking(writing, 'feedbackTrue')} label={said.feedbackTrue} rows={2} optional={optional(writing)} />
      <TextArea
        {...asking(writing, 'feedbackFalse')}
        label={said.feedbackFalse}
        rows={2}
        optional={optional(writing)}
      />
    </>
  )
}

function EssayFields(writing: Writing): Html {
  const said = say(words, writing.here.visit.language)
  return (
    <>
      <Grid>
        <Field
          {...asking(writing, 'fewestWords')}
          label={said.fewestWords}
          inputmode="numeric"
          optional={optional(writing)}
        />
        <Field
          {...asking(writing, 'mostWords')}
          label={said.mostWords}
          inputmode="numeric"
          optional={optional(writing)}
        />
      </Grid>
      <TextArea
        {...asking(writing, 'modelAnswer')}
        label={said.modelAnswer}
        why={said.modelAnswerWhy}
        optional={optional(writing)}
      />
    </>
  )
}

function BankFields({ categories, ...writing }: Writing & { categories: readonly string[] }): Html {
  const said = say(words, writing.here.visit.language)
  const inUse = categories.slice(0, 12).join(' · ')
  return (
    <Card id="in-the-bank" title={said.inTheBank}>
      <Stack>
        <Field
          {...asking(writing, 'name')}
          label={said.questionName}
          why={said.questionNameWhy}
          maxlength={LONGEST_NAME}
          optional={optional(writing)}
        />
        <Field
          {...asking(writing, 'category')}
          label={said.category}
          description={inUse === '' ? undefined : said.categoryHint(inUse)}
          maxlength={LONGEST_CATEGORY}
          optional={optional(writing)}
        />
        <Field
          {...asking(writing, 'tags')}
          label={said.tags}
          description={said.tagsHint}
          optional={optional(writing)}
          autocapitalize="none"
        />
        <Select
          name="difficulty"
          label={said.difficulty}
          value={writing.written.difficulty}
          empty={said.noDifficulty}
          options={difficulties.map((one) => ({ value: one, text: said[one] }))}
        />
      </Stack>
    </Card>
  )
}

function Tick({
  written,
  name,
  label,
}: Writing & { name: 'shuffle' | 'matchCase' | 'matchSpaces'; label: string }): Html {
  return (
    <Checkbox name={name} value="yes" checked={written[name] === 'yes'}>
      {label}
    </Checkbox>
  )
}

type TextName =
  | 'text'
  | 'feedback'
  | 'unit'
  | 'feedbackTrue'
  | 'feedbackFalse'
  | 'fewestWords'
  | 'mostWords'
  | 'modelAnswer'
  | 'name'
  | 'category'
  | 'tags'

function asking({ written, here }: Writing, name: TextName) {
  return { name, value: written[name], error: here.entered.errors[name] }
}

function optional({ here }: Writing): string {
  return say(houseWords, here.visit.language).optional
}

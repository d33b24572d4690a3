import { type Language, say } from '../../../platform/words.ts'
import type { Here } from '../../../web/here.ts'
import type { Html } from '../../../web/jsx-runtime.ts'
import { Button } from '../../../web/kit/action.tsx'
import { Checkbox, Fieldset } from '../../../web/kit/choices.tsx'
import { Field, Select, TextArea } from '../../../web/kit/fields.tsx'
import { Hidden } from '../../../web/kit/form.tsx'
import { Card, Grid, Row, Stack } from '../../../web/kit/layout.tsx'
import { Details } from '../../../web/kit/lists.tsx'
import { Heading } from '../../../web/kit/text.tsx'
import { words as houseWords } from '../../../web/words.ts'
import { LONGEST_TEXT, MOST_OPTIONS } from '../kinds/parts.ts'
import type { Kind } from '../question.ts'
import { words } from '../words.ts'
import { worthSaid, worthsFor } from './worth.ts'
import type { Written, WrittenRow } from './written.ts'

/** What an author's form needs to show itself: what stands in it, and where the form stands. */
export type Writing = { written: Written; here: Here }

/** The rows of a question: options, accepted answers, pairs or items, each with buttons that keep all that is entered. */
export function RowFields({ written, here }: Writing): Html | null {
  const said = say(words, here.visit.language)
  const { kind } = written
  if (kind === 'trueFalse' || kind === 'essay') return null
  const { legend, add, nameOf } = naming(kind, here.visit.language)
  return (
    <Fieldset
      id="rows"
      legend={<Heading level={2}>{legend}</Heading>}
      description={said.emptyRowsGo}
      error={here.entered.errors['rows']}
    >
      {written.rows.map((row, index) => (
        <OneRow written={written} here={here} row={row} index={index} name={nameOf(index + 1)} />
      ))}
      {written.rows.length < MOST_OPTIONS ? (
        <Row>
          <Button look="secondary" name="do" value="add" icon="plus">
            {add}
          </Button>
        </Row>
      ) : null}
    </Fieldset>
  )
}

/** Answers of a matching question that belong to no row. */
export function ExtraFields({ written, here }: Writing): Html | null {
  const { language } = here.visit
  const said = say(words, language)
  if (written.kind !== 'matching') return null
  return (
    <Fieldset
      id="extras"
      legend={<Heading level={2}>{said.extras}</Heading>}
      description={said.extrasWhy}
      error={here.entered.errors['extras']}
    >
      {written.extras.map(({ text }, index) => (
        <Stack gap="small">
          <Field
            name={`extras.${index}.text`}
            label={said.extraNumber(index + 1)}
            value={text}
            optional={say(houseWords, language).optional}
            autofocus={here.entered.values['focus'] === `extras.${index}.text`}
          />
          <RowButton
            step={`removeExtra.${index}`}
            what={say(houseWords, language).remove}
            row={said.extraNumber(index + 1)}
            icon="trash"
            language={language}
          />
        </Stack>
      ))}
      <Row>
        <Button look="secondary" name="do" value="addExtra" icon="plus">
          {said.addExtra}
        </Button>
      </Row>
    </Fieldset>
  )
}

type RowProps = Writing & { row: WrittenRow; index: number; name: string }

function OneRow(props: RowProps): Html {
  const { row, index, name, written, here } = props
  const { language } = here.visit
  const said = say(words, language)
  return (
    <Card>
      <Fieldset legend={name}>
        <Hidden name={`rows.${index}.id`} value={row.id} />
        {written.kind === 'numeric' ? <NumberParts {...props} /> : <TextParts {...props} />}
        {written.kind === 'matching' || written.kind === 'ordering' ? null : <Worth {...props} />}
        {written.kind === 'ordering' ? null : <MoreOnRow {...props} />}
        <Row>
          {index > 0 ? (
            <RowButton step={`up.${index}`} what={said.moveUp} row={name} icon="arrow-up" language={language} />
          ) : null}
          {index < written.rows.length - 1 ? (
            <RowButton step={`down.${index}`} what={said.moveDown} row={name} icon="arrow-down" language={language} />
          ) : null}
          <RowButton
            step={`remove.${index}`}
            what={say(houseWords, language).remove}
            row={name}
            icon="trash"
            language={language}
          />
        </Row>
      </Fieldset>
    </Card>
  )
}

function RowButton(props: {
  step: string
  what: string
  row: string
  icon: 'trash' | 'arrow-up' | 'arrow-down'
  language: Language
}): Html {
  const { step, what, row, icon, language } = props
  return (
    <Button look="tertiary" small name="do" value={step} icon={icon} label={say(words, language).doToRow(what, row)}>
      {what}
    </Button>
  )
}

function TextParts(props: RowProps): Html {
  const { row, index, written, here } = props
  const said = say(words, here.visit.language)
  const isShort = written.kind === 'shortAnswer'
  return (
    <>
      <TextArea
        {...asking(props, 'text')}
        label={isShort ? said.acceptedText : said.optionText}
        description={isShort && index === 0 ? said.starHint : undefined}
        value={row.text}
        rows={2}
        maxlength={LONGEST_TEXT}
      />
      {written.kind === 'matching' ? (
        <Field {...asking(props, 'answer')} label={said.pairAnswer} value={row.answer} />
      ) : null}
    </>
  )
}

function NumberParts(props: RowProps): Html {
  const { row, here } = props
  const said = say(words, here.visit.language)
  return (
    <Grid>
      <Field {...asking(props, 'value')} label={said.acceptedValue} value={row.value} inputmode="decimal" />
      <Field
        {...asking(props, 'tolerance')}
        label={said.tolerance}
        value={row.tolerance}
        inputmode="decimal"
        why={said.toleranceHint}
        optional={say(houseWords, here.visit.language).optional}
      />
    </Grid>
  )
}

function Worth(props: RowProps): Html {
  const { row, written, here } = props
  const { language } = here.visit
  const options = worthsFor(written.kind, row.worth).map((value) => ({ value, text: worthSaid(value, language) }))
  return <Select {...asking(props, 'worth')} label={say(words, language).worth} value={row.worth} options={options} />
}

function MoreOnRow(props: RowProps): Html {
  const { row, index, name, written, here } = props
  const { language } = here.visit
  const said = say(words, language)
  const isChoice = written.kind === 'single' || written.kind === 'multiple'
  return (
    <Details summary={said.moreOnRow(name)} open={row.feedback !== '' || row.pinned !== ''}>
      <Stack>
        <TextArea
          {...asking(props, 'feedback')}
          label={said.optionFeedback}
          value={row.feedback}
          rows={2}
          optional={say(houseWords, language).optional}
        />
        {isChoice ? (
          <Checkbox name={`rows.${index}.pinned`} value="yes" checked={row.pinned === 'yes'}>
            {said.pinned}
          </Checkbox>
        ) : null}
      </Stack>
    </Details>
  )
}

function asking({ index, here }: RowProps, part: keyof WrittenRow) {
  const name = `rows.${index}.${part}`
  return { name, error: here.entered.errors[name], autofocus: here.entered.values['focus'] === name }
}

/** What the rows of a kind are called. */
function naming(kind: Exclude<Kind, 'trueFalse' | 'essay'>, language: Language) {
  const said = say(words, language)
  const options = { legend: said.options, add: said.addOption, nameOf: said.optionNumber }
  const answers = { legend: said.acceptedAnswers, add: said.addAnswer, nameOf: said.answerNumber }
  return {
    single: options,
    multiple: options,
    numeric: answers,
    shortAnswer: answers,
    matching: { legend: said.pairs, add: said.addRow, nameOf: said.rowNumber },
    ordering: { legend: said.itemsInOrder, add: said.addItem, nameOf: said.itemNumber },
  }[kind]
}

import { plainText, renderMarkdown } from '../../platform/markdown.ts'
import { type Language, say } from '../../platform/words.ts'
import { type Child, type Html, trusted } from '../../web/jsx-runtime.ts'
import { AnswerChoice, Fieldset } from '../../web/kit/choices.tsx'
import { Field, Select, TextArea } from '../../web/kit/fields.tsx'
import { Prose } from '../../web/kit/text.tsx'
import { LONGEST_ANSWER, LONGEST_ESSAY } from './kinds/parts.ts'
import type { Presented, Shown } from './presenting.ts'
import { ofKind } from './marking.ts'
import { type Response, rowField } from './response.ts'
import { creditOf, instructionOf, words } from './words.ts'

export type Asked = {
  presented: Presented
  /** What was answered before. */
  response?: Response | null | undefined
  /** The name of the field, or the beginning of the fields' names; see `readResponse`. */
  name?: string | undefined
  error?: string | undefined
  /** The question itself, where the page has made a heading of it: then it is the legend of the fields. */
  heading?: Html | undefined
  language: Language
}

/**
 * A question as a learner meets it: its text, and plain fields that work by keyboard, by screen
 * reader and without a script, whatever its kind. Stands inside a form.
 */
export function QuestionFields(asked: Asked): Html {
  const { presented, language } = asked
  return (
    <>
      <Prose>{trusted(renderMarkdown(presented.text, { language }))}</Prose>
      <AnswerFields {...asked} />
    </>
  )
}

/** Markdown for a label: of more than one paragraph only the plain words, since a label holds no blocks. */
export function Inline({ text }: { text: string }): Html {
  const html = renderMarkdown(text).trim()
  const [, only] = /^<p>((?:(?!<\/?p>).)*)<\/p>$/s.exec(html) ?? []
  return only === undefined ? <>{plainText(text)}</> : trusted(only)
}

/** The fields alone, where the page shows the text itself. */
export function AnswerFields(asked: Asked): Html {
  const { presented } = asked
  switch (presented.kind) {
    case 'single':
    case 'multiple':
      return <Options {...asked} options={presented.options} several={presented.kind === 'multiple'} />
    case 'trueFalse':
      return <TrueOrFalse {...asked} />
    case 'numeric':
    case 'shortAnswer':
      return <Typed {...asked} />
    case 'matching':
      return <Pairs {...asked} rows={presented.rows} answers={presented.answers} />
    case 'ordering':
      return <Places {...asked} items={presented.items} />
    case 'essay':
      return <Essay {...asked} />
  }
}

function Options(asked: Asked & { options: readonly Shown[]; several: boolean }): Html {
  const { options, several, response, name = 'answer', error } = asked
  const chosen = several ? (ofKind('multiple', response)?.chosen ?? []) : [ofKind('single', response)?.chosen]
  return (
    <Fieldset id={name} {...asking(asked)} error={error}>
      {options.map(({ id, text }, index) => (
        <AnswerChoice id={`${name}-${id}`} name={name} value={id} several={several} letter={letterAt(index)} checked={chosen.includes(id)}>
          <Inline text={text} />
        </AnswerChoice>
      ))}
    </Fieldset>
  )
}

function TrueOrFalse(asked: Asked): Html {
  const { response, name = 'answer', error, language } = asked
  const said = say(words, language)
  const answer = ofKind('trueFalse', response)?.answer
  return (
    <Fieldset id={name} {...asking(asked)} error={error}>
      <AnswerChoice id={`${name}-true`} name={name} value="true" letter="A" checked={answer === true}>
        {said.isTrue}
      </AnswerChoice>
      <AnswerChoice id={`${name}-false`} name={name} value="false" letter="B" checked={answer === false}>
        {said.isFalse}
      </AnswerChoice>
    </Fieldset>
  )
}

function Typed({ presented, response, name = 'answer', error, heading, language }: Asked): Html {
  const said = say(words, language)
  const value = ofKind('numeric', response)?.text ?? ofKind('shortAnswer', response)?.text ?? ''
  const unit = presented.kind === 'numeric' ? presented.unit : undefined
  return (
    <>
      {heading}
      <Field
        name={name}
        label={said[instructionOf[presented.kind]]}
        description={[unit ? said.inUnit(unit) : '', creditSaid(presented, language)].join(' ').trim() || undefined}
        value={value}
        error={error}
        short={presented.kind === 'numeric'}
        inputmode={presented.kind === 'numeric' ? 'decimal' : 'text'}
        maxlength={LONGEST_ANSWER}
        autocomplete="off"
        spellcheck={false}
      />
    </>
  )
}

function Pairs(asked: Asked & { rows: readonly Shown[]; answers: readonly Shown[] }): Html {
  const { rows, answers, response, name = 'answer', error, language } = asked
  const said = say(words, language)
  const chosen = ofKind('matching', response)?.answers ?? {}
  const options = answers.map(({ id, text }) => ({ value: id, text: plainText(text) }))
  return (
    <Fieldset id={name} {...asking(asked)} error={error}>
      {rows.map(({ id, text }) => (
        <Select name={rowField(name, id)} label={<Inline text={text} />} value={chosen[id]} empty={said.notChosen} options={options} />
      ))}
    </Fieldset>
  )
}

function Places(asked: Asked & { items: readonly Shown[] }): Html {
  const { items, response, name = 'answer', error, language } = asked
  const said = say(words, language)
  const places = ofKind('ordering', response)?.places ?? {}
  const options = items.map((_, index) => ({ value: String(index + 1), text: said.placeOf(index + 1) }))
  return (
    <Fieldset id={name} {...asking(asked)} error={error}>
      {items.map(({ id, text }) => (
        <Select name={rowField(name, id)} label={<Inline text={text} />} value={String(places[id] ?? '')} empty={said.notChosen} options={options} />
      ))}
    </Fieldset>
  )
}

function Essay({ presented, response, name = 'answer', error, heading, language }: Asked): Html {
  const said = say(words, language)
  const { fewestWords, mostWords } = presented as Extract<Presented, { kind: 'essay' }>
  const limits = [fewestWords ? said.atLeastWords(fewestWords) : '', mostWords ? said.atMostWords(mostWords) : '']
  return (
    <>
      {heading}
      <TextArea
        name={name}
        label={said.doEssay}
        description={limits.join(' ').trim() || undefined}
        value={ofKind('essay', response)?.text}
        error={error}
        rows={14}
        maxlength={LONGEST_ESSAY}
      />
    </>
  )
}

/** What the fields are asked by: the question with what to do, or what to do alone. */
function asking({ presented, heading, language }: Asked): { legend: Child; description?: string } {
  const instruction = say(words, language)[instructionOf[presented.kind]]
  const credit = creditSaid(presented, language)
  if (heading) return { legend: heading, description: `${instruction} ${credit}`.trim() }
  return credit === '' ? { legend: instruction } : { legend: instruction, description: credit }
}

/** How an answer counts that is not all right, said before it is given; empty where it counts nothing. */
function creditSaid({ kind, credit }: Presented, language: Language): string {
  if (credit === undefined || kind === 'trueFalse' || kind === 'essay') return ''
  return say(words, language)[creditOf[kind][credit]]
}

/** A, B, … Z, AA: for the eye, and for talking about an answer. */
function letterAt(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : letterAt(Math.floor(index / 26) - 1) + last
}

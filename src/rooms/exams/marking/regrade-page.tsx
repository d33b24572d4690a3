import { renderMarkdown } from '../../../platform/markdown.ts'
import { say } from '../../../platform/words.ts'
import type { Here } from '../../../web/here.ts'
import { type Html, trusted } from '../../../web/jsx-runtime.ts'
import { Button } from '../../../web/kit/action.tsx'
import { Checkbox, Fieldset, Tile } from '../../../web/kit/choices.tsx'
import { Table } from '../../../web/kit/data.tsx'
import { TextArea } from '../../../web/kit/fields.tsx'
import { Form, Hidden } from '../../../web/kit/form.tsx'
import { Card, Column, PageHead } from '../../../web/kit/layout.tsx'
import { Link, Prose } from '../../../web/kit/text.tsx'
import { Page } from '../../../web/page.tsx'
import type { RegradeShown } from './shapes.ts'
import { markingWords } from './words.ts'
import { percentSaid } from '../parts.tsx'

type Part = { shown: RegradeShown; here: Here }

/** A faulty question: choose what is done, see whom it changes, then change it with a reason. */
export function RegradePage({ shown, here }: Part): Html {
  const said = say(markingWords, here.visit.language)
  const { exam, title, question, remedy } = shown
  return (
    <Page here={here} title={said.regrade}>
      <PageHead kicker={<Link href={`/marking/exams/${exam}`} lang={title.language}>{title.text}</Link>} title={said.regrade} lede={said.regradeLede} />
      <Column>
        <Card id="question" title={said.theQuestion}>
          <Prose>{trusted(renderMarkdown(question.text, { firstHeading: 3 }))}</Prose>
        </Card>
        <Choose shown={shown} here={here} />
        {remedy ? <Trial shown={shown} remedy={remedy} here={here} /> : null}
      </Column>
    </Page>
  )
}

function addressOf({ exam, question }: RegradeShown): string {
  return `/marking/exams/${exam}/questions/${question.id}/regrade`
}

function Choose({ shown, here }: Part): Html {
  const said = say(markingWords, here.visit.language)
  const { question, remedy } = shown
  const kinds = [
    ...(question.canAcceptMore ? [{ kind: 'accept', text: said.remedyAccept, why: said.remedyAcceptText }] : []),
    { kind: 'full', text: said.remedyFull, why: said.remedyFullText },
    { kind: 'ignore', text: said.remedyIgnore, why: said.remedyIgnoreText },
  ]
  const chosen = remedy?.kind ?? kinds[0]?.kind
  return (
    <Card>
      <Form action={addressOf(shown)} method="get">
        <Fieldset id="kind" legend={said.whatToDo}>
          {kinds.map(({ kind, text, why }) => (
            <Tile id={`kind-${kind}`} name="kind" value={kind} checked={kind === chosen} description={why}>
              {text}
            </Tile>
          ))}
        </Fieldset>
        {question.canAcceptMore ? <Accepted shown={shown} here={here} /> : null}
        <Checkbox name="nobodyDrops" value="yes" checked={remedy?.nobodyDrops ?? true}>
          {said.nobodyDrops}
        </Checkbox>
        <div>
          <Button look="secondary">{said.tryOut}</Button>
        </div>
      </Form>
    </Card>
  )
}

function Accepted({ shown: { question, remedy }, here }: Part): Html {
  const said = say(markingWords, here.visit.language)
  const accepted = remedy?.accepted ?? []
  if (question.choices.length === 0) {
    return <TextArea name="acceptedLines" label={said.acceptedAnswers} description={said.acceptedLines} value={accepted.join('\n')} rows={3} maxlength={10_000} />
  }
  return (
    <Fieldset id="accepted" legend={said.acceptedAnswers}>
      {question.choices.map(({ id, text }) => (
        <Checkbox id={`accepted-${id}`} name="accepted" value={id} checked={accepted.includes(id)}>
          {text}
        </Checkbox>
      ))}
    </Fieldset>
  )
}

function Trial({ shown, remedy, here }: Part & { remedy: NonNullable<RegradeShown['remedy']> }): Html {
  const { language } = here.visit
  const said = say(markingWords, language)
  const { looked, changes, question } = shown
  const percent = (value: number) => percentSaid(value, language)
  return (
    <Card id="trial" title={said.trial}>
      <p>{said.trialText(changes.length, looked)}</p>
      {changes.length > 0 ? (
        <Table
          id="changes"
          caption={said.trialTable}
          hideCaption
          columns={[{ title: said.candidateColumn }, { title: said.before, numbers: true }, { title: said.after, numbers: true }]}
          rows={changes.slice(0, 200).map(({ candidate, before, after }) => [candidate, percent(before), percent(after)])}
        />
      ) : null}
      <Form action={`${addressOf(shown)}?${queryOf(shown, remedy)}`}>
        <Hidden name="kind" value={remedy.kind} />
        {question.choices.length > 0 ? remedy.accepted.map((id) => <Hidden name="accepted" value={id} />) : <Hidden name="acceptedLines" value={remedy.accepted.join('\n')} />}
        {remedy.nobodyDrops ? <Hidden name="nobodyDrops" value="yes" /> : null}
        <TextArea
          name="reason"
          label={said.reasonForAll}
          why={said.reasonForAllWhy}
          value={typeof here.entered.values['reason'] === 'string' ? here.entered.values['reason'] : ''}
          error={here.entered.errors['reason']}
          rows={3}
          maxlength={2_000}
        />
        <div>
          <Button>{said.regradeNow}</Button>
        </div>
      </Form>
    </Card>
  )
}

// The trial stands in the address, so that it is still there when a reason is missing.
function queryOf({ question }: RegradeShown, { kind, accepted, nobodyDrops }: NonNullable<RegradeShown['remedy']>): string {
  const query = new URLSearchParams({ kind })
  if (question.choices.length === 0) query.set('acceptedLines', accepted.join('\n'))
  else for (const id of accepted) query.append('accepted', id)
  if (nobodyDrops) query.set('nobodyDrops', 'yes')
  return query.toString()
}

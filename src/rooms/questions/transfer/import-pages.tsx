import { say } from '../../../platform/words.ts'
import type { Here } from '../../../web/here.ts'
import type { Html } from '../../../web/jsx-runtime.ts'
import { Button, Pager } from '../../../web/kit/action.tsx'
import { Checkbox } from '../../../web/kit/choices.tsx'
import { Field, Select, TextArea } from '../../../web/kit/fields.tsx'
import { Form } from '../../../web/kit/form.tsx'
import type { IconName } from '../../../web/kit/icon.tsx'
import { Card, Column, PageHead, Row, Stack } from '../../../web/kit/layout.tsx'
import { DetailsRows, Facts } from '../../../web/kit/lists.tsx'
import { EmptyState, Notice, Tag } from '../../../web/kit/state.tsx'
import { Muted } from '../../../web/kit/text.tsx'
import { Page } from '../../../web/page.tsx'
import { words as houseWords } from '../../../web/words.ts'
import { AnswerKey } from '../answer-key.tsx'
import { type ImportRow, type Note, type Outcome, sayNote } from '../exchange/report.ts'
import { LONGEST_CATEGORY, LONGEST_TAG } from '../rules.ts'
import { words } from '../words.ts'
import { formats } from './reading.ts'

/** Where a file is chosen, or text pasted. */
export function ImportPage(_: unknown, here: Here): Html {
  const { language } = here.visit
  const said = say(words, language)
  const { optional } = say(houseWords, language)
  const { values, errors } = here.entered
  const choices = [
    { value: '', text: said.formatGuess },
    ...formats.map((format) => ({ value: format, text: said[format] })),
  ]
  return (
    <Page here={here} title={said.importTitle}>
      <PageHead title={said.importTitle} lede={said.importLede}>
        <Button look="secondary" href="/authoring/questions" icon="arrow-left">
          {said.backToBank}
        </Button>
      </PageHead>
      <Column>
        <Form action="/authoring/questions/import" files>
          <Stack>
            <Field
              name="file"
              type="file"
              accept=".gift,.txt,.xml,text/plain,text/xml"
              label={said.chooseFile}
              description={said.chooseFileHint}
              error={errors['file']}
              optional={optional}
            />
            <TextArea
              name="pasted"
              label={said.orPaste}
              value={String(values['pasted'] ?? '')}
              rows={8}
              error={errors['pasted']}
              optional={optional}
            />
            <Select name="format" label={said.fileFormat} value={String(values['format'] ?? '')} options={choices} />
            <Button icon="file-import">{said.readFile}</Button>
          </Stack>
        </Form>
      </Column>
    </Page>
  )
}

export const ROWS_PER_PAGE = 50

type ShownRow = Omit<ImportRow, 'pictures'> & { pictures: number }

export type DryRunShown = {
  id: string
  fileName: string
  notes: readonly Note[]
  counts: Record<Outcome, number>
  show: Outcome | ''
  page: number
  pages: number
  rows: readonly ShownRow[]
}

/** Question by question what would come along, and the one button that lets it. */
export function DryRunPage(shown: DryRunShown, here: Here): Html {
  const said = say(words, here.visit.language)
  const { counts } = shown
  return (
    <Page here={here} title={said.dryRunTitle}>
      <PageHead title={said.dryRunTitle} lede={said.dryRunLede(shown.fileName)} />
      <Stack>
        <Facts
          items={[
            { icon: LOOKS.taken.icon, text: said.countTaken(counts.taken) },
            { icon: LOOKS.takenWithLoss.icon, text: said.countLoss(counts.takenWithLoss) },
            { icon: LOOKS.refused.icon, text: said.countRefused(counts.refused) },
          ]}
        />
        {shown.notes.length > 0 ? <Notice tone="warning">{notesSaid(shown.notes, here)}</Notice> : null}
        {counts.taken + counts.takenWithLoss > 0 ? <TakeForm shown={shown} here={here} /> : <NoneToTake here={here} />}
        <RowFilter shown={shown} here={here} />
        <Card flush>
          <DetailsRows items={shown.rows.map((row) => rowItem(row, here))} />
        </Card>
        <RowPages shown={shown} here={here} />
      </Stack>
    </Page>
  )
}

const LOOKS = {
  taken: { icon: 'check-circle', tone: 'success', phrase: 'outcomeTaken' },
  takenWithLoss: { icon: 'information', tone: 'warning', phrase: 'outcomeLoss' },
  refused: { icon: 'cross', tone: 'danger', phrase: 'outcomeRefused' },
} as const satisfies Record<Outcome, { icon: IconName; tone: 'success' | 'warning' | 'danger'; phrase: string }>

function TakeForm({ shown, here }: { shown: DryRunShown; here: Here }): Html {
  const { language } = here.visit
  const said = say(words, language)
  const { optional } = say(houseWords, language)
  const { values, errors } = here.entered
  return (
    <Card id="take" title={said.howToTake}>
      <Form action={`/authoring/questions/imports/${shown.id}`}>
        <Stack>
          <Field
            name="category"
            label={said.allInCategory}
            description={said.allInCategoryWhy}
            value={String(values['category'] ?? '')}
            error={errors['category']}
            maxlength={LONGEST_CATEGORY}
            optional={optional}
          />
          <Field
            name="tag"
            label={said.allWithTag}
            value={String(values['tag'] ?? '')}
            error={errors['tag']}
            maxlength={LONGEST_TAG}
            optional={optional}
            autocapitalize="none"
          />
          <Checkbox name="ready" value="yes" description={said.readyAtOnceWhy}>
            {said.readyAtOnce}
          </Checkbox>
          <Row>
            <Button name="answer" value="take">
              {said.takeIn(shown.counts.taken + shown.counts.takenWithLoss)}
            </Button>
            <Button look="secondary" name="answer" value="forget">
              {said.forgetFile}
            </Button>
          </Row>
        </Stack>
      </Form>
    </Card>
  )
}

function NoneToTake({ here }: { here: Here }): Html {
  const said = say(words, here.visit.language)
  return (
    <EmptyState
      icon="file"
      title={said.noneToTake}
      action={<Button href="/authoring/questions/import">{said.anotherFile}</Button>}
    />
  )
}

function RowFilter({ shown, here }: { shown: DryRunShown; here: Here }): Html {
  const said = say(words, here.visit.language)
  const choices = [
    { show: '', text: said.showAllRows },
    { show: 'takenWithLoss', text: said.outcomeLoss },
    { show: 'refused', text: said.outcomeRefused },
  ]
  return (
    <Row>
      {choices.map(({ show, text }) => (
        <Button look={show === shown.show ? 'secondary' : 'tertiary'} small href={addressOf(shown, { show, page: 1 })}>
          {text}
        </Button>
      ))}
    </Row>
  )
}

function rowItem(row: ShownRow, here: Here) {
  const { language } = here.visit
  const said = say(words, language)
  const { icon, tone, phrase } = LOOKS[row.outcome]
  return {
    icon,
    title: said.rowTitle(row.number, row.name || said.nameless),
    detail: [row.question ? said[row.question.kind] : '', row.category ?? '', row.pictures > 0 ? said.picturesCount(row.pictures) : '', notesSaid(row.notes, here)]
      .filter((part) => part !== '')
      .join(' · '),
    tag: <Tag tone={tone}>{said[phrase]}</Tag>,
    children: row.question ? (
      <AnswerKey question={row.question} language={language} />
    ) : (
      <Muted>{notesSaid(row.notes, here)}</Muted>
    ),
  }
}

function RowPages({ shown, here }: { shown: DryRunShown; here: Here }): Html | null {
  const house = say(houseWords, here.visit.language)
  const { page, pages, show } = shown
  if (pages <= 1) return null
  return (
    <Pager
      label={house.pages}
      position={house.pageOf(page, pages)}
      previous={page > 1 ? { href: addressOf(shown, { show, page: page - 1 }), text: house.previous } : undefined}
      next={page < pages ? { href: addressOf(shown, { show, page: page + 1 }), text: house.next } : undefined}
    />
  )
}

function addressOf({ id }: DryRunShown, { show, page }: { show: string; page: number }): string {
  return `/authoring/questions/imports/${id}?show=${show}&page=${page}`
}

function notesSaid(notes: readonly Note[], here: Here): string {
  return notes.map((note) => sayNote(note, here.visit.language)).join(' ')
}

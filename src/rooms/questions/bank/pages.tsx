import { say } from '../../../platform/words.ts'
import type { Here } from '../../../web/here.ts'
import type { Html } from '../../../web/jsx-runtime.ts'
import { Button, Pager } from '../../../web/kit/action.tsx'
import { Checkbox } from '../../../web/kit/choices.tsx'
import { Field, Select } from '../../../web/kit/fields.tsx'
import { Form, Hidden } from '../../../web/kit/form.tsx'
import { Card, Grid, PageHead, Row, Stack } from '../../../web/kit/layout.tsx'
import { RowItem, Rows } from '../../../web/kit/lists.tsx'
import { EmptyState, Notice } from '../../../web/kit/state.tsx'
import { Heading, Link, Spoken } from '../../../web/kit/text.tsx'
import { Page } from '../../../web/page.tsx'
import { words as houseWords } from '../../../web/words.ts'
import { type Difficulty, difficulties, LONGEST_CATEGORY, LONGEST_TAG } from '../rules.ts'
import { words } from '../words.ts'
import type { Change } from './changes.ts'
import { ConditionTag } from './condition.tsx'
import { FilterForm } from './filter-form.tsx'
import { addressOf, isNarrow } from './filter.ts'
import { type Listed, type ListQuery, PER_PAGE, type Shelf } from './list.ts'
import { type Begun, Unfinished } from './unfinished.tsx'

export type BankShown = {
  query: ListQuery
  total: number
  listed: readonly Listed[]
  categories: readonly Shelf[]
  tags: readonly Shelf[]
  unfinished: readonly Begun[]
  /** The change that led here, which can still be undone. */
  change: Change | null
}

/** Every question of the bank, page by page, and what can be done with many at once. */
export function BankPage(shown: BankShown, here: Here): Html {
  const said = say(words, here.visit.language)
  return (
    <Page here={here} title={said.bankTitle}>
      <PageHead title={said.bankTitle} lede={said.bankLede}>
        <Row>
          <Button look="secondary" href="/authoring/questions/import" icon="file-import">
            {said.toImport}
          </Button>
          <Button href="/authoring/questions/new" icon="plus">
            {said.newQuestion}
          </Button>
        </Row>
      </PageHead>
      {shown.change ? <ChangeNotice change={shown.change} query={shown.query} here={here} /> : null}
      {shown.unfinished.length > 0 ? <Unfinished begun={shown.unfinished} here={here} /> : null}
      {shown.total === 0 && !isNarrow(shown.query) ? <EmptyBank here={here} /> : <Found {...shown} here={here} />}
    </Page>
  )
}

/** What has just been done to many, and the way back. */
function ChangeNotice({ change, query, here }: { change: Change; query: ListQuery; here: Here }): Html {
  const said = say(words, here.visit.language)
  if (change.undone) return <Notice>{said.undoneAlready}</Notice>
  return (
    <Notice tone={change.count === 0 ? 'info' : 'success'} spoken="status">
      <Row align="between">
        <span>{changeSaid(change, here)}</span>
        {change.count === 0 ? null : (
          <Form action={`/authoring/questions/changes/${change.id}/reversal`}>
            <Row>
              <Button look="secondary" small icon="history">
                {said.undo}
              </Button>
              {query.change === '' ? (
                <Link href={`/authoring/questions?change=${change.id}`}>{said.onlyThese}</Link>
              ) : null}
            </Row>
          </Form>
        )}
      </Row>
    </Notice>
  )
}

function changeSaid({ action, count, value }: Change, here: Here): string {
  const said = say(words, here.visit.language)
  if (count === 0) return said.changeNothing
  return {
    moved: said.changeMoved(count, value),
    tagged: said.changeTagged(count, value),
    untagged: said.changeUntagged(count, value),
    graded: said.changeGraded(count, value === '' ? said.noDifficulty : said[value as Difficulty]),
    readied: said.changeReadied(count),
    hidden: said.changeHidden(count),
    shown: said.changeShown(count),
    imported: said.changeImported(count, value),
  }[action]
}

function EmptyBank({ here }: { here: Here }): Html {
  const said = say(words, here.visit.language)
  return (
    <EmptyState
      icon="question"
      title={said.bankEmpty}
      action={<Button href="/authoring/questions/new">{said.newQuestion}</Button>}
    >
      <p>{said.bankEmptyWhy}</p>
    </EmptyState>
  )
}

function Found(props: BankShown & { here: Here }): Html {
  const { query, total, listed, here } = props
  const said = say(words, here.visit.language)
  return (
    <Stack>
      <FilterForm {...props} />
      <Heading level={2} id="found">
        {said.questionCount(total)}
      </Heading>
      {listed.length === 0 ? (
        <EmptyState
          icon="magnifying-glass"
          title={said.noneMatch}
          level={3}
          action={
            <Button look="secondary" href="/authoring/questions">
              {said.clearFilter}
            </Button>
          }
        >
          <p>{said.noneMatchWhy}</p>
        </EmptyState>
      ) : (
        <ChosenForm {...props} />
      )}
      <Pages query={query} total={total} here={here} />
    </Stack>
  )
}

/** The list with its boxes to tick, and what to do with those ticked. */
function ChosenForm({ query, total, listed, here }: BankShown & { here: Here }): Html {
  const said = say(words, here.visit.language)
  const kept = Object.entries(query).filter(([name, value]) => name !== 'page' && value !== '')
  return (
    <Form action={addressOf(query)} label={said.withChosen}>
      {kept.map(([name, value]) => (
        <Hidden name={name} value={value} />
      ))}
      <Stack>
        <Card flush>
          <Rows label={said.bankTitle}>
            {listed.map((one) => (
              <OneListed listed={one} here={here} />
            ))}
          </Rows>
        </Card>
        <Card id="with-chosen" title={said.withChosen}>
          <Stack>
            <Checkbox name="all" id="chosen" value="yes" error={here.entered.errors['chosen']}>
              {said.chooseAll(total)}
            </Checkbox>
            <ManyFields here={here} />
          </Stack>
        </Card>
      </Stack>
    </Form>
  )
}

function ManyFields({ here }: { here: Here }): Html {
  const { language } = here.visit
  const said = say(words, language)
  const { optional } = say(houseWords, language)
  const { values, errors } = here.entered
  return (
    <>
      <Row>
        <Button look="secondary" name="do" value="export" icon="file-export">
          {said.toExport}
        </Button>
        <Button look="secondary" name="do" value="ready" icon="check-circle">
          {said.makeReady}
        </Button>
        <Button look="secondary" name="do" value="hide" icon="eye-slash">
          {said.hide}
        </Button>
        <Button look="secondary" name="do" value="show" icon="eye">
          {said.showAgain}
        </Button>
      </Row>
      <Grid columns="wide">
        <Stack gap="small">
          <Field
            name="moveTo"
            label={said.moveTo}
            description={said.moveWhy}
            value={String(values['moveTo'] ?? '')}
            error={errors['moveTo']}
            maxlength={LONGEST_CATEGORY}
            optional={optional}
          />
          <Row>
            <Button look="secondary" small name="do" value="move">
              {said.move}
            </Button>
          </Row>
        </Stack>
        <Stack gap="small">
          <Field
            name="addTag"
            label={said.addTagLabel}
            value={String(values['addTag'] ?? '')}
            error={errors['addTag']}
            maxlength={LONGEST_TAG}
            optional={optional}
            autocapitalize="none"
          />
          <Row>
            <Button look="secondary" small name="do" value="tag">
              {said.addTag}
            </Button>
            <Button look="secondary" small name="do" value="untag">
              {said.takeTagOff}
            </Button>
          </Row>
        </Stack>
        <Stack gap="small">
          <Select
            name="grade"
            label={said.difficulty}
            empty={said.noDifficulty}
            value={String(values['grade'] ?? '')}
            options={difficulties.map((one) => ({ value: one, text: said[one] }))}
          />
          <Row>
            <Button look="secondary" small name="do" value="grade">
              {said.setDifficulty}
            </Button>
          </Row>
        </Stack>
      </Grid>
    </>
  )
}

function OneListed({ listed, here }: { listed: Listed; here: Here }): Html {
  const { language } = here.visit
  const said = say(words, language)
  const { id, name, kind, category, tags, difficulty, uses } = listed
  return (
    <RowItem
      lead={
        <Checkbox name="chosen" id={`chosen-${id}`} value={id}>
          <Spoken>{said.choose(name)}</Spoken>
        </Checkbox>
      }
      title={<Link href={`/authoring/questions/${id}`}>{name}</Link>}
      tag={<ConditionTag condition={listed.condition} language={language} />}
      detail={[said[kind], category, difficulty === '' ? '' : said[difficulty], tags.join(', ')].filter((part) => part !== '').join(' · ')}
      end={uses > 0 ? said.usedTimes(uses) : undefined}
    />
  )
}

function Pages({ query, total, here }: { query: ListQuery; total: number; here: Here }): Html | null {
  const house = say(houseWords, here.visit.language)
  const pages = Math.ceil(total / PER_PAGE)
  const { page } = query
  if (pages <= 1) return null
  return (
    <Pager
      label={house.pages}
      position={house.pageOf(page, pages)}
      previous={page > 1 ? { href: addressOf({ ...query, page: page - 1 }), text: house.previous } : undefined}
      next={page < pages ? { href: addressOf({ ...query, page: page + 1 }), text: house.next } : undefined}
    />
  )
}

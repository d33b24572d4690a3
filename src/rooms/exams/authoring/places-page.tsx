import { say } from '../../../platform/words.ts'
import type { Here } from '../../../web/here.ts'
import type { Html } from '../../../web/jsx-runtime.ts'
import { Button, Pager } from '../../../web/kit/action.tsx'
import { Checkbox, Fieldset } from '../../../web/kit/choices.tsx'
import { Field, Select } from '../../../web/kit/fields.tsx'
import { Form, Hidden } from '../../../web/kit/form.tsx'
import { Card, Column, Grid, PageHead, Row, Stack } from '../../../web/kit/layout.tsx'
import { RowItem, Rows } from '../../../web/kit/lists.tsx'
import { EmptyState, Notice, Tag } from '../../../web/kit/state.tsx'
import { Link, Muted, Spoken } from '../../../web/kit/text.tsx'
import { Page } from '../../../web/page.tsx'
import { words as web } from '../../../web/words.ts'
import { ConditionTag } from '../../questions/bank/condition.tsx'
import { addressOf } from '../../questions/bank/filter.ts'
import { PER_PAGE } from '../../questions/bank/list.ts'
import { words as bankWords } from '../../questions/words.ts'
import type { PlacesShown } from './shapes.ts'
import { authorWords } from './words.ts'

type Part = { shown: PlacesShown; here: Here }

/** The questions that every attempt asks, and the bank to choose them from. */
export function ExamPlacesPage({ shown, here }: Part): Html {
  const said = say(authorWords, here.visit.language)
  const { id, title, places } = shown
  return (
    <Page here={here} title={`${said.places} – ${title.text}`}>
      <PageHead kicker={<Link href={`/authoring/exams/${id}`} lang={title.language}>{title.text}</Link>} title={said.places} lede={said.placesWhy} />
      <Column>
        {places.length === 0 ? (
          <EmptyState icon="list" title={said.noPlaces}>
            <p>{said.noPlacesText}</p>
          </EmptyState>
        ) : (
          <Places shown={shown} here={here} />
        )}
        <Finder shown={shown} here={here} />
      </Column>
    </Page>
  )
}

const addressIn = ({ id }: PlacesShown) => `/authoring/exams/${id}/questions`

/** Every button sends the whole form, so that a version chosen is not lost by a question moved. */
function Places({ shown, here }: Part): Html {
  const said = say(authorWords, here.visit.language)
  return (
    <Card id="places" title={said.placesCount(shown.places.length)}>
      <Form action={addressIn(shown)} guarded label={said.places}>
        <Hidden name="base" value={shown.revision} />
        {shown.places.map((_, index) => (
          <OnePlace shown={shown} index={index} here={here} />
        ))}
        <Row>
          <Button name="do" value="save">{said.savePlaces}</Button>
        </Row>
      </Form>
    </Card>
  )
}

function OnePlace({ shown, index, here }: Part & { index: number }): Html | null {
  const { language } = here.visit
  const [said, bank, house] = [say(authorWords, language), say(bankWords, language), say(web, language)]
  const place = shown.places[index]
  if (!place) return null
  const { entry, name, kind, versions, version, isHidden } = place
  const newest = versions[0]
  const step = (what: 'up' | 'down' | 'remove', icon: 'arrow-up' | 'arrow-down' | 'trash', text: string) => (
    <Button look="tertiary" small name="do" value={`${what}.${index}`} icon={icon} label={bank.doToRow(text, name)}>
      {text}
    </Button>
  )
  return (
    <Fieldset legend={<>{index + 1}. <Link href={`/authoring/questions/${entry}`}>{name}</Link></>}>
      <Row>
        <Muted small>{bank[kind]}</Muted>
        {isHidden ? <Tag>{bank.isHidden}</Tag> : null}
      </Row>
      {newest ? null : <Notice tone="warning">{said.placeNotReady}</Notice>}
      <Select
        name="version"
        id={`version-${index}`}
        label={said.whichVersion}
        value={typedVersion(here, index) ?? version ?? ''}
        options={[
          { value: '', text: newest ? said.followsNewest(newest.number) : said.followsNone },
          ...versions.map(({ id, number }) => ({ value: id, text: said.alwaysVersion(number) })),
        ]}
      />
      <Row>
        {index > 0 ? step('up', 'arrow-up', bank.moveUp) : null}
        {index < shown.places.length - 1 ? step('down', 'arrow-down', bank.moveDown) : null}
        {step('remove', 'trash', house.remove)}
      </Row>
    </Fieldset>
  )
}

function typedVersion(here: Here, index: number): string | undefined {
  const typed = here.entered.values['version']
  return typed === undefined ? undefined : [typed].flat()[index]
}

/** The bank, narrowed by words and category; what is in the exam already cannot be chosen again. */
function Finder({ shown, here }: Part): Html {
  const { language } = here.visit
  const [said, bank, house] = [say(authorWords, language), say(bankWords, language), say(web, language)]
  const { query, found, total, categories } = shown
  return (
    <Card id="found" title={said.addFromBank} hint={bank.questionCount(total)} more={{ href: '/authoring/questions', text: said.toBank }}>
      <Form action={`${addressIn(shown)}#found`} method="get" label={bank.narrow}>
        <Grid>
          <Field name="search" type="search" label={bank.searchText} value={query.search} maxlength={200} optional={house.optional} />
          <Select name="category" label={bank.category} value={query.category} empty={bank.anyCategory} options={categories.map((name) => ({ value: name, text: name }))} />
        </Grid>
        <Row>
          <Button look="secondary" icon="magnifying-glass">{bank.showThese}</Button>
        </Row>
      </Form>
      {found.length === 0 ? <Muted>{bank.noneMatch}</Muted> : <Found shown={shown} here={here} />}
      <Pages shown={shown} here={here} />
    </Card>
  )
}

function Found({ shown, here }: Part): Html {
  const { language } = here.visit
  const [said, bank] = [say(authorWords, language), say(bankWords, language)]
  const error = here.entered.errors['chosen']
  return (
    <Form action={`${addressIn(shown)}/additions`} label={said.addFromBank}>
      <Hidden name="base" value={shown.revision} />
      <Hidden name="search" value={shown.query.search} />
      <Hidden name="category" value={shown.query.category} />
      <Hidden name="page" value={shown.query.page} />
      <Fieldset id="chosen" legend={said.chooseQuestions} error={error}>
        <Rows label={said.addFromBank}>
          {shown.found.map(({ id, name, kind, category, condition, isIn }) => (
            <RowItem
              lead={isIn ? undefined : <Checkbox name="entry" id={`entry-${id}`} value={id}><Spoken>{bank.choose(name)}</Spoken></Checkbox>}
              title={name}
              tag={<ConditionTag condition={condition} language={language} />}
              detail={[bank[kind], category].filter((part) => part !== '').join(' · ')}
              end={isIn ? said.isInExam : undefined}
            />
          ))}
        </Rows>
      </Fieldset>
      <Row>
        <Button look="secondary" icon="plus">{said.addChosen}</Button>
      </Row>
    </Form>
  )
}

function Pages({ shown, here }: Part): Html | null {
  const house = say(web, here.visit.language)
  const { query, total } = shown
  const pages = Math.ceil(total / PER_PAGE)
  if (pages <= 1) return null
  const to = (page: number) => `${addressOf({ ...query, page }, addressIn(shown))}#found`
  return (
    <Stack>
      <Pager
        label={house.pages}
        position={house.pageOf(query.page, pages)}
        previous={query.page > 1 ? { href: to(query.page - 1), text: house.previous } : undefined}
        next={query.page < pages ? { href: to(query.page + 1), text: house.next } : undefined}
      />
    </Stack>
  )
}

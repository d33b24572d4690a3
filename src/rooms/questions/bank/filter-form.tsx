import { say } from '../../../platform/words.ts'
import type { Here } from '../../../web/here.ts'
import type { Html } from '../../../web/jsx-runtime.ts'
import { Button } from '../../../web/kit/action.tsx'
import { Field, Select } from '../../../web/kit/fields.tsx'
import { Form, Hidden } from '../../../web/kit/form.tsx'
import { Card, Grid, Row, Stack } from '../../../web/kit/layout.tsx'
import { Details } from '../../../web/kit/lists.tsx'
import { words as houseWords } from '../../../web/words.ts'
import { kinds } from '../question.ts'
import { conditions, difficulties } from '../rules.ts'
import { words } from '../words.ts'
import { PHRASES } from './condition.tsx'
import { isNarrow } from './filter.ts'
import { type ListQuery, orders, type Shelf } from './list.ts'

export type FilterProps = { query: ListQuery; categories: readonly Shelf[]; tags: readonly Shelf[]; here: Here }

/** Narrows the list, by its address alone, so that what was found can be kept as a bookmark. */
export function FilterForm(props: FilterProps): Html {
  const { query, here } = props
  const { language } = here.visit
  const said = say(words, language)
  return (
    <Card>
      <Form action="/authoring/questions" method="get" label={said.narrow}>
        {query.change === '' ? null : <Hidden name="change" value={query.change} />}
        <Stack>
          <Field
            name="search"
            type="search"
            label={said.searchText}
            value={query.search}
            maxlength={200}
            optional={say(houseWords, language).optional}
          />
          <Details summary={said.moreChoices} open={isNarrow({ ...query, search: '' })}>
            <Choices {...props} />
          </Details>
          <Row>
            <Button look="secondary" icon="magnifying-glass">
              {said.showThese}
            </Button>
            {isNarrow(query) ? (
              <Button look="tertiary" href="/authoring/questions">
                {said.clearFilter}
              </Button>
            ) : null}
          </Row>
        </Stack>
      </Form>
    </Card>
  )
}

const ORDER_PHRASES = {
  changed: 'orderChanged',
  name: 'orderName',
  category: 'orderCategory',
  created: 'orderCreated',
} as const

function Choices({ query, categories, tags, here }: FilterProps): Html {
  const { language } = here.visit
  const said = say(words, language)
  const shelf = ({ name, count }: Shelf) => ({ value: name, text: said.shelved(name, count) })
  return (
    <Grid>
      <Select
        name="category"
        label={said.category}
        value={query.category}
        empty={said.anyCategory}
        options={[...categories.map(shelf), { value: '-', text: said.noCategory }]}
      />
      <Select name="tag" label={said.tag} value={query.tag} empty={said.anyTag} options={tags.map(shelf)} />
      <Select
        name="kind"
        label={said.kindOfQuestion}
        value={query.kind}
        empty={said.anyKind}
        options={kinds.map((kind) => ({ value: kind, text: said[kind] }))}
      />
      <Select
        name="condition"
        label={said.state}
        value={query.condition}
        empty={said.anyCondition}
        options={conditions.map((one) => ({ value: one, text: said[PHRASES[one]] }))}
      />
      <Select
        name="difficulty"
        label={said.difficulty}
        value={query.difficulty}
        empty={said.anyDifficulty}
        options={difficulties.map((one) => ({ value: one, text: said[one] }))}
      />
      <Select
        name="order"
        label={said.order}
        value={query.order}
        options={orders.map((one) => ({ value: one, text: said[ORDER_PHRASES[one]] }))}
      />
    </Grid>
  )
}

import { formatDate } from '../../../platform/time.ts'
import { say } from '../../../platform/words.ts'
import type { Here } from '../../../web/here.ts'
import type { Html } from '../../../web/jsx-runtime.ts'
import { Button } from '../../../web/kit/action.tsx'
import { Checkbox } from '../../../web/kit/choices.tsx'
import { Field } from '../../../web/kit/fields.tsx'
import { Form } from '../../../web/kit/form.tsx'
import { Card, Column, PageHead, Row, Stack } from '../../../web/kit/layout.tsx'
import { Details, Facts } from '../../../web/kit/lists.tsx'
import { EmptyState } from '../../../web/kit/state.tsx'
import { Page } from '../../../web/page.tsx'
import { DAYS_AT_REST, noonOf } from '../rules.ts'
import { words } from '../words.ts'
import type { OwnMembership } from './own-service.ts'

/** A learner's own membership: who pays, until when, and how to leave. */
export function OwnMembershipPage({ membership }: { membership: OwnMembership | null }, here: Here): Html {
  const { language, site } = here.visit
  const said = say(words, language)
  const day = (date: string) => formatDate(noonOf(date), language, site.zone)
  return (
    <Page here={here} title={said.membershipTitle}>
      <PageHead title={said.membershipTitle} />
      <Column>
        {membership ? (
          <>
            <Card id="membership" title={membership.organisation}>
              <Facts
                items={[
                  { icon: 'buildings', text: said.membershipPaidBy(membership.organisation) },
                  { icon: 'calendar', text: said.termFromTo(day(membership.begins), day(membership.ends)) },
                  { icon: 'book', text: said.seatOpens },
                  { icon: 'eye-slash', text: said.membershipSees },
                ]}
              />
            </Card>
            <Moving here={here} />
            <Leaving here={here} />
          </>
        ) : (
          <>
            <EmptyState icon="buildings" title={said.noSeat}>{said.noSeatWhy}</EmptyState>
            <Moving here={here} />
          </>
        )}
      </Column>
    </Page>
  )
}

function Moving({ here }: { here: Here }): Html {
  const said = say(words, here.visit.language)
  const { values, errors } = here.entered
  const error = errors['membershipCode']
  return (
    <Details id="move" summary={said.move} open={error !== undefined}>
      <Stack>
        <p>{said.moveWhat}</p>
        <Form action="/membership">
          <Stack>
            <Field
              name="membershipCode"
              label={said.membershipCode}
              value={String(values['membershipCode'] ?? '')}
              error={error}
              maxlength={60}
              autocapitalize="characters"
              autocomplete="off"
              spellcheck={false}
            />
            <Button look="secondary">{said.move}</Button>
          </Stack>
        </Form>
      </Stack>
    </Details>
  )
}

function Leaving({ here }: { here: Here }): Html {
  const said = say(words, here.visit.language)
  const error = here.entered.errors['sure']
  return (
    <Details id="leave" summary={said.leave} open={error !== undefined}>
      <Stack>
        <p>{said.leaveWhat(DAYS_AT_REST)}</p>
        <Row>
          <Button look="secondary" icon="download" href="/my-data">{said.downloadData}</Button>
        </Row>
        <Form action="/membership/leaving">
          <Stack>
            <Checkbox name="sure" value="yes" error={error}>{said.leaveSure}</Checkbox>
            <Button tone="danger" look="secondary">{said.leave}</Button>
          </Stack>
        </Form>
      </Stack>
    </Details>
  )
}

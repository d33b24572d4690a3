import { formatDate } from '../../platform/time.ts'
import { say } from '../../platform/words.ts'
import type { Here } from '../../web/here.ts'
import type { Html } from '../../web/jsx-runtime.ts'
import { Button } from '../../web/kit/action.tsx'
import { Select } from '../../web/kit/fields.tsx'
import { Form, Hidden } from '../../web/kit/form.tsx'
import { Card, Stack } from '../../web/kit/layout.tsx'
import { Details } from '../../web/kit/lists.tsx'
import { Muted } from '../../web/kit/text.tsx'
import { words as frameWords } from '../../web/words.ts'
import type { ShownRequest } from './history-service.ts'
import { askedText } from './saying-service.ts'
import { words } from './words.ts'

/** What the organisation asked for and waits to hear: one at a time, granted or declined with a reason. */
export function WaitingRequests({ here, requests, at }: { here: Here; requests: readonly ShownRequest[]; at: string }): Html | null {
  const { language, site } = here.visit
  const said = say(words, language)
  const request = requests.find(({ answered }) => answered === null)
  if (!request) return null
  const asked = askedText(request, language)
  return (
    <Card id="request" title={said.organisationAsks(asked)}>
      <Stack>
        <Muted>{said.askedOn(formatDate(request.asked, language, site.zone))}</Muted>
        <Muted small>{said.contactsAreTold}</Muted>
        <Form action={`${at}/requests/${request.id}/answer`}>
          <Hidden name="answer" value="granted" />
          <Button>{said.grant(asked)}</Button>
        </Form>
        <Declining here={here} request={request} at={at} />
      </Stack>
    </Card>
  )
}

function Declining({ here, request, at }: { here: Here; request: ShownRequest; at: string }): Html {
  const said = say(words, here.visit.language)
  const error = here.entered.errors['reason']
  const reasons = [
    ...(request.kind === 'fewer' ? [{ value: 'inUse', text: said.reasonInUse }] : []),
    { value: 'agreement', text: said.reasonAgreement },
  ]
  return (
    <Details summary={said.decline} open={error !== undefined}>
      <Form action={`${at}/requests/${request.id}/answer`}>
        <Stack>
          <Hidden name="answer" value="declined" />
          <Select name="reason" label={said.declineReason} error={error} empty={say(frameWords, here.visit.language).choose} options={reasons} />
          <Button look="secondary">{said.decline}</Button>
        </Stack>
      </Form>
    </Details>
  )
}

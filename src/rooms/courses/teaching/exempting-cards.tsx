import { formatDate } from '../../../platform/time.ts'
import { say } from '../../../platform/words.ts'
import type { Here } from '../../../web/here.ts'
import type { Html } from '../../../web/jsx-runtime.ts'
import { Button } from '../../../web/kit/action.tsx'
import { Select } from '../../../web/kit/fields.tsx'
import { Form } from '../../../web/kit/form.tsx'
import { Card, Row, Stack } from '../../../web/kit/layout.tsx'
import { RowItem, Rows } from '../../../web/kit/lists.tsx'
import { Muted } from '../../../web/kit/text.tsx'
import { words as webWords } from '../../../web/words.ts'
import { Act } from '../authoring/parts.tsx'
import { whenSaid } from '../opening-service.ts'
import { exemptionReasons } from '../rules.ts'
import { becauseSaid, Said } from '../worded.tsx'
import { words } from '../words.ts'
import type { Applicant, Exemption, Waiting } from './exempting.ts'
import { teachingWords } from './words.ts'

/** Who asks to begin without what the course requires; each is let in or told no by one press. */
export function Applicants({ at, applicants, here }: { at: string; applicants: readonly Applicant[]; here: Here }): Html | null {
  const { language, site } = here.visit
  const said = say(teachingWords, language)
  if (applicants.length === 0) return null
  return (
    <Card id="applicants" title={said.askToBegin} hint={said.askToBeginHint} flush>
      <Rows label={said.askToBegin}>
        {applicants.map(({ id, name, asked, because, missing }) => (
          <RowItem
            title={name}
            detail={
              <>
                {becauseSaid(because, here)} · {formatDate(asked, language, site.zone)} · {said.lacks(missing.map(({ text }) => text).join(', '))}
              </>
            }
            actions={
              <>
                <Act action={`${at}/learners/${id}/application`} fields={{ outcome: 'granted' }} look="secondary" label={`${said.letBegin}: ${name}`}>
                  {said.letBegin}
                </Act>
                <Act action={`${at}/learners/${id}/application`} fields={{ outcome: 'declined' }} label={`${said.sayNo}: ${name}`}>
                  {said.sayNo}
                </Act>
              </>
            }
          />
        ))}
      </Rows>
    </Card>
  )
}

type Learner = { at: string; waiting: readonly Waiting[]; exemptions: readonly Exemption[]; here: Here }

/** What one learner waits for, and what a teacher has let them have early. Nothing where nothing waits. */
export function Exempting({ at, waiting, exemptions, here }: Learner): Html | null {
  const said = say(teachingWords, here.visit.language)
  if (waiting.length === 0 && exemptions.length === 0) return null
  return (
    <Card id="exemptions" title={said.needNotWait}>
      <Stack gap="small">
        {exemptions.length > 0 ? <Given at={at} exemptions={exemptions} here={here} /> : null}
        {waiting.length > 0 ? <Letting at={at} waiting={waiting} here={here} /> : null}
      </Stack>
    </Card>
  )
}

function Given({ at, exemptions, here }: Omit<Learner, 'waiting'>): Html {
  const { language, site } = here.visit
  const said = say(teachingWords, language)
  return (
    <Rows label={said.needNotWait}>
      {exemptions.map(({ id, title, because, given }) => (
        <RowItem
          title={<Said {...title} here={here} />}
          detail={`${becauseSaid(because, here)} · ${formatDate(given, language, site.zone)}`}
          actions={
            <Act action={`${at}/exemptions/end`} fields={{ exemption: id }} icon="trash" label={`${said.takeBack}: ${title.text}`}>
              {said.takeBack}
            </Act>
          }
        />
      ))}
    </Rows>
  )
}

function Letting({ at, waiting, here }: { at: string; waiting: readonly Waiting[]; here: Here }): Html {
  const { language } = here.visit
  const [said, learning, web] = [say(teachingWords, language), say(words, language), say(webWords, language)]
  const { errors, values } = here.entered
  const named = ({ title, opens }: Waiting) => (opens ? `${title.text} · ${learning.opensWhen(whenSaid(opens, here.visit))}` : title.text)
  return (
    <Form action={`${at}/exemptions`}>
      <Stack gap="small">
        <Select
          name="what"
          label={said.whatNotToWaitFor}
          empty={web.choose}
          value={String(values['what'] ?? '')}
          error={errors['what']}
          options={waiting.map((one) => ({ value: one.what, text: named(one) }))}
        />
        <Select
          name="because"
          label={learning.askBecause}
          empty={web.choose}
          value={String(values['because'] ?? '')}
          error={errors['because']}
          options={exemptionReasons.map((value) => ({ value, text: becauseSaid(value, here) }))}
        />
        <Muted small>{said.reasonsAreFew}</Muted>
        <Row>
          <Button look="secondary">{said.letHave}</Button>
        </Row>
      </Stack>
    </Form>
  )
}

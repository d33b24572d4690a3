import { formatDate } from '../../../platform/time.ts'
import { say } from '../../../platform/words.ts'
import type { Here } from '../../../web/here.ts'
import type { Html } from '../../../web/jsx-runtime.ts'
import { Button } from '../../../web/kit/action.tsx'
import { Field } from '../../../web/kit/fields.tsx'
import { Form } from '../../../web/kit/form.tsx'
import { Card, Column, PageHead, Row, Stack } from '../../../web/kit/layout.tsx'
import { Tag } from '../../../web/kit/state.tsx'
import { Link, Muted } from '../../../web/kit/text.tsx'
import { Page } from '../../../web/page.tsx'
import type { ShownRule } from './routes.tsx'
import { words as webWords } from '../../../web/words.ts'
import { staffWords } from '../staff/words.ts'

/** The paper before it goes live, and the switch. */
export function AuthorPage(rule: ShownRule, here: Here): Html {
  const { language, site } = here.visit
  const said = say(staffWords, language)
  const action = `/authoring/courses/${rule.course}/certificate`
  return (
    <Page here={here} title={said.authorTitle}>
      <PageHead title={said.authorTitle} kicker={<Link href={`/authoring/courses/${rule.course}`} lang={rule.title.language}>{rule.title.text}</Link>} lede={said.authorLede} />
      <Column>
        <Card id="preview" title={said.preview}>
          <Stack>
            <Muted>{said.previewText}</Muted>
            <Row>
              <Button look="secondary" icon="file-pdf" href={`${action}/preview`}>
                {said.preview}
              </Button>
            </Row>
          </Stack>
        </Card>
        <Card id="issuing" title={said.state}>
          <Form action={action}>
            <Stack>
              <Row>
                {rule.since ? (
                  <Tag tone="success">{said.issuedSince(formatDate(rule.since, language, site.zone))}</Tag>
                ) : (
                  <Tag>{said.notIssued}</Tag>
                )}
              </Row>
              <Field
                name="validMonths"
                label={said.validMonths}
                description={said.validMonthsText}
                value={String(here.entered.values['validMonths'] ?? rule.validMonths ?? '')}
                error={here.entered.errors['validMonths']}
                optional={say(webWords, language).optional}
                type="number"
                min={1}
                max={240}
                short
              />
              {rule.since ? <Muted>{said.stopText}</Muted> : null}
              <Row>
                <Button name="issuing" value={rule.since ? 'changed' : 'started'}>
                  {rule.since ? said.saveTerm : said.start}
                </Button>
                {rule.since ? (
                  <Button name="issuing" value="stopped" look="secondary">
                    {said.stop}
                  </Button>
                ) : null}
              </Row>
            </Stack>
          </Form>
        </Card>
      </Column>
    </Page>
  )
}

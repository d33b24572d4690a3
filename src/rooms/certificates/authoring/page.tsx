import { formatDate } from '../../../platform/time.ts'
import { say } from '../../../platform/words.ts'
import type { Here } from '../../../web/here.ts'
import type { Html } from '../../../web/jsx-runtime.ts'
import { Button } from '../../../web/kit/action.tsx'
import { Form } from '../../../web/kit/form.tsx'
import { Card, Column, PageHead, Row, Stack } from '../../../web/kit/layout.tsx'
import { Tag } from '../../../web/kit/state.tsx'
import { Muted } from '../../../web/kit/text.tsx'
import { Page } from '../../../web/page.tsx'
import type { ShownRule } from './routes.tsx'
import { staffWords } from '../staff/words.ts'

/** The paper before it goes live, and the switch. */
export function AuthorPage(rule: ShownRule, here: Here): Html {
  const { language, site } = here.visit
  const said = say(staffWords, language)
  const action = `/authoring/courses/${rule.course}/certificate`
  return (
    <Page here={here} title={said.authorTitle}>
      <PageHead title={said.authorTitle} kicker={<span lang={rule.title.language}>{rule.title.text}</span>} lede={said.authorLede} />
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
              {rule.since ? <Muted>{said.stopText}</Muted> : null}
              <Row>
                <Button name="issuing" value={rule.since ? 'stopped' : 'started'} look={rule.since ? 'secondary' : 'primary'}>
                  {rule.since ? said.stop : said.start}
                </Button>
              </Row>
            </Stack>
          </Form>
        </Card>
      </Column>
    </Page>
  )
}

import { formatDate } from '../../../platform/time.ts'
import { say } from '../../../platform/words.ts'
import type { Here } from '../../../web/here.ts'
import type { Html } from '../../../web/jsx-runtime.ts'
import { Button } from '../../../web/kit/action.tsx'
import { Field } from '../../../web/kit/fields.tsx'
import { Form } from '../../../web/kit/form.tsx'
import { Card, Column, PageHead, Row, Stack } from '../../../web/kit/layout.tsx'
import { Definitions } from '../../../web/kit/lists.tsx'
import { Notice, Tag } from '../../../web/kit/state.tsx'
import { Link, Muted, Prose } from '../../../web/kit/text.tsx'
import { Page } from '../../../web/page.tsx'
import type { ShownRule } from './routes.tsx'
import { words as webWords } from '../../../web/words.ts'
import { staffWords } from '../staff/words.ts'
import { words as paperFacts } from '../words.ts'

/** The rule and the paper before they go live, and the switch. */
export function AuthorPage(rule: ShownRule, here: Here): Html {
  const { language, site } = here.visit
  const said = say(staffWords, language)
  const action = `/authoring/courses/${rule.course}/certificate`
  return (
    <Page here={here} title={said.authorTitle}>
      <PageHead title={said.authorTitle} kicker={<Link href={`/authoring/courses/${rule.course}`} lang={rule.title.language}>{rule.title.text}</Link>} lede={said.authorLede} />
      <Column>
        <Rule rule={rule} here={here} />
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
              <Muted>{rule.since ? said.stopText : said.startText(rule.waiting)}</Muted>
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

/** What must be done for a paper, and what it then says. */
function Rule({ rule, here }: { rule: ShownRule; here: Here }): Html {
  const said = say({ ...paperFacts, ...staffWords }, here.visit.language)
  const { level, hours, score } = rule.cites
  const cited: [string, string][] = [
    [said.ruleVersion, rule.rule],
    [said.level, level ?? said.notCited],
    [said.extent, hours === null ? said.notCited : said.hours(hours)],
    [said.score, said[SCORE_WORDS[score]]],
    [said.dates, said.datesCited],
  ]
  return (
    <Card id="rule" title={said.whatIsRequired}>
      {rule.requirements.length === 0 ? (
        <Notice tone="warning">{said.nothingRequired}</Notice>
      ) : (
        <Prose>
          <ul>
            {rule.requirements.map(({ kind, title }) => (
              <li>
                <span lang={title.language}>{title.text}</span> ({kind === 'exam' ? said.anExam : said.aLesson})
              </li>
            ))}
          </ul>
        </Prose>
      )}
      <Definitions items={cited} />
    </Card>
  )
}

const SCORE_WORDS = { none: 'notCited', one: 'scoreCited', several: 'noScoreOfSeveral' } as const

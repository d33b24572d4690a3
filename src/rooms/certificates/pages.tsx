import { formatDate } from '../../platform/time.ts'
import { type Language, say } from '../../platform/words.ts'
import type { Here } from '../../web/here.ts'
import type { Html } from '../../web/jsx-runtime.ts'
import { Button } from '../../web/kit/action.tsx'
import { Field } from '../../web/kit/fields.tsx'
import { Form } from '../../web/kit/form.tsx'
import { Card, Column, PageHead, Stack } from '../../web/kit/layout.tsx'
import { Definitions, Medal, RowItem, Rows } from '../../web/kit/lists.tsx'
import { EmptyState, Notice, Tag } from '../../web/kit/state.tsx'
import { Code, Link, Muted } from '../../web/kit/text.tsx'
import { Page } from '../../web/page.tsx'
import { words } from './words.ts'

export type Certificates = {
  firstName: string
  lastName: string
  isConfirmed: boolean
  papers: { id: string; code: string; title: string; issued: Date; replaced: Date | null; revoked: Date | null }[]
}

/** The learner's papers, and before the first of them the question whether the name is right. */
export function CertificatesPage(certificates: Certificates, here: Here): Html {
  const { language, site } = here.visit
  const said = say(words, language)
  const { papers, isConfirmed } = certificates
  return (
    <Page here={here} title={said.title}>
      <PageHead title={said.title} />
      <Column>
        <Stack>
          {isConfirmed ? null : <NameForm {...certificates} here={here} />}
          {papers.length === 0 ? <EmptyState icon="hat" title={said.none}>{said.noneText}</EmptyState> : null}
          {papers.length > 0 ? (
            <Card id="papers" title={said.title} flush>
              <Rows label={said.title}>
                {papers.map((paper) => (
                  <RowItem
                    title={paper.title}
                    lead={<Medal icon="hat" look="gold" />}
                    detail={`${said.issued(formatDate(paper.issued, language, site.zone))} · ${paper.code}`}
                    tag={paper.revoked ? <Tag tone="danger">{said.revoked}</Tag> : paper.replaced ? <Tag tone="warning">{said.replaced}</Tag> : undefined}
                    actions={
                      <Button href={`/certificates/${paper.id}/paper`} look="tertiary" icon="download" label={`${said.paper}: ${paper.title}`}>
                        {said.paper}
                      </Button>
                    }
                  />
                ))}
              </Rows>
            </Card>
          ) : null}
          <Link href="/verify">{said.verify}</Link>
        </Stack>
      </Column>
    </Page>
  )
}

function NameForm({ firstName, lastName, here }: Certificates & { here: Here }): Html {
  const said = say(words, here.visit.language)
  const { values, errors } = here.entered
  return (
    <Card id="name" title={said.isThisYou}>
      <Form action="/certificates/name">
        <Stack>
          <Muted>{said.nameText}</Muted>
          <Field name="firstName" label={said.firstName} value={String(values['firstName'] ?? firstName)} autocomplete="given-name" error={errors['firstName']} />
          <Field name="lastName" label={said.lastName} value={String(values['lastName'] ?? lastName)} autocomplete="family-name" error={errors['lastName']} />
          <Button>{said.confirm}</Button>
        </Stack>
      </Form>
    </Card>
  )
}

export function VerifyFormPage(_: unknown, here: Here): Html {
  const said = say(words, here.visit.language)
  return (
    <Page here={here} title={said.verify}>
      <PageHead title={said.verify} lede={said.verifyLede} />
      <Column>
        <Form action="/verify">
          <Stack>
            <Field name="code" label={said.code} value={String(here.entered.values['code'] ?? '')} error={here.entered.errors['code']} autocapitalize="characters" spellcheck={false} short />
            <Button>{said.check}</Button>
          </Stack>
        </Form>
      </Column>
    </Page>
  )
}

export type Verification = {
  code: string
  status: 'valid' | 'replaced' | 'revoked'
  courseTitle: string
  level: string | null
  hours: number | null
  completed: string
  legalName: string
  language: string
  hasName: boolean
}

/** What a paper says, so that an altered one is found out; and never whose it is. */
export function VerifyPage(paper: Verification, here: Here): Html {
  const { language, site } = here.visit
  const said = say(words, language)
  const completed = formatDate(new Date(`${paper.completed}T12:00:00Z`), language as Language, site.zone)
  const tones = { valid: 'success', replaced: 'warning', revoked: 'danger' } as const
  return (
    <Page here={here} title={said.verify}>
      <PageHead title={said.verify} />
      <Column>
        <Stack>
          <Card id="says" title={said.saysTitle}>
            <Definitions
              items={[
                [said.status, <Tag tone={tones[paper.status]}>{said[paper.status]}</Tag>],
                [said.code, <Code>{paper.code}</Code>],
                [said.course, <span lang={paper.language}>{paper.courseTitle}</span>],
                ...(paper.level ? ([[said.level, paper.level]] as const) : []),
                ...(paper.hours ? ([[said.hours, said.hourCount(paper.hours)]] as const) : []),
                [said.completed, completed],
                [said.issuer, paper.legalName],
              ]}
            />
          </Card>
          {paper.hasName ? <NameCheck code={paper.code} here={here} /> : <Notice tone="info">{paper.status === 'replaced' ? said.replaced : said.erased}</Notice>}
        </Stack>
      </Column>
    </Page>
  )
}

function NameCheck({ code, here }: { code: string; here: Here }): Html {
  const said = say(words, here.visit.language)
  return (
    <Card id="holder" title={said.holder}>
      <Form action={`/verify/${code}`}>
        <Stack>
          <Muted>{said.holderText}</Muted>
          <Field name="name" label={said.name} value={String(here.entered.values['name'] ?? '')} error={here.entered.errors['name']} autocomplete="off" />
          <Button look="secondary">{said.check}</Button>
        </Stack>
      </Form>
    </Card>
  )
}

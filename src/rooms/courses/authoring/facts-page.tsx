import { type Language, languages, say } from '../../../platform/words.ts'
import type { Here } from '../../../web/here.ts'
import type { Child, Html } from '../../../web/jsx-runtime.ts'
import { Button } from '../../../web/kit/action.tsx'
import { Field, Select, TextArea } from '../../../web/kit/fields.tsx'
import { Form, Hidden } from '../../../web/kit/form.tsx'
import { Card, Column, PageHead, Row, Split, Stack } from '../../../web/kit/layout.tsx'
import { Facts } from '../../../web/kit/lists.tsx'
import { Notice } from '../../../web/kit/state.tsx'
import { Link } from '../../../web/kit/text.tsx'
import { Page } from '../../../web/page.tsx'
import { LANGUAGE_NAMES, words as webWords } from '../../../web/words.ts'
import { FactsAside } from './facts-aside.tsx'
import { fieldOf, goalLines } from './forms.ts'
import { typedOr } from './parts.tsx'
import type { FactsData } from './shapes.ts'
import { authoringWords } from './words.ts'

/** What a course is called and for, in three languages; without facts, those of a new one. */
export function FactsPage({ facts, here }: { facts: FactsData | null; here: Here }): Html {
  const { language } = here.visit
  const [said, web] = [say(authoringWords, language), say(webWords, language)]
  const title = facts ? said.facts : said.newCourse
  const written = facts?.language ?? here.visit.site.language
  // The language of the course stands first, since it is the one that must be there.
  const ordered = [written, ...languages.filter((one) => one !== written)]
  return (
    <Page here={here} title={title}>
      {facts ? <Link href={`/authoring/courses/${facts.id}`}>{said.toThisCourse}</Link> : null}
      <PageHead title={title} />
      {facts && facts.editors.length > 0 ? <Notice tone="warning">{said.othersAtFacts(facts.editors.join(', '))}</Notice> : null}
      <Around facts={facts} here={here}>
        {facts ? <Theirs facts={facts} here={here} /> : null}
        <Form action={facts ? `/authoring/courses/${facts.id}/facts` : '/authoring/courses/new'} guarded autosave={facts ? autosaving(here) : undefined}>
          <Stack gap="large">
            {facts ? <Hidden name="base" value={facts.revision} /> : null}
            <Select
              name="language"
              label={said.writtenIn}
              why={said.writtenInWhy}
              value={typedOr(here, 'language', written)}
              error={here.entered.errors['language']}
              options={languages.map((one) => ({ value: one, text: LANGUAGE_NAMES[one] }))}
            />
            {ordered.map((one) => (
              <InOneLanguage facts={facts} written={one} isRequired={one === written} here={here} />
            ))}
            <Asked facts={facts} here={here} />
            <Row>
              <Button>{facts ? said.saveDraft : said.makeThisCourse}</Button>
              {facts?.isOffered ? (
                <Button look="secondary" name="next" value="publish">
                  {said.saveAndPublish}
                </Button>
              ) : null}
              <Button look="tertiary" href={facts ? `/authoring/courses/${facts.id}` : '/authoring/courses'}>
                {web.cancel}
              </Button>
            </Row>
          </Stack>
        </Form>
      </Around>
    </Page>
  )
}

/** A new course has nothing beside its form; one that is there has its versions. */
function Around({ facts, here, children }: Part & { children: Child }): Html {
  if (!facts) return <Column>{children}</Column>
  return (
    <Split asideLabel={say(authoringWords, here.visit.language).publishing} aside={<FactsAside facts={facts} here={here} />}>
      {children}
    </Split>
  )
}

function autosaving(here: Here) {
  const said = say(authoringWords, here.visit.language)
  return { saved: said.autosaved, failed: said.autosaveFailed, faulty: said.autosaveFaulty, conflict: said.autosaveFactsConflict }
}

/** After a conflict: what the other has saved, wherever it differs from the form. */
function Theirs({ facts, here }: { facts: FactsData; here: Here }): Html | null {
  const said = say(authoringWords, here.visit.language)
  if (here.entered.refusal === undefined) return null
  const theirs = languages.flatMap((one) => [
    { name: fieldOf('title', one), label: said.courseTitle, text: facts.title[one] },
    { name: fieldOf('summary', one), label: said.courseSummary, text: facts.summary[one] },
    { name: fieldOf('goals', one), label: said.courseGoals, text: goalLines(facts.goals, one) },
  ])
  const all = [...theirs, { name: 'level', label: said.courseLevel, text: facts.level }, { name: 'hours', label: said.courseHours, text: facts.hours === null ? '' : String(facts.hours) }]
  const typed = (name: string) => String(here.entered.values[name] ?? '').replaceAll('\r', '').trim()
  const differing = all.filter(({ name, text }) => typed(name) !== (text ?? '').trim())
  return (
    <Card id="theirs" title={said.theirText}>
      <Facts items={differing.map(({ label, text }) => ({ icon: 'pencil', text: `${label}: ${text ?? ''}` }))} />
    </Card>
  )
}

type Part = { facts: FactsData | null; here: Here }

function InOneLanguage({ facts, written, isRequired, here }: Part & { written: Language; isRequired: boolean }): Html {
  const [said, web] = [say(authoringWords, here.visit.language), say(webWords, here.visit.language)]
  const [title, summary, goals] = [fieldOf('title', written), fieldOf('summary', written), fieldOf('goals', written)]
  const { errors } = here.entered
  return (
    <Card id={`in-${written}`} title={LANGUAGE_NAMES[written]}>
      <Stack>
        <Field
          name={title}
          label={said.courseTitle}
          value={typedOr(here, title, facts?.title[written])}
          error={errors[title]}
          maxlength={200}
          optional={isRequired ? undefined : web.optional}
        />
        <TextArea
          name={summary}
          label={said.courseSummary}
          value={typedOr(here, summary, facts?.summary[written])}
          error={errors[summary]}
          rows={3}
          maxlength={1000}
          lang={written}
          optional={web.optional}
        />
        <TextArea
          name={goals}
          label={said.courseGoals}
          why={isRequired ? said.goalsWhy : undefined}
          value={typedOr(here, goals, facts ? goalLines(facts.goals, written) : '')}
          error={errors[goals]}
          rows={5}
          lang={written}
          optional={web.optional}
        />
      </Stack>
    </Card>
  )
}

function Asked({ facts, here }: Part): Html {
  const [said, web] = [say(authoringWords, here.visit.language), say(webWords, here.visit.language)]
  const { errors } = here.entered
  return (
    <Row>
      <Field
        name="level"
        label={said.courseLevel}
        value={typedOr(here, 'level', facts?.level)}
        error={errors['level']}
        maxlength={60}
        optional={web.optional}
        short
      />
      <Field
        name="hours"
        label={said.courseHours}
        value={typedOr(here, 'hours', facts?.hours)}
        error={errors['hours']}
        inputmode="numeric"
        optional={web.optional}
        short
      />
    </Row>
  )
}

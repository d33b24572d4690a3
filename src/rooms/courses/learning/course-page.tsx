import { say } from '../../../platform/words.ts'
import type { Here } from '../../../web/here.ts'
import type { Html } from '../../../web/jsx-runtime.ts'
import { Button } from '../../../web/kit/action.tsx'
import { Form } from '../../../web/kit/form.tsx'
import type { IconName } from '../../../web/kit/icon.tsx'
import { Card, PageHead, Split, Stack } from '../../../web/kit/layout.tsx'
import { Details, Facts, Medal, RowItem, Rows } from '../../../web/kit/lists.tsx'
import { EmptyState, Notice, Tag } from '../../../web/kit/state.tsx'
import { Muted, Prose } from '../../../web/kit/text.tsx'
import { Page } from '../../../web/page.tsx'
import { whenSaid } from '../opening-service.ts'
import type { CourseData } from '../shapes.ts'
import { words } from '../words.ts'
import { Said } from '../worded.tsx'
import { Enrolling } from './enrolling-card.tsx'
import { Progress } from './progress-card.tsx'

/** What the course is, how far one has come, and what is left; before enrolling, how to begin. */
export function CoursePage({ course, here, isPreview }: { course: CourseData; here: Here; isPreview?: boolean }): Html {
  const said = say(words, here.visit.language)
  const facts = [course.level ? said.level(course.level) : null, course.hours ? said.hours(course.hours) : null].filter(
    (fact) => fact !== null,
  )
  const first = <About course={course} here={here} />
  return (
    <Page here={here} title={course.title.text}>
      <PageHead
        kicker={[said.course, ...facts].join(' · ')}
        title={<Said {...course.title} here={here} />}
        lede={<Said {...course.summary} here={here} />}
      >
        {course.enrolled && course.next && !isPreview ? (
          <Button href={course.next.href} iconAfter="arrow-right">
            {course.progress.done === 0 ? said.begin : said.goOn}
          </Button>
        ) : null}
      </PageHead>
      <Split
        asideLabel={said.progress}
        first={course.enrolled ? undefined : first}
        aside={<Aside course={course} here={here} />}
      >
        {course.sections.length === 0 ? <EmptyState icon="open-book" title={said.noContent} /> : null}
        {course.sections.map((section, at) => (
          <Section section={section} number={at + 1} isOpen={course.enrolled !== null} here={here} />
        ))}
        {course.enrolled ? first : null}
        {course.enrolled && !isPreview ? <Leaving course={course} here={here} /> : null}
      </Split>
    </Page>
  )
}

type Part = { course: CourseData; here: Here }

function About({ course, here }: Part): Html | null {
  const said = say(words, here.visit.language)
  if (course.goals.length === 0) return null
  return (
    <Card id="goals" title={said.goals}>
      <Facts items={course.goals.map((goal) => ({ icon: 'check', text: <Said {...goal} here={here} /> }))} />
      {course.teachers.length > 0 ? <Muted>{said.taughtBy(course.teachers.join(', '))}</Muted> : null}
    </Card>
  )
}

function Aside({ course, here }: Part): Html {
  const said = say(words, here.visit.language)
  return (
    <>
      {course.isRetired ? <Notice>{course.enrolled ? said.retired : said.retiredShort}</Notice> : null}
      {course.enrolled ? (
        <Progress course={course} here={here} />
      ) : (
        <Enrolling course={course} here={here} />
      )}
    </>
  )
}

type Shown = CourseData['sections'][number]

function Section({
  section,
  number,
  isOpen,
  here,
}: {
  section: Shown
  number: number
  isOpen: boolean
  here: Here
}): Html {
  const said = say(words, here.visit.language)
  const done = section.items.filter(({ isDone }) => isDone).length
  return (
    <Card
      id={`section-${section.id}`}
      title={
        <>
          {number}. <Said {...section.title} here={here} />
        </>
      }
      hint={isOpen ? said.doneOf(done, section.items.length) : undefined}
      flush
    >
      <Rows numbered>
        {section.items.map((item) => (
          <Item item={item} isOpen={isOpen} here={here} />
        ))}
      </Rows>
    </Card>
  )
}

function Item({ item, isOpen, here }: { item: Shown['items'][number]; isOpen: boolean; here: Here }): Html {
  const said = say(words, here.visit.language)
  const details = [
    item.kind === 'exam' ? said.exam : null,
    item.minutes ? said.minutes(item.minutes) : null,
    item.hasVideo ? said.withFilm : null,
    item.required ? null : said.voluntary,
    item.opens ? said.opensWhen(whenSaid(item.opens, here.visit)) : null,
  ]
  return (
    <RowItem
      href={!item.opens && (isOpen || (item.sample && here.visit.person)) ? item.href : undefined}
      title={<Said {...item.title} here={here} />}
      lead={
        <Medal
          icon={iconOf(item)}
          look={item.isDone ? 'gold' : 'plain'}
        />
      }
      detail={details.filter((detail) => detail !== null).join(' · ')}
      tag={tagOf(item, { isOpen, said })}
    />
  )
}

function iconOf({ isDone, opens, kind, hasVideo }: Shown['items'][number]): IconName {
  if (isDone) return 'check'
  if (opens) return 'padlock-locked'
  if (kind === 'exam') return 'task'
  return hasVideo ? 'play' : 'open-book'
}

function tagOf(
  item: Shown['items'][number],
  { isOpen, said }: { isOpen: boolean; said: { done: string; next: string; sample: string } },
): Html | undefined {
  if (item.isDone) return <Tag tone="success">{said.done}</Tag>
  if (item.opens) return undefined
  if (isOpen) return item.isNext ? <Tag tone="accent">{said.next}</Tag> : undefined
  return item.sample ? <Tag tone="info">{said.sample}</Tag> : undefined
}

function Leaving({ course, here }: Part): Html {
  const said = say(words, here.visit.language)
  return (
    <Details summary={said.leave}>
      <Form action={`/courses/${course.id}/enrolment/end`}>
        <Stack gap="small">
          <Prose>{said.leaveText}</Prose>
          <Button look="secondary">{said.leave}</Button>
        </Stack>
      </Form>
    </Details>
  )
}

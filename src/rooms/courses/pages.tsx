import { formatDate } from '../../platform/time.ts'
import { say } from '../../platform/words.ts'
import type { Here } from '../../web/here.ts'
import type { Html } from '../../web/jsx-runtime.ts'
import { Button } from '../../web/kit/action.tsx'
import { Thumbnail } from '../../web/kit/art.tsx'
import { Form } from '../../web/kit/form.tsx'
import { Card, PageHead, Row, Split, Stack } from '../../web/kit/layout.tsx'
import { Details, Facts, Medal, RowItem, Rows } from '../../web/kit/lists.tsx'
import { Bar, EmptyState, Notice, Ring, Tag } from '../../web/kit/state.tsx'
import { Link, Muted } from '../../web/kit/text.tsx'
import { Page } from '../../web/page.tsx'
import { has } from '../../web/visit.ts'
import type { ShownCourse, ShownItem } from './learning.ts'
import type { Progress, Worded } from './rules.ts'
import { words } from './words.ts'

export type Courses = {
  places: { title: Worded; href: string; progress: Progress; next: { title: Worded } | null }[]
  offers: { id: string; title: Worded; summary: Worded; level: string | null; hours: number | null }[]
}

const SCENES = ['sunrise', 'wood', 'peaks'] as const

export function CoursesPage({ places, offers }: Courses, here: Here): Html {
  const said = say(words, here.visit.language)
  return (
    <Page here={here} title={said.courses}>
      <PageHead title={said.courses} lede={said.lede} />
      <Stack gap="large">
        {places.length > 0 ? (
          <Card id="mine" title={said.mine} flush>
            <Rows label={said.mine}>
              {places.map((place) => (
                <RowItem
                  title={<In {...place.title} />}
                  href={place.href}
                  lead={<Ring percent={place.progress.percent} label={said.percentDone(place.progress.percent)} />}
                  detail={place.next ? <In {...place.next.title} /> : said.isDone}
                />
              ))}
            </Rows>
          </Card>
        ) : null}
        <Card id="offered" title={said.offered} flush>
          {offers.length === 0 ? <EmptyState icon="book" title={said.nothing} /> : null}
          <Rows label={said.offered}>
            {offers.map((offer, i) => (
              <RowItem
                title={<In {...offer.title} />}
                href={`/courses/${offer.id}`}
                lead={<Thumbnail scene={SCENES[i % SCENES.length] ?? 'wood'} />}
                detail={<In {...offer.summary} />}
                end={offer.hours ? said.hours(offer.hours) : undefined}
              />
            ))}
          </Rows>
        </Card>
      </Stack>
    </Page>
  )
}

/** A course: how far one is, what comes next, and everything in it. */
export function CoursePage(course: ShownCourse, here: Here): Html {
  const said = say(words, here.visit.language)
  return (
    <Page here={here} title={course.title.text}>
      <PageHead title={<In {...course.title} />} lede={<In {...course.summary} />} />
      <Split asideLabel={said.about} aside={<About course={course} here={here} />} first={<Standing course={course} here={here} />}>
        {course.sections.map((section) => (
          <Card id={`section-${section.id}`} title={section.title.text} flush>
            <Rows numbered label={section.title.text}>
              {section.items.map((item) => (
                <Item item={item} here={here} isOpen={course.enrolled !== null} />
              ))}
            </Rows>
          </Card>
        ))}
      </Split>
    </Page>
  )
}

function Standing({ course, here }: { course: ShownCourse; here: Here }): Html {
  const { language, site } = here.visit
  const said = say(words, language)
  if (!course.enrolled) return <Enrolling course={course} here={here} />
  const open = course.sections.flatMap(({ items }) => items).filter(({ required, isDone }) => required && !isDone)
  return (
    <Card id="progress" title={said.percentDone(course.progress.percent)}>
      <Bar value={course.progress.percent} label={said.percentDone(course.progress.percent)} />
      {course.completed ? (
        <Notice tone="success">
          {said.completed(formatDate(course.completed, language, site.zone))} <Link href="/certificates">{said.toCertificates}</Link>
        </Notice>
      ) : null}
      {course.next && !course.completed ? (
        <Row>
          <Button href={course.next.href} iconAfter="arrow-right">
            {course.progress.done === 0 ? said.begin : said.goOn}
          </Button>
          <Muted>{course.next.title.text}</Muted>
        </Row>
      ) : null}
      {open.length > 0 && !course.completed ? (
        <Details summary={said.whyNot}>
          <p>{said.whyNotText(open.length)}</p>
          <ul>
            {open.map((item) => (
              <li>
                <Link href={item.href}>{item.title.text}</Link>
              </li>
            ))}
          </ul>
        </Details>
      ) : null}
    </Card>
  )
}

function Enrolling({ course, here }: { course: ShownCourse; here: Here }): Html {
  const said = say(words, here.visit.language)
  const missing = course.prerequisites.filter(({ isMet }) => !isMet)
  return (
    <Card id="enrolment" title={said.enrol}>
      {missing.length > 0 ? (
        <Notice tone="info" title={said.needsFirst}>
          <ul>
            {missing.map((one) => (
              <li>
                <Link href={`/courses/${one.id}`}>{one.title.text}</Link>
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {course.isRetired ? <Notice tone="warning">{said.courseRetired}</Notice> : null}
      {has(here.visit, 'learner') && missing.length === 0 && !course.isRetired ? (
        <Form action={`/courses/${course.id}/enrolment`}>
          <Stack>
            <Muted>{said.enrolLede}</Muted>
            <Button>{said.enrol}</Button>
          </Stack>
        </Form>
      ) : null}
      {here.visit.person ? null : <Button href={`/sign-in?next=/courses/${course.id}`}>{said.signInToEnrol}</Button>}
    </Card>
  )
}

function Item({ item, here, isOpen }: { item: ShownItem; here: Here; isOpen: boolean }): Html {
  const said = say(words, here.visit.language)
  const kind = item.kind === 'exam' ? said.exam : item.hasVideo ? said.film : said.lesson
  return (
    <RowItem
      title={<In {...item.title} />}
      href={isOpen ? item.href : undefined}
      lead={<Medal icon={item.isDone ? 'check' : item.kind === 'exam' ? 'pencil' : 'book'} look={item.isDone ? 'gold' : 'plain'} />}
      detail={[kind, item.minutes ? said.minutes(item.minutes) : '', item.required ? '' : said.optional].filter(Boolean).join(' · ')}
      tag={item.isDone ? <Tag tone="success">{said.isDone}</Tag> : item.isNext && isOpen ? <Tag tone="accent">{said.isNext}</Tag> : undefined}
    />
  )
}

function About({ course, here }: { course: ShownCourse; here: Here }): Html {
  const said = say(words, here.visit.language)
  const facts = [
    ...(course.hours ? [{ icon: 'clock' as const, text: said.hours(course.hours) }] : []),
    ...(course.level ? [{ icon: 'bar-chart' as const, text: said.level(course.level) }] : []),
    ...course.teachers.map((name) => ({ icon: 'hat' as const, text: `${said.taughtBy}: ${name}` })),
  ]
  return (
    <Stack>
      <Card id="goals" title={said.goals}>
        <ul>
          {course.goals.map((goal) => (
            <li>
              <In {...goal} />
            </li>
          ))}
        </ul>
      </Card>
      {facts.length > 0 ? (
        <Card id="about" title={said.about}>
          <Facts items={facts} />
        </Card>
      ) : null}
      {course.enrolled ? (
        <Form action={`/courses/${course.id}/enrolment/end`}>
          <Button look="tertiary" tone="neutral">
            {said.leave}
          </Button>
        </Form>
      ) : null}
    </Stack>
  )
}

/** Text in the language it is really in, which a screen reader must know. */
export function In({ text, language }: Worded): Html {
  return <span lang={language}>{text}</span>
}

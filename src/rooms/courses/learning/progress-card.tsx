import { formatDate } from '../../../platform/time.ts'
import { say } from '../../../platform/words.ts'
import type { Here } from '../../../web/here.ts'
import type { Html } from '../../../web/jsx-runtime.ts'
import type { IconName } from '../../../web/kit/icon.tsx'
import { Card, Stack } from '../../../web/kit/layout.tsx'
import { Details, Facts } from '../../../web/kit/lists.tsx'
import { Bar } from '../../../web/kit/state.tsx'
import { Link, Muted, Strong, Subtle } from '../../../web/kit/text.tsx'
import { whenSaid } from '../opening-service.ts'
import type { CourseData } from '../shapes.ts'
import { words } from '../words.ts'
import { Said } from '../worded.tsx'

type Part = { course: CourseData; here: Here }
type Item = CourseData['sections'][number]['items'][number]

/** How far one has come in a course, and what is left. */
export function Progress({ course, here }: Part): Html {
  const { language, site } = here.visit
  const said = say(words, language)
  const { progress, completed } = course
  return (
    <Card id="progress" title={completed ? said.progress : said.whenComplete}>
      <Stack gap="small">
        <Bar value={progress.percent} label={said.progress} />
        <Strong>{said.percentDone(progress.percent)}</Strong>
        {completed ? (
          <Facts
            items={[{ icon: 'check-circle', text: said.completedOn(formatDate(completed, language, site.zone)) }]}
          />
        ) : (
          <OpenItems course={course} here={here} />
        )}
        {completed ? <Muted small>{said.staysComplete}</Muted> : null}
        {completed ? <Link href="/certificates">{said.toCertificates}</Link> : null}
      </Stack>
    </Card>
  )
}

const MOST_LISTED = 4

/** Why one is not done: every required item that is left and what each asks for, the nearest ones by name (D3). */
function OpenItems({ course, here }: Part): Html | null {
  const said = say(words, here.visit.language)
  const open = course.sections.flatMap(({ items }) => items).filter(({ required, isDone }) => required && !isDone)
  const [listed, rest] = [open.slice(0, MOST_LISTED), open.slice(MOST_LISTED)]
  const named = (items: typeof open) =>
    items.map((item) => ({
      icon: iconOf(item),
      text: <Left item={item} here={here} />,
    }))
  if (open.length === 0 && course.laterRequired === 0) return null
  return (
    <>
      <Muted small>{said.whyNotDone}</Muted>
      <Facts items={named(listed)} />
      {rest.length > 0 ? (
        <Details summary={said.andMore(rest.length)}>
          <Facts items={named(rest)} />
        </Details>
      ) : null}
      {course.laterRequired > 0 ? <Muted small>{said.laterRequired(course.laterRequired)}</Muted> : null}
    </>
  )
}

function iconOf({ opens, kind }: Item): IconName {
  if (opens) return 'padlock-locked'
  return kind === 'exam' ? 'task' : 'open-book'
}

function Left({ item, here }: { item: Item; here: Here }): Html {
  const said = say(words, here.visit.language)
  if (item.opens) {
    return (
      <>
        <Said {...item.title} here={here} /> <Subtle>· {said.opensWhen(whenSaid(item.opens, here.visit))}</Subtle>
      </>
    )
  }
  return (
    <>
      <Link href={item.href} tone="neutral">
        <Said {...item.title} here={here} />
      </Link>{' '}
      <Subtle>· {asksFor(item, here)}</Subtle>
    </>
  )
}

/** What makes an item done, as its learner is told. */
function asksFor({ kind, way, leastMinutes, doneWith }: Item, here: Here): string {
  const said = say(words, here.visit.language)
  if (kind === 'exam') return said.todoExam
  return {
    read: said.todoRead,
    opened: said.todoOpened,
    time: said.todoTime(leastMinutes ?? 0),
    teacher: said.todoTeacher,
    passed: said.todoPassed(doneWith?.title.text ?? said.examLater),
  }[way]
}

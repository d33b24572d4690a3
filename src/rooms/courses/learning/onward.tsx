import { say } from '../../../platform/words.ts'
import type { Here } from '../../../web/here.ts'
import type { Html } from '../../../web/jsx-runtime.ts'
import { Button, Pager } from '../../../web/kit/action.tsx'
import { Form } from '../../../web/kit/form.tsx'
import { Row, Stack } from '../../../web/kit/layout.tsx'
import { Notice } from '../../../web/kit/state.tsx'
import { Link, Muted } from '../../../web/kit/text.tsx'
import type { LessonData } from '../shapes.ts'
import { words } from '../words.ts'
import { Said } from '../worded.tsx'

type Part = { lesson: LessonData; here: Here }

const addressOf = ({ course, item }: LessonData) => `/courses/${course.id}/lessons/${item.id}`

/** The end of a lesson: what makes it done, and where one goes from here. */
export function Onward({ lesson, here }: Part): Html {
  const said = say(words, here.visit.language)
  const { course, previous, next } = lesson
  const back = { href: `/courses/${course.id}`, text: said.toCourse }
  return (
    <Stack>
      <End lesson={lesson} here={here} />
      <Pager
        label={said.lessonPages}
        previous={previous ? { href: previous.href, text: previous.title.text } : back}
        next={next ? { href: next.href, text: next.title.text } : undefined}
      />
    </Stack>
  )
}

function End({ lesson, here }: Part): Html {
  const said = say(words, here.visit.language)
  const { doing, item } = lesson
  if (item.isDone) return <GoOn lesson={lesson} here={here} />
  if (doing.way === 'read') return <SayRead lesson={lesson} here={here} />
  if (doing.way === 'time') return <ReadingTime lesson={lesson} here={here} />
  return (
    <>
      <Notice>
        {doing.way === 'teacher' ? said.doneByYourTeacher : `${said.doneOncePassed} `}
        {doing.way === 'passed' ? <Exam lesson={lesson} here={here} /> : null}
      </Notice>
      <GoOn lesson={lesson} here={here} />
    </>
  )
}

function Exam({ lesson: { doing }, here }: Part): Html {
  if (!doing.exam) return <>{say(words, here.visit.language).examLater}</>
  return (
    <Link href={doing.exam.href}>
      <Said {...doing.exam.title} here={here} />
    </Link>
  )
}

function GoOn({ lesson: { course, next }, here }: Part): Html {
  const said = say(words, here.visit.language)
  return (
    <Row>
      <Button href={next?.href ?? `/courses/${course.id}`} iconAfter="arrow-right">
        {next ? said.toNext : said.toCourse}
      </Button>
    </Row>
  )
}

/** Done by going on: the button says so, and does both. A script marks the end as read by itself. */
function SayRead({ lesson, here }: Part): Html {
  const said = say(words, here.visit.language)
  return (
    <lesson-end data-said={said.isRead}>
      <Saying lesson={lesson} here={here} />
    </lesson-end>
  )
}

/** A script tells that one reads on; without one the button does, and the server counts the time between. */
function ReadingTime({ lesson, here }: Part): Html {
  const said = say(words, here.visit.language)
  const { secondsLeft, leastMinutes } = lesson.doing
  const minutes = Math.ceil(secondsLeft / 60)
  return (
    <Stack gap="small">
      <Notice>
        {said.doneAfter(leastMinutes ?? 0)}{' '}
        <lesson-time
          data-action={`${addressOf(lesson)}/time`}
          data-one={said.minutesMissing(1)}
          data-more={said.minutesMissing('{n}')}
          data-done={said.isRead}
        >
          {said.minutesMissing(minutes)}
        </lesson-time>
      </Notice>
      <Muted small>{said.timeIsKept}</Muted>
      <Saying lesson={lesson} here={here} />
    </Stack>
  )
}

function Saying({ lesson, here }: Part): Html {
  const said = say(words, here.visit.language)
  return (
    <Form action={`${addressOf(lesson)}/completion`}>
      <Row>
        <Button iconAfter="arrow-right">{lesson.next ? said.readAndGoOn : said.readAndFinish}</Button>
      </Row>
    </Form>
  )
}

import { say } from '../../platform/words.ts'
import type { Here } from '../../web/here.ts'
import { type Html, trusted } from '../../web/jsx-runtime.ts'
import { Button } from '../../web/kit/action.tsx'
import { Form } from '../../web/kit/form.tsx'
import { Card, Column, PageHead, Row, Stack } from '../../web/kit/layout.tsx'
import { Details } from '../../web/kit/lists.tsx'
import { Bar } from '../../web/kit/state.tsx'
import { Link, Prose } from '../../web/kit/text.tsx'
import { Page } from '../../web/page.tsx'
import { LANGUAGE_NAMES } from '../../web/words.ts'
import { In } from './pages.tsx'
import type { Film, ShownLesson } from './reading.ts'
import { words } from './words.ts'

type Lesson = Omit<ShownLesson, 'paragraph'>

/** A lesson to read or watch; going on from it is what marks it as done. */
export function LessonPage(lesson: Lesson, here: Here): Html {
  const said = say(words, here.visit.language)
  const { item, course, body } = lesson
  return (
    <Page here={here} title={item.title.text}>
      <Column>
        <Stack>
          <Link href={`/courses/${course.id}`}>{course.title.text}</Link>
          <Bar value={lesson.progress.percent} label={said.percentDone(lesson.progress.percent)} />
          <PageHead kicker={<In {...item.section} />} title={<In {...item.title} />} lede={said.minutes(item.minutes)} />
          {lesson.film ? <FilmPlayer film={lesson.film} here={here} title={item.title.text} /> : null}
          <Prose lang={body.language}>{trusted(body.html)}</Prose>
          {lesson.files.length > 0 ? (
            <Card id="files" title={said.files}>
              <ul>
                {lesson.files.map((file) => (
                  <li>
                    <Link href={file.address}>{file.title.text}</Link>
                  </li>
                ))}
              </ul>
            </Card>
          ) : null}
          <GoOn lesson={lesson} here={here} />
        </Stack>
      </Column>
    </Page>
  )
}

function GoOn({ lesson, here }: { lesson: Lesson; here: Here }): Html {
  const said = say(words, here.visit.language)
  const { course, item, previous } = lesson
  return (
    <Form action={`/courses/${course.id}/lessons/${item.id}/completion`}>
      <Row align="between">
        <Button href={previous?.href ?? `/courses/${course.id}`} look="secondary" icon="arrow-left">
          {previous ? previous.title.text : said.backToCourse}
        </Button>
        <Button iconAfter="arrow-right">{item.isDone ? said.readAlready : said.read}</Button>
      </Row>
    </Form>
  )
}

function FilmPlayer({ film, here, title }: { film: Film; here: Here; title: string }): Html {
  const said = say(words, here.visit.language)
  return (
    <figure>
      <video src={film.address} controls preload="metadata" playsinline aria-label={title}>
        {film.captions.map(({ language, address }) => (
          <track kind="captions" src={address} srclang={language} label={LANGUAGE_NAMES[language]} default={language === here.visit.language} />
        ))}
      </video>
      {film.transcript ? (
        <Details summary={said.transcript}>
          <Prose lang={film.transcript.language}>
            <p>{film.transcript.text}</p>
          </Prose>
        </Details>
      ) : null}
    </figure>
  )
}

import { LANGUAGE_NAMES } from '../../../web/words.ts'
import { type Language, say } from '../../../platform/words.ts'
import type { Here } from '../../../web/here.ts'
import { type Html, trusted } from '../../../web/jsx-runtime.ts'
import { Button } from '../../../web/kit/action.tsx'
import { Card, Column, PageHead, Row, Stack } from '../../../web/kit/layout.tsx'
import { Details, Medal, RowItem, Rows } from '../../../web/kit/lists.tsx'
import { Bar, Notice } from '../../../web/kit/state.tsx'
import { Link, Prose } from '../../../web/kit/text.tsx'
import { Page } from '../../../web/page.tsx'
import type { LessonData } from '../shapes.ts'
import { words } from '../words.ts'
import { Said } from '../worded.tsx'
import { Onward } from './onward.tsx'

type Part = { lesson: LessonData; here: Here }

/** One lesson, to be read from the top to the end; at the end it goes on. */
export function LessonPage({ lesson, here, isPreview }: Part & { isPreview?: boolean }): Html {
  const said = say(words, here.visit.language)
  const { course, item, progress } = lesson
  const text = <Prose lang={lesson.body.language}>{trusted(lesson.body.html)}</Prose>
  return (
    <Page here={here} title={item.title.text}>
      <Column>
        <Link href={isPreview ? `/authoring/courses/${course.id}` : `/courses/${course.id}`}>
          <Said {...course.title} here={here} />
        </Link>
        {isPreview || lesson.isSample ? null : <Bar value={progress.percent} label={said.percentDone(progress.percent)} />}
        <PageHead
          kicker={
            <>
              <Said {...item.section} here={here} /> · {said.minutes(item.minutes)}
            </>
          }
          title={<Said {...item.title} here={here} />}
        />
        <OtherLanguage language={lesson.body.language} here={here} />
        {lesson.isSample ? <Notice>{said.sampleText}</Notice> : null}
        {isPreview || lesson.isSample ? (
          <Content lesson={lesson} here={here} text={text} />
        ) : (
          <lesson-place
            data-action={`/courses/${course.id}/lessons/${item.id}/position`}
            data-paragraph={lesson.paragraph}
            data-seconds={lesson.film?.seconds ?? 0}
          >
            <Content lesson={lesson} here={here} text={text} />
          </lesson-place>
        )}
        {isPreview || lesson.isSample ? null : <Onward lesson={lesson} here={here} />}
        {lesson.isSample ? <Row><Button href={`/courses/${course.id}`}>{said.toTheCourse}</Button></Row> : null}
      </Column>
    </Page>
  )
}

function Content({ lesson, here, text }: Part & { text: Html }): Html {
  return (
    <Stack>
      {lesson.film ? <Film film={lesson.film} here={here} /> : null}
      {text}
      {lesson.files.length > 0 ? <Files lesson={lesson} here={here} /> : null}
    </Stack>
  )
}

function OtherLanguage({ language, here }: { language: Language; here: Here }): Html | null {
  const said = say(words, here.visit.language)
  if (language === here.visit.language) return null
  const name = { nb: said.languageNb, da: said.languageDa, en: said.languageEn }[language]
  return <Notice>{said.inThisLanguage(name)}</Notice>
}

/** Nothing of the film comes over a telephone's line before somebody plays it. */
function Film({ film, here }: { film: NonNullable<LessonData['film']>; here: Here }): Html {
  const said = say(words, here.visit.language)
  return (
    <Stack gap="small">
      <video class="film" controls preload="none" playsinline aria-label={said.film} src={film.address}>
        {film.captions.map(({ language, address }) => (
          <track
            kind="captions"
            src={address}
            srclang={language}
            label={LANGUAGE_NAMES[language]}
            default={language === here.visit.language}
          />
        ))}
        <a href={film.address}>{said.filmFallback}</a>
      </video>
      {film.captionless && film.captions.length === 0 ? <p>{said.noSpeech(film.captionless)}</p> : null}
      {film.transcript ? (
        <Details summary={said.transcript}>
          <Prose lang={film.transcript.language}>
            {film.transcript.text.split('\n').map((line) => (
              <p>{line}</p>
            ))}
          </Prose>
        </Details>
      ) : null}
    </Stack>
  )
}

function Files({ lesson, here }: Part): Html {
  const said = say(words, here.visit.language)
  return (
    <Card id="files" title={said.files} flush>
      <Rows>
        {lesson.files.map((file) => (
          <RowItem
            href={file.address}
            title={<Said {...file.title} here={here} />}
            lead={<Medal icon={file.type === 'application/pdf' ? 'file-pdf' : 'file'} />}
            detail={sizeOf(file.bytes, here.visit.language)}
          />
        ))}
      </Rows>
    </Card>
  )
}

/** `1,4 MB`, in English `1.4 MB`; less than that in kB. */
export function sizeOf(bytes: number, language: Language): string {
  const megabytes = bytes / 1_000_000
  const locale = { nb: 'nb-NO', da: 'da-DK', en: 'en-GB' }[language]
  if (megabytes >= 1) return `${megabytes.toLocaleString(locale, { maximumFractionDigits: 1 })} MB`
  return `${Math.max(1, Math.round(bytes / 1000))} kB`
}

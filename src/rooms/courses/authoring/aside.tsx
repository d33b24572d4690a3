import { say } from '../../../platform/words.ts'
import type { Here } from '../../../web/here.ts'
import type { Html } from '../../../web/jsx-runtime.ts'
import { Button } from '../../../web/kit/action.tsx'
import { Select } from '../../../web/kit/fields.tsx'
import { Form } from '../../../web/kit/form.tsx'
import { Card, Stack } from '../../../web/kit/layout.tsx'
import { Details, Facts, RowItem, Rows } from '../../../web/kit/lists.tsx'
import { Muted } from '../../../web/kit/text.tsx'
import { words as webWords } from '../../../web/words.ts'
import { alternativesOf } from '../rules.ts'
import { Act } from './parts.tsx'
import type { OverviewData } from './shapes.ts'
import { authoringWords } from './words.ts'
import { Said } from '../worded.tsx'

type Part = { course: OverviewData; here: Here }

/** Beside a course: whether it is offered, what it requires, who teaches it. */
export function AuthorAside({ course, here }: Part): Html {
  return (
    <>
      <Publishing course={course} here={here} />
      <Exams course={course} here={here} />
      <Certificate course={course} here={here} />
      <Prerequisites course={course} here={here} />
      <Teachers course={course} here={here} />
    </>
  )
}

function Publishing({ course, here }: Part): Html {
  const said = say(authoringWords, here.visit.language)
  const at = `/authoring/courses/${course.id}`
  return (
    <Card id="publishing" title={said.publishing}>
      <Stack gap="small">
        <HowFar course={course} here={here} />
        {course.state === 'published' ? null : (
          <Act action={`${at}/publication`} look="primary" full>
            {course.state === 'draft' ? said.publishCourse : said.offerAgain}
          </Act>
        )}
        <Button look="secondary" href={`${at}/preview`} icon="eye" full>
          {said.preview}
        </Button>
        <Act action={`${at}/copies`} icon="files" full>
          {said.copyCourse}
        </Act>
        <Muted small>{said.copyWhy}</Muted>
        {course.state === 'published' ? (
          <>
            <Act action={`${at}/retirement`} full>
              {said.retireCourse}
            </Act>
            <Muted small>{said.retireWhy}</Muted>
          </>
        ) : null}
        {course.state === 'draft' ? (
          <Details summary={said.deleteCourse}>
            <Stack gap="small">
              <Muted small>{said.deleteCourseWhy}</Muted>
              <Act action={`${at}/deletion`} icon="trash" look="secondary">
                {said.deleteForGood}
              </Act>
            </Stack>
          </Details>
        ) : null}
      </Stack>
    </Card>
  )
}

function Exams({ course, here }: Part): Html {
  const said = say(authoringWords, here.visit.language)
  return (
    <Card id="exams" title={said.examsHere}>
      <Muted>{said.examsHereText}</Muted>
      <Button look="secondary" href={`/authoring/courses/${course.id}/exams`} icon="task" full>
        {said.toExams}
      </Button>
    </Card>
  )
}

function Certificate({ course, here }: Part): Html {
  const said = say(authoringWords, here.visit.language)
  return (
    <Card id="certificate" title={said.certificateHere}>
      <Muted>{said.certificateHereText}</Muted>
      <Button look="secondary" href={`/authoring/courses/${course.id}/certificate`} icon="file-pdf" full>
        {said.toCertificate}
      </Button>
    </Card>
  )
}

/** How far the content has come, so that nobody publishes an empty course or forgets a lesson. */
function HowFar({ course, here }: Part): Html {
  const said = say(authoringWords, here.visit.language)
  const items = course.sections.flatMap((section) => section.items)
  const shown = items.filter(({ isShown }) => isShown).length
  const facts = [
    { icon: shown === items.length && shown > 0 ? ('check-circle' as const) : ('pencil' as const), text: said.shownOf(shown, items.length) },
    ...(items.some(({ kind }) => kind === 'exam') && course.teachers.length === 0 ? [{ icon: 'information' as const, text: said.examNeedsTeacher }] : []),
    ...(items.some(({ kind, conditions }) => kind === 'lesson' && conditions.way === 'teacher') && course.teachers.length === 0 ? [{ icon: 'information' as const, text: said.lessonNeedsTeacher }] : []),
  ]
  return <Facts items={facts} />
}

function Prerequisites({ course, here }: Part): Html {
  const { language } = here.visit
  const [said, web] = [say(authoringWords, language), say(webWords, language)]
  const at = `/authoring/courses/${course.id}/prerequisites`
  return (
    <Card id="prerequisites" title={said.prerequisites}>
      <Stack gap="small">
        {course.prerequisites.length === 0 ? <Muted>{said.noPrerequisites}</Muted> : null}
        <Rows>
          {alternativesOf(course.prerequisites).flatMap((group) => group.map(({ id, title }, at) => (
            <RowItem
              title={<Said {...title} here={here} />}
              detail={at > 0 ? said.orInstead : undefined}
              actions={
                <Act
                  action={`${at}/end`}
                  fields={{ required: id }}
                  icon="trash"
                  label={`${web.remove}: ${title.text}`}
                />
              }
            />
          )))}
        </Rows>
        {course.others.length > 0 ? (
          <Form action={at}>
            <Stack gap="small">
              <Select
                name="required"
                label={said.prerequisiteCourse}
                empty={web.choose}
                error={here.entered.errors['required']}
                options={course.others.map(({ id, title }) => ({ value: id, text: title.text }))}
              />
              {course.prerequisites.length > 0 ? (
                <Select
                  name="insteadOf"
                  label={said.insteadOf}
                  empty={said.inAddition}
                  options={course.prerequisites.map(({ id, title }) => ({ value: id, text: said.orInsteadOf(title.text) }))}
                />
              ) : null}
              <Button look="secondary">{said.addPrerequisite}</Button>
            </Stack>
          </Form>
        ) : null}
      </Stack>
    </Card>
  )
}

function Teachers({ course, here }: Part): Html {
  const said = say(authoringWords, here.visit.language)
  return (
    <Card id="teachers" title={said.teachers}>
      {course.teachers.length === 0 ? (
        <Muted>{said.noTeachers}</Muted>
      ) : (
        <Facts items={course.teachers.map((text) => ({ icon: 'person', text }))} />
      )}
    </Card>
  )
}

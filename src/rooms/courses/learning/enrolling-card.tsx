import { formatDate } from '../../../platform/time.ts'
import { say } from '../../../platform/words.ts'
import type { Here } from '../../../web/here.ts'
import type { Html } from '../../../web/jsx-runtime.ts'
import { Button } from '../../../web/kit/action.tsx'
import { Select } from '../../../web/kit/fields.tsx'
import { Form } from '../../../web/kit/form.tsx'
import { Card, Stack } from '../../../web/kit/layout.tsx'
import { Details, Facts } from '../../../web/kit/lists.tsx'
import { Notice } from '../../../web/kit/state.tsx'
import { Link, Muted } from '../../../web/kit/text.tsx'
import { has } from '../../../web/visit.ts'
import { words as webWords } from '../../../web/words.ts'
import { alternativesOf, applicationReasons } from '../rules.ts'
import type { CourseData } from '../shapes.ts'
import { words } from '../words.ts'
import { becauseSaid, Said } from '../worded.tsx'

type Part = { course: CourseData; here: Here }

/** How one begins on a course: what is required first, and whom one may ask. */
export function Enrolling({ course, here }: Part): Html {
  const said = say(words, here.visit.language)
  const isReady = !here.visit.person || alternativesOf(course.prerequisites).every((group) => group.some(({ isMet }) => isMet))
  return (
    <Card id="enrolling" title={isReady ? said.enrol : said.availableAfter}>
      <Stack gap="small">
        {course.prerequisites.length > 0 ? <Prerequisites course={course} here={here} /> : null}
        {here.visit.person ? null : <Button href={`/sign-in?next=/courses/${course.id}`}>{said.signInToStart}</Button>}
        {isReady && !course.isRetired && has(here.visit, 'learner') ? (
          <Form action={`/courses/${course.id}/enrolment`}>
            <Stack gap="small">
              <Muted>{said.enrolText}</Muted>
              {course.teachers.length > 0 ? <Muted small>{said.enrolTeachers}</Muted> : null}
              <Button full>{said.enrol}</Button>
            </Stack>
          </Form>
        ) : null}
        {!isReady && !course.isRetired && course.teachers.length > 0 && has(here.visit, 'learner') ? <Asking course={course} here={here} /> : null}
      </Stack>
    </Card>
  )
}

function Prerequisites({ course, here }: Part): Html {
  const said = say(words, here.visit.language)
  return (
    <Facts
      items={alternativesOf(course.prerequisites).flatMap((group) => group.map(({ id, title, isMet, isExempt }, at) => ({
        icon: isMet ? 'check-circle' : 'padlock-locked',
        text: (
          <>
            {at > 0 ? `${said.or} ` : null}
            <Link href={`/courses/${id}`} tone="neutral">
              <Said {...title} here={here} />
            </Link>{' '}
            · {stateOf({ isMet, isExempt }, here)}
          </>
        ),
      })))}
    />
  )
}

function stateOf({ isMet, isExempt }: { isMet: boolean; isExempt: boolean }, here: Here): string {
  const said = say(words, here.visit.language)
  if (isExempt) return said.prerequisiteExempt
  return isMet ? said.prerequisiteMet : said.prerequisiteOpen
}

/** Asks the teachers to be let in without what is required; or says that one has asked, and what came of it. */
function Asking({ course, here }: Part): Html {
  const { language, site } = here.visit
  const [said, web] = [say(words, language), say(webWords, language)]
  const { application } = course
  const at = `/courses/${course.id}/application`
  if (application && !application.decided) {
    return (
      <Form action={`${at}/end`}>
        <Stack gap="small">
          <Notice>{said.askedOn(formatDate(application.asked, language, site.zone))}</Notice>
          <Button look="tertiary">{said.askNoMore}</Button>
        </Stack>
      </Form>
    )
  }
  return (
    <Details summary={said.askToBegin} open={here.entered.errors['because'] !== undefined}>
      <Form action={at}>
        <Stack gap="small">
          {application?.decided ? <Muted>{said.declinedOn(formatDate(application.decided, language, site.zone))}</Muted> : null}
          <Muted small>{said.askMeans}</Muted>
          <Select
            name="because"
            label={said.askBecause}
            empty={web.choose}
            error={here.entered.errors['because']}
            options={applicationReasons.map((value) => ({ value, text: becauseSaid(value, here) }))}
          />
          <Button look="secondary" full>
            {said.askTeachers}
          </Button>
        </Stack>
      </Form>
    </Details>
  )
}

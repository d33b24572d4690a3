import { formatDate } from '../../../platform/time.ts'
import { say } from '../../../platform/words.ts'
import type { Here } from '../../../web/here.ts'
import type { Html } from '../../../web/jsx-runtime.ts'
import { Card, Column, PageHead } from '../../../web/kit/layout.tsx'
import { Medal, RowItem, Rows } from '../../../web/kit/lists.tsx'
import { EmptyState, Tag } from '../../../web/kit/state.tsx'
import { Link, Muted } from '../../../web/kit/text.tsx'
import { Page } from '../../../web/page.tsx'
import { Act } from '../authoring/parts.tsx'
import { Said } from '../worded.tsx'
import { words } from '../words.ts'
import { Applicants, Exempting } from './exempting-cards.tsx'
import type { Applicant, Exemption, Waiting } from './exempting.ts'
import type { Followed, FollowedCourse, FollowedItem } from './following.ts'
import { teachingWords } from './words.ts'

const HERE = '/teaching/courses'

/** The courses somebody teaches. */
export function FollowedCoursesPage({ courses }: { courses: readonly FollowedCourse[] }, here: Here): Html {
  const said = say(teachingWords, here.visit.language)
  return (
    <Page here={here} title={said.myCourses}>
      <PageHead title={said.myCourses} lede={said.myCoursesLede} />
      {courses.length === 0 ? (
        <EmptyState icon="book" title={said.teachNothing}>{said.teachNothingText}</EmptyState>
      ) : (
        <Card flush>
          <Rows label={said.myCourses}>
            {courses.map(({ id, title }) => (
              <RowItem href={`${HERE}/${id}`} title={<Said {...title} here={here} />} lead={<Medal icon="book" />} />
            ))}
          </Rows>
        </Card>
      )}
    </Page>
  )
}

type Course = { course: string; learners: readonly Followed[]; applicants: readonly Applicant[] }

/** Who asks to take the course, who takes it, and how far each has come. */
export function FollowedCoursePage({ course, learners, applicants }: Course, here: Here): Html {
  const said = say(teachingWords, here.visit.language)
  const learning = say(words, here.visit.language)
  return (
    <Page here={here} title={said.learnersHere}>
      <PageHead kicker={<Link href={HERE}>{said.myCourses}</Link>} title={said.learnersHere} lede={said.learnersSee} />
      <Applicants at={`${HERE}/${course}`} applicants={applicants} here={here} />
      {learners.length === 0 ? (
        <EmptyState icon="person-group" title={said.noLearners}>{said.noLearnersText}</EmptyState>
      ) : (
        <Card flush>
          <Rows label={said.learnersHere}>
            {learners.map(({ id, name, progress, completed }) => (
              <RowItem
                href={`${HERE}/${course}/learners/${id}`}
                title={name}
                detail={learning.percentDone(progress.percent)}
                tag={completed ? <Tag tone="success">{learning.prerequisiteMet}</Tag> : undefined}
              />
            ))}
          </Rows>
        </Card>
      )}
    </Page>
  )
}

type Learner = { course: string; learner: string; name: string; completed: Date | null; items: readonly FollowedItem[]; waiting: readonly Waiting[]; exemptions: readonly Exemption[] }

/** One learner: what is done, and what a teacher may count as done. */
export function FollowedLearnerPage({ course, learner, name, completed, items, waiting, exemptions }: Learner, here: Here): Html {
  const { language, site } = here.visit
  const [said, learning] = [say(teachingWords, language), say(words, language)]
  const how = { read: said.doneByReading, passed: said.doneByPassing, teacher: said.doneByTeacher, opened: said.doneByOpening, time: said.doneByTime }
  return (
    <Page here={here} title={name}>
      <PageHead
        kicker={<Link href={`${HERE}/${course}`}>{said.learnersHere}</Link>}
        title={name}
        lede={completed ? learning.completedOn(formatDate(completed, language, site.zone)) : undefined}
      />
      <Column>
        <Muted>{said.countMeans}</Muted>
        <Card flush>
          <Rows label={said.whatIsDone}>
            {items.map((item) => (
              <RowItem
                title={<Said {...item.title} here={here} />}
                lead={<Medal icon={item.done ? 'check' : item.kind === 'exam' ? 'task' : 'open-book'} look={item.done ? 'gold' : 'plain'} />}
                detail={item.done && item.how ? `${how[item.how]} · ${formatDate(item.done, language, site.zone)}` : item.required ? said.notDone : learning.voluntary}
                actions={
                  item.done || item.kind === 'exam' ? undefined : (
                    <Act action={`${HERE}/${course}/learners/${learner}/completions`} fields={{ item: item.id }} label={`${said.countAsDone}: ${item.title.text}`}>
                      {said.countAsDone}
                    </Act>
                  )
                }
              />
            ))}
          </Rows>
        </Card>
        <Exempting at={`${HERE}/${course}/learners/${learner}`} waiting={waiting} exemptions={exemptions} here={here} />
      </Column>
    </Page>
  )
}

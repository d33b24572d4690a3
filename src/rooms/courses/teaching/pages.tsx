import { say } from '../../../platform/words.ts'
import type { Here } from '../../../web/here.ts'
import type { Html } from '../../../web/jsx-runtime.ts'
import { Button } from '../../../web/kit/action.tsx'
import { Select } from '../../../web/kit/fields.tsx'
import { Form } from '../../../web/kit/form.tsx'
import { Card, Column, PageHead, Row, Stack } from '../../../web/kit/layout.tsx'
import { RowItem, Rows } from '../../../web/kit/lists.tsx'
import { EmptyState, Tag } from '../../../web/kit/state.tsx'
import { Link, Muted } from '../../../web/kit/text.tsx'
import { Page } from '../../../web/page.tsx'
import { words as frameWords } from '../../../web/words.ts'
import { Act } from '../authoring/parts.tsx'
import type { Teacher } from '../teaching-service.ts'
import { Said } from '../worded.tsx'
import type { TaughtCourse } from './appointing.ts'
import { teachingWords } from './words.ts'

const HERE = '/administration/courses'

/** Every course with its teachers; one without any stands out, since nobody marks its exams. */
export function TaughtCoursesPage({ courses }: { courses: readonly TaughtCourse[] }, here: Here): Html {
  const said = say(teachingWords, here.visit.language)
  return (
    <Page here={here} title={said.whoTeaches}>
      <PageHead kicker={<Link href="/administration">{said.toAdministration}</Link>} title={said.whoTeaches} lede={said.whoTeachesLede} />
      {courses.length === 0 ? (
        <EmptyState icon="book" title={said.noCoursesToTeach}>{said.noCoursesToTeachText}</EmptyState>
      ) : (
        <Card flush>
          <Rows label={said.whoTeaches}>
            {courses.map(({ id, title, teachers }) => (
              <RowItem
                href={`${HERE}/${id}`}
                title={<Said {...title} here={here} />}
                detail={teachers.map(nameOf).join(', ') || undefined}
                tag={teachers.length === 0 ? <Tag tone="warning">{said.nobodyTeaches}</Tag> : undefined}
              />
            ))}
          </Rows>
        </Card>
      )}
    </Page>
  )
}

/** Who teaches one course, and a list to choose the next from. */
export function TaughtCoursePage({ id, title, teachers, others }: TaughtCourse & { others: readonly Teacher[] }, here: Here): Html {
  const said = say(teachingWords, here.visit.language)
  const frame = say(frameWords, here.visit.language)
  const at = `${HERE}/${id}/teachers`
  return (
    <Page here={here} title={title.text}>
      <PageHead kicker={<Link href={HERE}>{said.whoTeaches}</Link>} title={<Said {...title} here={here} />} lede={said.teachingMeans} />
      <Column>
        <Card id="teachers" title={said.teachersOfCourse} flush>
          <Rows label={said.teachersOfCourse}>
            {teachers.map((teacher) => (
              <RowItem
                title={nameOf(teacher)}
                actions={<Act action={`${at}/end`} fields={{ person: teacher.person }} icon="trash" label={`${said.endTeaching}: ${nameOf(teacher)}`}>{said.endTeaching}</Act>}
              />
            ))}
            {teachers.length === 0 ? <RowItem title={<Muted>{said.nobodyTeaches}</Muted>} /> : null}
          </Rows>
        </Card>
        <Card id="add" title={said.addTeacher}>
          {others.length === 0 ? (
            <Muted>{said.noOtherTeachers} <Link href="/administration/people">{said.toPeople}</Link></Muted>
          ) : (
            <Form action={at}>
              <Stack gap="small">
                <Select
                  name="person"
                  label={said.teacherToAdd}
                  empty={frame.choose}
                  error={here.entered.errors['person']}
                  options={others.map((teacher) => ({ value: teacher.person, text: nameOf(teacher) }))}
                />
                <Row><Button icon="plus">{said.addTeacher}</Button></Row>
              </Stack>
            </Form>
          )}
        </Card>
      </Column>
    </Page>
  )
}

function nameOf({ firstName, lastName }: Teacher): string {
  return `${firstName} ${lastName}`
}

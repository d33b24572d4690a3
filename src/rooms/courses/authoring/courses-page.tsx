import { formatDate } from '../../../platform/time.ts'
import { say } from '../../../platform/words.ts'
import type { Here } from '../../../web/here.ts'
import type { Html } from '../../../web/jsx-runtime.ts'
import { Button } from '../../../web/kit/action.tsx'
import { Card, PageHead } from '../../../web/kit/layout.tsx'
import { Medal, RowItem, Rows } from '../../../web/kit/lists.tsx'
import { EmptyState } from '../../../web/kit/state.tsx'
import { Page } from '../../../web/page.tsx'
import { StateTag } from './parts.tsx'
import type { AuthoredData } from './shapes.ts'
import { authoringWords } from './words.ts'
import { Said } from '../worded.tsx'

export function AuthorCoursesPage({ courses, here }: AuthoredData & { here: Here }): Html {
  const { language, site } = here.visit
  const said = say(authoringWords, language)
  const toNew = (
    <Button href="/authoring/courses/new" icon="plus">
      {said.newCourse}
    </Button>
  )
  return (
    <Page here={here} title={said.makeCourses}>
      <PageHead title={said.makeCourses} lede={said.makeCoursesLede}>
        {courses.length > 0 ? toNew : null}
      </PageHead>
      {courses.length === 0 ? (
        <EmptyState icon="pencil" title={said.noCoursesMade} action={toNew}>
          {said.noCoursesMadeText}
        </EmptyState>
      ) : (
        <Card flush>
          <Rows label={said.makeCourses}>
            {courses.map(({ id, title, state, items, changed }) => (
              <RowItem
                href={`/authoring/courses/${id}`}
                title={<Said {...title} here={here} />}
                lead={<Medal icon="book" />}
                detail={`${said.itemCount(items)} · ${said.changedOn(formatDate(changed, language, site.zone))}`}
                tag={<StateTag state={state} here={here} />}
              />
            ))}
          </Rows>
        </Card>
      )}
    </Page>
  )
}

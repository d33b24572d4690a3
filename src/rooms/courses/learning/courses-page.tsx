import { say } from '../../../platform/words.ts'
import type { Here } from '../../../web/here.ts'
import type { Html } from '../../../web/jsx-runtime.ts'
import { Button } from '../../../web/kit/action.tsx'
import { Thumbnail } from '../../../web/kit/art.tsx'
import { Card, PageHead, Stack } from '../../../web/kit/layout.tsx'
import { RowItem, Rows } from '../../../web/kit/lists.tsx'
import { EmptyState, Ring } from '../../../web/kit/state.tsx'
import { Muted } from '../../../web/kit/text.tsx'
import { Page } from '../../../web/page.tsx'
import { whenSaid } from '../opening-service.ts'
import type { CatalogueData } from '../shapes.ts'
import { words } from '../words.ts'
import { Said } from '../worded.tsx'

/** One's own courses first, then what is offered; visitors see the offer alone. */
export function CoursesPage({ places, offers, here }: CatalogueData & { here: Here }): Html {
  const said = say(words, here.visit.language)
  return (
    <Page here={here} title={said.courses}>
      <PageHead title={said.courses} lede={said.coursesLede}>
        {here.visit.person ? null : <Button href="/sign-in?next=/courses">{said.signInToStart}</Button>}
      </PageHead>
      <Stack gap="large">
        {places.length > 0 ? <MyCourses places={places} here={here} /> : null}
        <Offers offers={offers} hasOwn={places.length > 0} here={here} />
      </Stack>
    </Page>
  )
}

function MyCourses({ places, here }: { places: CatalogueData['places']; here: Here }): Html {
  const said = say(words, here.visit.language)
  return (
    <Card id="my-courses" title={said.myCourses} flush>
      <Rows>
        {places.map((place) => (
          <RowItem
            href={place.href}
            title={<Said {...place.title} here={here} />}
            lead={<Ring percent={place.progress.percent} label={said.percentDone(place.progress.percent)} />}
            detail={<Next place={place} here={here} />}
            end={place.minutesLeft > 0 ? said.left(place.minutesLeft) : undefined}
          />
        ))}
      </Rows>
    </Card>
  )
}

/** Where one goes on, or when one can; else how far one has come. */
function Next({ place: { next, opens, progress }, here }: { place: CatalogueData['places'][number]; here: Here }): Html {
  const said = say(words, here.visit.language)
  if (next) return <Said {...next.title} here={here} />
  return <>{opens ? said.nextOpens(whenSaid(opens, here.visit)) : said.doneOf(progress.done, progress.of)}</>
}

const SCENES = ['sunrise', 'wood', 'peaks'] as const

function Offers({ offers, hasOwn, here }: { offers: CatalogueData['offers']; hasOwn: boolean; here: Here }): Html {
  const said = say(words, here.visit.language)
  if (offers.length === 0 && hasOwn) return <Muted>{said.allTaken}</Muted>
  if (offers.length === 0) {
    return (
      <EmptyState icon="book" title={said.noneOffered}>
        {said.noneOfferedText}
      </EmptyState>
    )
  }
  return (
    <Card id="offered" title={hasOwn ? said.offered : said.allOffered} flush>
      <Rows>
        {offers.map(({ id, title, summary, level, hours }, at) => (
          <RowItem
            href={`/courses/${id}`}
            title={<Said {...title} here={here} />}
            lead={<Thumbnail scene={SCENES[at % SCENES.length] ?? 'wood'} />}
            detail={<Said {...summary} here={here} />}
            end={[level ? said.level(level) : null, hours ? said.hours(hours) : null]
              .filter((fact) => fact !== null)
              .join(' · ')}
          />
        ))}
      </Rows>
    </Card>
  )
}

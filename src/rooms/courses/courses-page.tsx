import { say } from '../../platform/words.ts'
import type { Here } from '../../web/here.ts'
import type { Html } from '../../web/jsx-runtime.ts'
import { Button } from '../../web/kit/action.tsx'
import { Card, Grid, PageHead, Row, Stack } from '../../web/kit/layout.tsx'
import { Details, RowItem, Rows } from '../../web/kit/lists.tsx'
import { EmptyState, Ring } from '../../web/kit/state.tsx'
import { Muted } from '../../web/kit/text.tsx'
import { Page } from '../../web/page.tsx'
import type { CatalogueData } from './shapes.ts'
import { words } from './words.ts'
import { Said } from './worded.tsx'

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
        {places.map(({ title, href, progress, next, minutesLeft }) => (
          <RowItem
            href={href}
            title={<Said {...title} here={here} />}
            lead={<Ring percent={progress.percent} label={said.percentDone(progress.percent)} />}
            detail={next ? <Said {...next.title} here={here} /> : said.doneOf(progress.done, progress.of)}
            end={minutesLeft > 0 ? said.minutes(minutesLeft) : undefined}
          />
        ))}
      </Rows>
    </Card>
  )
}

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
    <Grid columns="wide">
      {offers.map((offer) => (
        <OfferCard offer={offer} here={here} />
      ))}
    </Grid>
  )
}

function OfferCard({ offer, here }: { offer: CatalogueData['offers'][number]; here: Here }): Html {
  const said = say(words, here.visit.language)
  const facts = [offer.level ? said.level(offer.level) : null, offer.hours ? said.hours(offer.hours) : null]
  return (
    <Card id={`course-${offer.id}`} title={<Said {...offer.title} here={here} />}>
      <Stack gap="small">
        <Muted small>{facts.filter((fact) => fact !== null).join(' · ')}</Muted>
        <p>
          <Said {...offer.summary} here={here} />
        </p>
        <Details summary={said.goals}>
          <ul>
            {offer.goals.map((goal) => (
              <li>
                <Said {...goal} here={here} />
              </li>
            ))}
          </ul>
        </Details>
        <Row>
          <Button look="secondary" href={`/courses/${offer.id}`} label={`${said.course}: ${offer.title.text}`} iconAfter="arrow-right">
            {said.seeCourse}
          </Button>
        </Row>
      </Stack>
    </Card>
  )
}

import { formatDate, formatDateTime, formatTime, localDay } from '../../platform/time.ts'
import { say } from '../../platform/words.ts'
import type { Here } from '../../web/here.ts'
import type { Html } from '../../web/jsx-runtime.ts'
import { ActionList, Button } from '../../web/kit/action.tsx'
import { Landscape, Thumbnail } from '../../web/kit/art.tsx'
import type { IconName } from '../../web/kit/icon.tsx'
import { Card, PageHead, Row, Split, Stack } from '../../web/kit/layout.tsx'
import { Facts, Feature, RowItem, Rows } from '../../web/kit/lists.tsx'
import { Bar, EmptyState, Notice, Ring } from '../../web/kit/state.tsx'
import { Muted, Strong, Subtle } from '../../web/kit/text.tsx'
import { Page } from '../../web/page.tsx'
import type { Role, SignedIn } from '../../web/visit.ts'
import { whenSaid } from '../courses/opening-service.ts'
import type { Home } from './routes.tsx'
import { words } from './words.ts'

/** Where somebody goes on: one thing first, then their courses. */
export function HomePage({ home, here, person }: { home: Home; here: Here; person: SignedIn }): Html {
  const said = say(words, here.visit.language)
  const isLearner = person.roles.includes('learner')
  const [first] = home.places.filter(({ next }) => next)
  return (
    <Page here={here} title={said.home}>
      <PageHead title={said[home.greeting](person.firstName)} lede={isLearner ? ledeFor(home, here) : undefined} />
      <PolicyNews home={home} here={here} />
      <Split asideLabel={said.yours} first={isLearner ? <First home={home} place={first} here={here} /> : undefined} aside={<Aside here={here} isLearner={isLearner} waiting={home.papersWaiting} />}>
        <Work here={here} roles={person.roles} />
        {isLearner ? <Courses home={home} here={here} /> : null}
      </Split>
    </Page>
  )
}

/** What the institution offers, for whoever comes by. */
export function VisitorsPage({ home, here }: { home: Home; here: Here }): Html {
  const { language, site } = here.visit
  const said = say(words, language)
  return (
    <Page here={here} title={said.welcome(site.name)}>
      <Stack>
        <Feature id="welcome" kicker={site.name} title={said.welcomeText} level={1} art={<Landscape />}>
          <Facts items={[{ icon: 'padlock-locked', text: said.promise }]} />
          <Row>
            {home.offers.length > 0 ? <Button href="/register">{said.register}</Button> : null}
            <Button href="/sign-in" look="secondary">
              {said.signIn}
            </Button>
            <Button href="/privacy" look="tertiary">
              {said.toPrivacy}
            </Button>
          </Row>
        </Feature>
        {home.offers.length === 0 ? <EmptyHouse here={here} /> : <Offers home={home} here={here} />}
      </Stack>
    </Page>
  )
}

function ledeFor({ places }: Home, here: Here): string {
  const said = say(words, here.visit.language)
  const open = places.filter(({ progress }) => !progress.isComplete).length
  if (places.length === 0) return said.chooseFirst
  return open === 0 ? said.allDone : said.underWay(open)
}

/** Quiet, and gone once it is read: the policy says something new that matters (N66, D65). */
function PolicyNews({ home: { policyNews }, here }: { home: Home; here: Here }): Html | null {
  if (!policyNews) return null
  const { language, site } = here.visit
  const said = say(words, language)
  return (
    <Notice title={said.policyNews}>
      <Stack gap="small">
        <p>{said.policyNewsWhat(formatDate(policyNews.effective, language, site.zone), policyNews.changes)}</p>
        <Row>
          <Button href="/account/policy" look="secondary">
            {policyNews.asks ? said.policyNewsAnswer : said.policyNewsRead}
          </Button>
        </Row>
      </Stack>
    </Notice>
  )
}

/** What is running out comes first: an exam one is in the middle of, at the very question. */
function First({ home, place, here }: { home: Home; place: Home['places'][number] | undefined; here: Here }): Html | null {
  if (home.running.length > 0) return <Stack>{home.running.map((exam, i) => <InExam exam={exam} id={`exam-${i + 1}`} here={here} />)}</Stack>
  return place ? <GoOn place={place} here={here} /> : null
}

function InExam({ exam, id, here }: { exam: Home['running'][number]; id: string; here: Here }): Html {
  const { language, site, now } = here.visit
  const said = say(words, language)
  const isToday = localDay(exam.deadline, site.zone) === localDay(now, site.zone)
  const until = (isToday ? formatTime : formatDateTime)(exam.deadline, language, site.zone)
  return (
    <Feature id={id} kicker={said.inExam} title={<span lang={exam.title.language}>{exam.title.text}</span>} art={<Landscape />}>
      <Facts
        items={[
          { icon: 'pencil', text: said.atQuestion(exam.at, exam.of) },
          { icon: 'clock', text: said.examUntil(until) },
        ]}
      />
      <Row>
        <Button href={exam.href} iconAfter="arrow-right">
          {said.backToExam(exam.at)}
        </Button>
      </Row>
    </Feature>
  )
}

function GoOn({ place, here }: { place: Home['places'][number]; here: Here }): Html | null {
  const said = say(words, here.visit.language)
  if (!place.next) return null
  const { next, progress } = place
  return (
    <Feature id="go-on" kicker={progress.percent === 0 ? said.begin : said.goOn} title={<span lang={place.title.language}>{place.title.text}</span>} art={<Landscape />}>
      <Stack gap="small">
        <Bar value={progress.percent} label={said.progress(place.title.text)} />
        <Row align="between">
          <Strong>{said.percentDone(progress.percent)}</Strong>
          {place.minutesLeft > 0 ? <Subtle>{said.left(place.minutesLeft)}</Subtle> : null}
        </Row>
        <p>
          {said.next} <Strong>{next.title.text}</Strong> {next.minutes ? <Subtle>({said.minutes(next.minutes)})</Subtle> : null}
        </p>
      </Stack>
      <Row>
        <Button href={next.href} iconAfter="arrow-right">
          {next.kind === 'exam' ? said.toExam : said.toLesson}
        </Button>
        <Button href={place.href} look="tertiary">
          {said.toCourse}
        </Button>
      </Row>
    </Feature>
  )
}

function Courses({ home, here }: { home: Home; here: Here }): Html {
  const said = say(words, here.visit.language)
  if (home.places.length === 0) {
    return (
      <EmptyState icon="book" title={said.noCourses} action={<Button href="/courses">{said.findCourse}</Button>}>
        {said.noCoursesText}
      </EmptyState>
    )
  }
  return (
    <Card id="courses" title={said.myCourses} more={{ href: '/courses', text: said.allCourses }} flush>
      <Rows label={said.myCourses}>
        {home.places.map((place) => (
          <RowItem
            title={<span lang={place.title.language}>{place.title.text}</span>}
            href={place.href}
            lead={<Ring percent={place.progress.percent} label={said.percentDone(place.progress.percent)} />}
            detail={<Next place={place} here={here} />}
            end={place.minutesLeft > 0 ? said.left(place.minutesLeft) : undefined}
          />
        ))}
      </Rows>
    </Card>
  )
}

/** What comes next in a course, or when it comes. */
function Next({ place: { next, opens }, here }: { place: Home['places'][number]; here: Here }): Html {
  const said = say(words, here.visit.language)
  if (next) return <span lang={next.title.language}>{next.title.text}</span>
  return <>{opens ? said.nextOpens(whenSaid(opens, here.visit)) : said.done}</>
}

function Aside({ here, isLearner, waiting }: { here: Here; isLearner: boolean; waiting: number }): Html {
  const said = say(words, here.visit.language)
  return (
    <Stack>
      {isLearner ? (
        <Card id="certificates" title={said.certificates}>
          <Muted>{waiting > 0 ? said.nameMissing(waiting) : said.certificatesText}</Muted>
          <Button href={waiting > 0 ? '/certificates/name' : '/certificates'} look={waiting > 0 ? 'primary' : 'secondary'} full>
            {waiting > 0 ? said.confirmName : said.toCertificates}
          </Button>
        </Card>
      ) : null}
      <Card id="yours" title={said.yours}>
        <Muted>{said.yoursText}</Muted>
        <Button href="/my-data" look="secondary" full>
          {said.toYours}
        </Button>
      </Card>
    </Stack>
  )
}

function Work({ here, roles }: { here: Here; roles: readonly Role[] }): Html | null {
  const said = say(words, here.visit.language)
  const all: { role: Role; href: string; icon: IconName; title: string; text: string }[] = [
    { role: 'author', href: '/authoring/courses', icon: 'pencil', title: said.toAuthoring, text: said.toAuthoringText },
    { role: 'author', href: '/authoring/questions', icon: 'list', title: said.toQuestions, text: said.toQuestionsText },
    { role: 'teacher', href: '/marking', icon: 'check-circle', title: said.toMarking, text: said.toMarkingText },
    { role: 'teacher', href: '/teaching/courses', icon: 'person-group', title: said.toTeaching, text: said.toTeachingText },
    { role: 'administrator', href: '/administration', icon: 'buildings', title: said.toAdministration, text: said.toAdministrationText },
    { role: 'contact', href: '/organisation', icon: 'bar-chart', title: said.toNumbers, text: said.toNumbersText },
    { role: 'officer', href: '/oversight', icon: 'shield', title: said.toOversight, text: said.toOversightText },
  ]
  const mine = all.filter(({ role }) => roles.includes(role)).map(({ role: _, ...action }) => action)
  return mine.length === 0 ? null : <ActionList label={said.work} actions={mine} />
}

function Offers({ home, here }: { home: Home; here: Here }): Html {
  const said = say(words, here.visit.language)
  const scenes = ['sunrise', 'wood', 'peaks'] as const
  return (
    <Card id="offers" title={said.offered} flush>
      <Rows label={said.offered}>
        {home.offers.map((offer, i) => (
          <RowItem
            title={<span lang={offer.title.language}>{offer.title.text}</span>}
            href={`/courses/${offer.id}`}
            lead={<Thumbnail scene={scenes[i % scenes.length] ?? 'wood'} />}
            detail={<span lang={offer.summary.language}>{offer.summary.text}</span>}
            end={offer.hours ? said.hours(offer.hours) : undefined}
          />
        ))}
      </Rows>
    </Card>
  )
}

function EmptyHouse({ here }: { here: Here }): Html {
  const said = say(words, here.visit.language)
  return (
    <EmptyState icon="hat" title={said.emptyHouse}>
      {said.emptyHouseText}
    </EmptyState>
  )
}

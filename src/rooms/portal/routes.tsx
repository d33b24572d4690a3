import { z } from 'zod'
import { localHour } from '../../platform/time.ts'
import { within } from '../../privacy/within.ts'
import { has } from '../../web/visit.ts'
import { question } from '../../web/route.ts'
import { waitingForName } from '../certificates/service.ts'
import { offersOf } from '../courses/catalogue-service.ts'
import { inLanguage } from '../courses/rules.ts'
import { placesOf } from '../courses/service.ts'
import { openAttemptsOf } from '../exams/service.ts'
import { findPolicyNews } from '../registration/accepting/acceptance-service.ts'
import { HomePage, VisitorsPage } from './pages.tsx'
import { greetingAt } from './rules.ts'
import { wholeCourseRoutes } from './whole-courses.ts'

const worded = z.object({ text: z.string(), language: z.enum(['nb', 'da', 'en']) })

const offer = z.object({ id: z.string(), title: worded, summary: worded, level: z.string().nullable(), hours: z.number().nullable() })

const place = z.object({
  course: z.string(),
  title: worded,
  href: z.string(),
  progress: z.object({ percent: z.number(), isComplete: z.boolean() }),
  next: z.object({ kind: z.string(), title: worded, href: z.string(), minutes: z.number().nullable() }).nullable(),
  opens: z.object({ from: z.date().nullable(), afterDays: z.number().nullable() }).nullable().describe('When there is something to go on with, where nothing is open now.'),
  minutesLeft: z.number(),
})

const running = z.object({
  title: worded,
  href: z.string(),
  at: z.number().describe('The question seen last, from 1.'),
  of: z.number(),
  deadline: z.date(),
})

const answer = z.object({
  running: z.array(running).describe('Exams that the learner is in the middle of, in whichever browser; the one that ends first comes first.'),
  papersWaiting: z.number().describe('Certificates that wait for nothing but that the learner confirms their name.'),
  greeting: z.enum(['morning', 'day', 'evening']),
  policyNews: z
    .object({ version: z.string(), effective: z.date(), changes: z.number(), asks: z.boolean().describe('Whether one is asked to accept it anew.') })
    .nullable()
    .describe('What is new and matters in the privacy policy since the version that one knows.'),
  places: z.array(place).describe('Where the learner goes on, the course visited last first; nothing for visitors.'),
  offers: z.array(offer).describe('What is offered to everybody.'),
})

export type Home = z.output<typeof answer>

const showHome = question({
  path: '/',
  purpose: 'teaching',
  audience: 'anyone',
  answer,
  async read(db, visit) {
    const greeting = greetingAt(localHour(visit.now, visit.site.zone))
    const [policyNews, places, offers, open] = await Promise.all([
      visit.person ? findPolicyNews(visit) : null,
      placesOf(db, visit),
      visit.person ? [] : offersOf(db, visit.language),
      has(visit, 'learner') ? within('examination', visit, (own) => openAttemptsOf(own, visit)) : [],
    ])
    const hasCompleted = places.some(({ progress }) => progress.isComplete)
    const papersWaiting = hasCompleted ? await within('certification', visit, (own) => waitingForName(own, visit.actor ?? '')) : 0
    const running = open.map(({ title, language, ...exam }) => ({ ...exam, title: inLanguage(title, visit.language, language) }))
    return { greeting, running, papersWaiting, policyNews: policyNews && { ...policyNews, changes: policyNews.changes.length }, places, offers }
  },
  page: (home, here) => (here.visit.person ? <HomePage home={home} here={here} person={here.visit.person} /> : <VisitorsPage home={home} here={here} />),
})

export const routes = [showHome, ...wholeCourseRoutes]

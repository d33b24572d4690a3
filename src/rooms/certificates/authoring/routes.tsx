import { z } from 'zod'
import { localDay } from '../../../platform/time.ts'
import { say } from '../../../platform/words.ts'
import { change, document, question } from '../../../web/route.ts'
import type { Visit } from '../../../web/visit.ts'
import { type Requirements, requirementsOf } from '../../courses/requirements-service.ts'
import { inLanguage } from '../../courses/rules.ts'
import { type CourseFacts, getCourse, titleOf } from '../../courses/service.ts'
import { AuthorPage } from './page.tsx'
import { languageFor, wordedFacts } from '../issuing.ts'
import { certificatePdf, NEWEST } from '../paper/paper.ts'
import { lastDayAfter } from '../rules.ts'
import { issuingRule, startIssuing, stopIssuing, waitingIn } from '../service.ts'
import { paperOf } from '../snapshot.ts'
import { staffWords } from '../staff/words.ts'

const AUTHOR = { purpose: 'authoring', audience: 'author', params: z.object({ course: z.uuid() }) } as const
const PATH = '/authoring/courses/:course/certificate'

/** Sixty letters, so that the author sees what becomes of a long name. */
const SAMPLE_NAME = 'Ingrid Åse Wærnes-Østergård Bjørnstjerne Nørregård Kjærsgård'

const SAMPLE_SCORE = 87 // per cent

const shown = z.object({
  course: z.string(),
  title: z.object({ text: z.string(), language: z.enum(['nb', 'da', 'en']) }),
  since: z.date().nullable().describe('Since when certificates are issued; null: they are not.'),
  validMonths: z.number().nullable().describe('For how many months each holds; null: without end.'),
  rule: z.string().describe('The version of the requirements, as a paper cites it.'),
  requirements: z.array(z.object({ kind: z.enum(['lesson', 'exam']), title: z.object({ text: z.string(), language: z.enum(['nb', 'da', 'en']) }) })),
  cites: z.object({ level: z.string().nullable(), hours: z.number().nullable(), score: z.enum(['none', 'one', 'several']) }).describe('What stands on the paper besides name, course, goals and dates. Of several exams no score is cited.'),
  waiting: z.number().describe('How many have completed the course and have no certificate of it.'),
})

export type ShownRule = z.output<typeof shown>

const showRule = question({
  ...AUTHOR,
  path: PATH,
  answer: shown,
  async read(db, visit, { params }) {
    const course = await getCourse(db, params.course)
    const [rule, { items, rule: required }, waiting] = await Promise.all([issuingRule(db, course.id), requirementsOf(db, course.id), waitingIn(db, course.id)])
    const exams = items.filter(({ kind }) => kind === 'exam').length
    return {
      course: course.id,
      title: titleOf(course, visit.language),
      since: rule?.since ?? null,
      validMonths: rule?.validMonths ?? null,
      rule: required.hash.slice(0, 8),
      requirements: items.map(({ kind, title }) => ({ kind, title: inLanguage(title, visit.language, course.language) })),
      cites: { level: course.level, hours: course.hours, score: SCORES[Math.min(exams, 2)] ?? 'several' },
      waiting,
    }
  },
  page: AuthorPage,
})

const servePreview = document({
  ...AUTHOR,
  path: `${PATH}/preview`,
  async serve(db, visit, { params }) {
    const course = await getCourse(db, params.course)
    const [rule, required] = await Promise.all([issuingRule(db, course.id), requirementsOf(db, course.id)])
    const body = await previewOf({ course, required }, visit, rule?.validMonths ?? null)
    return { type: 'application/pdf', body: Buffer.from(body), inline: 'preview.pdf' }
  },
})

const changeRule = change({
  ...AUTHOR,
  path: PATH,
  form: z.strictObject({ issuing: z.enum(['started', 'changed', 'stopped']), validMonths: z.union([z.literal(''), z.coerce.number().int().min(1).max(240)]).default('') }),
  again: showRule,
  async act(db, visit, { params, form: { issuing, validMonths } }) {
    const { id } = await getCourse(db, params.course)
    if (issuing === 'stopped') await stopIssuing(db, id)
    else await startIssuing(db, visit, { course: id, validMonths: validMonths === '' ? null : validMonths })
    return { to: `/authoring/courses/${id}/certificate`, notice: NOTICES[issuing] }
  },
})

/** By how many exams there are: of several, none is cited. */
const SCORES = ['none', 'one', 'several'] as const

const NOTICES = { started: 'noticeStarted', changed: 'noticeTermChanged', stopped: 'noticeStopped' } as const

/** The paper as the course's learners would get it today, marked as none. */
function previewOf({ course, required }: { course: CourseFacts; required: Requirements }, visit: Visit, validMonths: number | null): Promise<Uint8Array> {
  const { site, now, origin } = visit
  const language = languageFor(course, visit.language)
  const { name, legalName, theme, zone } = site
  const exams = required.items.filter(({ kind }) => kind === 'exam').length
  const paper = paperOf({
    name: SAMPLE_NAME,
    code: 'XXXX-XXXX-XXXX',
    language,
    issued: now,
    validUntil: lastDayAfter(localDay(now, zone), validMonths),
    seal: null,
    snapshot: {
      template: NEWEST,
      ...wordedFacts(course, language),
      ...(exams > 0 ? { outcome: 'passed' as const, score: exams === 1 ? SAMPLE_SCORE : null } : { outcome: 'completed' as const, score: null }),
      completed: localDay(now, zone),
      rule: required.rule.hash,
      institution: { name, legalName, theme, zone },
      site: origin,
    },
  })
  return certificatePdf({ ...paper, note: say(staffWords, language).previewNote })
}

export const authorRoutes = [showRule, servePreview, changeRule]

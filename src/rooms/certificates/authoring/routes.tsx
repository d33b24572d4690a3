import { z } from 'zod'
import { localDay } from '../../../platform/time.ts'
import { say } from '../../../platform/words.ts'
import { change, document, question } from '../../../web/route.ts'
import type { Visit } from '../../../web/visit.ts'
import { type CourseFacts, getCourse, titleOf } from '../../courses/service.ts'
import { AuthorPage } from './page.tsx'
import { languageFor, wordedFacts } from '../issuing.ts'
import { certificatePdf } from '../paper/paper.ts'
import { lastDayAfter } from '../rules.ts'
import { issuingRule, startIssuing, stopIssuing } from '../service.ts'
import { paperOf, TEMPLATE } from '../snapshot.ts'
import { staffWords } from '../staff/words.ts'

const AUTHOR = { purpose: 'authoring', audience: 'author', params: z.object({ course: z.uuid() }) } as const
const PATH = '/authoring/courses/:course/certificate'

/** Sixty letters, so that the author sees what becomes of a long name. */
const SAMPLE_NAME = 'Ingrid Åse Wærnes-Østergård Bjørnstjerne Nørregård Kjærsgård'

const shown = z.object({
  course: z.string(),
  title: z.object({ text: z.string(), language: z.enum(['nb', 'da', 'en']) }),
  since: z.date().nullable().describe('Since when certificates are issued; null: they are not.'),
  validMonths: z.number().nullable().describe('For how many months each holds; null: without end.'),
})

export type ShownRule = z.output<typeof shown>

const showRule = question({
  ...AUTHOR,
  path: PATH,
  answer: shown,
  async read(db, visit, { params }) {
    const course = await getCourse(db, params.course)
    const rule = await issuingRule(db, course.id)
    return { course: course.id, title: titleOf(course, visit.language), since: rule?.since ?? null, validMonths: rule?.validMonths ?? null }
  },
  page: AuthorPage,
})

const servePreview = document({
  ...AUTHOR,
  path: `${PATH}/preview`,
  async serve(db, visit, { params }) {
    const rule = await issuingRule(db, params.course)
    const body = await previewOf(await getCourse(db, params.course), visit, rule?.validMonths ?? null)
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

const NOTICES = { started: 'noticeStarted', changed: 'noticeTermChanged', stopped: 'noticeStopped' } as const

/** The paper as the course's learners would get it today, marked as none. */
function previewOf(course: CourseFacts, visit: Visit, validMonths: number | null): Promise<Uint8Array> {
  const { site, now, origin } = visit
  const language = languageFor(course, visit.language)
  const { name, legalName, theme, zone } = site
  const paper = paperOf({
    name: SAMPLE_NAME,
    code: 'XXXX-XXXX-XXXX',
    language,
    issued: now,
    validUntil: lastDayAfter(localDay(now, zone), validMonths),
    seal: null,
    snapshot: {
      template: TEMPLATE,
      ...wordedFacts(course, language),
      outcome: 'completed',
      score: null,
      completed: localDay(now, zone),
      rule: '',
      institution: { name, legalName, theme, zone },
      site: origin,
    },
  })
  return certificatePdf({ ...paper, note: say(staffWords, language).previewNote })
}

export const authorRoutes = [showRule, servePreview, changeRule]

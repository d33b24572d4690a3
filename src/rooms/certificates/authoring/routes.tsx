import { z } from 'zod'
import { localDay } from '../../../platform/time.ts'
import { say } from '../../../platform/words.ts'
import { change, document, question } from '../../../web/route.ts'
import type { Visit } from '../../../web/visit.ts'
import { type CourseFacts, getCourse, titleOf } from '../../courses/service.ts'
import { AuthorPage } from './page.tsx'
import { languageFor, wordedFacts } from '../issuing.ts'
import { certificatePdf } from '../paper/paper.ts'
import { issuedSince, startIssuing, stopIssuing } from '../service.ts'
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
})

export type ShownRule = z.output<typeof shown>

const showRule = question({
  ...AUTHOR,
  path: PATH,
  answer: shown,
  async read(db, visit, { params }) {
    const course = await getCourse(db, params.course)
    return { course: course.id, title: titleOf(course, visit.language), since: await issuedSince(db, course.id) }
  },
  page: AuthorPage,
})

const servePreview = document({
  ...AUTHOR,
  path: `${PATH}/preview`,
  async serve(db, visit, { params }) {
    const body = await previewOf(await getCourse(db, params.course), visit)
    return { type: 'application/pdf', body: Buffer.from(body), inline: 'preview.pdf' }
  },
})

const changeRule = change({
  ...AUTHOR,
  path: PATH,
  form: z.strictObject({ issuing: z.enum(['started', 'stopped']) }),
  async act(db, visit, { params, form }) {
    const { id } = await getCourse(db, params.course)
    const starts = form.issuing === 'started'
    await (starts ? startIssuing(db, visit, id) : stopIssuing(db, id))
    return { to: `/authoring/courses/${id}/certificate`, notice: starts ? 'noticeStarted' : 'noticeStopped' }
  },
})

/** The paper as the course's learners would get it today, marked as none. */
function previewOf(course: CourseFacts, visit: Visit): Promise<Uint8Array> {
  const { site, now, origin } = visit
  const language = languageFor(course, visit.language)
  const { name, legalName, theme, zone } = site
  const paper = paperOf({
    name: SAMPLE_NAME,
    code: 'XXXX-XXXX-XXXX',
    language,
    issued: now,
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

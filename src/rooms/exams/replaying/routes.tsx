import { z } from 'zod'
import { document, question } from '../../../web/route.ts'
import { explain } from '../../questions/explaining.ts'
import { present } from '../../questions/presenting.ts'
import { getVersions } from '../../questions/service.ts'
import { getMarkedExam } from '../marking/board.ts'
import { exam, givenIn, MARKERS, titlesOf } from '../marking/routes.tsx'
import { codeOf, examPdf } from '../paper/paper.ts'
import { seedFor } from '../sitting/showing.ts'
import { ReplayPage } from './page.tsx'
import { replayed } from './replaying.ts'
import { replaySchema } from './shapes.ts'

const REPLAYING = { ...MARKERS, looks: 'replay' } as const
const which = exam.extend({ learner: z.uuid(), number: z.coerce.number().int().min(1).max(1_000) })

const showReplay = question({
  ...REPLAYING,
  path: '/marking/exams/:exam/learners/:learner/attempts/:number',
  params: which,
  answer: replaySchema,
  async read(db, visit, { params }) {
    const found = await getMarkedExam(db, visit, params.exam)
    const { attempt, name, isSame, lines, marks } = await replayed(db, visit, params)
    return {
      ...titlesOf(found, visit.language),
      learner: { id: params.learner, name },
      number: attempt.number,
      started: attempt.started,
      submitted: attempt.submitted as Date,
      deadline: attempt.deadline,
      draw: codeOf(attempt.seed),
      isSame,
      isGiven: marks !== null,
      language: attempt.plan.language,
      lines: lines.map(({ number, version, question: asked, response, saved }) => ({
        number,
        question: present(asked, seedFor(attempt, version)),
        given: response === null ? null : givenIn(asked, response, visit.language),
        expected: marks === null ? null : explain(asked, response, visit.language).rows.flatMap(({ text, expected }) => (expected === undefined ? [] : text === undefined || text === expected ? expected : `${text}: ${expected}`)),
        saved,
        percent: percentOf(marks?.get(number)),
      })),
    }
  },
  page: (data, here) => <ReplayPage shown={data} here={here} />,
})

const servePaper = document({
  ...REPLAYING,
  path: '/marking/exams/:exam/learners/:learner/attempts/:number/paper',
  params: which,
  async serve(db, visit, { params }) {
    await getMarkedExam(db, visit, params.exam)
    const { attempt } = await replayed(db, visit, params)
    const known = new Map((await getVersions(db, attempt.questions)).map((version) => [version.id, version]))
    const versions = attempt.questions.flatMap((id) => known.get(id) ?? [])
    const paper = { plan: attempt.plan, seed: attempt.seed, versions, institution: visit.site.name, isKey: false, date: attempt.started }
    return { type: 'application/pdf', body: await examPdf(db, visit.means.files, paper), inline: `${codeOf(attempt.seed)}.pdf` }
  },
})

export const replayRoutes = [showReplay, servePaper]

function percentOf(fraction: number | null | undefined): number | null {
  return fraction === null || fraction === undefined ? null : Math.round(fraction * 10_000) / 100
}

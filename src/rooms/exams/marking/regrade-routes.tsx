import { z } from 'zod'
import { plainText } from '../../../platform/markdown.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { type Language, say } from '../../../platform/words.ts'
import { seen } from '../../../privacy/within.ts'
import { change, question } from '../../../web/route.ts'
import type { Question } from '../../questions/question.ts'
import { getVersions } from '../../questions/service.ts'
import { words as questionWords } from '../../questions/words.ts'
import { getMarkedExam } from './board.ts'
import { candidateNumber } from './candidates.ts'
import { asked, MARKERS, titlesOf } from './routes.tsx'
import { regradeSchema } from './shapes.ts'
import { RegradePage } from './regrade-page.tsx'
import { regradeQuestion, trialOf } from './regrading.ts'
import { canAcceptMore, type Remedy } from './remedies.ts'

const several = z.union([z.string().transform((one) => [one]), z.array(z.string())])

const remedyTyped = {
  kind: z.enum(['accept', 'full', 'ignore']),
  /** Chosen ones; or a text with an answer a line. */
  accepted: several.default([]),
  acceptedLines: z.string().max(10_000).default(''),
  nobodyDrops: z.literal('yes').optional(),
}

const showRegrade = question({
  ...MARKERS,
  path: '/marking/exams/:exam/questions/:question/regrade',
  params: asked,
  query: z.object({ ...remedyTyped, kind: remedyTyped.kind.optional() }),
  answer: regradeSchema,
  async read(db, visit, { params, query: { kind, ...typed } }) {
    const found = await getMarkedExam(db, visit, params.exam)
    const [version] = await getVersions(db, [params.question])
    if (!version) throw new Refusal('notFound', 404)
    const { question: content } = version
    const remedy = kind ? remedyIn({ kind, ...typed }) : null
    // Nothing chosen yet: then nobody's answers are looked at.
    if (!remedy) await seen(db, { eyes: visit, purpose: 'examination', people: [] })
    const { looked, changes } = remedy ? await trialOf(db, visit, { ...params, remedy }) : { looked: 0, changes: [] }
    return {
      ...titlesOf(found, visit.language),
      question: { id: version.id, text: content.text, canAcceptMore: canAcceptMore(content), choices: choicesOf(content, visit.language) },
      remedy,
      looked,
      changes: changes.map(({ attempt, before, after }) => ({ candidate: candidateNumber(attempt), before, after })),
    }
  },
  page: (data, here) => <RegradePage shown={data} here={here} />,
})

const makeRegrade = change({
  ...MARKERS,
  path: '/marking/exams/:exam/questions/:question/regrade',
  params: asked,
  form: z.strictObject({ ...remedyTyped, reason: z.string().trim().min(1, '#reasonMissing').max(2_000) }),
  answer: z.object({ changed: z.number() }),
  again: showRegrade,
  async act(db, visit, { params, form: { reason, ...typed } }) {
    await getMarkedExam(db, visit, params.exam)
    const changed = await regradeQuestion(db, visit, { ...params, remedy: remedyIn(typed), reason })
    return { to: `/marking/exams/${params.exam}#decisions`, notice: 'noticeRegraded', data: { changed } }
  },
})

export const regradeRoutes = [showRegrade, makeRegrade]

type Typed = { kind: Remedy['kind']; accepted: string[]; acceptedLines: string; nobodyDrops?: 'yes' | undefined }

function remedyIn({ kind, accepted, acceptedLines, nobodyDrops }: Typed): Remedy {
  const lines = acceptedLines.split('\n').map((line) => line.trim()).filter((line) => line !== '')
  return { kind, accepted: kind === 'accept' ? [...accepted, ...lines].slice(0, 100) : [], nobodyDrops: nobodyDrops === 'yes' }
}

/** What can be chosen where a question has options; nothing where answers are typed. */
function choicesOf(content: Question, language: Language): { id: string; text: string }[] {
  if (content.kind === 'single' || content.kind === 'multiple') return content.options.map(({ id, text }) => ({ id, text: plainText(text) }))
  if (content.kind !== 'trueFalse') return []
  const said = say(questionWords, language)
  return [
    { id: 'true', text: said.isTrue },
    { id: 'false', text: said.isFalse },
  ]
}

import { z } from 'zod'
import { change, question } from '../../../web/route.ts'
import { inLanguage } from '../../courses/rules.ts'
import { listQuestions, listSchema, MOST_AT_ONCE, shelvesOf } from '../../questions/bank/list.ts'
import { addressOf } from '../../questions/bank/filter.ts'
import { getDraft } from './authoring.ts'
import { addPlaces, arrangePlaces, placesOf, type Step } from './places.ts'
import { ExamPlacesPage } from './places-page.tsx'
import { AUTHORS, base, exam } from './routes.tsx'
import { placesSchema } from './shapes.ts'

const at = (id: string) => `/authoring/exams/${id}/questions`
const finding = listSchema.pick({ search: true, category: true, page: true })

const showPlaces = question({
  ...AUTHORS,
  path: '/authoring/exams/:exam/questions',
  params: exam,
  query: finding,
  answer: placesSchema,
  async read(db, { language }, { params, query }) {
    const { draft, revision } = await getDraft(db, params.exam)
    const { places } = draft.questions
    const { total, listed } = await listQuestions(db, listSchema.parse({ ...query, order: 'name' }))
    const { categories } = await shelvesOf(db)
    return {
      id: params.exam,
      title: inLanguage(draft.title, language, draft.language),
      revision,
      places: await placesOf(db, places),
      query,
      total,
      found: listed.map(({ id, name, kind, category, condition }) => ({ id, name, kind, category, condition, isIn: places.some(({ entry }) => entry === id) })),
      categories: categories.map(({ name }) => name),
    }
  },
  page: (data, here) => <ExamPlacesPage shown={data} here={here} />,
})

const several = z.union([z.string().transform((one) => [one]), z.array(z.string())]).default([])

const changePlaces = change({
  ...AUTHORS,
  path: '/authoring/exams/:exam/questions',
  params: exam,
  form: z.strictObject({ base, version: several, do: z.string().regex(/^(save|(up|down|remove)\.\d{1,3})$/).default('save') }),
  again: showPlaces,
  async act(db, visit, { params, form }) {
    await arrangePlaces(db, visit, { ...params, base: form.base, versions: form.version, step: stepIn(form.do) })
    return { to: at(params.exam), notice: 'noticeExamSaved' }
  },
})

const one = z.uuid()

const makePlaces = change({
  ...AUTHORS,
  path: '/authoring/exams/:exam/questions/additions',
  params: exam,
  form: z.strictObject({
    ...finding.shape,
    base,
    entry: z.union([one.transform((id) => [id]), z.array(one).max(MOST_AT_ONCE)]).default([]),
  }),
  again: showPlaces,
  async act(db, visit, { params, form: { base: from, entry, ...query } }) {
    await addPlaces(db, visit, { ...params, base: from, entries: entry })
    return { to: addressOf(query, at(params.exam)), notice: 'noticeExamSaved' }
  },
})

export const placesRoutes = [showPlaces, changePlaces, makePlaces]

function stepIn(button: string): Step | null {
  const [step, index] = button.split('.')
  return step === 'up' || step === 'down' || step === 'remove' ? { do: step, index: Number(index) } : null
}

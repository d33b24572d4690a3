import { z } from 'zod'
import { change, question } from '../../../web/route.ts'
import { FactsPage } from './facts-page.tsx'
import { factVersionsOf, getFactsDraft, openFacts, publishFacts, restoreFacts, saveFacts } from './facts.ts'
import { changedFactsForm, factsIn } from './forms.ts'
import { factsSchema } from './shapes.ts'

const AUTHORS = { purpose: 'authoring', audience: 'author' } as const
const course = z.object({ course: z.uuid() })
const base = z.coerce.number().int()
const at = (id: string) => `/authoring/courses/${id}/facts`

const showFacts = question({
  ...AUTHORS,
  path: '/authoring/courses/:course/facts',
  params: course,
  answer: factsSchema,
  async read(db, visit, { params }) {
    const facts = await getFactsDraft(db, params.course)
    const [versions, editors] = await Promise.all([factVersionsOf(db, visit, params.course), openFacts(db, visit, params.course)])
    return { ...facts, versions, editors, hasDraft: facts.version?.published === null }
  },
  page: (data, here) => <FactsPage facts={data} here={here} />,
})

const save = change({
  ...AUTHORS,
  path: '/authoring/courses/:course/facts',
  params: course,
  form: changedFactsForm,
  answer: z.object({ base: z.number(), editors: z.array(z.string()) }),
  again: showFacts,
  async act(db, visit, { params, form: { base: from, next, ...form } }) {
    await saveFacts(db, visit, { course: params.course, base: from, facts: factsIn(form) })
    if (next === 'publish') {
      await publishFacts(db, visit, { course: params.course, base: from + 1 })
      return { to: `/authoring/courses/${params.course}`, notice: 'noticeFactsPublished' }
    }
    const data = { base: from + 1, editors: await openFacts(db, visit, params.course) }
    return { to: at(params.course), notice: 'noticeFactsSaved', data }
  },
})

const publish = change({
  ...AUTHORS,
  path: '/authoring/courses/:course/facts/publication',
  params: course,
  form: z.strictObject({ base }),
  again: showFacts,
  async act(db, visit, { params, form }) {
    await publishFacts(db, visit, { course: params.course, base: form.base })
    return { to: `/authoring/courses/${params.course}`, notice: 'noticeFactsPublished' }
  },
})

const restore = change({
  ...AUTHORS,
  path: '/authoring/courses/:course/facts/draft',
  params: course,
  form: z.strictObject({ base, version: z.uuid() }),
  again: showFacts,
  async act(db, visit, { params, form }) {
    await restoreFacts(db, visit, { course: params.course, ...form })
    return { to: at(params.course), notice: 'noticeVersionRestored' }
  },
})

export const factsRoutes = [showFacts, save, publish, restore]

import { z } from 'zod'
import { Refusal } from '../../../platform/refusal.ts'
import { type Language, languages } from '../../../platform/words.ts'
import { change } from '../../../web/route.ts'
import {
  addLesson,
  addSection,
  moveItem,
  moveSection,
  removeItem,
  removeSection,
  renameSection,
  requireItem,
  restoreItem,
  sampleItem,
} from './arranging.ts'
import type { Texts } from '../rules.ts'
import { getFacts } from './authoring.ts'
import { showOverview } from './routes.tsx'

const AUTHORS = { purpose: 'authoring', audience: 'author' } as const
const course = z.object({ course: z.uuid() })
const section = course.extend({ section: z.uuid() })
const item = course.extend({ item: z.uuid() })
const NOTHING = z.strictObject({})
const title = z.string().trim().min(1).max(200)
const direction = z.strictObject({ direction: z.enum(['up', 'down']) })
const at = (id: string, part = 'structure') => `/authoring/courses/${id}#${part}`

// A new section or lesson has its title in the language of the course; the others come later.
const makeSection = change({
  ...AUTHORS,
  path: '/authoring/courses/:course/sections',
  params: course,
  form: z.strictObject({ sectionTitle: title }),
  again: showOverview,
  async act(db, _, { params, form }) {
    const { language } = await getFacts(db, params.course)
    await addSection(db, { ...params, title: { [language]: form.sectionTitle } })
    return { to: at(params.course), created: true }
  },
})

const maybe = z.string().trim().max(200)
const inEachLanguage: Record<Language, typeof maybe> = { nb: maybe, da: maybe, en: maybe }

/** What a section was called in all languages when its author opened the page. */
function textsIn(written: string): Texts {
  try {
    return z.partialRecord(z.enum(languages), z.string()).parse(JSON.parse(written))
  } catch {
    return {} // no section is called that, and so its author is told
  }
}

const rename = change({
  ...AUTHORS,
  path: '/authoring/courses/:course/sections/:section',
  params: section,
  form: z.strictObject({ ...inEachLanguage, was: z.string().max(2_000).transform(textsIn) }),
  again: showOverview,
  async act(db, _, { params, form: { was, ...form } }) {
    if (Object.values(form).every((written) => written === '')) throw new Refusal('sectionTitleMissing', 422, { field: `nb-${params.section}` })
    await renameSection(db, { ...params, title: form, was })
    return { to: at(params.course, `section-${params.section}`) }
  },
})

const placeSection = change({
  ...AUTHORS,
  path: '/authoring/courses/:course/sections/:section/position',
  params: section,
  form: direction,
  async act(db, _, { params, form }) {
    await moveSection(db, { ...params, ...form })
    return { to: at(params.course, `section-${params.section}`) }
  },
})

const endSection = change({
  ...AUTHORS,
  path: '/authoring/courses/:course/sections/:section/end',
  params: section,
  form: NOTHING,
  again: showOverview,
  async act(db, visit, { params }) {
    await removeSection(db, visit, params)
    return { to: at(params.course) }
  },
})

const makeLesson = change({
  ...AUTHORS,
  path: '/authoring/courses/:course/sections/:section/lessons',
  params: section,
  form: z.strictObject({ lessonTitle: title }),
  again: showOverview,
  async act(db, visit, { params, form }) {
    const { language } = await getFacts(db, params.course)
    const id = await addLesson(db, visit, { ...params, title: { [language]: form.lessonTitle } })
    return { to: `/authoring/courses/${params.course}/lessons/${id}?text=${language}`, created: true }
  },
})

const placeItem = change({
  ...AUTHORS,
  path: '/authoring/courses/:course/items/:item/position',
  params: item,
  form: direction,
  async act(db, _, { params, form }) {
    await moveItem(db, { ...params, ...form })
    return { to: at(params.course, `item-${params.item}`) }
  },
})

const endItem = change({
  ...AUTHORS,
  path: '/authoring/courses/:course/items/:item/end',
  params: item,
  form: NOTHING,
  again: showOverview,
  async act(db, visit, { params }) {
    await removeItem(db, visit, params)
    return { to: at(params.course, 'removed'), notice: 'noticeTakenOut' }
  },
})

const putBack = change({
  ...AUTHORS,
  path: '/authoring/courses/:course/items/:item/return',
  params: item,
  form: NOTHING,
  async act(db, _, { params }) {
    await restoreItem(db, params)
    return { to: at(params.course, `item-${params.item}`) }
  },
})

const requirement = change({
  ...AUTHORS,
  path: '/authoring/courses/:course/items/:item/requirement',
  params: item,
  form: z.strictObject({ required: z.enum(['yes', 'no']) }),
  async act(db, visit, { params, form }) {
    await requireItem(db, visit, { ...params, required: form.required === 'yes' })
    return { to: at(params.course, `item-${params.item}`) }
  },
})

const samples = change({
  ...AUTHORS,
  path: '/authoring/courses/:course/items/:item/sample',
  params: item,
  form: z.strictObject({ sample: z.enum(['yes', 'no']) }),
  async act(db, _, { params, form }) {
    await sampleItem(db, { ...params, sample: form.sample === 'yes' })
    return { to: at(params.course, `item-${params.item}`) }
  },
})

export const arrangingRoutes = [
  makeSection,
  rename,
  placeSection,
  endSection,
  makeLesson,
  placeItem,
  endItem,
  putBack,
  requirement,
  samples,
]

import { z } from 'zod'
import { change, question } from '../../../web/route.ts'
import { getConditions, getRelease, setConditions, setRelease } from './conditions.ts'
import { conditionsForm, doingFrom, releaseForm, releaseFrom } from './conditions-form.ts'
import { ConditionsPage, SectionReleasePage } from './conditions-page.tsx'
import { conditionsSchema, sectionReleaseSchema } from './shapes.ts'

const AUTHORS = { purpose: 'authoring', audience: 'author' } as const
const item = z.object({ course: z.uuid(), item: z.uuid() })
const section = z.object({ course: z.uuid(), section: z.uuid() })

const showConditions = question({
  ...AUTHORS,
  path: '/authoring/courses/:course/items/:item/conditions',
  params: item,
  answer: conditionsSchema,
  read: (db, { language }, { params }) => getConditions(db, { ...params, language }),
  page: (data, here) => <ConditionsPage item={data} here={here} />,
})

const changeConditions = change({
  ...AUTHORS,
  path: '/authoring/courses/:course/items/:item/conditions',
  params: item,
  form: conditionsForm,
  again: showConditions,
  async act(db, visit, { params, form }) {
    const conditions = { ...releaseFrom(form, visit.site.zone), ...doingFrom(form) }
    await setConditions(db, visit, { at: params, was: form.was, conditions })
    return { to: `/authoring/courses/${params.course}#item-${params.item}`, notice: 'noticeConditionsSaved' }
  },
})

const showRelease = question({
  ...AUTHORS,
  path: '/authoring/courses/:course/sections/:section/release',
  params: section,
  answer: sectionReleaseSchema,
  read: (db, { language }, { params }) => getRelease(db, { ...params, language }),
  page: (data, here) => <SectionReleasePage section={data} here={here} />,
})

const changeRelease = change({
  ...AUTHORS,
  path: '/authoring/courses/:course/sections/:section/release',
  params: section,
  form: releaseForm,
  again: showRelease,
  async act(db, visit, { params, form }) {
    await setRelease(db, { at: params, was: form.was, release: releaseFrom(form, visit.site.zone) })
    return { to: `/authoring/courses/${params.course}#section-${params.section}`, notice: 'noticeConditionsSaved' }
  },
})

export const conditionRoutes = [showConditions, changeConditions, showRelease, changeRelease]

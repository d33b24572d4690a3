import { z } from 'zod'
import { Refusal } from '../../../platform/refusal.ts'
import { change, question } from '../../../web/route.ts'
import { kinds } from '../question.ts'
import { conditions, difficulties, LONGEST_CATEGORY, LONGEST_TAG, oneLine, tagsFrom } from '../rules.ts'
import { unfinishedOf } from '../editing/drafts.ts'
import { actions, changeMany, findChange, undoChange } from './changes.ts'
import { addressOf } from './filter.ts'
import { filterSchema, idsMatching, listQuestions, listSchema, MOST_AT_ONCE, orders, shelvesOf } from './list.ts'
import { BankPage } from './pages.tsx'

const author = { purpose: 'authoring', audience: 'author' } as const
const shelf = z.object({ name: z.string(), count: z.number() })

const showBank = question({
  path: '/authoring/questions',
  ...author,
  // `done` names the change that has just been made; `change` narrows the list to what it was about.
  query: listSchema.extend({ done: z.uuid().or(z.literal('')).catch('') }),
  answer: z.object({
    query: listSchema,
    total: z.number(),
    listed: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        category: z.string(),
        tags: z.array(z.string()).readonly(),
        kind: z.enum(kinds),
        difficulty: z.enum(difficulties).or(z.literal('')),
        condition: z.enum(conditions),
        changed: z.date(),
        uses: z.number(),
      }),
    ),
    categories: z.array(shelf),
    tags: z.array(shelf),
    /** What its reader has begun and not saved. */
    unfinished: z.array(z.object({ id: z.string(), kind: z.enum(kinds), text: z.string(), saved: z.date() })),
    change: z
      .object({ id: z.string(), action: z.enum(actions), value: z.string(), count: z.number(), undone: z.boolean() })
      .nullable(),
  }),
  async read(db, visit, { query: { done, ...query } }) {
    const about = done || query.change
    const change = about ? await findChange(db, about) : undefined
    return { query, ...(await listQuestions(db, query)), ...(await shelvesOf(db)), unfinished: await unfinishedOf(db, visit), change: change ?? null }
  },
  page: BankPage,
})

const ACTIONS = { move: 'moved', tag: 'tagged', untag: 'untagged', grade: 'graded', ready: 'readied', hide: 'hidden', show: 'shown' } as const
const id = z.uuid()

const changeForm = z.strictObject({
  ...filterSchema.shape,
  order: z.enum(orders).catch('changed'),
  chosen: z.union([id.transform((one) => [one]), z.array(id).max(MOST_AT_ONCE)]).default([]),
  /** Everything that the filter leaves, on every page. */
  all: z.literal('yes').optional(),
  moveTo: z.string().max(LONGEST_CATEGORY).default(''),
  addTag: z.string().max(LONGEST_TAG).default(''),
  grade: z.enum(difficulties).or(z.literal('')).default(''),
  do: z.enum(['move', 'tag', 'untag', 'grade', 'ready', 'hide', 'show', 'export']),
})

const makeChange = change({
  path: '/authoring/questions',
  ...author,
  form: changeForm,
  answer: z.object({ change: z.string() }),
  again: showBank,
  async act(db, visit, { form }) {
    const { chosen, all, moveTo, addTag, grade, do: button, order, ...filter } = form
    const entries = all ? await idsMatching(db, filter) : chosen
    if (entries.length === 0) throw new Refusal('noneChosen', 422, { field: 'chosen' })
    if (button === 'export') {
      return {
        to: all
          ? addressOf(filter, '/authoring/questions/export')
          : `/authoring/questions/export?chosen=${entries.join(',')}`,
      }
    }
    const tag = tagsFrom(addTag)[0] ?? ''
    if ((button === 'tag' || button === 'untag') && tag === '') throw new Refusal('tagMissing', 422, { field: 'addTag' })

    const value = { move: oneLine(moveTo), tag, untag: tag, grade, ready: '', hide: '', show: '' }[button]
    const done = await changeMany(db, visit, { action: ACTIONS[button], value, entries })
    const back = addressOf({ ...filter, order })
    return { to: `${back}${back.includes('?') ? '&' : '?'}done=${done}`, data: { change: done }, created: true }
  },
})

const makeReversal = change({
  path: '/authoring/questions/changes/:change/reversal',
  ...author,
  params: z.object({ change: z.uuid() }),
  form: z.strictObject({}),
  async act(db, visit, { params }) {
    await undoChange(db, params.change, visit.now)
    return { to: '/authoring/questions', notice: 'noticeUndone' }
  },
})

export const bankRoutes = [showBank, makeChange, makeReversal]

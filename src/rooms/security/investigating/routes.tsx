import { z } from 'zod'
import { change, question } from '../../../web/route.ts'
import { HoldsPage, LogPage } from './pages.tsx'
import { endHold, holdsOf, latestDay, placeHold, ROWS_SHOWN, searchLog } from './service.ts'

const OFFICER = { purpose: 'security', audience: 'officer', looks: 'securityLogRead' } as const

const search = z.object({
  email: z.string().trim().max(254).default('').catch(''),
  account: z.union([z.uuid(), z.literal('')]).default('').catch(''),
  kind: z.string().max(40).default('').catch(''),
  network: z.string().max(60).default('').catch(''),
  before: z.union([z.uuid(), z.literal('')]).default('').catch(''),
})

const showLog = question({
  ...OFFICER,
  path: '/oversight/security-log',
  query: search,
  answer: z.object({
    search,
    rows: z.array(
      z.object({
        id: z.uuid(),
        happened: z.date(),
        kind: z.string(),
        person: z.uuid().nullable().describe('Whose account; null where it is nobody’s, or nobody’s any more.'),
        network: z.string().nullable(),
        device: z.string().nullable(),
        hold: z.uuid().nullable(),
        heldUntil: z.date().nullable(),
      }),
    ),
    before: z.uuid().nullable().describe('Ask with this for older ones.'),
    latest: z.iso.date().describe('The last day until which rows may be held.'),
  }),
  async read(db, visit, { query }) {
    const found = await searchLog(db, visit, query)
    const rows = found.slice(0, ROWS_SHOWN)
    return { search: query, rows, before: found.length > ROWS_SHOWN ? (rows.at(-1)?.id ?? null) : null, latest: latestDay(visit) }
  },
  page: LogPage,
})

const showHolds = question({
  ...OFFICER,
  path: '/oversight/holds',
  answer: z.object({
    holds: z.array(
      z.object({
        id: z.uuid(),
        reason: z.string(),
        placed: z.date(),
        until: z.date(),
        by: z.string().nullable().describe('Null once they have been forgotten.'),
        rows: z.number().describe('How many rows of the log it holds.'),
      }),
    ),
  }),
  read: async (db, visit) => ({ holds: await holdsOf(db, visit) }),
  page: HoldsPage,
})

const several = z.union([z.string(), z.array(z.string())]).transform((one) => [one].flat())

const makeHold = change({
  ...OFFICER,
  path: '/oversight/holds',
  form: z.strictObject({
    events: several.pipe(z.array(z.uuid('#fieldFaulty')).min(1, '#chooseRows').max(ROWS_SHOWN)).default([]).refine((rows) => rows.length > 0, '#chooseRows'),
    reason: z.string().trim().min(1, '#fieldMissing').max(500),
    until: z.iso.date('#fieldNotADate'),
  }),
  again: showLog,
  answer: z.object({ held: z.number() }),
  async act(db, visit, { form }) {
    const held = await placeHold(db, visit, form)
    return { to: '/oversight/holds', notice: 'noticeHeld', data: { held }, created: true }
  },
})

const makeHoldEnd = change({
  ...OFFICER,
  path: '/oversight/holds/:hold/end',
  params: z.object({ hold: z.uuid() }),
  form: z.strictObject({}),
  async act(db, visit, { params }) {
    await endHold(db, visit, params.hold)
    return { to: '/oversight/holds', notice: 'noticeHoldEnded' }
  },
})

export const routes = [showLog, showHolds, makeHold, makeHoldEnd]

import { z } from 'zod'
import { Refusal } from '../../platform/refusal.ts'
import { addDuration, localDay } from '../../platform/time.ts'
import { durations } from '../../privacy/durations.ts'
import { previewErasure } from '../../privacy/erase.ts'
import { within } from '../../privacy/within.ts'
import { change, document, question, type Route } from '../../web/route.ts'
import type { Visit } from '../../web/visit.ts'
import { note } from '../security/service.ts'
import { CopyPage } from './copy-page.tsx'
import { eraseMyself, getReceipt, shownOutcome } from './deletion.ts'
import { DeletionPage, ReceiptPage } from './deletion-pages.tsx'
import { copyFor, heldAbout } from './held.ts'
import { isKey, mustProveIdentity, newKey, proofOf } from './identity.ts'
import { looksAtMe, type SaidOfLooks } from './looks.ts'
import { LooksPage, MyDataPage } from './my-data-page.tsx'
import { copySchema, heldSchema, lookSchema, outcomeSchema } from './shapes.ts'

const DESK = { purpose: 'rights', audience: 'signed in' } as const
const LOOKS_AT_ONCE = 50
const NO_SESSION = { name: 'session', value: '', maxAge: 0 } as const

const proof = z.object({ isFresh: z.boolean(), hasPassword: z.boolean() })
const password = z.string().max(1_000).default('')

/** Every address of the desk. */
export function routesFor(said: SaidOfLooks): readonly Route[] {
  return [...askingRoutes(said), ...copyRoutes(said), showDeletion, eraseMe, showReceipt]
}

function askingRoutes(said: SaidOfLooks): Route[] {
  return [
    question({ ...DESK, path: '/my-data', answer: heldSchema, read: (db, visit) => heldAbout(db, visit, said), page: MyDataPage }),
    question({
      ...DESK,
      path: '/my-data/looks',
      query: z.object({ before: z.uuid().optional() }),
      answer: z.object({
        looks: z.array(lookSchema),
        isNewest: z.boolean(),
        before: z.uuid().nullable().describe('Ask with this for older ones.'),
      }),
      async read(db, visit, { query }) {
        const found = await looksAtMe(db, visit, { said, most: LOOKS_AT_ONCE + 1, before: query.before ?? null })
        const looks = found.slice(0, LOOKS_AT_ONCE)
        return { looks, isNewest: query.before === undefined, before: found.length > LOOKS_AT_ONCE ? (looks.at(-1)?.id ?? null) : null }
      },
      page: LooksPage,
    }),
  ]
}

const key = z.object({ key: z.string().max(200).optional() })

function copyRoutes(said: SaidOfLooks): Route[] {
  const showCopy = question({
    ...DESK,
    path: '/my-data/copy',
    query: key,
    answer: z.object({
      copy: copySchema.nullable().describe('Null until you have shown that it is you: post your password here, and go where the answer leads.'),
      key: z.string().describe('Opens the file for a quarter of an hour.'),
      proof,
    }),
    async read(db, visit, { query }) {
      const shown = await proofOf(db, visit)
      if (!shown.isFresh && !isKey(visit, query.key)) return { copy: null, key: '', proof: shown }
      await noteCopy(visit)
      return { copy: await copyFor(db, visit, said), key: newKey(visit), proof: shown }
    },
    page: CopyPage,
  })
  const proveIdentity = change({
    ...DESK,
    path: '/my-data/copy',
    form: z.strictObject({ password }),
    again: showCopy,
    async act(_, visit, { form }) {
      await mustProveIdentity(visit, form.password)
      return { to: `/my-data/copy?key=${newKey(visit)}` }
    },
  })
  const takeFile = document({
    ...DESK,
    path: '/my-data/copy/file',
    query: key,
    async serve(db, visit, { query }) {
      if (!isKey(visit, query.key)) throw new Refusal('signInAgain', 422)
      const copy = copySchema.parse(await copyFor(db, visit, said))
      await noteCopy(visit)
      const name = `${visit.site.slug}-${localDay(visit.now, visit.site.zone)}.json`
      return { type: 'application/json', body: JSON.stringify(copy, null, 2), download: name }
    },
  })
  return [showCopy, proveIdentity, takeFile]
}

const showDeletion = question({
  ...DESK,
  path: '/my-data/deletion',
  answer: z.object({ outcome: outcomeSchema, proof }),
  async read(db, visit) {
    const [outcome, shown] = await Promise.all([previewErasure(db, visit, visit.means.tables), proofOf(db, visit)])
    return { outcome: shownOutcome(outcome, visit.language), proof: shown }
  },
  page: DeletionPage,
})
const eraseMe = change({
  ...DESK,
  path: '/my-data/deletion',
  form: z.strictObject({ password, copies: z.literal('yes').optional() }),
  again: showDeletion,
  answer: z.object({ receipt: z.string() }),
  async act(_, visit, { form }) {
    const { code } = await eraseMyself(visit, { password: form.password, withCopies: form.copies === 'yes' })
    return { to: `/my-data/receipts/${code}`, data: { receipt: code }, cookies: [NO_SESSION] }
  },
})

/** Open to whoever has the code, since its owner can no longer sign in; it says nothing about anybody. */
const showReceipt = question({
  path: '/my-data/receipts/:code',
  purpose: 'information',
  audience: 'anyone',
  params: z.object({ code: z.string().regex(/^[2-9A-HJKMNP-Z]{4}(-[2-9A-HJKMNP-Z]{4}){3}$/) }),
  answer: z.object({
    code: z.string(),
    erased: z.date(),
    due: z.date().nullable().describe('By when it had to be done, where nobody asked for it.'),
    cause: z.enum(['asked', 'deactivated', 'neverConfirmed', 'replayed']),
    until: z.date().describe('When this receipt goes.'),
    outcome: outcomeSchema,
  }),
  async read(db, visit, { params }) {
    const { code, erased, cause, outcome } = await getReceipt(db, params.code)
    return {
      code,
      erased,
      due: outcome.due === null ? null : new Date(outcome.due),
      cause: cause as 'asked',
      until: addDuration(erased, durations.receipt, visit.site.zone),
      outcome: shownOutcome(outcome, visit.language),
    }
  },
  page: ReceiptPage,
})

/** That everything was taken out at once is for the person to find in their security log. */
async function noteCopy(visit: Visit): Promise<void> {
  await within('account', visit, (db) => note(db, visit, { kind: 'dataDownloaded', person: visit.actor }))
}

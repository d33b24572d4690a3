import { sql } from 'kysely'
import { z } from 'zod'
import { Refusal } from '../../platform/refusal.ts'
import { erasePerson, previewErasure } from '../../privacy/erase.ts'
import { exportPerson } from '../../privacy/export.ts'
import { change, document, question } from '../../web/route.ts'
import type { Visit } from '../../web/visit.ts'
import { mustKnowPassword } from '../sign-in/credentials-service.ts'
import { DeletionPage, MyDataPage, ReceiptPage } from './pages.tsx'

const why = z.object({ purpose: z.string(), name: z.string(), why: z.string(), basis: z.string() })
const look = z.object({ looked: z.date(), purpose: z.string(), what: z.string(), name: z.string().nullable() })

const showMyData = question({
  path: '/my-data',
  purpose: 'rights',
  audience: 'signed in',
  answer: z.object({
    tables: z.array(
      z.object({
        table: z.string(),
        why: z.array(why),
        source: z.string(),
        until: z.unknown(),
        rows: z.array(z.object({ values: z.record(z.string(), z.unknown()), until: z.string().nullable() })),
        mentions: z.array(z.object({ id: z.string(), moment: z.string().nullable() })),
      }),
    ),
    looks: z.array(look),
  }),
  async read(db, visit) {
    const tables = await exportPerson(db, visit, planFor(visit))
    const { rows } = await sql<z.output<typeof look>>`select looked, purpose, what, name from privacy.looks_at_me(50, null)`.execute(db)
    return { tables: tables as never, looks: rows }
  },
  page: MyDataPage,
})

const serveCopy = document({
  path: '/my-data/copy',
  purpose: 'rights',
  audience: 'signed in',
  async serve(db, visit) {
    const { site, now } = visit
    const tables = await exportPerson(db, visit, planFor(visit))
    const copy = { institution: site.legalName, contact: site.privacyEmail, made: now.toISOString(), tables }
    return { type: 'application/json; charset=utf-8', body: JSON.stringify(copy, null, 2), download: `${site.slug}-my-data.json` }
  },
})

const counts = z.record(z.string(), z.number())

const showDeletion = question({
  path: '/my-data/deletion',
  purpose: 'rights',
  audience: 'signed in',
  answer: z.object({ deleted: counts, forgotten: counts }),
  read: (_, visit) => previewErasure(visit, visit.means.tables),
  page: DeletionPage,
})

const deleteAccount = change({
  path: '/my-data/deletion',
  purpose: 'rights',
  audience: 'signed in',
  form: z.strictObject({ password: z.string().min(1).max(1_000) }),
  again: showDeletion,
  async act(_, visit, { form }) {
    await mustKnowPassword(visit, { password: form.password, field: 'password' })
    const receipt = await erasePerson({ eyes: visit, tables: visit.means.tables, cause: 'asked' })
    if (!receipt) throw new Refusal('notFound', 404)
    return { to: `/my-data/receipts/${receipt.code}`, cookies: [{ name: 'session', value: '', maxAge: 0 }] }
  },
})

const showReceipt = question({
  path: '/my-data/receipts/:code',
  purpose: 'information',
  audience: 'anyone',
  params: z.object({ code: z.string().regex(/^[2-9A-Z]{4}(-[2-9A-Z]{4}){3}$/) }),
  answer: z.object({ code: z.string(), erased: z.date(), outcome: z.object({ deleted: counts, forgotten: counts }) }),
  async read(db, _, { params }) {
    const receipt = await db.selectFrom('privacy.receipts').select(['code', 'erased', 'outcome']).where('code', '=', params.code).executeTakeFirst()
    if (!receipt) throw new Refusal('notFound', 404)
    return receipt as never
  },
  page: ReceiptPage,
})

function planFor(visit: Visit) {
  return { tables: visit.means.tables, language: visit.language, zone: visit.site.zone }
}

export const routes = [showMyData, serveCopy, showDeletion, deleteAccount, showReceipt]

import { z } from 'zod'
import { linesOfLedger } from '../../../privacy/ledger.ts'
import { mustReplay } from '../../../privacy/replay.ts'
import { runsOf } from '../../../privacy/runs.ts'
import { within } from '../../../privacy/within.ts'
import type { Db } from '../../../tables.ts'
import type { Visit } from '../../../web/visit.ts'
import { countPromises, promisesMade } from '../../policy/promises-service.ts'
import { getPolicy } from '../../policy/service.ts'
import { countHolds } from '../../security/investigating/service.ts'
import { overdueErasures } from '../due.ts'

export const overviewSchema = z.object({
  overdue: z.object({ count: z.number(), oldest: z.date().nullable() }).describe('Accounts that should have been erased by now and are not.'),
  runs: z.array(z.object({ job: z.string(), ran: z.date(), gone: z.number(), overdue: z.number() })).describe('When each job that lets go of data last ran to its end.'),
  holds: z.number().describe('Investigations that hold rows of the security log now.'),
  receipts: z.array(z.object({ cause: z.enum(['asked', 'deactivated', 'neverConfirmed', 'replayed']), count: z.number() })),
  ledger: z.object({
    erasures: z.number().describe('People whom the ledger outside the database says to be erased.'),
    back: z.number().describe('Of those, how many are here nevertheless: a backup brought them back.'),
  }),
  promises: z.object({ all: z.number(), kept: z.number(), tested: z.number(), proved: z.string().nullable() }),
})

export type Overview = z.output<typeof overviewSchema>

/** How the promises stand, in numbers: nobody is looked at, and nobody is named. */
export async function overviewFor(db: Db<'information'>, visit: Visit): Promise<z.input<typeof overviewSchema>> {
  const [overdue, runs, holds, receipts, ledger, policy] = await Promise.all([
    overdueErasures(visit),
    runsOf(db),
    within('security', { ...visit, look: 'securityLogRead' }, (security) => countHolds(security, visit)),
    receiptsByCause(db),
    ledgerOf(visit),
    getPolicy(db, visit.now),
  ])
  return { overdue, runs, holds, receipts: receipts as Overview['receipts'], ledger, promises: countPromises(promisesMade(policy, visit)) }
}

async function receiptsByCause(db: Db<'information'>) {
  return db
    .selectFrom('privacy.receipts')
    .select((eb) => ['cause', eb.fn.countAll<number>().as('count')])
    .groupBy('cause')
    .orderBy('cause')
    .execute()
}

async function ledgerOf({ means, institution }: Visit): Promise<Overview['ledger']> {
  const [lines, back] = await Promise.all([linesOfLedger(means.ledger), mustReplay(means)])
  const ours = (list: readonly { institution: string; person: string }[]) => new Set(list.filter((line) => line.institution === institution).map(({ person }) => person)).size
  return { erasures: ours(lines), back: ours(back) }
}

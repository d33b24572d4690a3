import { Refusal } from '../../platform/refusal.ts'
import { momentAt } from '../../platform/time.ts'

/**
 * When an exam opens and closes, as a form has it: on the wall of the institution's zone, or empty.
 * @throws Refusal `timeFaulty`, `closesBeforeOpens` (422) at their fields.
 */
export function timesTyped(typed: { opens: string; closes: string }, zone: string): { opens: Date | null; closes: Date | null } {
  const [opens, closes] = [momentTyped(typed.opens, 'opens', zone), momentTyped(typed.closes, 'closes', zone)]
  if (opens && closes && closes <= opens) throw new Refusal('closesBeforeOpens', 422, { field: 'closes' })
  return { opens, closes }
}

function momentTyped(typed: string, field: string, zone: string): Date | null {
  const moment = typed === '' ? null : momentAt(typed, zone)
  if (moment === undefined) throw new Refusal('timeFaulty', 422, { field })
  return moment
}

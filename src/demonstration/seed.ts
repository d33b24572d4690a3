import type { OpenHouse } from '../open-house.ts'
import { logLine } from '../platform/log.ts'
import { foundSite } from '../rooms/institutions/service.ts'
import { laeringshus, nomkus } from './sites.ts'

export type DemonstrationPlan = { port: number; folder: string; texts: string }

/** Fills in the two demonstration institutions, once, and says how to sign in. */
export async function seedDemonstration(house: OpenHouse, plan: DemonstrationPlan): Promise<(seconds: number) => Promise<void>> {
  await foundSite(house.means, nomkus)
  await foundSite(house.means, laeringshus)
  return async (seconds) => {
    logLine(`Løfte is open after ${seconds.toFixed(1)} s: http://localhost:${plan.port}`)
  }
}

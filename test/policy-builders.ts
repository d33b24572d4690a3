import type { Facts } from '../src/rooms/policy/facts.ts'
import { factsOf } from '../src/rooms/policy/facts.ts'
import { publishPolicyFrom, policyTexts } from '../src/demonstration/policies.ts'
import { tables } from '../src/house.ts'
import { sitesOf } from '../src/rooms/institutions/service.ts'
import { publishPolicy } from '../src/rooms/policy/service.ts'
import type { Texts } from '../src/rooms/policy/rules.ts'
import type { Site } from '../src/web/visit.ts'
import { NOON, type TestHouse } from './house.ts'

const FOLDER = 'demonstration'
const MONTH = 30 * 86_400_000 // milliseconds

/** The demonstration's own policy of an institution, in force for a month. */
export async function theirPolicy(house: TestHouse, slug: 'nomkus' | 'laeringshus'): Promise<string> {
  const { hash } = await publishPolicyFrom(house.means, { site: await siteOf(house, slug), folder: FOLDER, effective: new Date(NOON.getTime() - MONTH) })
  return hash
}

/** Another version of Nomkus' policy, with this much changed. */
export async function aNewVersion(
  house: TestHouse,
  { effective, texts = (them) => them, facts = (them) => them }: { effective: Date; texts?: (them: Texts) => Texts; facts?: (them: Facts) => Facts },
): Promise<{ hash: string; isNew: boolean }> {
  const site = await siteOf(house, 'nomkus')
  const eyes = { means: house.means, login: 'web', institution: site.id, actor: null, now: house.clock.now() } as const
  return publishPolicy(eyes, { texts: texts(await policyTexts(FOLDER, 'nomkus')), facts: facts(factsOf({ tables, site })), effective })
}

async function siteOf(house: TestHouse, slug: string): Promise<Site> {
  return (await sitesOf(house.means)).find((site) => site.slug === slug) as Site
}

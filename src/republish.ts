import { tables } from './house.ts'
import { logLine } from './platform/log.ts'
import { type Eyes, type Means, within } from './privacy/within.ts'
import { sitesOf } from './rooms/institutions/service.ts'
import { factsOf } from './rooms/policy/facts.ts'
import { getPolicy, publishPolicy, versionsOf } from './rooms/policy/service.ts'

/**
 * Gives each institution's policy a new version where the declarations have changed since the one in
 * force: its text as it was, its lists as they are now. A text that no longer may be published stays
 * in force, and whoever starts the house is told why. @returns how many versions are new.
 */
export async function republishPolicies(means: Means): Promise<number> {
  let published = 0
  for (const site of await sitesOf(means)) {
    const now = means.clock.now()
    const eyes: Eyes = { means, login: 'web', institution: site.id, actor: null, now }
    const versions = await within('information', eyes, versionsOf)
    if (!versions.some(({ effective }) => effective <= now)) continue

    const { texts } = await within('information', eyes, (db) => getPolicy(db, now))
    try {
      const { isNew } = await publishPolicy(eyes, { texts, facts: factsOf({ tables, site }), effective: now })
      if (isNew) published++
    } catch (fault) {
      logLine(`${site.name}: ${(fault as Error).message}`)
    }
  }
  return published
}

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { tables } from '../house.ts'
import { languages } from '../platform/words.ts'
import { type Eyes, type Means, within } from '../privacy/within.ts'
import { factsOf } from '../rooms/policy/facts.ts'
import type { Texts } from '../rooms/policy/rules.ts'
import { publishPolicy, versionsOf } from '../rooms/policy/service.ts'
import type { Site } from '../web/visit.ts'

/** A policy as it lies beside the demonstration: `<folder>/<slug>/policy.<language>.md`. */
export async function policyTexts(folder: string, slug: string): Promise<Texts> {
  const read = languages.map(async (language) => [language, await readFile(join(folder, slug, `policy.${language}.md`), 'utf8')] as const)
  return Object.fromEntries(await Promise.all(read)) as Texts
}

/**
 * Publishes an institution's policy from its texts and this house's declarations; nothing where the
 * version in force says the same. The first takes effect at `effective`, each later one now.
 */
export async function publishPolicyFrom(
  means: Means,
  { site, folder, effective }: { site: Site; folder: string; effective: Date },
): Promise<{ hash: string; isNew: boolean }> {
  const now = means.clock.now()
  const eyes = { means, login: 'web', institution: site.id, actor: null, now } as const
  const texts = await policyTexts(folder, site.slug)
  const facts = factsOf({ tables, site })
  return publishPolicy(eyes, { texts, facts, effective: (await hasPolicy(eyes)) ? now : effective })
}

async function hasPolicy(eyes: Eyes): Promise<boolean> {
  return (await within('information', eyes, versionsOf)).length > 0
}

import { readFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { z } from 'zod'
import { publishPolicyFrom } from './demonstration/policies.ts'
import type { OpenHouse } from './open-house.ts'
import { emailAddress } from './platform/email-address.ts'
import { personName } from './platform/person-name.ts'
import { languages } from './platform/words.ts'
import type { Eyes } from './privacy/within.ts'
import { appoint, makePerson } from './rooms/accounts/people-service.ts'
import { foundSite } from './rooms/institutions/service.ts'
import { askForLink } from './rooms/organisations/making-service.ts'

const text = z.string().trim().min(1)

/** What `institution.json` says: the facts of the controller, and who administers it first. */
export const institutionShape = z.strictObject({
  name: text,
  legalName: text,
  organisationNumber: text,
  address: text,
  contactEmail: emailAddress,
  privacyEmail: emailAddress,
  phone: text.nullable(),
  jurisdiction: z.enum(['NO', 'DK']),
  zone: z.enum(['Europe/Oslo', 'Europe/Copenhagen']),
  language: z.enum(languages),
  theme: z.enum(['nomkus', 'laeringshus']),
  /** The names at which it is found, the first of which letters lead to. */
  hosts: z.array(z.string().regex(/^[a-z0-9.-]+$/)).min(1),
  administrator: z.strictObject({ firstName: personName, lastName: personName, email: emailAddress, language: z.enum(languages) }),
})

/**
 * Founds an institution from a folder that is named like it: its facts in `institution.json`, its policy in
 * `policy.<language>.md`. Its first administrator gets a link by letter. One that is there already gets the
 * facts and the policy anew, and nobody else.
 */
export async function foundFrom(house: OpenHouse, path: string): Promise<string> {
  const folder = resolve(path)
  const slug = z.string().regex(/^[a-z0-9-]+$/, 'Name the folder in small letters, digits and hyphens').parse(basename(folder))
  const { administrator, ...facts } = institutionShape.parse(JSON.parse(await readFile(join(folder, 'institution.json'), 'utf8')))
  const { means } = house
  const now = means.clock.now()
  const id = await foundSite(means, { ...facts, slug })
  await publishPolicyFrom(means, { site: { ...facts, slug, id }, folder: dirname(folder), effective: now })

  const eyes: Eyes = { means, login: 'web', institution: id, actor: null, now }
  await makePerson(eyes, { ...administrator, confirmed: null }, async (db, person) => {
    await appoint(db, { person, role: 'administrator', begins: now, ends: null })
    await askForLink(db, { eyes, person })
  }).catch((error) => {
    if ((error as { reason?: string }).reason !== 'emailKnown') throw error
  })
  return `${facts.name} is founded at ${facts.hosts[0]}. The letter to ${administrator.email} goes when the jobs run.`
}

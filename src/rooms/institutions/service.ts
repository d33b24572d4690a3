import { newId } from '../../platform/ids.ts'
import { type Eyes, type Means, within } from '../../privacy/within.ts'
import type { Site } from '../../web/visit.ts'
import type { Row } from '../../privacy/handle.ts'
import type { sites as siteTable } from './data.ts'

export type NewSite = Omit<Site, 'id'>

/** Every site of the installation, oldest id first. Few, and asked for at every request: see `keepSites`. */
export async function sitesOf(means: Means): Promise<Site[]> {
  return within('information', nobodysEyes(means), async (db) => {
    const rows = await db.selectFrom('institutions.sites').selectAll().orderBy('slug').limit(1_000).execute()
    return rows.map(toSite)
  })
}

/** Founds an institution, or brings the facts of one that is there up to date. */
export async function foundSite(means: Means, site: NewSite): Promise<string> {
  return within('information', nobodysEyes(means), async (db) => {
    const known = await db.selectFrom('institutions.sites').select('id').where('slug', '=', site.slug).executeTakeFirst()
    const id = known?.id ?? newId()
    const row = toRow({ ...site, id })
    await db.insertInto('institutions.sites').values(row).onConflict((conflict) => conflict.column('id').doUpdateSet(row)).execute()
    return id
  })
}

const KEPT = 10_000 // milliseconds; a new institution answers that much later

/** The sites, asked for once in a while instead of at every request. They hold nothing about people. */
export function keepSites(means: Means): () => Promise<readonly Site[]> {
  let sites: Promise<readonly Site[]> | undefined
  let until = 0
  return () => {
    const now = performance.now()
    if (!sites || now > until) {
      sites = sitesOf(means)
      sites.catch(() => (sites = undefined))
      until = now + KEPT
    }
    return sites
  }
}

function nobodysEyes(means: Means): Eyes {
  return { means, login: 'web', institution: '', actor: null, now: means.clock.now() }
}

function toSite(row: Row<typeof siteTable>): Site {
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    legalName: row.legal_name,
    organisationNumber: row.organisation_number,
    address: row.address,
    contactEmail: row.contact_email,
    privacyEmail: row.privacy_email,
    phone: row.phone,
    jurisdiction: row.jurisdiction as Site['jurisdiction'],
    zone: row.zone as Site['zone'],
    language: row.language as Site['language'],
    theme: row.theme as Site['theme'],
    hosts: row.hosts.split(' '),
  }
}

function toRow(site: Site): Row<typeof siteTable> {
  return {
    id: site.id,
    slug: site.slug,
    name: site.name,
    legal_name: site.legalName,
    organisation_number: site.organisationNumber,
    address: site.address,
    contact_email: site.contactEmail,
    privacy_email: site.privacyEmail,
    phone: site.phone,
    jurisdiction: site.jurisdiction,
    zone: site.zone,
    language: site.language,
    theme: site.theme,
    hosts: site.hosts.join(' '),
  }
}

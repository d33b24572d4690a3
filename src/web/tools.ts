import type { Site } from './visit.ts'

/** What a job needs to know of the sites it works for, besides what its eyes bring. */
export type Tools = {
  siteOf(institution: string): Promise<Site>
  /** Scheme, host and port of the site, as letters write it. */
  addressOf(site: Site): string
}

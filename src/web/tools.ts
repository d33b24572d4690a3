import type { Files } from '../platform/files.ts'
import type { Mail } from '../platform/mail/mail.ts'
import type { Site } from './visit.ts'

/** What a job works with besides the database: the post, the files, and the site it works for. */
export type Tools = {
  readonly mail: Mail
  readonly files: Files
  /** Where the ledger of erasures is kept: outside the database, so that a restore cannot undo it. */
  readonly ledger: string
  siteOf(institution: string): Promise<Site>
  /** Scheme, host and port of the site, as letters write it. */
  addressOf(site: Site): string
}

import type { Eyes } from '../../privacy/within.ts'
import type { Paper } from './paper/paper.ts'
import { sealOf } from './seal.ts'
import { type Issued, paperOf } from './snapshot.ts'

/** The paper that a frozen row prints, with our seal on what it says. */
export function sealedPaper({ means, institution }: Eyes, row: Omit<Issued, 'seal'>): Paper {
  const { snapshot, code, language, issued, validUntil, name } = row
  const told = { ...snapshot, language, issued, validUntil, issuer: snapshot.institution.legalName }
  return paperOf({ ...row, seal: sealOf({ secrets: means.secrets, institution, code }, told, name) })
}

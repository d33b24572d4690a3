import { formatDate } from '../../platform/time.ts'
import type { Language } from '../../platform/words.ts'
import type { Theme } from '../../web/kit/art.tsx'
import type { Paper, Template } from './paper/paper.ts'

/** What a paper says besides name, code and day of issue; frozen when it was issued. */
export type Snapshot = {
  /** Of the template that printed it. */
  readonly template: Template
  readonly courseTitle: string
  readonly level: string | null
  readonly hours: number | null
  readonly goals: readonly string[]
  readonly outcome: 'completed' | 'passed'
  /** Per cent of the exam that was passed, where there was one. */
  readonly score: number | null
  /** The day of completion in the institution's zone, `YYYY-MM-DD`. */
  readonly completed: string
  /** The hash of the course's rule as it was fulfilled. */
  readonly rule: string
  readonly institution: { readonly name: string; readonly legalName: string; readonly theme: Theme; readonly zone: string }
  /** Scheme, host and port of the site on whose `/verify` the code is checked. */
  readonly site: string
}

export type Issued = { snapshot: Snapshot; name: string; code: string; language: Language; issued: Date; validUntil: string | null; seal: string | null }

const LOOKS: Record<Theme, Pick<Paper['institution'], 'accent' | 'brand1' | 'logo'>> = {
  nomkus: { accent: '#14594A', brand1: '#E0992B', logo: 'tree' },
  laeringshus: { accent: '#1D4E89', brand1: '#C8553D', logo: 'house' },
}

/** The paper that a frozen row prints: the same row is the same paper for ever. */
export function paperOf({ snapshot, name, code, language, issued, validUntil, seal }: Issued): Paper {
  const { institution, site, level, hours, score, outcome, goals, courseTitle } = snapshot
  const rule = ruleCited(snapshot)
  return {
    template: snapshot.template,
    language,
    institution: { name: institution.name, legalName: institution.legalName, ...LOOKS[institution.theme] },
    name,
    courseTitle,
    outcome,
    goals,
    ...(level === null ? {} : { level }),
    ...(hours === null ? {} : { hours }),
    ...(score === null ? {} : { score }),
    ...(rule === null ? {} : { rule }),
    ...(validUntil === null ? {} : { validUntil: shownDay(validUntil, language) }),
    completed: shownDay(snapshot.completed, language),
    issued: formatDate(issued, language, institution.zone),
    issuedAt: issued,
    code,
    verifyAddress: verifyAddress(site, code),
    ...(seal === null ? {} : { sealedAddress: `${verifyAddress(site, code)}?seal=${seal}` }),
  }
}

/** The version of the course's requirements as people compare it; null on papers whose template does not print it. */
export function ruleCited({ template, rule }: Pick<Snapshot, 'template' | 'rule'>): string | null {
  return template === 1 || rule === '' ? null : rule.slice(0, 8)
}

/** Where a code is checked. */
export function verifyAddress(site: string, code: string): string {
  return `${site}/verify/${code}`
}

/** A day as it is read: `14. august 2026`. */
export function shownDay(day: string, language: Language): string {
  return formatDate(new Date(`${day}T12:00:00Z`), language, 'UTC')
}

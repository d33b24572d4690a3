import { readFileSync } from 'node:fs'
import { renderSVG } from 'uqr'
import { packageFile } from '../../../platform/package-file.ts'
import { makePdf } from '../../../platform/pdf/make-pdf.ts'
import { type Language, say } from '../../../platform/words.ts'
import { artSvg, type Colours, type Logo, logoSvg } from './art.ts'
import { paperWords } from './words.ts'

/** Everything a certificate says. Frozen at issue: the same paper is the same bytes for ever. */
export type Paper = {
  /** By which template it is printed: the one it was issued with, whatever has come since. */
  template: Template
  language: Language
  institution: Colours & { name: string; legalName: string; logo: Logo }
  /** As the person confirmed it; at most sixty letters look well, more become small. */
  name: string
  courseTitle: string
  level?: string
  outcome: 'completed' | 'passed'
  goals: readonly string[]
  hours?: number
  /** Per cent of the exam that was passed. */
  score?: number
  /** Dates as they are read, in the paper's language and the institution's zone. */
  completed: string
  issued: string
  /** The last day on which it holds, where there is one. */
  validUntil?: string
  /** The moment of issue, which becomes the document's own date. */
  issuedAt: Date
  teacher?: string
  /** Names this paper on its verification page. */
  code: string
  /** The whole address of that page. */
  verifyAddress: string
  /** The same with our seal on what the paper says, where the QR code leads: proof without a row of ours. */
  sealedAddress?: string
  /** The version of the course's requirements that were met; from the second template on. */
  rule?: string
  /** A few words in a frame at the top, such as that this is a preview, or a corrected version. */
  note?: string
}

/**
 * Every template that papers have been issued with. One that is here is never changed again, nor what
 * it is given, and a test says so: whoever wants another paper adds the next.
 */
const TEMPLATES = { 1: read('certificate-1.typ'), 2: read('certificate-2.typ') } as const
export type Template = keyof typeof TEMPLATES

/** What new papers are printed by. */
export const NEWEST: Template = 2

const REGIONS = { nb: 'NO', da: 'DK', en: 'GB' } as const

/** The certificate as a tagged PDF, one landscape A4 page. */
export function certificatePdf(paper: Paper): Promise<Uint8Array> {
  return makePdf({ ...partsOf(paper), date: paper.issuedAt })
}

/** Everything that decides how a paper looks. */
export function partsOf(paper: Paper): { template: string; data: unknown; files: Record<string, Uint8Array> } {
  const data = paper.template === 1 ? shown(paper) : { ...shown(paper), rule: ruleOf(paper) }
  return { template: TEMPLATES[paper.template], data, files: pictures(paper) }
}

function read(name: string): string {
  return readFileSync(packageFile(`src/rooms/certificates/paper/${name}`), 'utf8')
}

function ruleOf({ rule, language }: Paper): string | null {
  return rule === undefined ? null : say(paperWords, language).rule(rule)
}

/** What the template reads: phrases said, and what is left out as null. */
function shown(paper: Paper) {
  const words = say(paperWords, paper.language)
  const { institution } = paper
  return {
    lang: paper.language,
    region: REGIONS[paper.language],
    accent: institution.accent,
    institution: institution.name,
    legalName: institution.legalName,
    name: paper.name.normalize('NFC').trim(),
    courseTitle: paper.courseTitle,
    level: paper.level === undefined ? null : words.level(paper.level),
    goals: paper.goals,
    facts: factsOf(paper),
    teacher: paper.teacher === undefined ? null : [words.teacher, paper.teacher],
    code: paper.code,
    verifyAddress: paper.verifyAddress,
    sealedAddress: paper.sealedAddress ?? paper.verifyAddress,
    shownAddress: withoutScheme(paper.verifyAddress),
    note: paper.note ?? null,
    words: {
      title: words.title,
      awardedTo: words.awardedTo,
      has: paper.outcome === 'passed' ? words.hasPassed : words.hasCompleted,
      goals: words.goals,
      code: words.code,
      checkAt: words.checkAt,
      qrCode: words.qrCode(withoutScheme(paper.verifyAddress)),
    },
  }
}

function factsOf(paper: Paper): [name: string, value: string][] {
  const words = say(paperWords, paper.language)
  const facts: [string, string | undefined][] = [
    [words.extent, paper.hours === undefined ? undefined : words.hours(paper.hours)],
    [words.score, paper.score === undefined ? undefined : words.perCent(paper.score)],
    [words.completed, paper.completed],
    [words.issued, paper.issued],
    [words.validUntil, paper.validUntil],
  ]
  return facts.filter((fact): fact is [string, string] => fact[1] !== undefined)
}

function pictures({ institution, verifyAddress, sealedAddress }: Paper): Record<string, Uint8Array> {
  return {
    'art.svg': Buffer.from(artSvg(institution.logo, institution)),
    'logo.svg': Buffer.from(logoSvg(institution.logo, institution)),
    'qr.svg': Buffer.from(renderSVG(sealedAddress ?? verifyAddress, { ecc: sealedAddress ? 'L' : 'M', border: 0 })),
  }
}

function withoutScheme(address: string): string {
  return address.replace(/^https?:\/\//, '')
}

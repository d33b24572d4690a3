import { createHmac, randomInt } from 'node:crypto'
import { asJson } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import { constantEquals } from '../../platform/secrets.ts'
import { formatDate, localDay } from '../../platform/time.ts'
import type { Language } from '../../platform/words.ts'
import { record } from '../../privacy/jobs.ts'
import type { Eyes } from '../../privacy/within.ts'
import type { Db } from '../../tables.ts'
import type { Site } from '../../web/visit.ts'
import { getCourse, titleOf } from '../courses/service.ts'
import { certificatePdf } from './paper.ts'
import type { Snapshot } from './snapshot.ts'

const TEMPLATE = 1
const LOOKS = {
  nomkus: { accent: '#14594A', brand1: '#E0992B', logo: 'tree' },
  laeringshus: { accent: '#1D4E89', brand1: '#E0992B', logo: 'house' },
} as const

/**
 * Issues what the actor has earned and not got: once each, whatever runs twice. Without a confirmed
 * name nothing is issued yet; confirming it issues all that waits.
 */
export async function issueEarned(db: Db<'certification'>, eyes: Eyes, site: Site): Promise<number> {
  const person = await db
    .selectFrom('accounts.persons')
    .select(['first_name', 'last_name', 'language', 'name_confirmed'])
    .where('id', '=', eyes.actor)
    .executeTakeFirst()
  if (!person?.name_confirmed) return 0

  const earned = await db
    .selectFrom('courses.completions as completion')
    .innerJoin('certificates.rules as rule', 'rule.course', 'completion.course')
    .leftJoin('certificates.certificates as paper', (join) => join.onRef('paper.course', '=', 'completion.course').onRef('paper.learner', '=', 'completion.learner'))
    .select(['completion.course', 'completion.completed'])
    .where('completion.learner', '=', eyes.actor)
    .where('paper.id', 'is', null)
    .orderBy('completion.completed')
    .execute()
  const name = `${person.first_name} ${person.last_name}`
  for (const one of earned) await issue(db, eyes, { ...one, name, language: person.language as Language, site })
  return earned.length
}

type Earned = { course: string; completed: Date; name: string; language: Language; site: Site }

async function issue(db: Db<'certification'>, eyes: Eyes, { course, completed, name, language, site }: Earned): Promise<void> {
  const id = newId()
  const code = newCode()
  const facts = await getCourse(db, course)
  const snapshot: Snapshot = {
    courseTitle: titleOf(facts, language).text,
    level: facts.level,
    hours: facts.hours,
    goals: facts.goals.map((goal) => titleOf({ title: goal, language: facts.language }, language).text),
    completed: localDay(completed, site.zone),
    institution: site.name,
    legalName: site.legalName,
    theme: site.theme,
    template: TEMPLATE,
  }
  const written = await db
    .insertInto('certificates.certificates')
    .values({ id, learner: eyes.actor, course, cycle: 1, version: 1, code, language, name, name_hash: nameHash(eyes, code, name), snapshot: asJson(snapshot), issued: eyes.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (!written.numInsertedOrUpdatedRows) return
  await record(db, { eyes, purpose: 'certification', happening: { event: 'certificates.issued', person: eyes.actor, subject: id } })
}

export type Printable = { code: string; language: string; name: string | null; snapshot: Snapshot; issued: Date }

/** The paper as a PDF: the same paper is the same bytes for ever. */
export async function print({ code, language, name, snapshot, issued }: Printable, { site, address }: { site: Site; address: string }): Promise<Uint8Array> {
  const spoken = language as Language
  const dayOf = (day: string) => formatDate(new Date(`${day}T12:00:00Z`), spoken, site.zone)
  return certificatePdf({
    language: spoken,
    institution: { ...LOOKS[snapshot.theme as keyof typeof LOOKS], name: snapshot.institution, legalName: snapshot.legalName },
    name: name ?? '',
    courseTitle: snapshot.courseTitle,
    ...(snapshot.level ? { level: snapshot.level } : {}),
    outcome: 'passed',
    goals: snapshot.goals,
    ...(snapshot.hours ? { hours: snapshot.hours } : {}),
    completed: dayOf(snapshot.completed),
    issued: formatDate(issued, spoken, site.zone),
    issuedAt: issued,
    code,
    verifyAddress: `${address}/verify/${code}`,
  })
}

/** Whether a typed name is the one on the paper, told without reading the name. */
export function isName(eyes: Eyes, { code, hash, typed }: { code: string; hash: Buffer; typed: string }): boolean {
  return constantEquals(hash, nameHash(eyes, code, typed))
}

/** A code however it was typed. @throws Refusal `notFound` (404) for what can be none. */
export function readCode(typed: string): string {
  const code = typed.toUpperCase().replace(/[^0-9A-Z]/g, '').replace(/(.{4})(?=.)/g, '$1-')
  if (!/^[2-9A-HJKMNP-Z]{4}(-[2-9A-HJKMNP-Z]{4}){2}$/.test(code)) throw new Refusal('notFound', 404)
  return code
}

function nameHash(eyes: Eyes, code: string, name: string): Buffer {
  const plain = name.normalize('NFC').trim().toLowerCase().replace(/\s+/g, ' ')
  return createHmac('sha256', eyes.means.secrets.key('certificate names')).update(`${code} ${plain}`).digest()
}

const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

function newCode(): string {
  const group = () => Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
  return [group(), group(), group()].join('-')
}

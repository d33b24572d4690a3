import { existsSync } from 'node:fs'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { OpenHouse } from '../open-house.ts'
import { logLine } from '../platform/log.ts'
import type { Eyes } from '../privacy/within.ts'
import { foundSite, type NewSite, sitesOf } from '../rooms/institutions/service.ts'
import { fillCourses } from './courses.ts'
import { at, daysBefore, quiet } from './moments.ts'
import { fillPeople, type Known, type Signing } from './people.ts'
import { publishPolicyFrom } from './policies.ts'
import { laeringshus, nomkus } from './sites.ts'

export type DemonstrationPlan = {
  port: number
  folder: string
  texts: string
  /** Removes everything of one institution, as the owner: what a fill that was killed has left. */
  clear(institution: string): Promise<void>
}

const IN_BUSINESS = 400 // days before the first start

/**
 * Fills in the two demonstration institutions, once, and says how to sign in. Nordisk Læringshus is
 * founded last: where it is, nothing is missing; where it is not, a fill was killed and begins anew.
 */
export async function seedDemonstration(house: OpenHouse, plan: DemonstrationPlan): Promise<(seconds: number) => Promise<void>> {
  const told = join(plan.folder, 'demonstration.json')
  const sites = await sitesOf(house.means)
  if (!sites.some(({ slug }) => slug === laeringshus.slug)) {
    const half = sites.find(({ slug }) => slug === nomkus.slug)
    if (half) await plan.clear(half.id)
    await write(told, await fill(house, plan))
  }
  await found(house, laeringshus, plan.texts)
  if (!existsSync(told)) return async (seconds) => logLine(withoutPasswords({ seconds, ...plan }))

  // The port may be another one today.
  const demonstration = withAddresses(JSON.parse(await readFile(told, 'utf8')) as Demonstration, plan.port)
  await write(told, demonstration)
  return async (seconds) => logLine(announcement(demonstration, { seconds, port: plan.port }))
}

type Demonstration = Record<'nomkus' | 'laeringshus', { address: string } & Signing>

const NOBODY: Signing = { people: {}, codes: {}, others: {}, memberships: [] }

async function fill(house: OpenHouse, { port, texts }: DemonstrationPlan): Promise<Demonstration> {
  logLine('Filling in the demonstration, once.')
  const { eyes, site } = await found(house, nomkus, texts)
  const address = addressOf(nomkus, port)
  const courses = await fillCourses(quiet(at(eyes, daysBefore(eyes.now, IN_BUSINESS))), texts)
  const signing = await fillPeople(eyes, { folder: texts, courses, site, address })
  return { nomkus: { address, ...signing }, laeringshus: { address: addressOf(laeringshus, port), ...NOBODY } }
}

/** Founds an institution and publishes its policy; one that is there keeps up with what this program declares. */
async function found(house: OpenHouse, site: NewSite, folder: string) {
  const institution = await foundSite(house.means, site)
  const eyes: Eyes = { means: house.means, login: 'web', institution, actor: null, now: house.means.clock.now() }
  const whole = { ...site, id: institution }
  await publishPolicyFrom(house.means, { site: whole, folder, effective: daysBefore(eyes.now, IN_BUSINESS) })
  return { eyes, site: whole }
}

function addressOf({ hosts: [host = ''] }: NewSite, port: number): string {
  return `http://${host}:${port}`
}

function withAddresses({ nomkus: portal, laeringshus: school }: Demonstration, port: number): Demonstration {
  return { nomkus: { ...portal, address: addressOf(nomkus, port) }, laeringshus: { ...school, address: addressOf(laeringshus, port) } }
}

/** Whole or not at all, for its owner alone. */
async function write(path: string, demonstration: Demonstration): Promise<void> {
  await writeFile(`${path}.new`, `${JSON.stringify(demonstration, null, 2)}\n`, { mode: 0o600 })
  await rename(`${path}.new`, path)
}

function announcement({ nomkus: { people, codes } }: Demonstration, { seconds, port }: { seconds: number; port: number }): string {
  return [
    ...doors({ seconds, port }),
    '',
    '  Sign in at Nomkus as:',
    ...Object.entries(people).map(lineFor),
    '',
    `  Student IDs: ${Object.entries(codes).map(([state, code]) => `${code} (${state})`).join(', ')}`,
    '',
    '  All of this, and more people, stands in demonstration.json in the data folder.',
  ].join('\n')
}

function withoutPasswords(at: { seconds: number; port: number }): string {
  return [...doors(at), '', '  How to sign in stood in demonstration.json in the data folder, and is gone with it.'].join('\n')
}

function doors({ seconds, port }: { seconds: number; port: number }): string[] {
  return [
    '',
    `Løfte is open after ${seconds.toFixed(1)} s.`,
    '',
    `  http://localhost:${port}              choose an institution`,
    `  ${addressOf(nomkus, port)}       Nomkus, with courses, exams and certificates`,
    `  ${addressOf(laeringshus, port)}  Nordisk Læringshus, an empty house for now`,
    `  ${addressOf(nomkus, port)}/demonstration/letters   letters that would have been sent`,
  ]
}

function lineFor([kind, { email, password = 'no password yet', totp }]: [string, Known]): string {
  return `    ${kind.padEnd(34)} ${email.padEnd(34)} ${password}${totp ? `  (authenticator key ${totp})` : ''}`
}

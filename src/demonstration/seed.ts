import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { OpenHouse } from '../open-house.ts'
import { logLine } from '../platform/log.ts'
import type { Eyes } from '../privacy/within.ts'
import { foundSite, type NewSite } from '../rooms/institutions/service.ts'
import { fillCourses } from './courses.ts'
import { fillPeople, type Signing } from './people.ts'
import { publishDemonstrationPolicy } from './policies.ts'
import { laeringshus, nomkus } from './sites.ts'

export type DemonstrationPlan = { port: number; folder: string; texts: string }

const PUBLISHED = new Date('2026-01-01T00:00:00Z')

/** Fills in the two demonstration institutions, once, and says how to sign in. */
export async function seedDemonstration(house: OpenHouse, plan: DemonstrationPlan): Promise<(seconds: number) => Promise<void>> {
  const told = join(plan.folder, 'demonstration.json')
  if (!existsSync(told)) {
    const signing = await fill(house, plan)
    await writeFile(told, JSON.stringify(signing, null, 2), { mode: 0o600 })
  }
  return async (seconds) => announce(JSON.parse(await readFile(told, 'utf8')) as Demonstration, { seconds, port: plan.port })
}

type Demonstration = Record<string, { address: string; people: Signing['people']; codes: Signing['codes'] }>

async function fill(house: OpenHouse, { port, texts }: DemonstrationPlan): Promise<Demonstration> {
  logLine('Filling in the demonstration, once.')
  const eyes = await found(house, nomkus, texts)
  await found(house, laeringshus, texts)
  await fillCourses(eyes, texts)
  const signing = await fillPeople(eyes, texts)
  return {
    nomkus: { address: `http://nomkus.localhost:${port}`, ...signing },
    laeringshus: { address: `http://laeringshus.localhost:${port}`, people: {}, codes: {} },
  }
}

/** Founds an institution and publishes its policy. */
async function found(house: OpenHouse, site: NewSite, folder: string): Promise<Eyes> {
  const institution = await foundSite(house.means, site)
  const eyes: Eyes = { means: house.means, login: 'web', institution, actor: null, now: house.means.clock.now() }
  await publishDemonstrationPolicy(house.means, { site: { ...site, id: institution }, folder, effective: PUBLISHED })
  return eyes
}

function announce(all: Demonstration, { seconds, port }: { seconds: number; port: number }): void {
  const people = Object.entries(all['nomkus']?.people ?? {}).map(([who, { email, password, totp }]) => `    ${who.padEnd(28)} ${email}  ${password}${totp ? `  (authenticator key ${totp})` : ''}`)
  logLine(
    [
      '',
      `Løfte is open after ${seconds.toFixed(1)} s.`,
      '',
      `  http://localhost:${port}              choose an institution`,
      `  http://nomkus.localhost:${port}       Nomkus, with courses, exams and certificates`,
      `  http://laeringshus.localhost:${port}  Nordisk Læringshus, an empty house for now`,
      `  http://nomkus.localhost:${port}/demonstration/letters   letters that would have been sent`,
      '',
      '  Sign in at Nomkus as:',
      ...people,
      '',
      '  The same, with the membership codes, stands in demonstration.json in the data folder.',
    ].join('\n'),
  )
}


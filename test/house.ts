import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import type { Addresses, OwnerAddress } from '../src/logins.ts'
import { type OpenHouse, openHouse } from '../src/open-house.ts'
import { openSecrets } from '../src/platform/secrets.ts'
import type { Clock } from '../src/platform/time.ts'
import { foundSite, type NewSite } from '../src/rooms/institutions/service.ts'
import { buildAssets } from '../src/web/assets.ts'
import type { Room } from '../src/web/room.ts'
import { asOwner, dropDatabase, startTestServer, TEST_SECRET, type TestPlan } from './server.ts'

/** The moment at which every test begins: a Monday at noon in Oslo. */
export const NOON = new Date('2026-06-01T10:00:00Z')

export type TestHouse = OpenHouse & {
  /** The institutions' ids. */
  nomkus: string
  laeringshus: string
  clock: TestClock
  /** The owner's address of this house's own database. */
  owner: OwnerAddress
  dataFolder: string
  /** Where each login reaches this house's database, for whoever wants to be that login. */
  addresses: Addresses
}

export type TestClock = Clock & { set(moment: Date): void; pass(milliseconds: number): void }

/** A house of its own for one test file, on a copy of the migrated database, with both institutions, and rooms that only some have. */
export async function aHouse({ smtpUrl, more = [] }: { smtpUrl?: string; more?: readonly Room[] } = {}): Promise<TestHouse> {
  const plan = await testPlan()
  const database = `lofte_test_${process.pid}_${Math.random().toString(36).slice(2, 8)}`
  // What a database itself allows is not copied with its template.
  await asOwner(plan.owner, [`create database ${database} template ${plan.template}`, `revoke temporary on database ${database} from public`])
  const dataFolder = await mkdtemp(join(tmpdir(), 'lofte-house-'))
  const clock = testClock()

  const addresses = Object.fromEntries(
    Object.entries(plan.addresses).map(([login, address]) => [login, { ...(address as object), database }]),
  ) as unknown as Addresses

  const house = await openHouse({
    addresses,
    dataFolder,
    clock,
    secrets: openSecrets({ folder: dataFolder, secret: TEST_SECRET }),
    smtpUrl,
    port: 80,
    assets: { map: await buildAssets({ outFolder: plan.assetsFolder }), folder: plan.assetsFolder },
    more,
  })
  const nomkus = await foundSite(house.means, NOMKUS)
  const laeringshus = await foundSite(house.means, LAERINGSHUS)

  after(async () => {
    await house.close()
    await dropDatabase(plan.owner, database)
    await rm(dataFolder, { recursive: true, force: true })
  })
  return { ...house, nomkus, laeringshus, clock, owner: { ...plan.owner, database }, dataFolder, addresses }
}

/** Moves only when a test says so. */
function testClock(): TestClock {
  let moment = NOON
  return {
    now: () => moment,
    machineTime: () => new Date(0),
    set: (to) => (moment = to),
    pass: (milliseconds) => (moment = new Date(moment.getTime() + milliseconds)),
  }
}

/** The run's own server; a file that is run alone starts one for itself. */
async function testPlan(): Promise<TestPlan> {
  const given = process.env['LOFTE_TEST']
  if (given) return JSON.parse(given) as TestPlan

  const folder = await mkdtemp(join(tmpdir(), 'lofte-test-'))
  await mkdir(folder, { recursive: true })
  const server = await startTestServer(folder)
  after(async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  })
  return server.plan
}

export const NOMKUS: NewSite = {
  slug: 'nomkus',
  name: 'Nomkus',
  legalName: 'Nomkus AS',
  organisationNumber: '999 999 999',
  address: 'Storgata 1, 0155 Oslo',
  contactEmail: 'hei@nomkus.example',
  privacyEmail: 'personvern@nomkus.example',
  phone: null,
  jurisdiction: 'NO',
  zone: 'Europe/Oslo',
  language: 'nb',
  theme: 'nomkus',
  hosts: ['nomkus.localhost'],
}

export const LAERINGSHUS: NewSite = {
  slug: 'laeringshus',
  name: 'Nordisk Læringshus',
  legalName: 'Nordisk Læringshus ApS',
  organisationNumber: '99 99 99 99',
  address: 'Nørrebrogade 45, 2200 København N',
  contactEmail: 'kontakt@laeringshus.example',
  privacyEmail: 'privatliv@laeringshus.example',
  phone: '+45 32 74 89 16',
  jurisdiction: 'DK',
  zone: 'Europe/Copenhagen',
  language: 'da',
  theme: 'laeringshus',
  hosts: ['laeringshus.localhost'],
}

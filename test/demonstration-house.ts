import { demonstration } from '../src/demonstration/letters.tsx'
import { seedDemonstration } from '../src/demonstration/seed.ts'
import { clearInstitution } from '../src/logins.ts'
import { ownerSays } from './builders.ts'
import { aHouse, type TestHouse } from './house.ts'

/** A house as `npm start` opens it for the first time: the demonstration filled in, and a letterbox to read. */
export async function aDemonstrationHouse(port: number): Promise<TestHouse> {
  const house = await aHouse({ more: [demonstration] })
  const clear = (institution: string) => clearInstitution(house.owner, institution)
  await clear(house.nomkus)
  await clear(house.laeringshus)
  await seedDemonstration(house, { port, folder: house.dataFolder, texts: 'demonstration', clear })
  const sites = await ownerSays<{ id: string; slug: string }>(house, 'select id, slug from institutions.sites')
  const idOf = (name: string) => sites.find(({ slug }) => slug === name)?.id ?? ''
  return { ...house, nomkus: idOf('nomkus'), laeringshus: idOf('laeringshus') }
}

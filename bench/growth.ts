import { ownerAddress, prepareDatabase } from '../src/logins.ts'
import { openHouse, type OpenHouse } from '../src/open-house.ts'
import { openSecrets } from '../src/platform/secrets.ts'
import { clockWithOffset } from '../src/platform/time.ts'
import { buildAssets } from '../src/web/assets.ts'
import type { Content } from './content.ts'
import { codeOf, tokenOf } from './people.ts'
import { SECRET } from './place.ts'
import { type Touched, touchedBy } from './touching.ts'

export type Grown = { name: string; few: Touched; many: Touched }

/** What pages touch in a database with few people, and in the same with many more. */
export async function compareGrowth(few: Content, many: Content): Promise<Grown[]> {
  const [before, after] = [await touchedPages(few), await touchedPages(many)]
  return Object.keys(before).map((name) => ({ name, few: before[name] as Touched, many: after[name] as Touched }))
}

async function touchedPages(content: Content): Promise<Record<string, Touched>> {
  const house = await houseOn(content)
  const owner = ownerAddress(content.url)
  const { id: attempt } = (await ask(house, { method: 'POST', url: `/exams/${content.exam}/attempts`, payload: {} })).json() as { id: string }
  const pages: Record<string, (turn: number) => Promise<unknown>> = {
    'whose session it is': () => ask(house, { url: '/cookies' }),
    home: () => ask(house, { url: '/' }),
    'course page': () => ask(house, { url: `/courses/${content.course}` }),
    'question of an exam': () => ask(house, { url: `/exams/attempts/${attempt}/questions/1` }),
    'save one answer': (turn) => ask(house, { method: 'POST', url: `/exams/attempts/${attempt}/answers`, payload: { question: 1, response: { kind: 'trueFalse', answer: true }, sequence: turn + 1 } }),
    'check of a paper': () => ask(house, { url: `/verify/${codeOf(5)}` }),
  }
  const touched: Record<string, Touched> = {}
  for (const [name, work] of Object.entries(pages)) touched[name] = await touchedBy(house, owner, async (turn) => void (await work(turn)))
  await house.close()
  return touched
}

type Asked = { method?: 'POST'; url: string; payload?: object }

async function ask(house: OpenHouse, asked: Asked) {
  const headers = { host: 'nomkus.localhost', cookie: `session=${tokenOf(3)}`, accept: asked.method ? 'application/json' : 'text/html', 'sec-fetch-site': 'same-origin' }
  const answer = await house.site.inject({ ...asked, headers })
  if (answer.statusCode >= 300) throw new Error(`${asked.url}: ${answer.statusCode}`)
  return answer
}

async function houseOn({ url, env }: Content): Promise<OpenHouse> {
  const folder = env['LOFTE_DATA'] as string
  const secrets = openSecrets({ folder, secret: SECRET })
  const addresses = await prepareDatabase({ owner: ownerAddress(url), secrets, migrationsFolder: 'migrations' })
  const assets = { map: await buildAssets({ outFolder: `${folder}/assets` }), folder: `${folder}/assets` }
  return openHouse({ addresses, dataFolder: folder, clock: clockWithOffset('P0D'), secrets, smtpUrl: undefined, port: 80, assets })
}

import type { Audience } from '../../src/web/route.ts'
import { roles } from '../../src/web/visit.ts'
import type { Kind, LivedIn } from './lived-in-house.ts'

type Ids = LivedIn['ids']
type Asked = { readonly path: string; readonly audience: Audience | readonly Audience[] }
export type Page = { kind: Kind; route: string; address: string }

/** What stands for a name in an address; most specific first, since one name may mean different things. */
const FILLED: readonly [where: RegExp, fill: Readonly<Record<string, keyof Ids>>][] = [
  [/^\/exams\/attempts\/:attempt\//, { attempt: 'attemptUnderWay', number: 'numbers' }],
  [/^\/authoring\/questions\//, { question: 'bankQuestion', number: 'versionNumber' }],
  [/^\/marking\//, { question: 'markedQuestion', number: 'attemptNumber' }],
  [/^\/verify\//, { code: 'paperCode' }],
  [/^\/my-data\/receipts\//, { code: 'receipt' }],
]

/** Pages with something more to see at another address of the same route. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  '/sign-in': ['?next=/courses'],
  '/privacy': ['?notice=noticeSaved'],
  '/administration/organisations': ['?state=expired'],
  '/authoring/questions/new': ['single', 'multiple', 'trueFalse', 'numeric', 'shortAnswer', 'matching', 'ordering', 'essay'].map((kind) => `?kind=${kind}`),
}

/** Teachers and administrators come to the door; an administrator has no reach over how a learner sits an exam, nor a paper of their own. */
const NOT_FOR: Readonly<Record<string, readonly Kind[]>> = {
  '/marking/exams/:exam/learners/:learner': ['administrator'],
  '/certificates/:certificate/objection': ['administrator'],
}

/** Every address that a route answers at, for each kind of reader it is for. */
export function pagesOf({ path, audience }: Asked, ids: Ids): Page[] {
  const places = [path].flatMap((one) => filled(one, path, ids))
  const addresses = places.flatMap((place) => [place, ...(ALSO[path] ?? []).map((query) => place + query)])
  return kindsFor(path, audience).filter((kind) => !(NOT_FOR[path] ?? []).includes(kind)).flatMap((kind) => addresses.map((address) => ({ kind, route: path, address })))
}

function filled(address: string, route: string, ids: Ids): string[] {
  const name = /:(\w+)/.exec(address)?.[1]
  if (name === undefined) return [address]
  const key = FILLED.find(([where, fill]) => where.test(route) && name in fill)?.[1][name] ?? name
  const known = ids[key as keyof Ids]
  if (!known?.length || known.includes('')) throw new Error(`Nobody knows what stands for :${name} in ${route}: say it in lived-in-house.ts`)
  return known.flatMap((id) => filled(address.replace(`:${name}`, id), route, ids))
}

/** Open to all, and another page for whoever is signed in. */
const LOOKS_ELSE = ['/courses', '/courses/:course', '/sign-in', '/register']

/** The front page is another one for everybody. */
function kindsFor(path: string, audience: Asked['audience']): Kind[] {
  if (path === '/') return ['visitor', ...roles]
  if (audience === 'anyone') return LOOKS_ELSE.includes(path) ? ['visitor', 'learner'] : ['visitor']
  if (audience === 'signed in') return ['learner', 'administrator']
  return [audience].flat() as Kind[]
}

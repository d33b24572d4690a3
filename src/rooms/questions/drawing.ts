import { type Chance, chanceOf, shuffled } from './chance.ts'

/** So many questions that fit everything named here; nothing named fits every question. */
export type Pool = {
  category?: string | undefined
  tag?: string | undefined
  difficulty?: string | undefined
  count: number
}

export type Candidate = {
  id: string
  category?: string | undefined
  tags: readonly string[]
  difficulty?: string | undefined
}

export type Draw = {
  /** Question ids, in the order of the pools. */
  drawn: string[]
  /** Pools, by index, that have too few questions, and how many are missing. */
  missing: { pool: number; count: number }[]
  /** Those drawn that should have been avoided: there were not enough others. */
  repeated: string[]
}

type Places = { wanted: Candidate[][]; taken: Map<string, number> }

/**
 * Draws by blueprint: no question twice, and none of `avoid` (what the learner has had before) while
 * there are others. Pools may overlap: when any draw fills them all, one is found, since a question
 * is passed on to another pool where it is needed more (augmenting paths, as Kuhn described them).
 * The same seed and the same questions, in any order, give the same draw.
 */
export function draw(blueprint: {
  pools: readonly Pool[]
  questions: readonly Candidate[]
  seed: string
  avoid?: readonly string[] | undefined
}): Draw {
  const { pools, questions } = blueprint
  const avoid = new Set(blueprint.avoid)
  const inOneOrder = questions.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const fresh = inOneOrder.filter((one) => !avoid.has(one.id))
  const places = pools.flatMap((pool, index) => Array<number>(pool.count).fill(index))
  const taken = new Map<string, number>()

  for (const from of [fresh, inOneOrder]) {
    if (taken.size === places.length) break
    const chance = chanceOf(blueprint.seed)
    const wanted = places.map((pool) => fitting(pools[pool], from, chance))
    fillPlaces({ wanted, taken })
  }
  return drawFrom(places, taken, avoid)
}

function fitting(pool: Pool | undefined, from: readonly Candidate[], chance: Chance): Candidate[] {
  return shuffled(
    from.filter((one) => pool && fits(pool, one)),
    chance,
  )
}

function fits(pool: Pool, candidate: Candidate): boolean {
  return (
    (pool.category === undefined || pool.category === candidate.category) &&
    (pool.tag === undefined || candidate.tags.includes(pool.tag)) &&
    (pool.difficulty === undefined || pool.difficulty === candidate.difficulty)
  )
}

/** Fills every place that can be filled; a place once filled stays so, a question taken stays taken. */
function fillPlaces(places: Places): void {
  const filled = new Set(places.taken.values())
  for (let place = 0; place < places.wanted.length; place++) {
    if (!filled.has(place)) findFor(place, places, new Set())
  }
}

function findFor(place: number, places: Places, tried: Set<string>): boolean {
  const free = places.wanted[place]?.find((one) => !places.taken.has(one.id))
  if (free) {
    places.taken.set(free.id, place)
    return true
  }
  for (const { id } of places.wanted[place] ?? []) {
    if (tried.has(id)) continue
    tried.add(id)
    if (findFor(places.taken.get(id) ?? -1, places, tried)) {
      places.taken.set(id, place)
      return true
    }
  }
  return false
}

function drawFrom(places: number[], taken: Map<string, number>, avoid: Set<string>): Draw {
  const byPlace = new Map([...taken].map(([id, place]) => [place, id]))
  const drawn = places.flatMap((_, place) => byPlace.get(place) ?? [])
  const empty = places.filter((_, place) => !byPlace.has(place))
  const missing = [...new Set(empty)].map((pool) => ({
    pool,
    count: empty.filter((one) => one === pool).length,
  }))
  return { drawn, missing, repeated: drawn.filter((id) => avoid.has(id)) }
}

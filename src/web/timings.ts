import type { FastifyInstance } from 'fastify'

/** How often a route answered one way within one step of time. Nothing in it is about anybody. */
export type Timing = {
  readonly method: string
  /** The route's template, never the address that was asked for. */
  readonly route: string
  /** The first digit of the status. */
  readonly outcome: number
  /** Milliseconds that the answer came within. */
  readonly withinMs: number
  readonly answers: number
}

/** Coarse on purpose: enough to see that a page is slow, too little to see who had it. */
const STEPS = [5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 10_000] as const
const SLOWER = 60_000

export type Timings = {
  note(answer: { method: string; route: string; status: number; milliseconds: number }): void
  /** What was counted since the last time it was taken. */
  take(): readonly Timing[]
}

/** Counts answers in memory as they are given; what is one answer is forgotten at once. */
export function keepTimings(): Timings {
  let counts = new Map<string, { -readonly [K in keyof Timing]: Timing[K] }>()
  return {
    note({ method, route, status, milliseconds }) {
      const withinMs = STEPS.find((step) => milliseconds <= step) ?? SLOWER
      const outcome = Math.floor(status / 100)
      const key = `${method} ${route} ${outcome} ${withinMs}`
      const known = counts.get(key)
      if (known) known.answers++
      else counts.set(key, { method, route, outcome, withinMs, answers: 1 })
    },
    take() {
      const taken = [...counts.values()]
      counts = new Map()
      return taken
    },
  }
}

/** Has a site count how fast it answers. What no route answered is counted as one. */
export function timeAnswers(site: FastifyInstance, timings: Timings): void {
  site.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions } = request
    timings.note({ method, route: routeOptions.url ?? 'none', status: reply.statusCode, milliseconds: reply.elapsedTime })
  })
}

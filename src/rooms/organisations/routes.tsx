import { z } from 'zod'
import { question } from '../../web/route.ts'
import { NumbersPage } from './pages.tsx'

const showNumbers = question({
  path: '/organisation',
  // A login and a role with no column about a person in any table: names are not hidden here, they are absent.
  purpose: 'capacity',
  audience: 'contact',
  answer: z.object({
    memberships: z.array(z.object({ organisation: z.string(), seats: z.number(), activated: z.number().nullable(), counted: z.string() })),
  }),
  async read(db) {
    const memberships = await db
      .selectFrom('organisations.capacities as capacity')
      .innerJoin('organisations.organisations as organisation', 'organisation.id', 'capacity.organisation')
      .select(['organisation.name as organisation', 'capacity.seats', 'capacity.activated', 'capacity.counted'])
      .orderBy('organisation.name')
      .limit(100)
      .execute()
    return { memberships }
  },
  page: NumbersPage,
})

export const routes = [showNumbers]

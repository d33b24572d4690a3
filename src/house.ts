import { accounts } from './rooms/accounts/room.ts'
import { certificates } from './rooms/certificates/room.ts'
import { courses } from './rooms/courses/room.ts'
import { exams } from './rooms/exams/room.ts'
import { institutions } from './rooms/institutions/room.ts'
import { organisations } from './rooms/organisations/room.ts'
import { people } from './rooms/people/room.ts'
import { performance } from './rooms/performance/room.ts'
import { policy } from './rooms/policy/room.ts'
import { portal } from './rooms/portal/room.ts'
import { questions } from './rooms/questions/room.ts'
import { registration } from './rooms/registration/room.ts'
import { security } from './rooms/security/room.ts'
import { signIn } from './rooms/sign-in/room.ts'
import { rightsDesk } from './rooms/rights/room.ts'
import * as privacy from './privacy/data.ts'
import type { Table } from './privacy/table.ts'
import type { Room } from './web/room.ts'

const ground: readonly Room[] = [institutions, performance, policy, accounts, security, signIn, organisations, people, registration, courses, questions, exams, certificates, portal]

/** From the ground up: a room may use only the rooms that stand before it. The last answers for them all. */
export const rooms: readonly Room[] = [...ground, rightsDesk(Object.assign({}, ...ground.map(({ looks }) => looks)))]

/** Every table, in the order of foreign keys; erasure goes backwards. */
export const tables: readonly Table[] = [...Object.values(privacy).filter(isTable), ...rooms.flatMap((room) => room.tables ?? [])]

export const routes = rooms.flatMap((room) => room.routes ?? [])
export const jobs = rooms.flatMap((room) => room.jobs ?? [])
export const navigation = rooms.flatMap((room) => room.navigation ?? [])
export const dictionaries = rooms.flatMap((room) => (room.words ? [room.words] : []))

function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && 'duty' in value
}

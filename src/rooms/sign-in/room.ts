import type { Room } from '../../web/room.ts'
import { accountWords } from './account/words.ts'
import { challenges, factors, links, passkeys, passwords, proofs, recoveryCodes, sessions, shownCodes } from './data.ts'
import { jobs } from './jobs.ts'
import { routes } from './routes.tsx'
import { words } from './words.ts'

export const signIn: Room = {
  name: 'sign-in',
  tables: [passwords, sessions, links, factors, recoveryCodes, passkeys, proofs, shownCodes, challenges],
  routes,
  jobs,
  words: { ...words, ...accountWords },
}

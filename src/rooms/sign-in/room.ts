import type { Room } from '../../web/room.ts'
import { challenges, factors, links, passkeys, passwords, proofs, recoveryCodes, sessions, shownCodes } from './data.ts'

export const signIn: Room = {
  name: 'sign-in',
  tables: [passwords, sessions, links, factors, recoveryCodes, passkeys, proofs, shownCodes, challenges],
}

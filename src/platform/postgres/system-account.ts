import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'

/** An account of the operating system, not of a person. */
export type SystemAccount = { uid: number; gid: number }

/** "nobody" on Linux and macOS alike; it needs no entry in the machine's list of accounts. */
const NOBODY: SystemAccount = { uid: 65_534, gid: 65_534 }

/** PostgreSQL refuses to run as root, so root lends it another account; everyone else runs it as oneself. */
export function lentAccount(): SystemAccount | undefined {
  return process.getuid?.() === 0 ? NOBODY : undefined
}

/** Whether `account` can walk from the root down into `folder`. Looks at modes, not at access lists. */
export async function mayEnter(folder: string, account: SystemAccount): Promise<boolean> {
  const { mode, uid, gid } = await stat(folder)
  if (!isPassable(mode, { uid, gid }, account)) return false
  return folder === dirname(folder) || mayEnter(dirname(folder), account)
}

function isPassable(mode: number, owner: SystemAccount, account: SystemAccount): boolean {
  if (owner.uid === account.uid) return (mode & 0o100) !== 0
  if (owner.gid === account.gid) return (mode & 0o010) !== 0
  return (mode & 0o001) !== 0
}

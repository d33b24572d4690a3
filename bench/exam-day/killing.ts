import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Server } from '../servers/processes.ts'

/** Kills Løfte alone, as a machine short of memory would: its PostgreSQL notices, and stops by itself. */
export async function killServer({ child }: Server): Promise<void> {
  child.kill('SIGKILL')
  await once(child, 'exit')
}

/** Kills both at once, as a power cut would: what PostgreSQL had not written down is gone. */
export async function killWithPostgres(server: Server, folder: string): Promise<void> {
  const [pid] = (await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')
  process.kill(Number(pid), 'SIGKILL')
  await killServer(server)
}

/** The owner's login of the PostgreSQL that a running Løfte has in its folder. */
export async function embeddedUrl(folder: string): Promise<string> {
  const lines = (await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')
  const password = (await readFile(join(folder, 'postgres-owner.password'), 'utf8')).trim()
  return `postgres://lofte_owner:${password}@localhost:${lines[3]}/lofte?host=${encodeURIComponent(lines[4] ?? '')}`
}

/** For tests: a Løfte of its own process, which can be killed. Says one line of JSON when it is up. */
import { startPostgres } from './postgres.ts'

const folder = process.argv[2]!

try {
  const postgres = await startPostgres({
    folder,
    log: (line) => process.stderr.write(`${line}\n`),
    durable: process.argv[3] === 'durable',
  })
  process.on('SIGTERM', () => void postgres.stop())
  const { socketFolder, port, owner, pid } = postgres
  process.stdout.write(`${JSON.stringify({ socketFolder, port, owner, pid })}\n`)
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`)
  process.exitCode = 1
}

import { logFault, logLine } from './platform/log.ts'
import { readConfig } from './platform/config.ts'
import { help, printMap } from './commands.ts'
import { foundOnly, migrateOnly, start } from './start.ts'

const [command = 'help'] = process.argv.slice(2)

const commands: Readonly<Record<string, () => Promise<void>>> = {
  start: () => start(readConfig(), { site: true, jobs: true }),
  site: () => start(readConfig(), { site: true, jobs: false }),
  jobs: () => start(readConfig(), { site: false, jobs: true }),
  migrate: () => migrateOnly(readConfig(), { seed: false }),
  seed: () => migrateOnly(readConfig(), { seed: true }),
  found: () => foundOnly(readConfig(), process.argv[3]),
  map: async () => printMap(),
  help: async () => logLine(help),
}

try {
  await (commands[command] ?? unknown)()
} catch (error) {
  // What stops the start is about the installation, not about people, and is meant to be read.
  console.error(error instanceof Error ? error.message : 'Løfte could not start.')
  if (process.env['LOFTE_TRACE']) logFault(error)
  process.exit(1)
}

async function unknown(): Promise<void> {
  throw new Error(`There is no command "${command}".\n\n${help}`)
}

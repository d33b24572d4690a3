// `npm test [files]`: runs everything, or the files named, on the Node that the project brings.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const own = 'node_modules/.bin/node'
const node = existsSync(own) ? own : process.execPath
const { status } = spawnSync(node, ['--import', 'tsx', 'scripts/run-tests.ts', ...process.argv.slice(2)], { stdio: 'inherit' })
process.exit(status ?? 1)

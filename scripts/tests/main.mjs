// `npm test [files]`: runs everything, or the files named, on the Node that the project brings.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'

const own = 'node_modules/.bin/node'
const node = existsSync(own) ? own : process.execPath
const child = spawn(node, ['--import', 'tsx', 'scripts/tests/run.ts', ...process.argv.slice(2)], { stdio: 'inherit' })

// npm tells its shell alone to stop, and not every shell passes it on: then we see that it has gone.
const parent = process.ppid
setInterval(() => process.ppid === parent || child.kill('SIGTERM'), 500).unref()
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code) => process.exit(code ?? 1))

#!/usr/bin/env node
// Runs Løfte on the Node that the project brings, whichever Node the machine has.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const own = join(root, 'node_modules', '.bin', 'node')
const node = existsSync(own) ? own : process.execPath
const main = join(root, 'src', 'main.ts')
// Left to themselves, V8 and glibc take twice the memory that Løfte needs, and use it for nothing.
const { flags, environment } = JSON.parse(readFileSync(join(root, 'bin', 'node.json'), 'utf8'))
const env = { ...environment, ...process.env, TSX_TSCONFIG_PATH: join(root, 'tsconfig.json') }
const child = spawn(node, [...flags, '--import', 'tsx', main, ...process.argv.slice(2)], { stdio: 'inherit', cwd: process.cwd(), env })

// npm tells its shell alone to stop, and not every shell passes it on: then we see that it has gone.
const parent = process.ppid
if (process.env.npm_lifecycle_event) setInterval(() => process.ppid === parent || child.kill('SIGTERM'), 500).unref()
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))

/**
 * `npm run promises`: each promise of both policies with the tests whose title names it, and the count.
 * With `--write` it also writes the list that the page of promises shows, without a date: the date is
 * given by `npm run prove`, which runs every test.
 */
import { globSync, readFileSync } from 'node:fs'
import { ARTEFACTS, promiseIds } from '../src/privacy/promises.ts'
import { whatKeeps, testsByPromise } from '../src/rooms/policy/proofs.ts'
import { writeProofs } from './write-proofs.ts'

const tests = testsByPromise(titlesIn(globSync('{src,test,demonstration}/**/*.test.{ts,tsx}')))

for (const id of promiseIds) {
  const own = tests[id] ?? []
  const none = whatIsMissing(id)
  console.log(own.length === 0 ? `${id}  – ${none}` : own.map((title) => `${id}  ${title}`).join('\n'))
}
const proved = promiseIds.filter((id) => tests[id])
const untested = promiseIds.filter((id) => whatKeeps(id) && !tests[id])
console.log(`\n${proved.length} of ${promiseIds.length} promises have a test; ${untested.length} that are kept have none: ${untested.join(' ') || '–'}`)
if (process.argv.includes('--write')) writeProofs({ proved: null, tests })

/** Titles as they are written; what a template fills in stands as `…`. */
function titlesIn(files: readonly string[]): string[] {
  return files.flatMap((file) => {
    const found = readFileSync(file, 'utf8').matchAll(/\btest\(\s*(['"`])((?:\\.|(?!\1).)+)\1/gs)
    return [...found].map(([, , title]) => (title as string).replace(/\$\{[^}]*\}/g, '…').replace(/\\(.)/g, '$1'))
  })
}

function whatIsMissing(id: (typeof promiseIds)[number]): string {
  if (ARTEFACTS.includes(id)) return 'is none: furniture of a printed page'
  return whatKeeps(id) ? 'no test' : 'comes later'
}

// `npm run bench:exam-day [-- --short]`: learners save answers while the server is killed under them.
import { examDay, type Killed, LONG, SHORT } from './exam-day/day.ts'

const size = process.argv.includes('--short') ? SHORT : LONG
const days: readonly Killed[] = ['the server', 'the server and its PostgreSQL']
let lost = 0

for (const killed of days) {
  const { learners, saved, refusedWhileDown, missing, downSeconds } = await examDay({ ...size, killed })
  lost += missing.length
  console.log(`
Exam day, ${killed} killed in the middle:
  learners                     ${learners}
  answers acknowledged         ${saved}
  tries while nobody answered  ${refusedWhileDown}
  acknowledged answers lost    ${missing.length}${missing.length === 0 ? '' : `  ${missing.slice(0, 5).join(', ')}`}
  (down for about ${downSeconds.toFixed(0)} s on this machine)`)
}
process.exit(lost === 0 ? 0 : 1)

import type { Room } from '../../web/room.ts'
import { arrangingWords } from './arranging/words.ts'
import { authorWords } from './authoring/words.ts'
import * as data from './data.ts'
import { jobs } from './jobs.ts'
import { looks, markingWords } from './marking/words.ts'
import { replayLooks } from './replaying/words.ts'
import { routes } from './routes.tsx'
import * as sitting from './sitting/data.ts'
import { words } from './words.ts'

export const exams: Room = {
  name: 'exams',
  tables: [data.exams, data.drafts, data.versions, data.arrangements, sitting.attempts, sitting.occurrences, sitting.answers, sitting.saves, data.regrades, data.marks, data.passes],
  routes,
  // What a refusal or a notice names is found here, whoever reads it.
  words: { ...authorWords, ...markingWords, ...arrangingWords, ...words },
  jobs,
  looks: { ...looks, ...replayLooks },
  navigation: [{ href: '/marking', label: markingWords.marking, icon: 'task', audience: ['teacher'] }],
}

import type { JobHandler } from '../../privacy/jobs.ts'
import { replayErasures } from '../../privacy/replay.ts'
import { addDuration } from '../../platform/time.ts'
import { durations } from '../../privacy/durations.ts'
import { deleteExpired } from '../../privacy/retention.ts'
import { ERASING, noteRun } from '../../privacy/runs.ts'
import { sweepFiles } from '../../privacy/sweep.ts'
import type { Tools } from '../../web/tools.ts'
import { sitesOf } from '../institutions/service.ts'
import { eraseDue } from './due.ts'

/** What time brings about, whether or not anybody watches. */
export const jobs: JobHandler<Tools>[] = [
  {
    name: 'rights.sweepFiles',
    cron: '*/10 * * * *',
    async run({ eyes }) {
      const institutions = (await sitesOf(eyes.means)).map(({ id }) => id)
      // One store for all of them, swept once.
      if (institutions[0] === eyes.institution) await sweepFiles(eyes.means, institutions)
    },
  },
  { name: ERASING, cron: '* * * * *', run: ({ eyes }) => eraseDue(eyes) },
  {
    name: 'rights.deleteExpired',
    // Asked often, so that a house that is shut by night erases by day.
    cron: '*/10 * * * *',
    async run({ eyes, tools }) {
      const { means, institution } = eyes
      const { zone } = await tools.siteOf(institution)
      await replayErasures(means, means.tables)
      const gone = await deleteExpired(eyes, { tables: means.tables, zone })
      await means.mail.forgetBefore(addDuration(eyes.now, `-${durations.keptLetter}`, zone))
      await noteRun(eyes, { job: 'rights.deleteExpired', gone: Object.values(gone).reduce((sum, rows) => sum + rows, 0), overdue: 0 })
    },
  },
]

import type { JobHandler } from '../../privacy/jobs.ts'
import { within } from '../../privacy/within.ts'

export const jobs: JobHandler[] = [
  {
    // The look itself is in the log that those who were seen read; here it is that there were many.
    name: 'security.noteManySeen',
    on: 'privacy.manySeen',
    async run({ eyes, subject }) {
      const row = { id: subject, happened: eyes.now, kind: 'manySeen', person: eyes.actor, key: null, network: null, device: null }
      await within('account', eyes, (db) => db.insertInto('security.events').values(row).onConflict((conflict) => conflict.doNothing()).execute())
    },
  },
]

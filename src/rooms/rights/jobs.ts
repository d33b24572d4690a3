import { erasePerson } from '../../privacy/erase.ts'
import type { JobHandler } from '../../privacy/jobs.ts'
import { deleteExpired } from '../../privacy/retention.ts'
import { within } from '../../privacy/within.ts'
import type { Tools } from '../../web/tools.ts'

export const jobs: JobHandler<Tools>[] = [
  {
    // By what is due, not by what became due today: after an outage everything missed is made up for.
    name: 'rights.eraseDue',
    cron: '* * * * *',
    async run({ eyes }) {
      const due = await within('timekeeping', eyes, (db) =>
        db
          .selectFrom('accounts.persons')
          .select(['id', 'erase_due', 'unconfirmed_until'])
          .where((is) => is.or([is('erase_due', '<=', eyes.now), is('unconfirmed_until', '<=', eyes.now)]))
          .orderBy('id')
          .limit(500)
          .execute(),
      )
      for (const { id, erase_due, unconfirmed_until } of due) {
        const cause = erase_due ? 'membershipEnded' : 'neverConfirmed'
        await erasePerson({ eyes: { ...eyes, actor: id }, tables: eyes.means.tables, cause, due: erase_due ?? unconfirmed_until ?? eyes.now })
      }
    },
  },
  {
    name: 'rights.deleteExpired',
    cron: '30 3 * * *',
    async run({ eyes, tools }) {
      const { zone } = await tools.siteOf(eyes.institution)
      await deleteExpired(eyes, { tables: eyes.means.tables, zone })
    },
  },
]

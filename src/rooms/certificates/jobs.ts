import { newId } from '../../platform/ids.ts'
import { MailDelayed } from '../../platform/mail/mail.ts'
import type { JobHandler } from '../../privacy/jobs.ts'
import { type Eyes, within } from '../../privacy/within.ts'
import type { Tools } from '../../web/tools.ts'
import { issueWaiting, renewAfter } from './issuing.ts'
import { askForName, sendPaper, tellAnswer, tellRevoked } from './mail.ts'
import { remindOfEnds, sendLastOnes } from './reminding.ts'

/** Each acts for one learner in their own name, and bears being run again. */
export const jobs: JobHandler<Tools>[] = [
  { name: 'certificates.issue', on: 'courses.completed', run: ({ eyes, tools }) => issueTo(eyes, tools) },
  { name: 'certificates.askName', on: 'courses.completed', run: ({ eyes, tools }) => askForName(eyes, tools) },
  {
    name: 'certificates.issueEarlier',
    on: 'certificates.started',
    run: ({ eyes, subject: course, tools }) => issueToAll(eyes, { course, tools }),
  },
  {
    name: 'certificates.renew',
    on: 'exams.passedAgain',
    async run({ eyes, subject: exam, tools }) {
      const site = await tools.siteOf(eyes.institution)
      await within('certification', eyes, (db) => renewAfter(db, { eyes, site, address: tools.addressOf(site) }, exam))
    },
  },
  { name: 'certificates.sweep', cron: '17 * * * *', run: ({ eyes, tools }) => issueToAll(eyes, { course: null, tools }) },
  // By day, so that no telephone rings at night; after an outage on the next one.
  { name: 'certificates.remind', cron: '40 8 * * *', run: ({ eyes, tools }) => remindOfEnds(eyes, tools) },
  { name: 'certificates.sendLast', cron: '50 8 * * *', run: ({ eyes, tools }) => sendLastOnes(eyes, tools) },
  {
    name: 'certificates.send',
    on: 'certificates.issued',
    run: ({ eyes, subject: certificate, tools }) => deliver(eyes, { certificate, tools }),
  },
  {
    name: 'certificates.sendReplacement',
    on: 'certificates.replaced',
    run: ({ eyes, subject: certificate, tools }) => deliver(eyes, { certificate, tools }),
  },
  {
    name: 'certificates.sendAgain',
    on: 'certificates.sendAsked',
    run: ({ eyes, subject: certificate, tools }) => deliver(eyes, { certificate, tools }),
  },
  {
    name: 'certificates.tellRevoked',
    on: 'certificates.revoked',
    run: ({ eyes, subject: certificate, tools }) => tellRevoked(eyes, { certificate, tools }),
  },
  {
    name: 'certificates.tellAnswer',
    on: 'certificates.objectionDecided',
    run: ({ eyes, subject: objection, tools }) => tellAnswer(eyes, { objection, tools }),
  },
]

async function issueTo(eyes: Eyes, tools: Tools): Promise<void> {
  const site = await tools.siteOf(eyes.institution)
  await within('certification', eyes, (db) => issueWaiting(db, { eyes, site, address: tools.addressOf(site) }))
}

const BATCH = 500
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000'

/** In batches by learner, so that one who has not confirmed their name is not found again and again. */
async function issueToAll(eyes: Eyes, { course, tools }: { course: string | null; tools: Tools }): Promise<void> {
  let after: string | undefined = BEFORE_ALL
  while (after) {
    const batch: string[] = await missedAfter(eyes, { course, after })
    for (const learner of batch) await issueTo({ ...eyes, actor: learner }, tools)
    after = batch.length < BATCH ? undefined : batch.at(-1)
  }
}

/** Who has completed a course that certificates are issued for, and has none. */
function missedAfter(eyes: Eyes, { course, after }: { course: string | null; after: string }): Promise<string[]> {
  return within('timekeeping', eyes, async (db) => {
    const missed = db
      .selectFrom('courses.completions as completion')
      .innerJoin('certificates.rules as rule', 'rule.course', 'completion.course')
      .leftJoin('certificates.certificates as paper', (join) =>
        join.onRef('paper.course', '=', 'completion.course').onRef('paper.learner', '=', 'completion.learner'),
      )
      .select('completion.learner')
      .distinct()
      .where('paper.id', 'is', null)
      .where('completion.learner', '>', after)
      .orderBy('completion.learner')
      .limit(BATCH)
    const rows = await (course ? missed.where('completion.course', '=', course) : missed).execute()
    return rows.map(({ learner }) => learner)
  })
}

type Outcome = 'sent' | 'refused' | 'withheld' | 'delayed'

/** Sends the letter and writes down what became of it, with neither the address nor the letter. */
async function deliver(eyes: Eyes, { certificate, tools }: { certificate: string; tools: Tools }): Promise<void> {
  const outcome = await sendPaper(eyes, { certificate, tools }).catch((error) => noteDelay(eyes, { certificate, error }))
  if (outcome === 'already') return
  if (outcome === 'withheld') return writeWithheld(eyes, certificate)

  const row = rowOf(eyes, { certificate, outcome })
  await within('communication', eyes, (db) => db.insertInto('certificates.deliveries').values(row).execute())
}

/** Says to the holder that the letter waits, and to the queue that it is to be tried again. */
async function noteDelay(eyes: Eyes, { certificate, error }: { certificate: string; error: unknown }): Promise<never> {
  if (error instanceof MailDelayed) {
    const row = rowOf(eyes, { certificate, outcome: 'delayed' })
    await within('communication', eyes, (db) => db.insertInto('certificates.deliveries').values(row).onConflict((known) => known.doNothing()).execute())
  }
  throw error
}

// Whoever is restricted or at rest is invisible to `communication`, and the erased have no row to write of.
async function writeWithheld(eyes: Eyes, certificate: string): Promise<void> {
  await within('timekeeping', eyes, async (db) => {
    const paper = await db.selectFrom('certificates.certificates').select('learner').where('id', '=', certificate).executeTakeFirst()
    if (!paper?.learner) return
    await db.insertInto('certificates.deliveries').values(rowOf(eyes, { certificate, outcome: 'withheld' })).execute()
  })
}

function rowOf({ actor, now }: Eyes, { certificate, outcome }: { certificate: string; outcome: Outcome }) {
  return { id: newId(), certificate, learner: actor ?? '', sent: now, outcome }
}

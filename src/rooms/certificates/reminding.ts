import { sql } from 'kysely'
import { newId } from '../../platform/ids.ts'
import { addDuration, localDay } from '../../platform/time.ts'
import { type Language, say } from '../../platform/words.ts'
import { type Eyes, within } from '../../privacy/within.ts'
import type { Db } from '../../tables.ts'
import type { Tools } from '../../web/tools.ts'
import { writeTo } from '../accounts/letter-service.ts'
import { certificatePdf } from './paper/paper.ts'
import { REMINDER_DAYS } from './rules.ts'
import { sealedPaper } from './sealing.ts'
import { shownDay } from './snapshot.ts'
import { verifyingWords } from './verifying/words.ts'
import { words } from './words.ts'

/** How long before an account is erased its certificates are sent along, for the last time. */
const LAST_DAYS = 7
const MOST_AT_ONCE = 500

type Told = keyof typeof REMINDER_DAYS | 'last'
type Due = { id: string; learner: string }

/** Reminds everybody whose paper runs out soon and was not renewed, twice; each in their own name. */
export async function remindOfEnds(eyes: Eyes, tools: Tools): Promise<void> {
  const { zone } = await tools.siteOf(eyes.institution)
  for (const told of ['remindedAgain', 'reminded'] as const) {
    const due = await within('timekeeping', eyes, (db) => endingSoon(db, eyes, { told, zone }))
    for (const { id, learner } of due) await remind(apart({ ...eyes, actor: learner }, id), { certificate: id, told, tools })
  }
}

/** Sends everybody whose account is erased within days the papers they have, while there is an address (F3). */
export async function sendLastOnes(eyes: Eyes, tools: Tools): Promise<void> {
  const due = await within('timekeeping', eyes, (db) => erasedSoon(db, eyes))
  const learners = new Set(due.map(({ learner }) => learner))
  for (const learner of learners) {
    // Who restricts us now may lift that before the day comes.
    if ((await sendPapers({ ...eyes, actor: learner }, tools)) === 'withheld') continue
    await noteTold({ ...eyes, actor: learner }, { told: 'last', certificates: due.filter((one) => one.learner === learner).map(({ id }) => id) })
  }
}

/** All the actor's papers in one letter, read and addressed at this moment. Nothing without papers. */
export async function sendPapers(eyes: Eyes, tools: Tools): Promise<'sent' | 'refused' | 'withheld'> {
  const papers = await papersOf(eyes)
  if (papers.length === 0) return 'withheld'
  return writeTo(eyes, tools, async ({ firstName, language }, { site }) => {
    const said = say({ ...words, ...verifyingWords }, language)
    const attachments = []
    for (const paper of papers) {
      const content = await certificatePdf(sealedPaper(eyes, paper))
      attachments.push({ filename: `${said.fileName}-${paper.code}.pdf`, type: 'application/pdf', content })
    }
    return { subject: said.lastSubject(site.name), paragraphs: [said.hello(firstName), said.lastLetter, said.lastCheck], attachments }
  })
}

/** Papers in force that end within the days of a reminder, not renewed, whose holder has not been told. */
function endingSoon(db: Db<'timekeeping'>, { now }: Eyes, { told, zone }: { told: keyof typeof REMINDER_DAYS; zone: string }): Promise<Due[]> {
  const last = localDay(addDuration(now, `P${REMINDER_DAYS[told]}D`, zone), zone)
  return notTold(db, told === 'reminded' ? ['reminded', 'remindedAgain'] : ['remindedAgain'])
    .innerJoin('accounts.persons as holder', 'holder.id', 'paper.learner')
    .where('holder.deactivated', 'is', null)
    .where('paper.valid_until', '>=', localDay(now, zone))
    .where('paper.valid_until', '<=', last)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('certificates.certificates as later')
            .select('later.id')
            .whereRef('later.learner', '=', 'paper.learner')
            .whereRef('later.course', '=', 'paper.course')
            .whereRef('later.cycle', '>', 'paper.cycle'),
        ),
      ),
    )
    .execute()
}

function erasedSoon(db: Db<'timekeeping'>, { now }: Eyes): Promise<Due[]> {
  return notTold(db, ['last'])
    .innerJoin('accounts.persons as holder', 'holder.id', 'paper.learner')
    .where('holder.deactivated', 'is not', null)
    .where('holder.erase_due', '<=', new Date(now.getTime() + LAST_DAYS * 86_400_000))
    .execute()
}

function notTold(db: Db<'timekeeping'>, outcomes: readonly Told[]) {
  return db
    .selectFrom('certificates.certificates as paper')
    .select(['paper.id', sql<string>`paper.learner`.as('learner')])
    .where('paper.learner', 'is not', null)
    .where('paper.replaced', 'is', null)
    .where('paper.revoked', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('certificates.deliveries as delivery')
            .select('delivery.id')
            .whereRef('delivery.certificate', '=', 'paper.id')
            .where('delivery.outcome', 'in', [...outcomes]),
        ),
      ),
    )
    .orderBy('paper.id')
    .limit(MOST_AT_ONCE)
}

async function remind(eyes: Eyes, { certificate, told, tools }: { certificate: string; told: Told; tools: Tools }): Promise<void> {
  const paper = (await papersOf(eyes)).find(({ id }) => id === certificate)
  const end = paper?.validUntil
  if (!paper || !end) return
  await writeTo(eyes, tools, ({ firstName }, { site, address }) => {
    const said = say({ ...words, ...verifyingWords }, paper.language)
    return {
      language: paper.language,
      subject: said.reminderSubject(site.name),
      paragraphs: [said.hello(firstName), said.reminderLetter(paper.snapshot.courseTitle, shownDay(end, paper.language))],
      button: { label: said.openPapers, href: `${address}/certificates` },
    }
  })
  await noteTold(eyes, { told, certificates: [certificate] })
}

/** Two papers of one learner are two errands, or the second letter would pass for the first. */
function apart(eyes: Eyes, certificate: string): Eyes {
  return eyes.errand ? { ...eyes, errand: `${eyes.errand} ${certificate}` } : eyes
}

/** Once told, or not to be told now: either way nobody is asked about again tomorrow. */
async function noteTold(eyes: Eyes, { told, certificates }: { told: Told; certificates: readonly string[] }): Promise<void> {
  const rows = certificates.map((certificate) => ({ id: newId(), certificate, learner: eyes.actor ?? '', sent: eyes.now, outcome: told }))
  await within('timekeeping', eyes, (db) => db.insertInto('certificates.deliveries').values(rows).onConflict((known) => known.doNothing()).execute())
}

/** What the actor has in force, while we may write to them. */
async function papersOf(eyes: Eyes) {
  const rows = await within('communication', eyes, (db) =>
    db
      .selectFrom('certificates.certificates')
      .select(['id', 'code', 'language', 'name', 'snapshot', 'issued', 'valid_until as validUntil'])
      .where('learner', '=', eyes.actor)
      .where('replaced', 'is', null)
      .where('revoked', 'is', null)
      .orderBy('issued')
      .limit(50)
      .execute(),
  )
  return rows.flatMap(({ name, language, ...row }) => (name === null ? [] : [{ ...row, name, language: language as Language }]))
}

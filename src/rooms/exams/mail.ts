import { formatDateTime } from '../../platform/time.ts'
import { say } from '../../platform/words.ts'
import { type Eyes, within } from '../../privacy/within.ts'
import type { Tools } from '../../web/tools.ts'
import { writeTo } from '../accounts/letter-service.ts'
import { inLanguage } from '../courses/rules.ts'
import { words } from './words.ts'

/** Tells a learner that their attempt has arrived, and when. */
export async function sendReceipt(eyes: Eyes, tools: Tools, attempt: string): Promise<void> {
  const found = await findSubmitted(eyes, attempt)
  if (!found) return
  await writeTo(eyes, tools, ({ language }, { site, address }) => {
    const said = say(words, language)
    const title = inLanguage(found.plan.title, language, found.plan.language).text
    return {
      // A subject line is read by whoever stands beside the telephone.
      subject: said.receiptSubject,
      paragraphs: [said.receiptText(title, formatDateTime(found.submitted, language, site.zone)), said.receiptNext],
      button: { label: said.toResult, href: `${address}/exams/attempts/${attempt}` },
    }
  })
}

/** Tells a learner that somebody has marked their answers; what came of it stands on the page alone. */
export async function sendResultIsReady(eyes: Eyes, tools: Tools, attempt: string): Promise<void> {
  const found = await findSubmitted(eyes, attempt)
  if (!found) return
  await writeTo(eyes, tools, ({ language }, { address }) => {
    const said = say(words, language)
    const title = inLanguage(found.plan.title, language, found.plan.language).text
    return {
      subject: said.readySubject,
      paragraphs: [said.resultReadyText(title)],
      button: { label: said.toResult, href: `${address}/exams/attempts/${attempt}` },
    }
  })
}

async function findSubmitted(eyes: Eyes, attempt: string) {
  const found = await within('communication', eyes, (db) =>
    db
      .selectFrom('exams.attempts as attempt')
      .innerJoin('exams.versions as version', 'version.id', 'attempt.version')
      .select(['attempt.submitted', 'version.plan'])
      .where('attempt.id', '=', attempt)
      .executeTakeFirst(),
  )
  // Reopened since: then nothing has been handed in.
  return found?.submitted ? { submitted: found.submitted, plan: found.plan } : undefined
}

import { formatDateTime } from '../../platform/time.ts'
import { say } from '../../platform/words.ts'
import { type Eyes, within } from '../../privacy/within.ts'
import type { Tools } from '../../web/tools.ts'
import { writeTo } from '../accounts/letter-service.ts'
import { inLanguage } from '../courses/rules.ts'
import { letterWords } from './letter-words.ts'

/** Tells a learner that their attempt has arrived, and when; or that it was not handed in, and what can be done. */
export async function sendReceipt(eyes: Eyes, tools: Tools, attempt: string): Promise<void> {
  const found = await findSubmitted(eyes, attempt)
  if (!found) return
  await writeTo(eyes, tools, ({ language }, { site, address }) => {
    const said = say(letterWords, language)
    const title = inLanguage(found.plan.title, language, found.plan.language).text
    const at = formatDateTime(found.submitted, language, site.zone)
    const text = { learner: said.receiptText, time: said.receiptForYou, abandoned: said.abandonedLetter }[found.because]
    return {
      // A subject line is read by whoever stands beside the telephone.
      subject: found.because === 'abandoned' ? said.abandonedSubject : said.receiptSubject,
      paragraphs: [text(title, at), said.receiptNext],
      button: { label: said.toResult, href: `${address}/exams/attempts/${attempt}` },
    }
  })
}

/** Tells a learner that somebody has marked their answers; what came of it stands on the page alone. */
export function sendResultIsReady(eyes: Eyes, tools: Tools, attempt: string): Promise<void> {
  return pointToResult(eyes, tools, { attempt, said: ({ readySubject, resultReadyText }) => [readySubject, resultReadyText] })
}

/** Tells a learner that a mark they knew has changed; how and why stands on the page alone. */
export function sendMarkedAnew(eyes: Eyes, tools: Tools, attempt: string): Promise<void> {
  return pointToResult(eyes, tools, { attempt, said: ({ markedAnewSubject, markedAnewText }) => [markedAnewSubject, markedAnewText] })
}

type Pointing = { attempt: string; said: (words: ReturnType<typeof say<typeof letterWords>>) => readonly [subject: string, text: (title: string) => string] }

async function pointToResult(eyes: Eyes, tools: Tools, { attempt, said }: Pointing): Promise<void> {
  const found = await findSubmitted(eyes, attempt)
  if (!found) return
  await writeTo(eyes, tools, ({ language }, { address }) => {
    const words = say(letterWords, language)
    const [subject, text] = said(words)
    const title = inLanguage(found.plan.title, language, found.plan.language).text
    return { subject, paragraphs: [text(title)], button: { label: words.toResult, href: `${address}/exams/attempts/${attempt}` } }
  })
}

/** Tells a learner that their attempt is open again, and until when; of one that they have handed in since, nothing. */
export async function sendOpenedAgain(eyes: Eyes, tools: Tools, attempt: string): Promise<void> {
  const found = await findAttempt(eyes, attempt)
  if (!found || found.submitted || found.deadline <= eyes.now) return
  await writeTo(eyes, tools, ({ language }, { site, address }) => {
    const said = say(letterWords, language)
    const title = inLanguage(found.plan.title, language, found.plan.language).text
    return {
      subject: said.openedAgainSubject,
      paragraphs: [said.openedAgainText(title, formatDateTime(found.deadline, language, site.zone)), said.openedAgainNext],
      button: { label: said.toExam, href: `${address}/exams/${found.exam}` },
    }
  })
}

/** Tells a learner that an exam is held otherwise for them than before; how, the page alone says. */
export async function sendArranged(eyes: Eyes, tools: Tools, exam: string): Promise<void> {
  const found = await within('communication', eyes, (db) =>
    db
      .selectFrom('exams.exams as exam')
      .innerJoin('exams.versions as version', 'version.id', 'exam.version')
      .select('version.plan')
      .where('exam.id', '=', exam)
      .executeTakeFirst(),
  )
  if (!found) return
  await writeTo(eyes, tools, ({ language }, { address }) => {
    const said = say(letterWords, language)
    const title = inLanguage(found.plan.title, language, found.plan.language).text
    return {
      // Nothing here says more time: whoever stands beside the telephone would ask why.
      subject: said.arrangedSubject,
      paragraphs: [said.arrangedText(title)],
      button: { label: said.toExam, href: `${address}/exams/${exam}` },
    }
  })
}

async function findSubmitted(eyes: Eyes, attempt: string) {
  const found = await findAttempt(eyes, attempt)
  // Reopened since: then nothing has been handed in.
  return found?.submitted ? { submitted: found.submitted, because: found.because as 'learner' | 'time' | 'abandoned', plan: found.plan } : undefined
}

async function findAttempt(eyes: Eyes, attempt: string) {
  return within('communication', eyes, (db) =>
    db
      .selectFrom('exams.attempts as attempt')
      .innerJoin('exams.versions as version', 'version.id', 'attempt.version')
      .select(['attempt.exam', 'attempt.deadline', 'attempt.submitted', 'attempt.submitted_because as because', 'version.plan'])
      .where('attempt.id', '=', attempt)
      .executeTakeFirst(),
  )
}

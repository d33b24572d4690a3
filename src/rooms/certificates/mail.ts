import { type Language, say } from '../../platform/words.ts'
import { sealOf } from '../../privacy/person-key.ts'
import { type Eyes, within } from '../../privacy/within.ts'
import type { Tools } from '../../web/tools.ts'
import { writeTo } from '../accounts/letter-service.ts'
import { findHolder, waitingFor } from './issuing.ts'
import { certificatePdf } from './paper/paper.ts'
import { answerContext } from './objecting/objections.ts'
import { objectingWords } from './objecting/words.ts'
import type { CorrectionReason, Reason } from './rules.ts'
import { sealedPaper } from './sealing.ts'
import { verifyAddress } from './snapshot.ts'
import { words } from './words.ts'

type Asked = { certificate: string; tools: Tools }

/**
 * Sends a paper to the address its holder has now (N20). Withheld where nothing comes back: the holder
 * has restricted us, rests, is blocked or erased, or the paper is no longer valid.
 */
export async function sendPaper(eyes: Eyes, { certificate, tools }: Asked): Promise<'sent' | 'refused' | 'withheld' | 'already'> {
  const paper = await findPaper(eyes, certificate)
  if (!paper || paper.name === null || paper.replaced || paper.revoked) return 'withheld'
  if (paper.delivered) return 'already'

  const { code, version, snapshot, name, corrected } = paper
  const language = paper.language as Language
  const content = await certificatePdf(sealedPaper(eyes, { ...paper, name, language }))
  return writeTo(eyes, tools, ({ firstName }, { site, address }) => {
    const said = say({ ...words, ...objectingWords }, language)
    const first = version === 1
    return {
      language,
      // Which course it was is nobody's business who sees a list of subjects (N55).
      subject: first ? said.paperSubject(site.name) : said.newVersionSubject(site.name),
      paragraphs: [
        said.hello(firstName),
        letterOf({ courseTitle: snapshot.courseTitle, first, corrected }, said),
        ...(mayBeWrong(corrected) ? [said.objectHere] : []),
        said.checkLetter(verifyAddress(snapshot.site, code)),
      ],
      button: mayBeWrong(corrected) ? { label: said.toYourPage, href: `${address}/certificates/${certificate}/objection` } : { label: said.openPapers, href: `${address}/certificates` },
      attachments: [{ filename: `${said.fileName}-${code}.pdf`, type: 'application/pdf', content }],
    }
  })
}

type Phrases = ReturnType<typeof say<typeof words & typeof objectingWords>>

function letterOf({ courseTitle, first, corrected }: { courseTitle: string; first: boolean; corrected: string | null }, said: Phrases): string {
  if (corrected) return said.correctedLetter(courseTitle, said[corrected as CorrectionReason])
  return first ? said.paperLetter(courseTitle) : said.newVersionLetter(courseTitle)
}

/** What was corrected because its holder objected is what they wanted. */
function mayBeWrong(corrected: string | null): boolean {
  return corrected !== null && corrected !== 'objection'
}

/** Asks whoever has completed a course and not said yet how their name is printed: it is all the paper waits for. */
export async function askForName(eyes: Eyes, tools: Tools): Promise<void> {
  const isAsked = await within('certification', eyes, async (db) => {
    const [holder, waiting] = await Promise.all([findHolder(db, eyes.actor ?? ''), waitingFor(db, eyes.actor ?? '')])
    return holder?.confirmed === null && waiting.length > 0
  })
  if (!isAsked) return
  await writeTo(eyes, tools, ({ firstName, language }, { site, address }) => {
    const said = say(words, language)
    return {
      subject: said.askNameSubject(site.name),
      paragraphs: [said.hello(firstName), said.askNameLetter],
      button: { label: said.confirmName, href: `${address}/certificates/name` },
    }
  })
}

/** Tells a holder that their paper was revoked, why, and how to object. */
export async function tellRevoked(eyes: Eyes, { certificate, tools }: Asked): Promise<void> {
  const paper = await findPaper(eyes, certificate)
  if (!paper?.revoked_because) return

  const reason = paper.revoked_because as Reason
  const language = paper.language as Language
  await writeTo(eyes, tools, ({ firstName }, { site, address }) => {
    const said = say({ ...words, ...objectingWords }, language)
    return {
      language,
      subject: said.revokedSubject(site.name),
      paragraphs: [
        said.hello(firstName),
        said.revokedLetter(paper.snapshot.courseTitle, paper.code),
        said.reasonIs(said[reason]),
        said.objectHere,
        said.objectByMail(site.contactEmail),
      ],
      button: { label: said.toYourPage, href: `${address}/certificates/${certificate}/objection` },
    }
  })
}

/** Tells a holder what two employees have answered to their objection. */
export async function tellAnswer(eyes: Eyes, { objection, tools }: { objection: string; tools: Tools }): Promise<void> {
  const answered = await findAnswer(eyes, objection)
  if (!answered) return
  const { certificate, code, language, courseTitle, against, outcome, answer } = answered
  await writeTo(eyes, tools, ({ firstName }, { site, address }) => {
    const said = say({ ...words, ...objectingWords }, language)
    const isGranted = outcome === 'granted'
    const effect = against === 'revocation' ? said.holdsAgain : said.correctedBack
    return {
      language,
      subject: said.answerSubject(site.name),
      paragraphs: [
        said.hello(firstName),
        said.answerLetter(courseTitle, code),
        isGranted ? `${said.grantedTitle}. ${effect}` : `${said.dismissedTitle}.`,
        answer,
        ...(isGranted ? [] : [said.stillDisagree]),
      ],
      button: { label: said.readAnswer, href: `${address}/certificates/${certificate}/objection` },
    }
  })
}

/** Undefined for whoever may not be written to now. */
function findAnswer(eyes: Eyes, objection: string) {
  return within('communication', eyes, async (db) => {
    const row = await db
      .selectFrom('certificates.objections as objection')
      .innerJoin('certificates.certificates as paper', 'paper.id', 'objection.certificate')
      .select(['objection.id', 'objection.certificate', 'objection.against', 'objection.outcome', 'objection.answer', 'paper.code', 'paper.language', 'paper.snapshot'])
      .where('objection.id', '=', objection)
      .where('objection.decided', 'is not', null)
      .executeTakeFirst()
    if (!row?.answer || !eyes.actor) return undefined
    const answer = (await sealOf(db, eyes, eyes.actor)).open(row.answer, answerContext(row.id))
    return { ...row, answer, courseTitle: row.snapshot.courseTitle, language: row.language as Language }
  })
}

/** Undefined for whoever may not be written to now. */
function findPaper(eyes: Eyes, certificate: string) {
  return within('communication', eyes, (db) =>
    db
      .selectFrom('certificates.certificates as paper')
      .innerJoin('accounts.persons as holder', 'holder.id', 'paper.learner')
      .leftJoin('certificates.deliveries as delivery', (join) =>
        join.onRef('delivery.certificate', '=', 'paper.id').on('delivery.outcome', '=', 'sent'),
      )
      .leftJoin('certificates.corrections as correction', 'correction.certificate', 'paper.id')
      .select(['correction.reason as corrected', 'paper.code', 'paper.version', 'paper.language', 'paper.name', 'paper.snapshot', 'paper.issued'])
      .select(['paper.replaced', 'paper.revoked', 'paper.revoked_because', 'paper.valid_until as validUntil', 'delivery.id as delivered'])
      .where('paper.id', '=', certificate)
      .where('paper.learner', '=', eyes.actor)
      .where('holder.deactivated', 'is', null)
      .where('holder.blocked', 'is', null)
      .executeTakeFirst(),
  )
}

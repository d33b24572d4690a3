import { letterHtml, letterText } from '../../platform/mail/letter.ts'
import { logFault } from '../../platform/log.ts'
import { say } from '../../platform/words.ts'
import type { Visit } from '../../web/visit.ts'
import type { Draft } from './rules.ts'
import { helpFor } from './service.ts'
import { words } from './words.ts'

const PHRASES = { full: 'helpFull', expired: 'helpExpired', suspended: 'helpSuspended', notBegun: 'helpNotBegun', joiningOver: 'helpJoiningOver' } as const

/**
 * Writes to the learner why their code was refused, after the answer has gone: it neither shows nor
 * takes longer on the page. Only within the organisation's own domains, and never kept anywhere.
 */
export function sendHelp(visit: Visit, draft: Draft): void {
  setImmediate(() => writeHelp(visit, draft).catch((fault) => logFault(fault, 'registration help')))
}

async function writeHelp(visit: Visit, draft: Draft): Promise<void> {
  if (hadEnough(visit, draft.email)) return
  const reason = await helpFor(visit, draft)
  if (!reason) return
  remember(visit, draft.email)

  const said = say(words, visit.language)
  const frame = {
    language: visit.language,
    institutionName: visit.site.name,
    accent: '#14594A',
    heading: said.helpSubject,
    paragraphs: [said.helpIntro, said[PHRASES[reason]]],
    footer: `${visit.site.legalName}, ${visit.site.address}`,
  }
  const from = { name: visit.site.name, address: visit.site.contactEmail }
  await visit.means.mail.send({ to: draft.email, from, subject: said.helpSubject, text: letterText(frame), html: letterHtml(frame) })
}

const MOST_LETTERS = 3 // to one address in a day
const DAY = 86_400_000 // milliseconds

// In this process's memory alone, and for a day: of whoever was refused nothing is kept.
const written = new Map<string, Date[]>()

function hadEnough({ institution, now }: Visit, email: string): boolean {
  for (const [key, moments] of written) if (moments.every((moment) => now.getTime() - moment.getTime() > DAY)) written.delete(key)
  return (written.get(keyOf(institution, email)) ?? []).length >= MOST_LETTERS
}

function remember({ institution, now }: Visit, email: string): void {
  const key = keyOf(institution, email)
  written.set(key, [...(written.get(key) ?? []), now])
}

function keyOf(institution: string, email: string): string {
  return `${institution} ${email.toLowerCase()}`
}

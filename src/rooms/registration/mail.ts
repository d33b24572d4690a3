import { letterHtml, letterText } from '../../platform/mail/letter.ts'
import { logFault } from '../../platform/log.ts'
import { say } from '../../platform/words.ts'
import type { Visit } from '../../web/visit.ts'
import type { Draft } from './rules.ts'
import { helpFor } from './service.ts'
import { words } from './words.ts'

const PHRASES = { full: 'helpFull', expired: 'helpExpired', suspended: 'helpSuspended', notBegun: 'helpNotBegun' } as const

/**
 * Writes to the learner why their code was refused, after the answer has gone: it neither shows nor
 * takes longer on the page. Only within the organisation's own domains, and never kept anywhere.
 */
export function sendHelp(visit: Visit, draft: Draft): void {
  setImmediate(() => writeHelp(visit, draft).catch((fault) => logFault(fault, 'registration help')))
}

async function writeHelp(visit: Visit, draft: Draft): Promise<void> {
  const reason = await helpFor(visit, draft)
  if (!reason) return

  const said = say(words, visit.language)
  const frame = {
    language: visit.language,
    institutionName: visit.site.name,
    accent: '#14594A',
    heading: said.helpSubject,
    paragraphs: [said.helpIntro, said[PHRASES[reason]]],
    footer: `${visit.site.legalName}, ${visit.site.address}`,
  }
  await visit.means.mail.send({ to: draft.email, subject: said.helpSubject, text: letterText(frame), html: letterHtml(frame) })
}

import { letterHtml, letterText } from '../../platform/mail/letter.ts'
import { MailRefused } from '../../platform/mail/mail.ts'
import type { Attachment } from '../../platform/mail/mail.ts'
import type { Language } from '../../platform/words.ts'
import { type Eyes, within } from '../../privacy/within.ts'
import type { Tools } from '../../web/tools.ts'
import type { Site } from '../../web/visit.ts'

/** Whom a letter goes to, read at the moment of writing and kept nowhere. */
export type Addressee = { firstName: string; lastName: string; email: string; language: Language }

export type Written = {
  /** Instead of the person's own address: the new one they want to prove. */
  to?: string
  subject: string
  paragraphs: string[]
  /** Another than the person's own: that of the thing the letter brings. */
  language?: Language
  button?: { label: string; href: string }
  attachments?: Attachment[]
}

/** Where the letter's links lead, and whose name stands under it. */
export type Sender = { site: Site; address: string }

const ACCENTS = { nomkus: '#14594A', laeringshus: '#1D4E89' } as const

/**
 * Writes to the person the eyes act for, at the address they have now. Withdrawn, restricted or erased
 * since the letter was asked for, there is nobody to write to, and nothing is composed.
 */
export async function writeTo(
  eyes: Eyes,
  tools: Tools,
  compose: (to: Addressee, from: Sender) => Written | Promise<Written>,
): Promise<'sent' | 'withheld' | 'refused'> {
  const to = await within('communication', eyes, (db) =>
    db
      .selectFrom('accounts.persons')
      .select(['first_name as firstName', 'last_name as lastName', 'email', 'language'])
      .where('id', '=', eyes.actor)
      .executeTakeFirst(),
  )
  if (!to) return 'withheld'

  const addressee = { ...to, language: to.language as Language }
  const site = await tools.siteOf(eyes.institution)
  const written = await compose(addressee, { site, address: tools.addressOf(site) })
  return post(eyes, { addressee, site, written })
}

type Posted = { addressee: Addressee; site: Site; written: Written }

async function post(eyes: Eyes, { addressee, site, written }: Posted): Promise<'sent' | 'refused'> {
  const { to = addressee.email, language = addressee.language, subject, paragraphs, button, attachments } = written
  const frame = {
    language,
    institutionName: site.name,
    accent: ACCENTS[site.theme],
    heading: subject,
    paragraphs,
    ...(button ? { button } : {}),
    footer: `${site.legalName}, ${site.address}`,
  }
  const from = { name: site.name, address: site.contactEmail }
  const letter = { to, from, subject, text: letterText(frame), html: letterHtml(frame) }
  try {
    await eyes.means.mail.send({ ...letter, ...(attachments ? { attachments } : {}) })
    return 'sent'
  } catch (error) {
    if (error instanceof MailRefused) return 'refused'
    throw error
  }
}

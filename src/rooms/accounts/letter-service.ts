import { createHash } from 'node:crypto'
import { letterHtml, letterText } from '../../platform/mail/letter.ts'
import { MailRefused } from '../../platform/mail/mail.ts'
import type { Attachment, Letter } from '../../platform/mail/mail.ts'
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

/** Writes to the institution's own address, in its language: about what waits there for an employee. */
export async function writeToOffice(eyes: Eyes, tools: Tools, compose: (from: Sender) => Omit<Written, 'to' | 'language'>): Promise<void> {
  const site = await tools.siteOf(eyes.institution)
  const office = { firstName: '', lastName: '', email: site.contactEmail, language: site.language }
  const written = compose({ site, address: tools.addressOf(site) })
  await eyes.means.mail.send(letterOf({ ...eyes, actor: null }, { addressee: office, site, written }))
}

type Posted = { addressee: Addressee; site: Site; written: Written }

/** A letter that is refused for good is not tried again; that it was refused is kept for whoever can mend the address. */
async function post(eyes: Eyes, posted: Posted): Promise<'sent' | 'refused'> {
  try {
    await eyes.means.mail.send(letterOf(eyes, posted))
  } catch (error) {
    if (!(error instanceof MailRefused)) throw error
    await noteRefused(eyes)
    return 'refused'
  }
  await noteArrived(eyes, posted)
  return 'sent'
}

function letterOf(eyes: Eyes, { addressee, site, written }: Posted): Letter {
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
  return {
    to,
    from: { name: site.name, address: site.contactEmail },
    subject,
    text: letterText(frame),
    html: letterHtml(frame),
    ...(eyes.errand ? { id: idOf(eyes.errand, to) } : {}),
    ...(eyes.actor ? { person: eyes.actor } : {}),
    ...(attachments ? { attachments } : {}),
  }
}

/** The same for the same letter, told from any other, and telling nothing of whom it goes to. */
function idOf(errand: string, to: string): string {
  return createHash('sha256').update(`${errand} ${to}`).digest('hex').slice(0, 32)
}

async function noteRefused(eyes: Eyes): Promise<void> {
  const { actor: person, now } = eyes
  if (person === null) return
  await within('communication', eyes, (db) =>
    db
      .insertInto('accounts.unreached')
      .values({ person, refused: now })
      .onConflict((conflict) => conflict.columns(['institution', 'person']).doUpdateSet({ refused: now }))
      .execute(),
  )
}

/** A letter that was laid into the folder while its addressee was being erased goes with them. */
async function noteArrived(eyes: Eyes, { addressee }: Posted): Promise<void> {
  const isHere = await within('communication', eyes, async (db) => {
    await db.deleteFrom('accounts.unreached').where('person', '=', eyes.actor).execute()
    return db.selectFrom('accounts.persons').select('id').where('id', '=', eyes.actor).executeTakeFirst()
  })
  if (!isHere && eyes.actor) await eyes.means.mail.forget({ addresses: [addressee.email], person: eyes.actor })
}

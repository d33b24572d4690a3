import { createTransport } from 'nodemailer'
import { forgetLetters, forgetOldLetters, keepLetter } from './mailbox.ts'

export type Address = { name: string; address: string }

export type Attachment = { filename: string; type: string; content: Uint8Array }

export type Letter = {
  /** One bare address: a letter goes to one person. */
  to: string
  subject: string
  text: string
  html: string
  /** Whom it is about, by id: never in the message, only beside it in the folder, to find it again. */
  person?: string
  /** Whose letter it is, when it is not the installation's own. */
  from?: Address
  /** The same on a second try, so that a mailbox shows a letter once. Letters, digits and hyphens. */
  id?: string
  headers?: Readonly<Record<string, string>>
  /** Where one click ends such letters. Source: RFC 8058. */
  unsubscribe?: string
  attachments?: readonly Attachment[]
}

export type Mail = {
  kind: 'smtp' | 'folder'
  /** @throws MailRefused when trying again is useless, MailDelayed when it is not. */
  send(letter: Letter): Promise<{ messageId: string }>
  /** Removes the letters to these addresses, or about this person, that lie in the folder; what was sent is out of our hands. */
  forget(those: { addresses: readonly string[]; person?: string }): Promise<void>
  /** Removes the letters that have lain in the folder since before a moment. */
  forgetBefore(moment: Date): Promise<void>
  close(): void
}

export type MailSettings = {
  /** `smtp:` or `smtps:`; without it letters are laid into the folder, for the demonstration to read. */
  smtpUrl: string | undefined
  folder: string
  from: Address
  now: () => Date
}

/** For good: no such mailbox, or not this letter. Says the server's codes and never whose address it was. */
export class MailRefused extends Error {}

/** For now: the server is away, busy or wrongly set up. Try again later. */
export class MailDelayed extends Error {}

const ADDRESS = /^[^\s\p{C}<>()[\]\\,;:"@]+@[^\s\p{C}<>()[\]\\,;:"@]+$/u
const LONGEST_ADDRESS = 254 // https://www.rfc-editor.org/errata/eid1690
const TEN_SECONDS = 10_000
const MINUTE = 60_000

/** Opens the post. The connection is made with the first letter, so a server that is away stops no start. */
export function openMail(settings: MailSettings): Mail {
  const door = settings.smtpUrl === undefined ? folderMail(settings) : smtpMail(settings, settings.smtpUrl)
  // Letters may lie in the folder from before there was a server.
  return { ...door, forget: (those) => forgetLetters(settings.folder, those), forgetBefore: (moment) => forgetOldLetters(settings.folder, moment) }
}

type Sending = Pick<Mail, 'kind' | 'send' | 'close'>

function smtpMail(settings: MailSettings, url: string): Sending {
  const transport = createTransport({
    pool: true,
    url,
    maxConnections: 4,
    connectionTimeout: TEN_SECONDS,
    greetingTimeout: TEN_SECONDS,
    socketTimeout: MINUTE,
    requireTLS: mustEncrypt(url),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    kind: 'smtp',
    send: async (letter) => {
      const message = messageOf(letter, settings)
      const { messageId } = await transport.sendMail(message).catch((error: SmtpError) => {
        throw judged(error)
      })
      return { messageId }
    },
    close: () => transport.close(),
  }
}

function folderMail(settings: MailSettings): Sending {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  return {
    kind: 'folder',
    send: async (letter) => {
      const { messageId, message } = await transport.sendMail(messageOf(letter, settings))
      const from = letter.from ?? settings.from
      await keepLetter(settings.folder, { letter: { ...letter, from }, message: message as Buffer, at: settings.now() })
      return { messageId }
    },
    close: () => transport.close(),
  }
}

/** Passwords and letters leave this machine encrypted, unless the address says `?requireTLS=false`. */
function mustEncrypt(url: string): boolean {
  const { hostname, searchParams } = new URL(url)
  const isHere = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname)
  return !isHere && searchParams.get('requireTLS') !== 'false'
}

/** Whatever a person's name holds, a header stays one line, and one address stays one recipient. */
function messageOf(letter: Letter, { from, now }: MailSettings) {
  const sender = letter.from ?? from
  if (!ADDRESS.test(letter.to) || letter.to.length > LONGEST_ADDRESS) {
    throw new MailRefused('The letter was not sent: its address is none.')
  }
  return {
    date: now(),
    from: { name: oneLine(sender.name), address: sender.address },
    to: { name: '', address: letter.to },
    subject: oneLine(letter.subject),
    text: letter.text,
    html: letter.html,
    headers: headersOf(letter),
    ...(letter.id === undefined ? {} : { messageId: `<${letter.id}@${sender.address.split('@')[1]}>` }),
    attachments: (letter.attachments ?? []).map(({ filename, type, content }) => ({
      filename: oneLine(filename),
      contentType: type,
      content: Buffer.from(content),
    })),
  }
}

function headersOf({ headers = {}, unsubscribe }: Letter): Record<string, string> {
  const lines = Object.entries(headers).map(([name, value]) => [name, oneLine(value)] as const)
  const oneClick = unsubscribe && {
    'List-Unsubscribe': `<${new URL(unsubscribe).href}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  }
  return { 'Auto-Submitted': 'auto-generated', ...Object.fromEntries(lines), ...oneClick }
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()
}

type SmtpError = Error & { code?: string; command?: string; responseCode?: number; response?: string }

/**
 * A 5xx about the recipient or the letter is for good. One about us (greeting, sign-in, sender) is
 * not the letter's fault and will be mended. The server's own words may quote the address: only its
 * codes are kept.
 */
function judged({ code, command, responseCode = 0, response = '' }: SmtpError): MailRefused | MailDelayed {
  const enhanced = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1]
  const codes = [code, responseCode || undefined, enhanced].filter(Boolean).join(' ')
  const isAboutTheLetter = command === 'RCPT TO' || command === 'DATA'
  return isAboutTheLetter && responseCode >= 500
    ? new MailRefused(`The receiving server refused the letter: ${codes}`)
    : new MailDelayed(`The letter could not be handed over: ${codes}`)
}

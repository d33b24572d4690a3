import { type Language, say } from '../../platform/words.ts'
import { countries, recipientClasses, recipientKinds, type Recipient } from '../../privacy/recipients.ts'
import type { Facts } from './facts.ts'
import { rights } from './rights.ts'
import type { Block } from './tags.ts'
import { words } from './words.ts'

type At = { facts: Facts; language: Language }

/** A block of the policy's text as Markdown, from what the declarations said when it was published. */
export function blockText(block: Block, at: At): string {
  return LISTS[block](at)
}

const LISTS: Readonly<Record<Block, (at: At) => string>> = {
  controller: ({ facts: { controller }, language }) =>
    lines([`**${plain(controller.name)}**`, say(words, language).number(controller.number), plain(controller.address)]),

  contact({ facts: { contact }, language }) {
    const said = say(words, language)
    const phone = contact.phone ? [said.byPhone(plain(contact.phone))] : []
    return lines([
      said.forPrivacy(mailLink(contact.privacyEmail)),
      said.forTheRest(mailLink(contact.email)),
      ...phone,
      said.byPost(plain(contact.address)),
    ])
  },

  authority({ facts: { authority }, language }) {
    const site = `[${authority.website.replace('https://', '')}](${authority.website})`
    return lines([`**${authority.name}**`, authority.address, mailLink(authority.email), say(words, language).byPhone(authority.phone), site])
  },

  'list categories': ({ facts, language }) =>
    facts.categories
      .map(({ name, tables }) => {
        const rows = tables.map((table) => [table.name[language], table.columns.map((column) => column[language]).join(', '), table.source[language]])
        return `**${name[language]}**\n\n${tableText(say(words, language).categoryColumns, rows)}`
      })
      .join('\n\n'),

  'list purposes'({ facts, language }) {
    const rows = facts.purposes.map(({ name, why, bases }) => [name[language], why[language], bases.map((basis) => basis.name[language]).join('; ')])
    return tableText(say(words, language).purposeColumns, rows)
  },

  'list retention'({ facts, language }) {
    const rows = facts.retention.map(({ name, until }) => [name[language], until[language]])
    return tableText(say(words, language).retentionColumns, rows)
  },

  'list recipients'({ facts, language }) {
    return facts.recipients.map((one) => recipientText(one, language)).join('\n')
  },

  'list cookies'({ facts, language }) {
    const rows = facts.cookies.map(({ name, why, set, lasts, readBy }) => [`\`${name}\``, why[language], set[language], lasts[language], readBy[language]])
    return tableText(say(words, language).cookieColumns, rows)
  },

  'list rights': ({ language }) => rights.map(({ name, how }) => `- **${name[language]}:** ${how[language]}`).join('\n'),
}

function recipientText(one: Recipient, language: Language): string {
  const said = say(words, language)
  const where = [...new Set([one.storedIn, ...one.accessedFrom])].map((code) => countries[code].name[language]).join(', ')
  const transfer = one.transfer ? one.transfer[language] : said.withinEea
  return [
    `- **${one.name[language]}** (${recipientClasses[one.class][language]}; ${recipientKinds[one.kind][language]}).`,
    said.given(one.fields[language]),
    said.mayOnly(one.instruction[language]),
    said.storedAndSeen(where, transfer),
    said.agreed(one.agreement[language]),
  ].join(' ')
}

function tableText(columns: string, rows: readonly (readonly string[])[]): string {
  const heads = columns.split('|')
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n')
}

function lines(texts: readonly string[]): string {
  return texts.join('  \n')
}

function mailLink(address: string): string {
  return `[${plain(address)}](mailto:${address})`
}

// What an institution is called comes from its own facts, and is no Markdown.
function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>|]/g, '\\$&')
}

import { type Language, say } from '../../platform/words.ts'
import { countries, recipientClasses, recipientKinds, type Recipient } from '../../privacy/recipients.ts'
import type { Saying } from '../../privacy/words.ts'
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
        const told = tables.map((table) => `- **${table.name[language]}** (${table.source[language]}): ${joined(table.columns, language)}`)
        return `*${name[language]}*\n\n${told.join('\n')}`
      })
      .join('\n\n'),

  'list purposes': ({ facts, language }) =>
    facts.purposes
      .map(({ name, why, bases }) => `- **${name[language]}.** ${why[language]} ${say(words, language).basedOn(bases.map((basis) => basis.name[language]).join('; '))}`)
      .join('\n'),

  // Most things end alike, so each end is said once.
  'list retention'({ facts, language }) {
    const ends = new Map<string, string[]>()
    for (const { name, until } of facts.retention) ends.set(until[language], [...(ends.get(until[language]) ?? []), name[language]])
    return [...ends].map(([until, names]) => `- **${until}:** ${names.join(', ')}`).join('\n')
  },

  'list recipients': ({ facts, language }) => facts.recipients.map((one) => recipientText(one, language)).join('\n'),

  'list cookies': ({ facts, language }) =>
    facts.cookies
      .map(({ name, why, set, lasts, readBy }) => `- \`${name}\`: ${why[language]} ${say(words, language).cookieLife(set[language], lasts[language], readBy[language])}`)
      .join('\n'),

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

function joined(phrases: readonly Saying[], language: Language): string {
  return phrases.map((phrase) => phrase[language]).join(', ')
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

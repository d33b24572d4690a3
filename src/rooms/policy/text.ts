import { renderMarkdown } from '../../platform/markdown.ts'
import type { Language } from '../../platform/words.ts'
import type { Facts } from './facts.ts'
import type { PolicyVersion } from './service.ts'
import { type Block, replaceTags } from './tags.ts'

/** A version of the policy as markup: its own text, with the lists as they stood when it was published. */
export function policyHtml(version: Pick<PolicyVersion, 'texts' | 'facts'>, { language }: { language: Language }): string {
  const facts = version.facts as Partial<Facts>
  const text = replaceTags(version.texts[language], (tag) => {
    if (tag.kind === 'promises') return tag.later ? ` *(${LATER[language]})*` : ''
    if (tag.kind === 'duration') return (facts.durations as Facts['durations'] | undefined)?.[tag.name as never]?.['said'][language] ?? ''
    if (tag.kind === 'block') return `\n${blockOf(tag.block, facts, language)}\n`
    return ''
  })
  return renderMarkdown(text, { language, firstHeading: 2 })
}

const LATER = { nb: 'kommer senere', da: 'kommer senere', en: 'comes later' } as const

/** One list of the policy, from the declarations and never by hand. */
function blockOf(block: Block, facts: Partial<Facts>, language: Language): string {
  const list = (lines: readonly string[] | undefined) => (lines ?? []).map((line) => `- ${line}`).join('\n')
  const { controller, contact, authority } = facts
  switch (block) {
    case 'controller':
      return controller ? list([controller.name, controller.number, controller.address]) : ''
    case 'contact':
      return contact ? list([contact.privacyEmail, contact.email, ...(contact.phone ? [contact.phone] : [])]) : ''
    case 'authority':
      return authority ? list([authority.name, authority.address, authority.website]) : ''
    case 'list categories':
      return list(facts.categories?.map(({ name, tables }) => `**${name[language]}**: ${tables.map((table) => table.name[language]).join(', ')}`))
    case 'list purposes':
      return list(facts.purposes?.map(({ name, why, bases }) => `**${name[language]}**: ${why[language]} (${bases.map((basis) => basis.name[language]).join(', ')})`))
    case 'list retention':
      return list(facts.retention?.map(({ name, until }) => `${name[language]}: ${until[language]}`))
    case 'list cookies':
      return list(facts.cookies?.map(({ name, why, lasts }) => `**${name}**: ${why[language]} (${lasts[language]})`))
    case 'list recipients':
      return list(facts.recipients?.map((recipient) => (typeof recipient.name === 'string' ? recipient.name : (recipient.name as Record<Language, string>)[language])))
    case 'list rights':
      return list([RIGHTS[language]])
  }
}

const RIGHTS = {
  nb: 'Innsyn, retting, sletting, begrensning, flytting og innsigelse: på siden «Mine data», eller ved å skrive til oss.',
  da: 'Indsigt, rettelse, sletning, begrænsning, flytning og indsigelse: på siden »Mine data« eller ved at skrive til os.',
  en: 'Access, correction, erasure, restriction, portability and objection: on the page “My data”, or by writing to us.',
} as const

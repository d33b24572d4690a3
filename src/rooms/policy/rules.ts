import { addDuration } from '../../platform/time.ts'
import { languages } from '../../platform/words.ts'
import { ARTEFACTS, type PolicyLetter, promisesOf } from '../../privacy/promises.ts'
import type { Facts } from './facts.ts'
import { blocks, promisesIn, tagsIn, type Tag } from './tags.ts'

export type Texts = Readonly<Record<(typeof languages)[number], string>>

/**
 * Everything that keeps a text from being published, in English, for whoever writes it; nothing when
 * all is well. The same list fails the tests over the texts that come with the house.
 */
export function faultsOf(texts: Texts, facts: Facts): string[] {
  return [
    ...contactFaults(facts),
    ...languages.flatMap((language) => textFaults(texts[language], facts).map((fault) => `${language}: ${fault}`)),
    ...languages.filter((language) => shape(texts[language]) !== shape(texts.nb)).map((language) => `${language}: does not say the same, in the same order, as nb`),
  ]
}

function textFaults(text: string, facts: Facts): string[] {
  return [...blockFaults(text), ...tagFaults(text, facts), ...promiseFaults(text), ...literalFaults(text)]
}

// What the law has everybody told. Source: GDPR articles 13 and 14.
function blockFaults(text: string): string[] {
  const alone = text.split('\n').map((line) => line.trim())
  const missing = blocks.filter((block) => !alone.includes(`{${block}}`))
  return missing.map((block) => `the statement {${block}} is missing, or does not stand alone on a line`)
}

function tagFaults(text: string, facts: Facts): string[] {
  return tagsIn(text).flatMap((tag) => {
    if (tag.kind === 'unknown') return [`nobody knows {${tag.text}}`]
    if (tag.kind === 'duration' && !(tag.name in facts.durations)) return [`no declaration has the period ${tag.name}`]
    if (tag.kind === 'purpose' && !facts.purposes.some(({ purpose }) => purpose === tag.name)) return [`no declaration has the purpose ${tag.name}`]
    return []
  })
}

function promiseFaults(text: string): string[] {
  const made = promisesIn(text).map(({ id }) => id)
  const letters = new Set(made.map((id) => id.charAt(0) as PolicyLetter))
  const [letter] = letters
  if (!letter || letters.size > 1) return ['the promises of exactly one policy must be in it']

  const owed = promisesOf(letter).filter((id) => !ARTEFACTS.includes(id))
  const missing = owed.filter((id) => !made.includes(id))
  const odd = made.filter((id, i) => !owed.includes(id) || made.indexOf(id) !== i)
  return [...missing.map((id) => `${id} is not promised`), ...odd.map((id) => `${id} is no promise, or is promised twice`)]
}

const UNITS = '(?:minutt?|minute|time|hour|dag|døgn|day|uke|uge|week|måned|month|år|year)(?:e?r|e|s|en)?'
const NUMBERS =
  '(?:\\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|thirty|sixty|ninety|tre|fire|fem|seks|sju|syv|åtte|otte|ni|ti|tolv|fjorten|tretti|tredive|seksti|nitti|halvfems)'

/** What a text may not say by itself, each with the reason. */
const LITERALS: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`(?<![\\p{L}\\d])${NUMBERS}[\\s-]+${UNITS}(?![\\p{L}\\d])`, 'iu'), 'a period is written by hand'],
  [/\bto (?:minutter|timer|dage?r?|døgn|uker|uger|måneder|år)(?!\p{L})/iu, 'a period is written by hand'],
  [/(?<![\w])P(?:\d+[YMWD])+(?!\w)|(?<!\w)PT\d+[HMS]/, 'a period is written by hand'],
  [/\b(?:reasonable (?:period|time)|rimelige? (?:tid|periode))/i, 'a period without a number'],
  [/\[email[^\]]*protected\]/i, 'an address that was lost on the way'],
  [/(?:^|\n)\s*Many\.\s/, 'an answer without its question'],
  [/\d{1,2}\/\d{1,2}\/\d{4}/, 'a printed date'],
  [/100\s?%\s?(?:secure|sikker)/i, 'more than can be promised'],
  [/[\w.+-]+@[\w-]+\.\w/, 'an address that belongs to {contact}'],
]

function literalFaults(text: string): string[] {
  return LITERALS.flatMap(([pattern, why]) => {
    const found = pattern.exec(text)
    return found ? [`${why}: "${found[0].trim()}"`] : []
  })
}

function contactFaults({ contact, controller, recipients }: Facts): string[] {
  const mails = [contact.email, contact.privacyEmail].filter((mail) => !/^[^\s@[\]]+@[^\s@[\]]+\.[^\s@[\]]+$/.test(mail))
  const empty = [controller.name, controller.number, controller.address, contact.address].filter((fact) => fact.trim() === '')
  const unbound = recipients.filter(({ kind, instruction }) => kind === 'processor' && instruction.nb.trim() === '')
  return [
    ...mails.map((mail) => `the contact "${mail}" is no address`),
    ...(empty.length > 0 ? ['the controller or its address is empty'] : []),
    ...unbound.map(({ key }) => `the processor ${key} has no instruction`),
  ]
}

function shape(text: string): string {
  return tagsIn(text).map(nameOf).join(' ')
}

function nameOf(tag: Tag): string {
  if (tag.kind === 'promises') return `${tag.ids.join('+')}${tag.later ? '?' : ''}`
  if (tag.kind === 'block') return tag.block
  return tag.kind === 'unknown' ? tag.text : `${tag.kind}:${tag.name}`
}

/** A change that people are told of: the kind, and the values of its phrase. */
export type MaterialChange = {
  readonly kind: 'newPurpose' | 'newBasis' | 'newRecipient' | 'newCategory' | 'keptLonger' | 'newCookie'
  readonly values: readonly Readonly<Record<(typeof languages)[number], string>>[]
}

/** What people are told of by letter too: a thing we did not do before, or do on other grounds, with others, or for longer. */
const TOLD: readonly MaterialChange['kind'][] = ['newPurpose', 'newBasis', 'newRecipient', 'keptLonger']

/** What goes further than what people said yes to, so that we ask for a yes again. Keeping longer is told. */
const ASKED: readonly MaterialChange['kind'][] = ['newPurpose', 'newBasis', 'newRecipient']

export function toldChanges(changes: readonly MaterialChange[]): MaterialChange[] {
  return changes.filter(({ kind }) => TOLD.includes(kind))
}

/** Whether people are written to about these changes. */
export function isTold(changes: readonly MaterialChange[]): boolean {
  return toldChanges(changes).length > 0
}

/** Whether whoever accepted the policy before these changes is asked to accept it anew. */
export function asksAnew(changes: readonly MaterialChange[]): boolean {
  return changes.some(({ kind }) => ASKED.includes(kind))
}

/** What matters to people between two versions: never a wording. */
export function materialChanges(before: Facts, after: Facts): MaterialChange[] {
  const change = (kind: MaterialChange['kind'], ...values: MaterialChange['values'][number][]) => ({ kind, values })
  const known = <T>(list: readonly T[], same: (one: T) => boolean) => list.some(same)
  const literal = (text: string) => ({ nb: text, da: text, en: text })

  const purposesNew = after.purposes.filter((one) => !known(before.purposes, ({ purpose }) => purpose === one.purpose))
  const bases = after.purposes.flatMap((one) => {
    const old = before.purposes.find(({ purpose }) => purpose === one.purpose)
    return old ? one.bases.filter(({ basis }) => !known(old.bases, (had) => had.basis === basis)).map((basis) => change('newBasis', one.name, basis.name)) : []
  })
  const columns = after.categories.flatMap(({ category, name, tables }) => {
    const had = new Set(before.categories.filter((one) => one.category === category).flatMap((one) => one.tables.flatMap(({ columns: all }) => all.map(({ nb }) => nb))))
    return tables.flatMap((table) => table.columns.filter(({ nb }) => !had.has(nb))).map((column) => change('newCategory', column, name))
  })
  const longer = after.retention.filter((one) => isLonger(before, after, one.what))

  return [
    ...purposesNew.map(({ name }) => change('newPurpose', name)),
    ...bases,
    ...after.recipients.filter((one) => !known(before.recipients, ({ key }) => key === one.key)).map(({ name }) => change('newRecipient', name)),
    ...columns,
    ...longer.map(({ name, until }) => change('keptLonger', name, until)),
    ...after.cookies.filter((one) => !known(before.cookies, ({ name }) => name === one.name)).map(({ name }) => change('newCookie', literal(name))),
  ]
}

function isLonger(before: Facts, after: Facts, what: string): boolean {
  const [old, now] = [before, after].map((facts) => lengthOf(facts, what))
  return old !== undefined && now !== undefined && now > old
}

/** In milliseconds; without end where it stays as long as the account. */
function lengthOf({ retention, durations }: Facts, what: string): number | undefined {
  const row = retention.find((one) => one.what === what)
  if (!row) return undefined
  const period = row.duration ? durations[row.duration] : undefined
  return period ? addDuration(new Date(0), period.iso, 'UTC').getTime() : Number.POSITIVE_INFINITY
}

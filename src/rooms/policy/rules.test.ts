import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { LAERINGSHUS, NOMKUS } from '../../../test/house.ts'
import { policyTexts } from '../../demonstration/policies.ts'
import { tables } from '../../house.ts'
import { languages } from '../../platform/words.ts'
import { readable } from '../../privacy/policies.ts'
import { purposeNames } from '../../privacy/purposes.ts'
import { recipientClasses } from '../../privacy/recipients.ts'
import { type DurationName, durations } from '../../privacy/durations.ts'
import { sayDuration } from '../../privacy/duration-words.ts'
import { columnNames, tableNames } from '../../privacy/words.ts'
import { changesBetween } from './diff.ts'
import { factsOf, namedDurations, readingPurposes } from './facts.ts'
import { whatKeeps } from './proofs.ts'
import { faultsOf, materialChanges, type Texts } from './rules.ts'
import { promisesIn, sentencesOf } from './tags.ts'
import { policyMarkdown } from './text.ts'

const demonstration = join(import.meta.dirname, '../../../demonstration')
const policies = await Promise.all(
  [NOMKUS, LAERINGSHUS].map(async (site) => ({ site, texts: await policyTexts(demonstration, site.slug), facts: factsOf({ tables, site }) })),
)
/** Periods of tables about nobody, such as receipts without a name. */
const ofNobody = tables.flatMap(({ duty: { about, ends } }) => (about === 'nobody' && typeof ends === 'object' && 'after' in ends ? [ends.after] : []))
const [nomkus] = policies as [(typeof policies)[number]]

for (const { site, texts, facts } of policies) {
  test(`what ${site.name} tells people agrees with the declarations, in every language (N10, N34, N54, N65, N67, D01, D34, D62)`, () => {
    assert.deepEqual(faultsOf(texts, facts), [])
  })

  test(`${site.name} shows every purpose that reads people and every period that ends something (N60, D20, D34)`, () => {
    const shown = [facts.purposes.map(({ purpose }) => purpose), facts.retention.flatMap(({ duration }) => duration ?? [])]

    assert.deepEqual(shown[0], readingPurposes(tables))
    assert.deepEqual(namedDurations(tables).filter((name) => !(shown[1] as string[]).includes(name)), [])
    for (const language of languages) {
      const read = policyMarkdown({ hash: '', texts, facts }, language)
      for (const { name } of facts.purposes) assert.ok(read.includes(`**${name[language]}.**`), name.en)
      for (const { until } of facts.retention) assert.ok(read.includes(`**${until[language]}:**`), until.en)
      assert.doesNotMatch(read, /undefined|\{|\}|Many\.|protected\]/)
    }
  })

  test(`${site.name} tells every period that is declared, unless it ends what is about nobody (N10, D34)`, () => {
    const log = facts.retention.find(({ what }) => what === 'security.events')
    const inTheLogsRow = log?.until.nb.includes(sayDuration(durations.investigation).nb) ? ['investigation' as const] : []
    const told = new Set([...facts.retention.flatMap(({ duration }) => duration ?? []), ...inTheLogsRow, ...ofNobody])
    assert.deepEqual((Object.keys(durations) as DurationName[]).filter((name) => !told.has(name)), [])
  })

  test(`each promise of ${site.name} is kept by something, or is said to come later`, () => {
    const disagreeing = promisesIn(texts.nb).filter(({ id, later }) => later === (whatKeeps(id) !== undefined))
    assert.deepEqual(disagreeing, [])
  })
}

test('a reader is told in words what every column about them holds (D40)', () => {
  const personal = tables.filter(({ duty }) => duty.about !== 'nobody')
  const unsaid = personal.flatMap(({ name, columns }) => [
    ...(name in tableNames ? [] : [name]),
    ...Object.entries(columns)
      .filter(([column, { category }]) => category !== 'plain' && !(`${name}.${column}` in columnNames) && !(column in columnNames))
      .map(([column]) => `${name}.${column}`),
  ])
  assert.deepEqual(unsaid, [])
})

test('the security log is read for security alone, beside its person’s own rights, and has a time of its own (N61, D17)', () => {
  const log = tables.find(({ name }) => name === 'security.events')
  assert.ok(log)
  const readers = purposeNames.filter((purpose) => purpose !== 'retention' && readable(log, purpose).length > 0)

  assert.deepEqual(readers, ['security', 'rights'])
  assert.equal(nomkus.facts.retention.find(({ what }) => what === log.name)?.duration, 'securityLog')
})

const faulty: readonly (readonly [what: string, from: string | RegExp, to: string, fault: RegExp])[] = [
  ['a period written by hand', 'med en gang', 'innen 30 dager', /written by hand: "30 dager"/],
  ['a period written in words', 'med en gang', 'innen tretti dager', /written by hand: "tretti dager"/],
  ['a period of ISO', 'med en gang', 'innen P30D', /written by hand/],
  ['a time without a number', 'med en gang', 'etter en rimelig tid', /without a number/],
  ['a period that nobody declared', '{duration deactivation}', '{duration forever}', /no declaration has the period forever/],
  ['a purpose that nobody declared', 'med en gang', 'til {purpose marketing}', /no declaration has the purpose marketing/],
  ['a tag that nobody knows', '{authority}', '{tilsyn}', /\{authority\} is missing/],
  ['no list of recipients', '{list recipients}', '', /list recipients\} is missing/],
  ['a promise less', '{#N05}', '', /N05 is not promised/],
  ['a promise of another policy', '{#N05}', '{#D05}', /exactly one policy/],
  ['a lost address', 'med en gang', '[email protected]', /lost on the way/],
  ['an answer without its question', '## Hvem er vi?', 'Many. We might\n\n## Hvem er vi?', /without its question/],
  ['a printed date', '## Hvem er vi?', '4/8/2026 Hjem\n\n## Hvem er vi?', /printed date/],
  ['more than anybody can promise', 'med en gang', 'og er 100 % sikker', /more than can be promised/],
]

for (const [what, from, to, fault] of faulty) {
  test(`a text with ${what} is not published (N66, D34, D60, D63)`, () => {
    const texts: Texts = { ...nomkus.texts, nb: nomkus.texts.nb.replace(from, to) }
    assert.match(faultsOf(texts, nomkus.facts).join('\n'), fault)
  })
}

test('no policy is published for an institution that nobody can reach (N34, N65, N67, D01, D62)', () => {
  for (const privacyEmail of ['', '[email protected]', 'personvern']) {
    assert.match(faultsOf(nomkus.texts, factsOf({ tables, site: { ...NOMKUS, privacyEmail } })).join(), /is no address/)
  }
  assert.match(faultsOf(nomkus.texts, factsOf({ tables, site: { ...NOMKUS, legalName: ' ' } })).join(), /controller or its address is empty/)
})

test('each recipient is of one of the seven classes, within the EEA, and bound by an instruction (N54, D28)', () => {
  for (const one of nomkus.facts.recipients) {
    assert.ok(one.class in recipientClasses)
    assert.equal(one.transfer, null)
    assert.ok(one.kind !== 'processor' || one.instruction.nb.length > 0)
  }
  assert.equal(Object.keys(recipientClasses).length, 7)
})

test('Kari is told of a new purpose, recipient, basis or longer time, and not of a comma (N66, D65)', () => {
  const { facts } = nomkus
  const [first, ...rest] = facts.recipients
  const fewer = { ...facts, recipients: rest, purposes: facts.purposes.slice(1) }
  const shorter = { ...facts, durations: { ...facts.durations, securityLog: { iso: 'P30D', said: { nb: '', da: '', en: '' } } } }

  assert.deepEqual(materialChanges(facts, facts), [])
  assert.deepEqual(materialChanges(fewer, facts).map(({ kind }) => kind), ['newPurpose', 'newRecipient'])
  assert.deepEqual(materialChanges(facts, fewer), [])
  assert.deepEqual(materialChanges(shorter, facts).map(({ kind }) => kind), ['keptLonger'])
  assert.equal(first?.key, 'hosting')
})

test('a change is shown by the words that changed, and nothing else', () => {
  const before = 'We keep it.\n\nOnly two people see it.\n\nThe end.'
  const after = 'We keep it.\n\nOnly three people see it.\n\nThe end.\n\nReally.'

  assert.deepEqual(changesBetween(before, before), [])
  assert.deepEqual(changesBetween(before, after), [
    [
      { how: 'kept', text: 'Only ' },
      { how: 'removed', text: 'two ' },
      { how: 'added', text: 'three ' },
      { how: 'kept', text: 'people see it.' },
    ],
    [{ how: 'added', text: 'Really.' }],
  ])
})

test('a promise is the words before its mark, back to the mark before', () => {
  const text = 'One. {#N01} Two, and\nthree. {#N02 #N03}\n\n- **Four:** four {#N04 later}\n- five {#N05}'
  assert.deepEqual(Object.fromEntries(sentencesOf(text)), { N01: 'One.', N02: 'Two, and\nthree.', N03: 'Two, and\nthree.', N04: 'Four: four', N05: 'five' })
})

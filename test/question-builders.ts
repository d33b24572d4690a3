import assert from 'node:assert/strict'
import { within } from '../src/privacy/within.ts'
import { addQuestions, type QuestionDraft } from '../src/rooms/questions/service.ts'
import type { TestHouse } from './house.ts'
import type { Visitor } from './visitor.ts'

/** A form of a single-choice question, as a browser sends it. */
export const OSLO: Readonly<Record<string, string>> = {
  kind: 'single',
  base: '0',
  name: 'Capital',
  category: 'Geography',
  tags: 'Norway, Easy',
  text: 'What is the capital of **Norway**?',
  shuffle: 'yes',
  'rows.0.text': 'Oslo',
  'rows.0.worth': '100',
  'rows.1.text': 'Bergen',
  'rows.1.worth': '0',
  'rows.1.feedback': 'The second largest city.',
  'rows.2.text': '',
  'rows.2.worth': '0',
  do: 'ready',
}

/** So many ready questions in the bank at Nomkus; their ids in order. */
export async function questionsInBank(
  house: TestHouse,
  count: number,
  about: Partial<QuestionDraft> = {},
): Promise<string[]> {
  const eyes = {
    means: house.means,
    login: 'web',
    institution: house.nomkus,
    actor: null,
    now: house.clock.now(),
  } as const
  const drafts = Array.from(
    { length: count },
    (_, index): QuestionDraft => ({
      name: `Question ${index + 1}`,
      category: 'Bank',
      tags: [],
      question: { kind: 'trueFalse', text: `Claim ${index + 1} holds.`, answer: true },
      ready: true,
      ...about,
    }),
  )
  const added = await within('authoring', eyes, (db) => addQuestions(db, eyes, drafts))
  return added.map(({ entry }) => entry)
}

/** Sends a file as a browser's form does. */
export async function upload(
  visitor: Visitor,
  path: string,
  { name, content, fields = {}, field = 'file' }: { name: string; content: string | Buffer; fields?: Record<string, string>; field?: string },
) {
  const edge = '----edge'
  const head = (disposition: string) => `--${edge}\r\nContent-Disposition: form-data; ${disposition}\r\n`
  const texts = Object.entries(fields).map(([name, value]) => `${head(`name="${name}"`)}\r\n${value}\r\n`)
  const payload = Buffer.concat([
    Buffer.from(
      `${texts.join('')}${head(`name="${field}"; filename="${name}"`)}Content-Type: application/octet-stream\r\n\r\n`,
    ),
    Buffer.from(content),
    Buffer.from(`\r\n--${edge}--\r\n`),
  ])
  return visitor.postBytes(path, payload, `multipart/form-data; boundary=${edge}`)
}

/** What the bank says of a question on the other face. */
export type Kept = {
  name: string
  category: string
  tags: string[]
  condition: string
  newest: number
  question: { kind: string; text: string; options?: { id: string; text: string; fraction: number }[] }
}

/** Writes a question through the form, and says where it stands. */
export async function write(visitor: Visitor, form: Record<string, string>): Promise<string> {
  const answer = await visitor.post(`/authoring/questions/new?kind=${form['kind']}`, form)
  assert.equal(answer.statusCode, 303, answer.body.slice(0, 3_000))
  return String(answer.headers.location).replace(/\?.*$/, '')
}

/** What the edit form on a page would send, without a button. */
export function fieldsOf(page: string): Record<string, string> {
  const form = /<form[^>]*id="question"[\s\S]*?<\/form>/.exec(page)?.[0] ?? ''
  const inputs = [...form.matchAll(/<input[^>]*>/g)].flatMap(([tag]) => {
    const at = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
    const isLeft = /type="file"/.test(tag) || (/type="(checkbox|radio)"/.test(tag) && !/ checked/.test(tag))
    return isLeft ? [] : [[at('name'), at('value')]]
  })
  const areas = [...form.matchAll(/<textarea[^>]* name="([^"]*)"[^>]*>\n?([\s\S]*?)<\/textarea>/g)].map(
    ([, name, text]) => [name, text],
  )
  const selects = [...form.matchAll(/<select[^>]* name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g)].map(
    ([, name, options]) => [name, /value="([^"]*)" selected/.exec(options ?? '')?.[1] ?? ''],
  )
  const unescaped = (text = '') =>
    text
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&')
  return Object.fromEntries([...inputs, ...areas, ...selects].map(([name, value]) => [name, unescaped(value)]))
}

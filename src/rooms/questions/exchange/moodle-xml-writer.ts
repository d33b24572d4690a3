import type { Question } from '../question.ts'
import { picturesIn } from './pictures.ts'
import { type ExportedQuestion, type ExportReport, type Note, note } from './report.ts'

type Of<K extends Question['kind']> = Extract<Question, { kind: K }>

/**
 * Writes a Moodle XML file that Moodle 4.4 and `readMoodleXml` read, and says what has no place. The
 * pictures, in base64 by their address, go along inside.
 */
export function writeMoodleXml(questions: readonly ExportedQuestion[], pictures: ReadonlyMap<string, string> = new Map()): ExportReport {
  const parts: string[] = []
  let category: string | undefined
  for (const one of questions) {
    if (one.category !== category) parts.push(categoryXml(one.category))
    category = one.category
    parts.push(embedded(questionXml(one), pictures))
  }
  return {
    text: `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${parts.join('\n')}\n</quiz>\n`,
    rows: questions.map(({ name, question }, index) => ({
      number: index + 1,
      name,
      notes: [...lostIn(question), ...picturesIn(question).filter((address) => !pictures.has(address)).map((address) => note('imageLeftBehind', address))],
    })),
  }
}

function categoryXml(category: string | undefined): string {
  const path = category ? `$course$/top/${category}` : '$course$/top'
  return `<question type="category">\n<category><text>${escapeXml(path)}</text></category>\n</question>`
}

function questionXml({ name, question, tags }: ExportedQuestion): string {
  const tagged = tags.map((tag) => `<tag><text>${escapeXml(tag)}</text></tag>`).join('')
  const { type, parts } = partsOf(question)
  return [
    `<question type="${type}">`,
    `<name><text>${escapeXml(name)}</text></name>`,
    markdown('questiontext', question.text),
    markdown('generalfeedback', question.feedback ?? ''),
    '<defaultgrade>1</defaultgrade>',
    ...parts,
    ...(tagged ? [`<tags>${tagged}</tags>`] : []),
    '</question>',
  ].join('\n')
}

const SHOWN_TEXT = /<text><!\[CDATA\[([\s\S]*?)\]\]><\/text>/g

/** Moodle wants a text's pictures beside it, and named within it by a word of its own. */
function embedded(xml: string, pictures: ReadonlyMap<string, string>): string {
  return xml.replace(SHOWN_TEXT, (whole, text: string) => {
    const shown = picturesIn(text).filter((address) => pictures.has(address))
    const named = shown.reduce((changed, address) => changed.replaceAll(`/files/${address}`, `@@PLUGINFILE@@/${address}`), whole)
    const files = shown.map((address) => `\n<file name="${address}" path="/" encoding="base64">${pictures.get(address)}</file>`)
    return `${named}${files.join('')}`
  })
}

function partsOf(question: Question): { type: string; parts: string[] } {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return { type: 'multichoice', parts: choice(question) }
    case 'trueFalse':
      return { type: 'truefalse', parts: trueFalse(question) }
    case 'numeric':
      return { type: 'numerical', parts: numeric(question) }
    case 'shortAnswer':
      return { type: 'shortanswer', parts: shortAnswer(question) }
    case 'matching':
      return { type: 'matching', parts: matching(question) }
    case 'ordering':
      return { type: 'ordering', parts: ordering(question) }
    case 'essay':
      return { type: 'essay', parts: essay(question) }
  }
}

function choice(question: Of<'single'> | Of<'multiple'>): string[] {
  return [
    value('single', question.kind === 'single'),
    value('shuffleanswers', question.shuffle),
    value('answernumbering', 'none'),
    ...question.options.map((one) =>
      markdown(`answer fraction="${one.fraction}"`, one.text, [feedback(one.feedback)]),
    ),
  ]
}

function trueFalse(question: Of<'trueFalse'>): string[] {
  const answer = (is: boolean, said: string | undefined) =>
    plain(`answer fraction="${is === question.answer ? 100 : 0}"`, String(is), [feedback(said)])
  return [answer(true, question.feedbackTrue), answer(false, question.feedbackFalse)]
}

function numeric(question: Of<'numeric'>): string[] {
  const unit = question.unit
    ? `<units><unit><multiplier>1</multiplier>${value('unit_name', question.unit)}</unit></units>`
    : ''
  return [
    ...question.answers.map((one) =>
      plain(`answer fraction="${one.fraction}"`, String(one.value), [
        value('tolerance', one.tolerance),
        feedback(one.feedback),
      ]),
    ),
    // 0: a unit is not marked; 3: none is asked for.
    value('unitgradingtype', 0),
    value('showunits', 3),
    ...(unit ? [unit] : []),
  ]
}

function shortAnswer(question: Of<'shortAnswer'>): string[] {
  return [
    value('usecase', question.matchCase ? 1 : 0),
    ...question.answers.map((one) =>
      plain(`answer fraction="${one.fraction}"`, one.text, [feedback(one.feedback)]),
    ),
  ]
}

/** An answer without a row is a subquestion without a text. */
function matching(question: Of<'matching'>): string[] {
  const used = new Set(question.rows.map((row) => row.answer))
  const textOf = (id: string) => question.answers.find((one) => one.id === id)?.text ?? ''
  const answer = (text: string) => `<answer><text>${cdata(text)}</text></answer>`
  return [
    value('shuffleanswers', question.shuffle),
    ...question.rows.map((row) => markdown('subquestion', row.text, [answer(textOf(row.answer))])),
    ...question.answers
      .filter((one) => !used.has(one.id))
      .map((one) => markdown('subquestion', '', [answer(one.text)])),
  ]
}

/** In Moodle's ordering the fraction of an answer is its place. */
function ordering(question: Of<'ordering'>): string[] {
  return [
    value('layouttype', 'VERTICAL'),
    value('selecttype', 'ALL'),
    value('selectcount', question.items.length),
    value('gradingtype', 'ABSOLUTE_POSITION'),
    value('showgrading', 'SHOW'),
    value('numberingstyle', 'none'),
    ...question.items.map((one, index) => markdown(`answer fraction="${index + 1}"`, one.text)),
  ]
}

function essay(question: Of<'essay'>): string[] {
  const limit = (name: string, words: number | undefined) => (words ? [value(name, words)] : [])
  return [
    value('responseformat', 'editor'),
    value('responserequired', 1),
    value('responsefieldlines', 15),
    ...limit('minwordlimit', question.fewestWords),
    ...limit('maxwordlimit', question.mostWords),
    value('attachments', 0),
    value('attachmentsrequired', 0),
    markdown('graderinfo', question.modelAnswer ?? ''),
    markdown('responsetemplate', ''),
  ]
}

function lostIn(question: Question): Note[] {
  if ('options' in question && question.options.some((one) => one.pinned))
    return [note('pinnedLost')]
  if (question.kind === 'shortAnswer' && question.matchSpaces) return [note('matchSpacesLost')]
  if (question.kind === 'matching' && question.rows.some((one) => one.feedback)) {
    return [note('feedbackLost')]
  }
  return []
}

function feedback(text: string | undefined): string {
  return markdown('feedback', text ?? '')
}

/** `tag` is the name with its attributes: `answer fraction="100"`. */
function markdown(tag: string, text: string, inside: string[] = []): string {
  return plain(`${tag} format="markdown"`, text, inside)
}

function plain(tag: string, text: string, inside: string[]): string {
  const [name] = tag.split(' ')
  return `<${tag}>${[`<text>${cdata(text)}</text>`, ...inside].join('\n')}</${name}>`
}

function value(name: string, content: string | number | boolean): string {
  return `<${name}>${escapeXml(String(content))}</${name}>`
}

/** What would end a CDATA section is cut in two. */
function cdata(text: string): string {
  return text === '' ? '' : `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

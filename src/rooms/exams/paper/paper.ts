import { readFileSync } from 'node:fs'
import type { Files } from '../../../platform/files.ts'
import { type Block, blocksOf } from '../../../platform/markdown-print.ts'
import { packageFile } from '../../../platform/package-file.ts'
import { withoutUnprintable } from '../../../platform/pdf/letters.ts'
import { makePdf } from '../../../platform/pdf/make-pdf.ts'
import { type Language, say } from '../../../platform/words.ts'
import type { Db } from '../../../tables.ts'
import { picturesIn } from '../../questions/exchange/pictures.ts'
import { contentsOf } from '../../questions/pictures/keeping.ts'
import type { QuestionReader, Version } from '../../questions/service.ts'
import type { Plan } from '../plan.ts'
import { printed } from './printing.ts'
import { paperWords } from './words.ts'

export type Paper = {
  plan: Plan
  /** The seed that drew the questions also orders what is in them. */
  seed: string
  versions: readonly Version[]
  institution: string
  /** The right answers instead of room for them. */
  isKey: boolean
  date: Date
}

const TEMPLATE = readFileSync(packageFile('src/rooms/exams/paper/exam.typ'), 'utf8')
const REGIONS = { nb: 'NO', da: 'DK', en: 'GB' } as const
// What a page on paper can show: no sound, and no kind of picture that the press does not read.
const SHOWN = /\.(png|jpg|gif)$/
const MOST_BYTES = 40 * 1024 * 1024

/** An exam as a tagged PDF to print: the same questions in the same order as on a screen, by the same seed. */
export async function examPdf<P extends QuestionReader>(db: Db<P>, files: Files, paper: Paper): Promise<Uint8Array> {
  const addresses = picturesIn(paper.versions.map(({ question }) => question)).filter((address) => SHOWN.test(address))
  const contents = await contentsOf(db, files, { addresses, mostBytes: MOST_BYTES })
  const pictures = Object.fromEntries([...contents].map(([address, base64]) => [address, Buffer.from(base64, 'base64')]))
  return makePdf({ template: TEMPLATE, data: shownOn(paper, (source) => fileOf(source, pictures)), date: paper.date, files: pictures })
}

/** What the template reads; every letter of it can be printed. */
function shownOn({ plan, seed, versions, institution, isKey }: Paper, file: (source: string) => string | undefined): unknown {
  const { language } = plan
  const said = say(paperWords, language)
  const title = plan.title[language]
  const questions = versions.map(({ id, question }, index) => ({ title: said.question(index + 1), ...printed(question, { seed: `${seed} ${id}`, language }) }))
  return printableIn(
    {
      lang: language,
      region: REGIONS[language],
      institution,
      title: isKey ? `${said.key}: ${title}` : title,
      isKey,
      facts: factsOf(plan, versions.length, language),
      foot: `${institution} · ${title} · ${said.draw(codeOf(seed))}`,
      words: { name: said.name, date: said.date },
      introduction: isKey ? [] : blocksOf(plan.introduction[language]),
      questions,
    },
    file,
  )
}

/** What a draw is called on its paper: enough to find it again, too little to guess another. */
export function codeOf(seed: string): string {
  return seed.slice(0, 8)
}

function factsOf({ minutes, passPercent }: Plan, count: number, language: Language): string[] {
  const said = say(paperWords, language)
  return [said.questions(count), said.minutes(minutes), said.passAt(passPercent)]
}

function fileOf(source: string, pictures: Record<string, Uint8Array>): string | undefined {
  const address = source.replace(/^\/files\//, '')
  return address in pictures ? address : undefined
}

/** A letter that no font of ours has is printed as a question mark; a picture that is not there as what it shows. */
function printableIn(value: unknown, file: (source: string) => string | undefined): unknown {
  if (typeof value === 'string') return withoutUnprintable(value)
  if (Array.isArray(value)) return value.map((one) => printableIn(one, file))
  if (typeof value !== 'object' || value === null) return value
  const block = value as Block
  if (block.kind === 'picture') return pictureOr(block, file)
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, printableIn(one, file)]))
}

function pictureOr({ source, alternative }: Block & { kind: 'picture' }, file: (source: string) => string | undefined): unknown {
  const name = file(source)
  const words = withoutUnprintable(alternative)
  return name ? { kind: 'picture', source: name, alternative: words } : { kind: 'text', runs: [{ text: `[${words}]`, strong: false, code: false }] }
}

import { type Note, note } from './report.ts'

const MEBIBYTE = 1024 * 1024

/** GIFT is text without images: a thousand questions are a quarter of this. */
export const LARGEST_GIFT = MEBIBYTE

/** Moodle XML carries its images inside. */
export const LARGEST_MOODLE_XML = 8 * MEBIBYTE

export type Decoded = { text: string; notes: Note[] }

/**
 * The text of a file, with line ends as `\n` and without characters nobody can see or store. UTF-8
 * unless it says or proves otherwise; what is not UTF-8 is taken for Windows-1252, as old Nordic
 * files are, and that is noted, since it is a guess.
 */
export function decode(file: Uint8Array, declared?: string): Decoded {
  const { text, notes } = decodeBytes(file, declared)
  const plain = text.replace(/\r\n?/g, '\n')
  const clean = plain.replace(CONTROL_CHARACTERS, '').toWellFormed()
  if (clean.length < plain.length) notes.push(note('controlCharactersDropped'))
  return { text: clean, notes }
}

/** The refusal of a file over its limit. */
export function tooLarge(limit: number): Note {
  return note('fileTooLarge', limit / MEBIBYTE)
}

// All of C0 but tab and newline, and the two non-characters: XML 1.0 allows none of them either.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL_CHARACTERS = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]/g

function decodeBytes(file: Uint8Array, declared: string | undefined): Decoded {
  if (file[0] === 0xff && file[1] === 0xfe) return decodedAs('utf-16le', file)
  if (file[0] === 0xfe && file[1] === 0xff) return decodedAs('utf-16be', file)
  if (declared && /^(windows-1252|iso-8859-15?|latin1)$/i.test(declared)) {
    return decodedAs(declared, file)
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(file), notes: [] }
  } catch {
    return { ...decodedAs('windows-1252', file), notes: [note('readAsWindows1252')] }
  }
}

function decodedAs(encoding: string, file: Uint8Array): Decoded {
  return { text: new TextDecoder(encoding).decode(file), notes: [] }
}

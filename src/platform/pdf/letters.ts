import { readFonts } from './fonts.ts'

const SEGMENTED = 4
const GROUPED = 12

let printable: Set<number> | undefined

/**
 * Whether some font of ours has every letter of a text, composed (NFC) as documents print it.
 * Ask before a person confirms what will be printed: a missing letter is refused by the native
 * engine, and a hole in the paper by the other.
 */
export function canBePrinted(text: string): boolean {
  return !/\p{C}/u.test(text) && [...text.normalize('NFC')].every(isPrintable)
}

/** A text with a question mark for every letter that no font of ours has; line ends stay. */
export function withoutUnprintable(text: string): string {
  return [...text.normalize('NFC')].map((letter) => (letter === '\n' || (!/\p{C}/u.test(letter) && isPrintable(letter)) ? letter : '?')).join('')
}

function isPrintable(letter: string): boolean {
  printable ??= new Set(readFonts().flatMap(lettersOf))
  return printable.has(letter.codePointAt(0) ?? 0)
}

/** The code points of a font's `cmap`. Source: https://learn.microsoft.com/typography/opentype/spec/cmap */
function lettersOf(font: Buffer): number[] {
  const cmap = font.subarray(startOfTable(font, 'cmap'))
  const tables = Array.from({ length: cmap.readUInt16BE(2) }, (_, i) => cmap.subarray(cmap.readUInt32BE(8 + i * 8)))
  return tables.flatMap((table) => {
    const format = table.readUInt16BE(0)
    if (format === GROUPED) return groupedLetters(table)
    return format === SEGMENTED ? segmentedLetters(table) : []
  })
}

function startOfTable(font: Buffer, name: string): number {
  for (let at = 12, left = font.readUInt16BE(4); left > 0; at += 16, left--) {
    if (font.toString('latin1', at, at + 4) === name) return font.readUInt32BE(at + 8)
  }
  throw new Error(`A font has no table ${name}`)
}

function groupedLetters(table: Buffer): number[] {
  const groups = Array.from({ length: table.readUInt32BE(12) }, (_, i) => 16 + i * 12)
  return groups.flatMap((at) => range(table.readUInt32BE(at), table.readUInt32BE(at + 4)))
}

/** A segment's letters all have a glyph in our fonts; the last one only marks the end. */
function segmentedLetters(table: Buffer): number[] {
  const bytes = table.readUInt16BE(6)
  const ends = Array.from({ length: bytes / 2 - 1 }, (_, i) => 14 + i * 2)
  return ends.flatMap((at) => range(table.readUInt16BE(at + bytes + 2), table.readUInt16BE(at)))
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
}

/** A piece of a text: as it was, taken out, or put in. */
export type Piece = { readonly how: 'kept' | 'removed' | 'added'; readonly text: string }

/** One paragraph of two versions, with its pieces. */
export type Paragraph = readonly Piece[]

/**
 * What changed between two texts, word by word within paragraphs that changed; paragraphs that did
 * not are left out. Fast for a page of some thousand words, since only changed paragraphs are read
 * by the word.
 */
export function changesBetween(before: string, after: string): Paragraph[] {
  const runs = merge(compare(paragraphsOf(before), paragraphsOf(after)))
  return runs.flatMap(({ removed, added }) => pairUp(removed, added))
}

type Run = { removed: readonly string[]; added: readonly string[] }

/** Paragraphs that went and came at one place belong together. */
function merge(pieces: readonly Piece[]): Run[] {
  const runs: { removed: string[]; added: string[] }[] = []
  let open = false
  for (const { how, text } of pieces) {
    if (how === 'kept') open = false
    else {
      if (!open) runs.push({ removed: [], added: [] })
      open = true
      runs.at(-1)?.[how].push(text)
    }
  }
  return runs
}

function pairUp(removed: readonly string[], added: readonly string[]): Paragraph[] {
  const most = Math.max(removed.length, added.length)
  return Array.from({ length: most }, (_, i) => joined(compare(wordsOf(removed[i] ?? ''), wordsOf(added[i] ?? ''))))
}

/** Neighbours of one kind as one piece. */
function joined(pieces: readonly Piece[]): Paragraph {
  const whole: { how: Piece['how']; text: string }[] = []
  for (const { how, text } of pieces) {
    const last = whole.at(-1)
    if (last?.how === how) last.text += text
    else whole.push({ how, text })
  }
  return whole
}

/** The longest common subsequence, by the table that everybody knows. */
function compare(before: readonly string[], after: readonly string[]): Piece[] {
  const width = after.length + 1
  const lengths = new Uint16Array((before.length + 1) * width)
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      lengths[i * width + j] = before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }

  const pieces: Piece[] = []
  let [i, j] = [0, 0]
  while (i < before.length || j < after.length) {
    const [old, now] = [before[i], after[j]]
    if (old !== undefined && old === now) {
      pieces.push({ how: 'kept', text: old })
      i++
      j++
    } else if (old !== undefined && (now === undefined || at(i + 1, j) >= at(i, j + 1))) {
      pieces.push({ how: 'removed', text: old })
      i++
    } else {
      pieces.push({ how: 'added', text: now as string })
      j++
    }
  }
  return pieces
}

// A list is compared line by line: one new row is not a new table.
function paragraphsOf(text: string): string[] {
  return text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^[|\s-]+$/.test(line))
}

function wordsOf(text: string): string[] {
  return text.match(/\S+\s*/g) ?? []
}

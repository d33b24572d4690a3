const NO_PARAGRAPH = /^\s{0,3}([-*+>|#]|\d+[.)]\s|```|~~~|<)|^ {4}|^!\[/

/**
 * A question's Markdown as a page shows it: the last paragraph asks and becomes the heading, what
 * stands before it is what the question is about. Where it ends with a list or a picture, nothing asks.
 */
export function partsOf(text: string): { about: string; asks: string } {
  const blocks = text.trim().split(/\n\s*\n/)
  const last = blocks.at(-1) ?? ''
  if (NO_PARAGRAPH.test(last) || /```|~~~/.test(text)) return { about: text, asks: '' }
  return { about: blocks.slice(0, -1).join('\n\n'), asks: last }
}

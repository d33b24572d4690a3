/**
 * The signs that mean something in GIFT, and what stands for them while the parser works, in the
 * Private Use Area. The parser's own handling of `\n` leaves a semicolon behind, it forgets to give
 * back what was escaped in the right half of a match, and it refuses a bare ':' or '=' that Moodle
 * takes; so it gets none of them to see that are not meant as signs.
 */
const SIGNS = '\\~=#{}:\n&'
const FIRST_STAND_IN = 0xe000

/** GIFT's escapes (`\=`, `\n`) as stand-ins. */
export function hideEscapes(gift: string): string {
  const plain = gift.replace(/[\ue000-\ue008]/g, '').replaceAll('&&', standIn('&') + standIn('&'))
  return plain.replace(/\\([\\~=#{}:n])/g, (_, sign: string) => standIn(sign === 'n' ? '\n' : sign))
}

/** Signs that mean nothing where they stand, as stand-ins. */
export function hideSigns(text: string, signs: RegExp): string {
  return text.replace(signs, standIn)
}

/** Back to what the author wrote. */
export function showSigns(text: string): string {
  return text.replace(/[\ue000-\ue008]/g, (one) => SIGNS[one.charCodeAt(0) - FIRST_STAND_IN] ?? '')
}

/** A text as GIFT writes it, on one line, since an empty line would end the question. */
export function escapeGift(text: string): string {
  return text.replace(/[\\~=#{}:]/g, '\\$&').replaceAll('\n', '\\n')
}

function standIn(sign: string): string {
  return String.fromCharCode(FIRST_STAND_IN + SIGNS.indexOf(sign))
}

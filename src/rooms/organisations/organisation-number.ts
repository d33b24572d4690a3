import type { Site } from '../../web/visit.ts'

// Nine digits, the last of which proves the others. Source: Brønnøysundregistrene, «Om organisasjonsnummeret».
const NORWEGIAN = [3, 2, 7, 6, 5, 4, 3, 2, 1]
// Eight digits whose weighted sum is divisible by eleven. Source: Erhvervsstyrelsen, "CVR-nummerets opbygning".
const DANISH = [2, 7, 6, 5, 4, 3, 2, 1]

/** The digits of an organisation number, however it was spaced; undefined where it is none in that country. */
export function readOrganisationNumber(typed: string, jurisdiction: Site['jurisdiction']): string | undefined {
  const digits = typed.replace(/^(NO|DK)|MVA$/gi, '').replace(/[\s.-]/g, '')
  const weights = jurisdiction === 'NO' ? NORWEGIAN : DANISH
  if (!/^\d+$/.test(digits) || digits.length !== weights.length || digits.startsWith('0')) return undefined

  const sum = weights.reduce((total, weight, place) => total + weight * Number(digits[place]), 0)
  return sum % 11 === 0 ? digits : undefined
}

/** As people write it: `923 609 016`, `12 34 56 78`. */
export function formatOrganisationNumber(digits: string): string {
  const group = digits.length === 9 ? /(\d{3})(?=\d)/g : /(\d{2})(?=\d)/g
  return digits.replace(group, '$1\u00a0')
}

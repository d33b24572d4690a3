/** The named characters people meet in the texts of learning platforms; others stay as written. */
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  shy: '\u00ad',
  aelig: 'æ',
  oslash: 'ø',
  aring: 'å',
  AElig: 'Æ',
  Oslash: 'Ø',
  Aring: 'Å',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
  eacute: 'é',
  Eacute: 'É',
  egrave: 'è',
  ecirc: 'ê',
  agrave: 'à',
  aacute: 'á',
  oacute: 'ó',
  ccedil: 'ç',
  szlig: 'ß',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  laquo: '«',
  raquo: '»',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  bull: '•',
  middot: '·',
  deg: '°',
  sect: '§',
  para: '¶',
  plusmn: '±',
  times: '×',
  divide: '÷',
  minus: '−',
  frac12: '½',
  frac14: '¼',
  sup2: '²',
  sup3: '³',
  euro: '€',
  pound: '£',
  copy: '©',
  reg: '®',
  trade: '™',
  rarr: '→',
  larr: '←',
  infin: '∞',
  le: '≤',
  ge: '≥',
  ne: '≠',
  asymp: '≈',
  radic: '√',
  pi: 'π',
  alpha: 'α',
  beta: 'β',
  micro: 'µ',
}

/** Each reference is replaced once: `&amp;lt;` is the text `&lt;`, and nothing can grow. */
export function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z][a-z0-9]{1,7}));/gi,
    (all, decimal?: string, hex?: string, name?: string) => {
      if (name) return Object.hasOwn(NAMED, name) ? (NAMED[name] ?? all) : all
      return character(decimal ? Number.parseInt(decimal, 10) : Number.parseInt(hex ?? '', 16))
    },
  )
}

/** Words as Markdown that shows exactly these words. A blank of underscores stays as it is. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/_{3,}|[\\`*_[\]<>]|&(?=#?\w+;)/g, (sign) => (sign.length > 1 ? sign : `\\${sign}`))
    .replace(/^(\s*)([#+-]|\d+[.)])(?=\s)/gm, (_, space: string, sign: string) =>
      sign.length === 1 ? `${space}\\${sign}` : `${space}${sign.slice(0, -1)}\\${sign.slice(-1)}`,
    )
}

function character(code: number): string {
  const isText = code === 9 || code === 10 || (code >= 32 && code <= 0x10ffff && code !== 127)
  return isText && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : ''
}

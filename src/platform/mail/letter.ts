import { type Language, say, type Words } from '../words.ts'

/** What a letter says; plain text throughout, a line break inside a paragraph stays one. */
export type LetterFrame = {
  language: Language
  institutionName: string
  /** The institution's main colour, `#RRGGBB`, dark enough for white text on it. */
  accent: string
  heading: string
  paragraphs: readonly string[]
  button?: { label: string; href: string }
  /** Why the person gets this letter, and who sends it. */
  footer: string
}

const words = {
  orCopy: {
    nb: 'Virker ikke knappen? Kopier denne adressen til nettleseren:',
    da: 'Virker knappen ikke? Kopiér denne adresse til browseren:',
    en: 'If the button does not work, copy this address into your browser:',
  },
} as const satisfies Words

const FONT = "font-family:Inter,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"
const INK = '#22272b'
const QUIET = '#565c60'

/** The letter without any formatting: what is read aloud, on a watch, or by those who prefer it. */
export function letterText({ institutionName, heading, paragraphs, button, footer }: LetterFrame): string {
  const link = button && `${button.label}:\n${safeHref(button.href)}`
  const parts = [heading, ...paragraphs, link, `-- \n${institutionName}\n${footer}`]
  return `${parts.filter((part) => part !== undefined).join('\n\n')}\n`
}

/**
 * The same in HTML. Styles stand at the elements and the frame is a table, since mail programs drop
 * style sheets and know no newer layout. Nothing is loaded from anywhere: opening a letter tells nobody.
 */
export function letterHtml(frame: LetterFrame): string {
  const { language, institutionName, accent, heading, paragraphs, footer } = frame
  const body = paragraphs.map((paragraph) => `<p style="margin:0 0 16px">${lines(paragraph)}</p>`).join('\n')
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>${escaped(heading)}</title>
</head>
<body style="margin:0;padding:0;background:#f3f4f4">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:#f3f4f4">
<tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;background:#ffffff;border-radius:8px;border-top:4px solid ${colour(accent)}">
<tr><td style="padding:28px 32px 8px;${FONT};font-size:15px;font-weight:600;color:${colour(accent)}">${escaped(institutionName)}</td></tr>
<tr><td style="padding:0 32px 12px;${FONT};font-size:16px;line-height:1.55;color:${INK}">
<h1 style="margin:8px 0 16px;font-size:24px;line-height:1.3;font-weight:600;color:${INK}">${escaped(heading)}</h1>
${body}
${buttonHtml(frame)}
</td></tr>
<tr><td style="padding:16px 32px 28px;border-top:1px solid #dcdfdd;${FONT};font-size:13px;line-height:1.5;color:${QUIET}">${lines(footer)}</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`
}

function buttonHtml({ language, accent, button }: LetterFrame): string {
  if (!button) return ''
  const href = escaped(safeHref(button.href))
  return `<p style="margin:24px 0"><a href="${href}" style="display:inline-block;padding:12px 24px;border-radius:8px;background:${colour(accent)};color:#ffffff;font-weight:600;text-decoration:none">${escaped(button.label)}</a></p>
<p style="margin:0 0 16px;font-size:13px;color:${QUIET}">${escaped(say(words, language).orCopy)}<br><a href="${href}" style="color:${QUIET};word-break:break-all">${href}</a></p>`
}

function lines(text: string): string {
  return escaped(text).replace(/\r?\n/g, '<br>')
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
}

function safeHref(href: string): string {
  const { protocol } = new URL(href)
  if (protocol !== 'https:' && protocol !== 'http:') throw new Error('A letter leads to a page, and nowhere else.')
  return href
}

function colour(hex: string): string {
  if (!/^#[0-9a-f]{6}$/i.test(hex)) throw new Error('A colour is written #RRGGBB.')
  return hex
}

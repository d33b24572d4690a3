/** The files we keep and show. Of everything else, SVG and HTML above all, we keep nothing. */
export type FileType =
  | 'image/png'
  | 'image/jpeg'
  | 'image/gif'
  | 'image/webp'
  | 'image/avif'
  | 'video/mp4'
  | 'video/webm'
  | 'audio/mpeg'
  | 'audio/mp4'
  | 'application/pdf'
  | 'application/zip'
  | 'text/vtt'
  | 'text/plain'

/** How much of a file's beginning `sniff` wants to see. */
export const SNIFFED_BYTES = 4096

/** Written as Latin-1. Source: https://mimesniff.spec.whatwg.org/#matching-a-mime-type-pattern */
const signatures: readonly { type: FileType; bytes: string }[] = [
  { type: 'image/png', bytes: '\x89PNG\r\n\x1a\n' },
  { type: 'image/jpeg', bytes: '\xff\xd8\xff' },
  { type: 'image/gif', bytes: 'GIF87a' },
  { type: 'image/gif', bytes: 'GIF89a' },
  { type: 'application/pdf', bytes: '%PDF-' },
  { type: 'application/zip', bytes: 'PK\x03\x04' },
  { type: 'audio/mpeg', bytes: 'ID3' },
  { type: 'audio/mpeg', bytes: '\xff\xfb' },
  { type: 'audio/mpeg', bytes: '\xff\xf3' },
]

/** The brands of ISO media that browsers play. Not QuickTime and not HEIC, which most do not. */
const brands: Readonly<Record<string, FileType>> = {
  isom: 'video/mp4', iso2: 'video/mp4', iso4: 'video/mp4', iso5: 'video/mp4', iso6: 'video/mp4',
  mp41: 'video/mp4', mp42: 'video/mp4', avc1: 'video/mp4', dash: 'video/mp4', 'M4V ': 'video/mp4',
  'M4A ': 'audio/mp4', avif: 'image/avif', avis: 'image/avif',
}

/**
 * What a file is, by its first bytes and never by its name; null is refused. Text is UTF-8 without
 * control characters. Always serve it with `nosniff`: a text may speak of HTML further down.
 */
export function sniff(beginning: Buffer): FileType | null {
  const latin = beginning.toString('latin1', 0, 64)
  const signature = signatures.find(({ bytes }) => latin.startsWith(bytes))
  if (signature) return signature.type
  if (latin.startsWith('RIFF') && latin.startsWith('WEBP', 8)) return 'image/webp'
  if (latin.startsWith('ftyp', 4)) return brands[latin.slice(8, 12)] ?? null
  if (latin.startsWith('\x1aE\xdf\xa3')) return latin.includes('webm') ? 'video/webm' : null
  return sniffText(beginning.subarray(0, SNIFFED_BYTES))
}

/** A name that is safe to show and to write to any disk: at most 120 letters, one dot before the ending. */
export function safeName(name: string): string {
  const letters = name
    .normalize('NFC')
    .replace(/^.*[/\\]/s, '')
    .replace(/[\p{C}\p{Zl}\p{Zp}<>:"/\\|?*%;]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  const { stem, ending } = takeApart(letters)
  const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(stem) // names of devices on Windows
  return `${reserved ? '_' : ''}${[...(stem || 'file')].slice(0, 120 - ending.length).join('')}${ending}`
}

/** The header of that name. Source: RFC 6266; old readers get the name without its accents. */
export function contentDisposition(kind: 'inline' | 'attachment', name: string): string {
  const safe = safeName(name)
  const plain = safe.normalize('NFD').replace(/\p{M}/gu, '').replace(/[^\x20-\x7e]/g, '_')
  const encoded = encodeURIComponent(safe).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`
}

function takeApart(name: string): { stem: string; ending: string } {
  const ending = /\.[\p{L}\p{N}]{1,10}$/u.exec(name)?.[0] ?? ''
  return { stem: name.slice(0, name.length - ending.length), ending }
}

function sniffText(beginning: Buffer): 'text/vtt' | 'text/plain' | null {
  const text = decode(beginning)
  if (text === undefined || text === '' || /[^\P{Cc}\s]/u.test(text)) return null
  if (/^WEBVTT([ \t\r\n]|$)/.test(text)) return 'text/vtt'
  return /^\s*<|<(!doctype|html|head|body|script|svg|iframe)\b/i.test(text) ? null : 'text/plain'
}

/** `stream` bears a letter that the cut divides; a mark at the beginning (BOM) is dropped. */
function decode(beginning: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(beginning, { stream: true })
  } catch {
    return undefined
  }
}

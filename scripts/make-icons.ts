/**
 * Makes the icon sprite and the type of its names from Aksel's drawings: `node --import tsx scripts/make-icons.ts`.
 * Run it after adding a line below; both results are committed, so that a plain install needs no icon package.
 */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'

/** Our name for an icon, and Aksel's: https://aksel.nav.no/ikoner */
const ICONS = {
  'arrow-down': 'ArrowDown',
  'arrow-left': 'ArrowLeft',
  'arrow-right': 'ArrowRight',
  'arrow-up': 'ArrowUp',
  'bar-chart': 'BarChart',
  bell: 'Bell',
  book: 'Book',
  bookmark: 'BookmarkFill',
  briefcase: 'Briefcase',
  buildings: 'Buildings3',
  calendar: 'Calendar',
  chat: 'Chat',
  check: 'Checkmark',
  'check-circle': 'CheckmarkCircle',
  'chevron-down': 'ChevronDown',
  'chevron-left': 'ChevronLeft',
  'chevron-right': 'ChevronRight',
  clipboard: 'ClipboardCheckmark',
  clock: 'Clock',
  'cloud-slash': 'CloudSlash',
  cog: 'Cog',
  cross: 'XMark',
  download: 'Download',
  envelope: 'EnvelopeClosed',
  'external-link': 'ExternalLink',
  eye: 'Eye',
  'eye-slash': 'EyeSlash',
  file: 'File',
  'file-export': 'FileExport',
  'file-import': 'FileImport',
  'file-pdf': 'FilePdf',
  'file-text': 'FileText',
  files: 'Files',
  filter: 'Funnel',
  globe: 'Globe',
  hat: 'HatSchool',
  history: 'ClockDashed',
  house: 'House',
  image: 'Image',
  information: 'InformationSquare',
  key: 'KeyHorizontal',
  link: 'Link',
  list: 'BulletList',
  'magnifying-glass': 'MagnifyingGlass',
  migration: 'Migration',
  'open-book': 'OpenBook',
  'padlock-locked': 'PadlockLocked',
  'padlock-unlocked': 'PadlockUnlocked',
  paperclip: 'Paperclip',
  paperplane: 'Paperplane',
  passkey: 'FingerButton',
  pause: 'Pause',
  pencil: 'Pencil',
  person: 'Person',
  'person-group': 'PersonGroup',
  'person-plus': 'PersonPlus',
  play: 'Play',
  plus: 'Plus',
  printer: 'PrinterSmall',
  'qr-code': 'QrCode',
  question: 'QuestionmarkCircle',
  repeat: 'ArrowsCirclepath',
  seal: 'SealCheckmark',
  'seal-cross': 'SealXMark',
  shield: 'ShieldCheckmark',
  'shield-lock': 'ShieldLock',
  task: 'Tasklist',
  timer: 'Timer',
  trash: 'Trash',
  upload: 'Upload',
  video: 'Videoplayer',
  warning: 'ExclamationmarkTriangle',
} as const

const DRAWINGS = 'node_modules/@navikt/aksel-icons/dist/svg'
const SPRITE = 'src/web/assets/icons.svg'
const NAMES = 'src/web/assets/icons.ts'

const symbols = Object.entries(ICONS).map(([name, drawing]) => {
  const svg = readFileSync(`${DRAWINGS}/${drawing}.svg`, 'utf8')
  const shape = svg
    .replace(/^[^>]*>|<\/svg>\s*$/g, '')
    .replaceAll(' fill="currentColor"', '')
    .replace(/\s*\n\s*/g, '')
    .replace(/\d+\.\d+/g, (number) => String(Math.round(Number(number) * 100) / 100)) // finer than any screen shows
  return `<symbol id="${name}" viewBox="0 0 24 24">${shape}</symbol>`
})
const sprite = `<svg xmlns="http://www.w3.org/2000/svg">\n${symbols.join('\n')}\n</svg>\n`
const hash = createHash('sha256').update(sprite).digest('hex').slice(0, 8)

writeFileSync(SPRITE, sprite)
writeFileSync(
  NAMES,
  `// Made by scripts/make-icons.ts, as is icons.svg: change the list there.

/** Where the sprite is served; the name changes with its content, so it may be kept forever. */
export const ICON_SPRITE = '/assets/icons-${hash}.svg'

export type IconName =
${Object.keys(ICONS)
  .map((name) => `  | '${name}'`)
  .join('\n')}
`,
)

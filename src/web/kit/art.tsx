import type { Html } from '../jsx-runtime.ts'

const SILENT = { 'aria-hidden': 'true', focusable: 'false' } as const

/** Drawn in the institution's colours, by classes, since the page allows no style of its own. */
export function Landscape(): Html {
  return (
    <svg class="art" viewBox="0 0 400 300" preserveAspectRatio="xMidYMax slice" {...SILENT}>
      <rect class="art-sky" width="400" height="300" />
      <circle class="art-sun" cx="246" cy="86" r="30" />
      <path class="art-far" d="M0 176 46 132l38 30 52-62 44 46 30-24 48 50 42-36 56 52 44-30v142H0Z" />
      <path class="art-middle" d="M0 212c40-26 74-30 112-14 34 14 60 12 96-6 48-24 96-22 192 14v94H0Z" />
      <path class="art-near" d="M0 252c70-34 132-28 190-10 66 20 128 18 210-18v76H0Z" />
      <g class="art-trees">
        <path d="m118 176 20 34h-11l17 28h-16v14h-8v-14H92l17-28H98Z" />
        <path d="m160 196 14 24h-8l13 22h-15v12h-7v-12h-16l13-22h-8Z" />
        <path d="m270 158 23 40h-12l19 32h-25v18h-9v-18h-26l19-32h-12Z" />
        <path d="m350 172 19 33h-10l16 27h-21v15h-8v-15h-21l16-27h-10Z" />
        <path d="m384 190 14 24h-8l13 22h-15v12h-7v-12h-16l12-22h-7Z" />
        <path d="m20 206 12 20h-6l10 17H23v10h-6v-10H4l10-17H8Z" />
      </g>
    </svg>
  )
}

export type Scene = 'sunrise' | 'wood' | 'peaks'

/** A small square of the same landscape, for lists of courses and things to buy. */
export function Thumbnail(props: { scene: Scene }): Html {
  return (
    <svg class="thumbnail" viewBox="0 0 64 64" {...SILENT}>
      <rect class="art-sky" width="64" height="64" />
      {SCENES[props.scene]()}
    </svg>
  )
}

const SCENES: Record<Scene, () => Html> = {
  sunrise: () => (
    <>
      <circle class="art-sun" cx="44" cy="20" r="9" />
      <path class="art-middle" d="M0 50 18 30l12 12 14-16 20 24v14H0Z" />
      <path class="art-trees" d="M0 56c20-10 40-8 64-2v10H0Z" />
    </>
  ),
  wood: () => (
    <>
      <path class="art-middle" d="M0 40c16-12 30-12 64 2v22H0Z" />
      <path class="art-trees" d="m20 18 12 20h-7l10 17h-13v9h-4v-9H5l10-17H8Z" />
      <path class="art-near" d="m46 26 9 16h-5l8 13h-9v9h-5v-9H34l8-13h-5Z" />
    </>
  ),
  peaks: () => (
    <>
      <path class="art-far" d="M0 44 22 18l14 18 10-10 18 20v18H0Z" />
      <path class="art-near" d="M0 52c20-8 40-8 64 0v12H0Z" />
    </>
  ),
}

/** The institutions' looks; each has a stylesheet, a mark and a favicon of that name. */
export const themes = ['nomkus', 'laeringshus'] as const
export type Theme = (typeof themes)[number]

/** A spruce for the one, an open book under a roof for the other. White on the main colour. */
export const MARKS: Record<Theme, string> = {
  nomkus: 'm16 5 6.4 9h-3.2l5 7.4h-6.7V27h-3v-5.6H7.8l5-7.4H9.6Z',
  laeringshus:
    'M16 5.2 27 13.4l-1.8 2.4L16 9l-9.2 6.8L5 13.4ZM7 17.2c3.2-.6 6 .1 8.2 1.9v7.7c-2.2-1.6-5-2.2-8.2-1.7Zm18 0c-3.2-.6-6 .1-8.2 1.9v7.7c2.2-1.6 5-2.2 8.2-1.7Z',
}

export function Logo(props: { theme: Theme }): Html {
  return (
    <svg class="logo" viewBox="0 0 32 32" {...SILENT}>
      <rect class="logo-ground" width="32" height="32" rx="8" />
      <path class="logo-mark" d={MARKS[props.theme]} />
    </svg>
  )
}

import { MARKS } from '../../../web/kit/art.tsx'

export type Logo = 'tree' | 'house'
export type Colours = { accent: string; brand1: string }

const BLACK = '#000000'
const WHITE = '#FFFFFF'

/** The strip on the paper's left, 92 × 210 mm, in the institution's colours. Pure decoration. */
export function artSvg(logo: Logo, { accent, brand1 }: Colours): string {
  const tint = (share: number) => mix(accent, WHITE, share)
  const shade = (share: number) => mix(accent, BLACK, share)
  const scene = logo === 'tree' ? trees(tint, shade) : houses(tint, shade)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 276 630" width="276" height="630">
    <rect width="276" height="630" fill="${tint(0.12)}"/>
    <circle cx="184" cy="190" r="38" fill="${mix(brand1, WHITE, 0.75)}"/>${scene}</svg>`
}

/** White on the accent, as on the pages. */
export function logoSvg(logo: Logo, { accent }: Colours): string {
  const mark = logo === 'tree' ? MARKS.nomkus : MARKS.laeringshus
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="32" height="32">
    <rect width="32" height="32" rx="8" fill="${accent}"/><path fill="#fff" d="${mark}"/></svg>`
}

type Shade = (share: number) => string

/** Mountains, hills and spruces. */
function trees(tint: Shade, shade: Shade): string {
  return `
    <path fill="${tint(0.28)}" d="M0 372 70 288l44 50 66-84 52 62 44-38v352H0Z"/>
    <path fill="${tint(0.38)}" d="M0 410c60-34 104-32 150-8 44 22 84 18 126-10v238H0Z"/>
    <path fill="${tint(0.75)}" d="M0 486c80-40 160-34 276 6v138H0Z"/>
    <path fill="${shade(1)}" d="M0 560c90-26 180-22 276 10v60H0Z"/>
    <g fill="${shade(0.76)}">
      <path d="m70 378 34 58H85l29 48H75v26H65v-26H26l29-48H36Z"/>
      <path d="m196 352 42 72h-23l35 58h-48v32h-12v-32h-48l35-58h-23Z"/>
      <path d="m132 432 24 41h-13l20 34h-27v18h-8v-18h-27l20-34h-13Z"/>
    </g>`
}

/** A street of gables by the water. */
function houses(tint: Shade, shade: Shade): string {
  const windows = [
    [22, 452], [22, 486], [50, 452], [50, 486],
    [96, 424], [96, 460], [124, 424], [124, 460], [96, 496], [124, 496],
    [172, 466], [172, 496], [202, 466], [202, 496],
    [246, 440], [246, 474],
  ]
  return `
    <path fill="${tint(0.26)}" d="M0 380 34 344l34 36v-44l30-32 30 32v36l40-42 40 42v-30l34-36 34 36v294H0Z"/>
    <path fill="${tint(0.42)}" d="M0 430c70-30 150-26 276-4v204H0Z"/>
    <path fill="${shade(1)}" d="M8 434 43 388l35 46v140H8Z"/>
    <path fill="${shade(0.76)}" d="M78 404h10v-14h10v-12h10v-12h14v12h10v12h10v14h10v170H78Z"/>
    <path fill="${tint(0.75)}" d="M152 446 194 402l42 44v128h-84Z"/>
    <path fill="${shade(0.88)}" d="M232 422 276 376v198h-44Z"/>
    <g fill="${tint(0.2)}">${windows.map(([x, y]) => `<rect x="${x}" y="${y}" width="14" height="18" rx="1"/>`).join('')}</g>
    <path fill="${tint(0.75)}" d="M0 540c46-9 92-9 138 0s92 9 138 0v90H0Z"/>
    <path fill="${shade(1)}" d="M0 574c46-10 92-10 138 0s92 10 138 0v56H0Z"/>`
}

/** So much of the one colour, the rest of the other; both as `#RRGGBB`. */
function mix(one: string, other: string, share: number): string {
  const parts = [1, 3, 5].map((at) => {
    const [a, b] = [one, other].map((colour) => Number.parseInt(colour.slice(at, at + 2), 16))
    return Math.round((a ?? 0) * share + (b ?? 0) * (1 - share))
      .toString(16)
      .padStart(2, '0')
  })
  return `#${parts.join('')}`
}

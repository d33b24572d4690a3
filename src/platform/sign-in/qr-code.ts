import { encode } from 'uqr'

/** The light edge that scanners ask for, in modules. Source: ISO/IEC 18004, quiet zone. */
const QUIET_ZONE = 4

/**
 * A QR code as SVG markup that a strict content policy allows: no style, no script. It has no size of
 * its own. Always dark on light, in dark mode too, since not every scanner reads the reverse. A person
 * who cannot see it hears `label`, and needs the same content as text beside it.
 */
export function qrCodeSvg({ text, label }: { text: string; label: string }): string {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET_ZONE })
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" role="img" aria-label="${escaped(label)}" ` +
    `shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/>` +
    `<path fill="#000" d="${data.map(rowPath).join('')}"/></svg>`
  )
}

/** One stroke for each run of dark modules. */
function rowPath(row: boolean[], y: number): string {
  const drawn = row.map((isDark) => (isDark ? '#' : ' ')).join('')
  return [...drawn.matchAll(/#+/g)].map((run) => `M${run.index} ${y}h${run[0].length}v1h-${run[0].length}z`).join('')
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

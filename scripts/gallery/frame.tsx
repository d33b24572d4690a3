import type { AssetMap } from '../../src/web/assets.ts'
import { Frame, type FrameProps, type Scheme } from '../../src/web/frame.tsx'
import type { Html } from '../../src/web/jsx-runtime.ts'
import type { Theme } from '../../src/web/kit/art.tsx'

export type Setting = { assets: AssetMap; scheme: Scheme; theme: Theme }

const INSTITUTIONS = {
  nomkus: { name: 'Nomkus', theme: 'nomkus', legalName: 'Nomkus AS', organisationNumber: '999 999 999' },
  laeringshus: {
    name: 'Nordisk Læringshus',
    theme: 'laeringshus',
    legalName: 'Nordisk Læringshus ApS',
    organisationNumber: '99 99 99 99',
  },
} as const

const PLACES = [
  { href: '/home', label: 'Hjem', icon: 'house' },
  { href: '/course', label: 'Mine kurs', icon: 'book' },
  { href: '/certificates', label: 'Kursbevis', icon: 'seal' },
  { href: '/parts', label: 'Deler', icon: 'list' },
] as const

/** A model page in the frame of one institution; `signedOut` as a visitor sees it. */
export function Model(
  props: Setting & Pick<FrameProps, 'title' | 'focus' | 'children'> & { path: string; signedOut?: boolean },
): Html {
  const { theme, path, signedOut, ...rest } = props
  return (
    <Frame
      {...rest}
      language="nb"
      path={path}
      institution={INSTITUTIONS[theme]}
      navigation={signedOut ? [] : PLACES.map((place) => ({ ...place, current: place.href === path }))}
      person={signedOut ? undefined : { name: 'Ingrid Ø.', initials: 'IØ' }}
    />
  )
}

import { ICON_SPRITE, type IconName } from '../assets/icons.ts'
import type { Html } from '../jsx-runtime.ts'

export type { IconName }

/** Silent beside a text that says the same; `label` only where the icon stands alone. */
export function Icon(props: { name: IconName; label?: string | undefined }): Html {
  const spoken = props.label
    ? ({ role: 'img', 'aria-label': props.label } as const)
    : ({ 'aria-hidden': 'true' } as const)
  return (
    <svg class="icon" focusable="false" {...spoken}>
      <use href={`${ICON_SPRITE}#${props.name}`} />
    </svg>
  )
}

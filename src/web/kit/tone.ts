/** The colours a part may take; each institution gives them its own shades. Never the only sign of a meaning. */
export type Tone = 'accent' | 'neutral' | 'brand1' | 'brand2' | Mood

/** The four that mean the same everywhere. */
export type Mood = 'info' | 'success' | 'warning' | 'danger'

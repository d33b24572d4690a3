export const LONGEST_TAG = 40
export const MOST_TAGS = 20

/** Tags as they are kept: small letters, each once, in the order of the alphabet. Commas part them. */
export function tagsFrom(written: string): string[] {
  const tags = written.split(',').map((tag) => tag.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim())
  return [...new Set(tags.filter((tag) => tag !== ''))].sort()
}

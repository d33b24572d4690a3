/** A question as one change of many found it. */
export type Before = { entry: string; category: string; tags: readonly string[]; hidden: string | null }

import type { Filter, ListQuery } from './list.ts'

const NARROWING = ['search', 'category', 'tag', 'kind', 'condition', 'difficulty', 'change'] as const

/** Whether a filter leaves anything out. */
export function isNarrow(filter: Filter): boolean {
  return NARROWING.some((name) => filter[name] !== '')
}

/** The address of the list, narrowed like this; what is as usual is left out. */
export function addressOf(query: Partial<ListQuery>, path = '/authoring/questions'): string {
  const usual: Partial<ListQuery> = { order: 'changed', page: 1 }
  const said = Object.entries(query).filter(([name, value]) => value !== '' && value !== usual[name as 'page'])
  const text = new URLSearchParams(said.map(([name, value]) => [name, String(value)])).toString()
  return text === '' ? path : `${path}?${text}`
}

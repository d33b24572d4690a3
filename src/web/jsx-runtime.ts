import type { Attributes, Elements } from './html.ts'

/**
 * Finished markup. Made only here, so whatever is not Html is text and gets escaped.
 * Strings from people can therefore never become markup by accident.
 */
export class Html {
  readonly markup: string
  constructor(markup: string) {
    this.markup = markup
  }
  toString(): string {
    return this.markup
  }
}

export type Child = Html | string | number | boolean | null | undefined | readonly Child[]

export namespace JSX {
  export type Element = Html
  export type ElementType = keyof Elements | ((props: never) => Html | null)
  export interface ElementChildrenAttribute {
    children: unknown
  }
  export type IntrinsicElements = Elements
}

type Props = { readonly children?: Child; readonly [name: string]: unknown }

const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))

export function jsx(type: string | ((props: never) => Html | null), props: Props): Html {
  if (typeof type === 'function') return type(props as never) ?? EMPTY

  const open = `<${type}${attributes(props)}>`
  return new Html(VOID.has(type) ? open : `${open}${render(props.children)}</${type}>`)
}

export const jsxs = jsx
export const jsxDEV = jsx

/** Several elements without one around them. */
export function Fragment({ children }: { children?: Child }): Html {
  return new Html(render(children))
}

/** Markup that is trusted because our own code made it: rendered Markdown, an SVG of ours. */
export function trusted(markup: string): Html {
  return new Html(markup)
}

export function escapeHtml(text: string): string {
  return ESCAPABLE.test(text) ? text.replace(ESCAPABLE_ALL, (sign) => ENTITY[sign] ?? sign) : text
}

const EMPTY = new Html('')
const ESCAPABLE = /[&<>"']/
const ESCAPABLE_ALL = /[&<>"']/g
const ENTITY: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function render(child: Child): string {
  if (child instanceof Html) return child.markup
  if (typeof child === 'string') return escapeHtml(child)
  if (typeof child === 'number') return String(child)
  if (!Array.isArray(child)) return ''

  let markup = ''
  for (const one of child) markup += render(one)
  return markup
}

function attributes(props: Props): string {
  let markup = ''
  for (const name in props) {
    const value = props[name]
    if (name === 'children' || value === undefined || value === null || value === false) continue
    markup += value === true ? ` ${name}` : ` ${name}="${escapeHtml(String(value))}"`
  }
  return markup
}

export type { Attributes }

import type { Child } from './jsx-runtime.ts'

type Text = string | number | null | undefined
type Switch = boolean | null | undefined

/** What any element may carry. `aria-*` and `data-*` are open; everything else is spelled out. */
export type Attributes = {
  readonly [name: `aria-${string}` | `data-${string}`]: Text | boolean
  readonly id?: Text
  readonly class?: Text
  readonly lang?: Text
  readonly dir?: Text
  readonly title?: Text
  readonly role?: Text
  readonly tabindex?: Text
  readonly hidden?: Switch | 'until-found'
  readonly autofocus?: Switch
  readonly translate?: 'yes' | 'no'
  readonly children?: Child
}

type Link = { href?: Text; rel?: Text; target?: Text; download?: Text | boolean; hreflang?: Text; type?: Text }
type Field = {
  name?: Text
  value?: Text
  form?: Text
  required?: Switch
  disabled?: Switch
  readonly?: Switch
  autocomplete?: Text
  maxlength?: Text
  minlength?: Text
  placeholder?: Text
  inputmode?: Text
  spellcheck?: Text
  autocapitalize?: Text
  dirname?: Text
}
type Submit = { formaction?: Text; formmethod?: Text; formnovalidate?: Switch }
type Media = { src?: Text; controls?: Switch; preload?: Text; width?: Text; height?: Text; poster?: Text }
type Cell = { colspan?: Text; rowspan?: Text; scope?: Text; headers?: Text }
type Svg = {
  readonly [name in
    | 'viewBox' | 'd' | 'x' | 'y' | 'x1' | 'x2' | 'y1' | 'y2' | 'cx' | 'cy' | 'r' | 'rx' | 'ry'
    | 'width' | 'height' | 'points' | 'transform' | 'fill' | 'stroke' | 'stroke-width'
    | 'stroke-dasharray' | 'stroke-linecap' | 'stroke-linejoin' | 'text-anchor' | 'focusable'
    | 'preserveAspectRatio' | 'href' | 'pathLength' | 'xmlns' | 'dominant-baseline' | 'opacity']?: Text
}

type Plain =
  | 'abbr' | 'address' | 'article' | 'aside' | 'b' | 'bdi' | 'body' | 'br' | 'caption' | 'cite' | 'code'
  | 'dd' | 'div' | 'dl' | 'dt' | 'em' | 'figcaption' | 'figure' | 'footer' | 'h1' | 'h2'
  | 'h3' | 'h4' | 'head' | 'header' | 'hgroup' | 'hr' | 'html' | 'i' | 'kbd' | 'legend' | 'main' | 'mark'
  | 'nav' | 'noscript' | 'ol' | 'p' | 'pre' | 'q' | 's' | 'samp' | 'section' | 'small' | 'span' | 'strong'
  | 'sub' | 'summary' | 'sup' | 'table' | 'tbody' | 'tfoot' | 'thead' | 'title' | 'tr' | 'u' | 'ul' | 'wbr'

/** Our own elements: small scripts around ordinary forms, all settings in `data-*`. */
type Own = `${string}-${string}`

/** Every element we write and what it may carry: a wrong attribute does not compile. */
export type Elements = { readonly [name in Plain | Own]: Attributes } & {
  readonly a: Attributes & Link
  readonly audio: Attributes & Media
  readonly blockquote: Attributes & { cite?: Text }
  readonly button: Attributes & Field & Submit & { type?: 'submit' | 'button' | 'reset' }
  readonly data: Attributes & { value: Text }
  readonly datalist: Attributes
  readonly del: Attributes & { datetime?: Text }
  readonly details: Attributes & { open?: Switch; name?: Text }
  readonly dialog: Attributes & { open?: Switch }
  readonly fieldset: Attributes & { disabled?: Switch; form?: Text; name?: Text }
  readonly form: Attributes & {
    action?: Text
    method?: 'get' | 'post' | 'dialog'
    enctype?: Text
    novalidate?: Switch
    autocomplete?: Text
    name?: Text
  }
  readonly img: Attributes & { src?: Text; alt: string; width?: Text; height?: Text; loading?: Text }
  readonly input: Attributes &
    Field & {
      type?: Text
      checked?: Switch
      min?: Text
      max?: Text
      step?: Text
      pattern?: Text
      list?: Text
      multiple?: Switch
      accept?: Text
      size?: Text
    }
  readonly ins: Attributes & { datetime?: Text }
  readonly label: Attributes & { for?: Text }
  readonly li: Attributes & { value?: Text }
  readonly link: Attributes & Link & { as?: Text; crossorigin?: Text; media?: Text }
  readonly meta: Attributes & { name?: Text; content?: Text; charset?: Text; 'http-equiv'?: Text }
  readonly optgroup: Attributes & { label: Text }
  readonly option: Attributes & { value?: Text; selected?: Switch; disabled?: Switch; label?: Text }
  readonly output: Attributes & { for?: Text; name?: Text }
  readonly progress: Attributes & { value?: Text; max?: Text }
  readonly script: Attributes & { src: Text; type?: Text; defer?: Switch; async?: Switch }
  readonly select: Attributes & Field & { multiple?: Switch; size?: Text }
  readonly source: Attributes & { src?: Text; type?: Text; media?: Text; srcset?: Text }
  readonly td: Attributes & Cell
  readonly textarea: Attributes & Field & { rows?: Text; cols?: Text; wrap?: Text }
  readonly th: Attributes & Cell & { abbr?: Text }
  readonly time: Attributes & { datetime?: Text }
  readonly track: Attributes & { src?: Text; kind?: Text; srclang?: Text; label?: Text; default?: Switch }
  readonly video: Attributes & Media & { muted?: Switch; playsinline?: Switch }
  readonly svg: Attributes & Svg
} & { readonly [name in 'circle' | 'ellipse' | 'g' | 'line' | 'path' | 'polygon' | 'rect' | 'text' | 'tspan' | 'use' | 'defs' | 'symbol']: Attributes & Svg }

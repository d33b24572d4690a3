import type { z } from 'zod'
import type { PurposeName } from '../privacy/purposes.ts'
import type { Db } from '../tables.ts'
import type { CookieName } from './cookies.ts'
import type { Html } from './jsx-runtime.ts'
import type { Entered, Here } from './here.ts'
import type { Role, Visit } from './visit.ts'

/** Who may come to an address at all. Within it, the database decides what they see. */
export type Audience = 'anyone' | 'signed in' | Role

type Shape = z.ZodObject
type None = z.ZodObject<Record<never, never>>

type Address<P extends PurposeName, Params extends Shape> = {
  /** A noun, with `:names` in it that `params` reads. */
  readonly path: string
  readonly purpose: P
  readonly audience: Audience | readonly Role[]
  readonly params?: Params
  /** What is looked at, where others' data are: the name of a phrase in the room's words. */
  readonly looks?: string
  /** The session needs no second factor though the audience usually does: the page that sets one up. */
  readonly weak?: true
}

/** A question (GET): answered with data that `answer` describes, or with the page made of them. */
export type Question<
  P extends PurposeName = PurposeName,
  Params extends Shape = None,
  Query extends Shape = None,
  Answer extends z.ZodType = z.ZodType,
> = Address<P, Params> & {
  readonly kind: 'question'
  readonly query?: Query
  readonly answer: Answer
  read(db: Db<P>, visit: Visit, input: { params: z.output<Params>; query: z.output<Query> }): Promise<z.input<Answer>>
  page(data: z.output<Answer>, here: Here): Html
}

/** Where a change leads: a page (303), with a notice, cookies to set, or data for the other face. */
export type Outcome<Data = unknown> = {
  readonly to: string
  /** Nothing is done yet: the form of `again` comes back with these values, a row more or fewer. */
  readonly form?: Entered['values']
  /** The name of a phrase beginning with `notice`, shown once on the page that follows. */
  readonly notice?: string
  readonly data?: Data
  readonly cookies?: readonly Cookie[]
  /** 201 for something new on the JSON face. */
  readonly created?: true
}

/** One of those that `cookies.ts` declares, and no other. */
export type Cookie = { readonly name: CookieName; readonly value: string; readonly maxAge: number }

/** A change (POST): acts in one transaction, then leads on; refused, the form comes back as it was. */
export type Change<
  P extends PurposeName = PurposeName,
  Params extends Shape = None,
  Form extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> = Address<P, Params> & {
  readonly kind: 'change'
  readonly form: Form
  readonly answer?: Answer
  /** The question whose page shows the form: it comes back with the reason and the values kept. */
  readonly again?: AnyQuestion
  /** Where that page stands, if not at this very address. */
  readonly uploads?: UploadRules
  act(
    db: Db<P>,
    visit: Visit,
    input: { params: z.output<Params>; form: z.output<Form>; files: readonly Upload[] },
  ): Promise<Outcome<z.input<Answer>>>
}

/**
 * `read`: the file is read and judged by the route itself, whatever its type, and never kept.
 * `unaccepted`: the phrase for a type we do not keep, where not every type we keep is meant.
 */
export type UploadRules = { readonly limitBytes: number; readonly read?: true; readonly unaccepted?: string }

/** A file that came with a form, already stored by its content, or its content where it is only read. */
export type Upload = {
  readonly field: string
  readonly name: string
  readonly hash: string
  readonly bytes: number
  readonly type: string
  readonly content?: Buffer
}

/** A document (GET): bytes with a type of their own. */
export type Document<P extends PurposeName = PurposeName, Params extends Shape = None, Query extends Shape = None> = Address<P, Params> & {
  readonly kind: 'document'
  readonly query?: Query
  serve(
    db: Db<P>,
    visit: Visit,
    input: { params: z.output<Params>; query: z.output<Query>; range: string | undefined },
  ): Promise<Served>
}

export type Served = {
  readonly type: string
  readonly body: Uint8Array | string | NodeJS.ReadableStream
  /** Saved under this name instead of shown. */
  readonly download?: string
  readonly inline?: string
  /** Seconds that the reader's own browser may keep it; not at all unless said. */
  readonly keepSeconds?: number
  readonly public?: true
  /** 303 leads to the `location` among the headers. */
  readonly status?: 200 | 206 | 303 | 416
  readonly headers?: Readonly<Record<string, string>>
}

// biome-ignore lint/suspicious/noExplicitAny: the house keeps routes of every purpose in one list
export type AnyQuestion = Question<any, any, any, any>
// biome-ignore lint/suspicious/noExplicitAny: as above
export type Route = AnyQuestion | Change<any, any, any, any> | Document<any, any, any>

export function question<
  P extends PurposeName,
  Answer extends z.ZodType,
  Params extends Shape = None,
  Query extends Shape = None,
>(route: Omit<Question<P, Params, Query, Answer>, 'kind'>): Question<P, Params, Query, Answer> {
  return { kind: 'question', ...route } as Question<P, Params, Query, Answer>
}

export function change<
  P extends PurposeName,
  Form extends z.ZodType,
  Params extends Shape = None,
  Answer extends z.ZodType = z.ZodType,
>(route: Omit<Change<P, Params, Form, Answer>, 'kind'>): Change<P, Params, Form, Answer> {
  return { kind: 'change', ...route } as Change<P, Params, Form, Answer>
}

export function document<P extends PurposeName, Params extends Shape = None, Query extends Shape = None>(
  route: Omit<Document<P, Params, Query>, 'kind'>,
): Document<P, Params, Query> {
  return { kind: 'document', ...route } as Document<P, Params, Query>
}

export type RefusalStatus = 400 | 401 | 403 | 404 | 409 | 410 | 413 | 422 | 429

/** What a refusal may add: the field it stands at, values for its phrase, and facts for the other face. */
export type RefusalDetail = { field?: string; values?: readonly unknown[]; more?: Readonly<Record<string, unknown>> }

/** The house says no, politely: expected, shown to the person, never logged as a fault. */
export class Refusal extends Error {
  /** Names the phrase to show, such as `notCompleted`. */
  readonly reason: string
  readonly status: RefusalStatus
  readonly field: string | undefined
  readonly values: readonly unknown[]
  /** Extension members of the problem document, such as what was saved all the same (RFC 9457, 3.2). */
  readonly more: Readonly<Record<string, unknown>>

  constructor(reason: string, status: RefusalStatus, detail: RefusalDetail = {}) {
    super(reason)
    this.reason = reason
    this.status = status
    this.field = detail.field
    this.values = detail.values ?? []
    this.more = detail.more ?? {}
  }
}

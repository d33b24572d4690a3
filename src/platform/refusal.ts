export type RefusalStatus = 400 | 401 | 403 | 404 | 409 | 410 | 413 | 422 | 429

/** What a refusal may add: the field it stands at, and values for its phrase. */
export type RefusalDetail = { field?: string; values?: readonly unknown[] }

/** The house says no, politely: expected, shown to the person, never logged as a fault. */
export class Refusal extends Error {
  /** Names the phrase to show, such as `notCompleted`. */
  readonly reason: string
  readonly status: RefusalStatus
  readonly field: string | undefined
  readonly values: readonly unknown[]

  constructor(reason: string, status: RefusalStatus, detail: RefusalDetail = {}) {
    super(reason)
    this.reason = reason
    this.status = status
    this.field = detail.field
    this.values = detail.values ?? []
  }
}

/** What a paper says besides the name, frozen when it was issued. */
export type Snapshot = {
  readonly courseTitle: string
  readonly level: string | null
  readonly hours: number | null
  readonly goals: readonly string[]
  /** The day of completion in the institution's zone, `YYYY-MM-DD`. */
  readonly completed: string
  readonly institution: string
  readonly legalName: string
  readonly theme: string
  /** Of the template that printed it. */
  readonly template: number
}

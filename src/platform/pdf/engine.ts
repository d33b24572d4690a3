/** What is printed: a template, and data that never become part of it. */
export type PdfDocument = {
  /** Typst source. It finds the data as `json(bytes(sys.inputs.data))`. */
  template: string
  data: unknown
  /**
   * When the document says it was made: handed in, so that the same data give the same bytes.
   * The template itself sets no date.
   */
  date: Date
  /** Pictures and other files by the name under which the template asks for them. */
  files?: Record<string, Uint8Array>
}

export type EngineName = 'native' | 'webassembly'

/** One document in, the bytes of its PDF out. Throws with Typst's own message when it cannot. */
export type Engine = (document: PdfDocument) => Uint8Array

/** The template with the document's date in front, on its first line, so that line numbers stay true. */
export function sourceOf({ template, date }: PdfDocument): string {
  const [year, month, day, hour, minute, second] = date.toISOString().split(/[-T:.]/).map(Number)
  const moment = `year: ${year}, month: ${month}, day: ${day}, hour: ${hour}, minute: ${minute}, second: ${second}`
  return `#set document(date: datetime(${moment}));${template}`
}

/** What the template finds in `sys.inputs`: text, as Typst has it. */
export function inputsOf({ data }: PdfDocument): Record<string, string> {
  return { data: JSON.stringify(data) }
}

/** The answer as the server reads it, from the fields of the form and the kind of question. */
export function responseOf({ kind, fields }: { kind: string; fields: readonly [name: string, value: string][] }): object {
  const filled = fields.filter(([, value]) => value !== '')
  const values = filled.map(([, value]) => value)
  const rows = filled.map(([name, value]) => [name.slice('answer.'.length), value] as const)
  switch (kind) {
    case 'single':
      return { kind, chosen: values[0] ?? null }
    case 'multiple':
      return { kind, chosen: values }
    case 'trueFalse':
      return { kind, answer: values[0] === undefined ? null : values[0] === 'true' }
    case 'matching':
      return { kind, answers: Object.fromEntries(rows) }
    case 'ordering':
      return { kind, places: Object.fromEntries(rows.map(([id, place]) => [id, Number(place)])) }
    default:
      return { kind, text: values[0] ?? '' }
  }
}

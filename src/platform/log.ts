/** Logs where a fault happened, never what it said: database messages quote people's data. */
export function logFault(error: unknown, where = ''): void {
  const { name = 'Error', code = '', stack = '' } = error as { name?: string; code?: string; stack?: string }
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line))
  console.error([`${name} ${code} ${where}`.trim(), ...frames].join('\n'))
}

/** One plain line about the installation itself, never about a person. */
export function logLine(line: string): void {
  console.log(line)
}

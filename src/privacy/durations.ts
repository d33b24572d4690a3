/**
 * How long, once and for all: ISO 8601 durations with the event they count from. Tables name them
 * in `ends`, the policy text in `{duration name}`, and nobody writes the number anywhere else.
 */
export const durations = {
  deactivation: 'P30D',
  unconfirmedAccount: 'P7D',
  session: 'P14D',
  staffSession: 'PT12H',
  link: 'PT24H',
  challenge: 'PT10M',
  securityLog: 'P90D',
  investigation: 'P6M',
  accessLog: 'P1Y',
  certificate: 'P10Y',
  exam: 'P1Y',
  answer: 'P1Y',
  receipt: 'P3Y',
  unfinishedWork: 'PT24H',
  keptLetter: 'P30D',
} as const

export type DurationName = keyof typeof durations

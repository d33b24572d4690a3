import type { z } from 'zod'
import type { Language, Phrase } from '../platform/words.ts'
import type { Refusal } from '../platform/refusal.ts'
import type { Entered } from './here.ts'

/** Finds the phrase a refusal or a schema names, and says it. */
export type Speaker = (reason: string, language: Language, values?: readonly unknown[]) => string

/** A speaker who knows all the rooms' words; the first that has the phrase says it. */
export function speakerOf(dictionaries: readonly Readonly<Record<string, Phrase>>[]): Speaker {
  return (reason, language, values = []) => {
    const phrase = dictionaries.find((words) => Object.hasOwn(words, reason))?.[reason]
    const said = phrase?.[language]
    return typeof said === 'function' ? said(...(values as never[])) : (said ?? reason)
  }
}

/** The reason for each field that could not be read: the phrase the schema names, or our own. */
export function faultsOf(error: z.ZodError, say: (reason: string, values?: readonly unknown[]) => string) {
  const errors: Record<string, string> = {}
  for (const issue of error.issues) {
    const field = issue.path.map(String).join('.') || ('keys' in issue ? String(issue.keys[0]) : '')
    errors[field] ??= say(...phraseOf(issue))
  }
  return errors
}

/** What stood in the form, to be shown again; secrets are typed again. */
export function kept(form: unknown): Entered['values'] {
  if (typeof form !== 'object' || form === null) return {}
  const entries = Object.entries(form).filter(([name]) => !/password|code$/i.test(name) || name === 'membershipCode')
  return Object.fromEntries(entries.map(([name, value]) => [name, Array.isArray(value) ? value.map(String) : String(value)]))
}

export function enteredWith(form: unknown, refusal: Refusal, said: string): Entered {
  const errors = refusal.field ? { [refusal.field]: said } : {}
  return { values: kept(form), errors, refusal: refusal.field ? undefined : said }
}

// A schema may name its own phrase: z.string().min(1, '#nameMissing').
function phraseOf(issue: z.core.$ZodIssue): [reason: string, values?: readonly unknown[]] {
  if (issue.message.startsWith('#')) return [issue.message.slice(1)]
  if (issue.code === 'invalid_type') return [issue.expected === 'number' ? 'fieldNotANumber' : 'fieldMissing']
  if (issue.code === 'too_small') return tooSmall(issue)
  if (issue.code === 'too_big') return [issue.origin === 'number' ? 'fieldTooHigh' : 'fieldTooLong', [issue.maximum]]
  if (issue.code === 'invalid_format') return [issue.format === 'email' ? 'fieldNotAnEmail' : 'fieldFaulty']
  if (issue.code === 'unrecognized_keys') return ['fieldFaulty']
  return ['fieldNotAChoice']
}

function tooSmall({ origin, minimum }: z.core.$ZodIssueTooSmall): [string, (readonly unknown[])?] {
  if (origin === 'number') return ['fieldTooLow', [minimum]]
  return minimum === 1 ? ['fieldMissing'] : ['fieldTooShort', [minimum]]
}

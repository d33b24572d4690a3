import { addDuration } from '../platform/time.ts'
import { durations } from '../privacy/durations.ts'
import { sayDuration } from '../privacy/duration-words.ts'
import type { Saying } from '../privacy/words.ts'

/** One thing we may leave in a browser. All are our own, and needed for what the visitor asked for. */
export type DeclaredCookie = {
  /** As ISO 8601, from the last time it is set. */
  readonly lasts: string
  readonly set: Saying
  readonly why: Saying
}

/** Everything the house leaves in browsers: whoever sets another is refused. */
export const cookies = {
  session: {
    lasts: durations.session,
    set: { nb: 'når du logger inn', da: 'når du logger ind', en: 'when you sign in' },
    why: {
      nb: 'Å huske at du er logget inn. Den er et tilfeldig tall, og vi lagrer bare avtrykket av det.',
      da: 'At huske, at du er logget ind. Den er et tilfældigt tal, og vi gemmer kun aftrykket af det.',
      en: 'To remember that you are signed in. It is a random number, of which we keep only the fingerprint.',
    },
  },
  language: {
    lasts: 'P1Y',
    set: { nb: 'når du velger språk', da: 'når du vælger sprog', en: 'when you choose a language' },
    why: { nb: 'Å huske språket du valgte.', da: 'At huske det sprog, du valgte.', en: 'To remember the language you chose.' },
  },
  scheme: {
    lasts: 'P1Y',
    set: { nb: 'når du velger lyst eller mørkt', da: 'når du vælger lyst eller mørkt', en: 'when you choose light or dark' },
    why: { nb: 'Å huske utseendet du valgte.', da: 'At huske det udseende, du valgte.', en: 'To remember the look you chose.' },
  },
} as const satisfies Record<string, DeclaredCookie>

export type CookieName = keyof typeof cookies

/** What scripts of ours keep in a browser, by the beginning of its key; a test finds any other. */
export const browserStorage = {
  exam: {
    set: { nb: 'mens du svarer på en eksamen og linjen er borte', da: 'mens du svarer på en prøve, og forbindelsen er væk', en: 'while you answer an exam and the line is down' },
    lasts: { nb: 'til svaret er lagret hos oss', da: 'til svaret er gemt hos os', en: 'until the answer is saved with us' },
    why: {
      nb: 'Å ta vare på svar som ikke er sendt ennå.',
      da: 'At passe på svar, der ikke er sendt endnu.',
      en: 'To keep answers that have not been sent yet.',
    },
    readBy: { nb: 'vårt eget skript på eksamenssiden', da: 'vores eget script på prøvesiden', en: 'our own script on the exam page' },
  },
} as const satisfies Record<string, { set: Saying; lasts: Saying; why: Saying; readBy: Saying }>

/** Who can read any of the cookies: nobody but this very site, and no script. */
export const READ_BY: Saying = {
  nb: 'bare denne siden, og ingen skript',
  da: 'kun denne side, og ingen scripts',
  en: 'this site alone, and no script',
}

/** Over TLS the session's name itself forbids other hosts and paths to set it. */
export function nameInBrowser(name: CookieName, protocol: string): string {
  return name === 'session' && protocol === 'https' ? '__Host-session' : name
}

/** How long a browser keeps it, in seconds. */
export function secondsKept(name: CookieName): number {
  return addDuration(new Date(0), cookies[name].lasts, 'UTC').getTime() / 1000
}

export type ToldCookie = {
  readonly name: string
  /** A cookie travels with each request; what is stored stays in the browser. */
  readonly kind: 'cookie' | 'storage'
  readonly lasts: Saying
  readonly set: Saying
  readonly why: Saying
  readonly readBy: Saying
}

/** Everything that may be left in a browser, as pages show it. */
export function declaredCookies(): readonly ToldCookie[] {
  const sent = (Object.keys(cookies) as CookieName[]).map((name) => {
    const { lasts, set, why } = cookies[name]
    return { name, kind: 'cookie' as const, lasts: sayDuration(lasts), set, why, readBy: READ_BY }
  })
  const stored = Object.entries(browserStorage).map(([name, told]) => ({ name, kind: 'storage' as const, ...told }))
  return [...sent, ...stored]
}

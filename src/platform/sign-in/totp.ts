import { generateSecret, generateURI, verifySync } from 'otplib'

/** What every authenticator app understands: SHA-1, six digits, thirty seconds. */
const STEP_IN_SECONDS = 30
const CODE = /^\d{6}$/

export type TotpAttempt = {
  /** In base 32, as `newTotpSecret` gave it. */
  secret: string
  code: string
  now: Date
  /** The step accepted last, or null if none was: no code is taken twice. */
  lastStep: number | null
}

/** 160 random bits in base 32, for the person's app; keep it sealed. */
export function newTotpSecret(): string {
  return generateSecret()
}

/** The `otpauth:` address that an app reads from the QR code; it holds the secret. */
export function totpUri(key: { secret: string; account: string; issuer: string }): string {
  return generateURI({ secret: key.secret, label: key.account, issuer: key.issuer })
}

/**
 * The time step whose code it is, to be stored as the new `lastStep`, or null when it is refused.
 * One step early or late is taken, since clocks differ. Store it with `where last_step is null or
 * last_step < $step`, so that two requests at once cannot use one code twice.
 */
export function checkTotp({ secret, code, now, lastStep }: TotpAttempt): number | null {
  const token = code.normalize('NFKC').replace(/\s/g, '')
  if (!CODE.test(token)) return null
  const epoch = Math.floor(now.getTime() / 1000)
  const result = verifySync({ secret, token, epoch, epochTolerance: STEP_IN_SECONDS })
  if (!result.valid || !('timeStep' in result)) return null
  // Not by the library's `afterTimeStep`: it throws when the clock was moved back.
  return lastStep === null || result.timeStep > lastStep ? result.timeStep : null
}

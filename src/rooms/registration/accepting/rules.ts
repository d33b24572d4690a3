import type { DatedVersion } from '../../policy/service.ts'

/** The version that held at a moment; before the first of them, the first. Versions come newest first. */
export function versionAt(versions: readonly DatedVersion[], moment: Date): DatedVersion | undefined {
  return versions.find(({ effective }) => effective <= moment) ?? versions.at(-1)
}

/** Of the versions somebody has accepted, read or been written to about, the newest; else the one that held when they came. */
export function knownOf(versions: readonly DatedVersion[], { known, created }: { known: readonly string[]; created: Date }): DatedVersion | undefined {
  return versions.find(({ hash }) => known.includes(hash)) ?? versionAt(versions, created)
}

/**
 * Whether everybody has still to be thought of: never done, or done before the version held, since
 * whoever came in between accepted the one before it.
 */
export function isDue(version: DatedVersion, finished: Date | undefined, now: Date): boolean {
  return finished === undefined || (finished < version.effective && version.effective <= now)
}

import { writeFileSync } from 'node:fs'
import type { Proofs } from '../src/rooms/policy/proofs.ts'

/** Writes what the page of promises shows beside each promise. */
export function writeProofs(proofs: Proofs): void {
  writeFileSync('src/rooms/policy/proofs.json', `${JSON.stringify(proofs, null, 2)}\n`)
}

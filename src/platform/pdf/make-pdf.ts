import type { EngineName, PdfDocument } from './engine.ts'
import { openPress, type Press } from './press.ts'

const presses = new Map<EngineName, Press>()

/**
 * The bytes of a tagged A4 document (PDF/UA-1 where the native engine is there); the same data and
 * date give the same bytes. Made in a process of its own, so no request waits for it.
 * Throws a fault with Typst's message: a template of ours is wrong, or a letter is in no font of ours.
 */
export function makePdf(document: PdfDocument, engine: EngineName = 'native'): Promise<Uint8Array> {
  return pressFor(engine).print(document)
}

/** Which engine this machine has; `because` says why it is not the native one. */
export function pdfEngine(): Press['ready'] {
  return pressFor('native').ready
}

/** Ends the processes at once; the next document starts a new one. */
export function closePresses(): void {
  for (const press of presses.values()) press.close()
  presses.clear()
}

function pressFor(engine: EngineName): Press {
  const open = presses.get(engine)
  if (open?.isOpen()) return open
  const press = openPress(engine)
  presses.set(engine, press)
  return press
}

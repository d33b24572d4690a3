// A process of its own, started by press.ts: it takes documents and gives back their bytes.
import type { Engine, EngineName, PdfDocument } from './engine.ts'
import { readFonts } from './fonts.ts'
import { openNative } from './native.ts'
import { openWebAssembly } from './webassembly.ts'

export type ToPress = { number: number; document: PdfDocument }
export type FromPress =
  | { ready: EngineName; because?: string }
  | { number: number; bytes: Uint8Array }
  | { number: number; error: string }

const wanted = process.argv[2] as EngineName
const { engine, ...ready } = await open(wanted)
process.on('message', ({ number, document }: ToPress) => {
  try {
    send({ number, bytes: engine(document) })
  } catch (error) {
    send({ number, error: messageOf(error) })
  }
})
process.on('disconnect', () => process.exit())
send(ready)

async function open(wanted: EngineName): Promise<{ engine: Engine; ready: EngineName; because?: string }> {
  const fonts = readFonts()
  if (wanted === 'webassembly') return { engine: await openWebAssembly(fonts), ready: 'webassembly' }
  try {
    return { engine: await openNative(fonts), ready: 'native' }
  } catch (error) {
    return { engine: await openWebAssembly(fonts), ready: 'webassembly', because: messageOf(error) }
  }
}

function send(message: FromPress): void {
  process.send?.(message)
}

/** The native Typst leaves its errors' message empty and tells in `code` what is wrong. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return JSON.stringify(error)
  return error.message || String((error as Error & { code?: unknown }).code)
}

import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { type Engine, inputsOf, sourceOf } from './engine.ts'

const WITH_MESSAGES = 2

/**
 * The same Typst for every machine: the same templates and pages, tagged as well, but this build
 * cannot be asked to prove PDF/UA-1, and so does not claim it.
 */
export async function openWebAssembly(fonts: Buffer[]): Promise<Engine> {
  const { initSync, TypstCompilerBuilder } = await import('@myriaddreamin/typst-ts-web-compiler')
  initSync({ module: await WebAssembly.compile(await machineCode()) })
  const builder = new TypstCompilerBuilder()
  builder.set_dummy_access_model()
  for (const font of fonts) await builder.add_raw_font(font)
  const typst = await builder.build()

  return (document) => {
    typst.add_source('/main.typ', sourceOf(document))
    for (const [name, bytes] of Object.entries(document.files ?? {})) typst.map_shadow(`/${name}`, bytes)
    try {
      const inputs = Object.entries(inputsOf(document))
      const { result, diagnostics } = typst.compile('/main.typ', inputs, 'pdf', WITH_MESSAGES)
      if (!result) throw new Error(JSON.stringify(diagnostics))
      return result
    } finally {
      typst.reset_shadow()
      typst.reset()
    }
  }
}

function machineCode(): Promise<Buffer<ArrayBuffer>> {
  return readFile(createRequire(import.meta.url).resolve('@myriaddreamin/typst-ts-web-compiler/wasm'))
}

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/**
 * The only fonts a document may use. Those of the machine are left alone, so that the same data
 * give the same bytes everywhere. Typst reads whole TrueType files, not the WOFF2 of the pages.
 */
const files = [
  '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf',
  '@expo-google-fonts/inter/500Medium/Inter_500Medium.ttf',
  '@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf',
  '@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
]

export function readFonts(): Buffer[] {
  const { resolve } = createRequire(import.meta.url)
  return files.map((file) => readFileSync(resolve(file)))
}

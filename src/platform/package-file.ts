import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * The place of a file of ours that is read or started rather than imported, by its path from the
 * project's root. The root is looked for upwards, so that the answer is the same whether this runs
 * from `src` or from one bundled file.
 */
export function packageFile(path: string): string {
  return join(root, path)
}

const root = rootAbove(dirname(fileURLToPath(import.meta.url)))

function rootAbove(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder
  const parent = dirname(folder)
  if (parent === folder) throw new Error('No package.json above this file: the installation is not complete.')
  return rootAbove(parent)
}

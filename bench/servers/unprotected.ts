// Loaded before the house's own code: the same house, in which nothing happens within a purpose.
import { registerHooks } from 'node:module'

const WITHIN = new URL('../../src/privacy/within.ts', import.meta.url).href
const UNPROTECTED = new URL('./unprotected-within.ts', import.meta.url).href

registerHooks({
  resolve(specifier, context, next) {
    const found = next(specifier, context)
    return found.url.split('?')[0] === WITHIN ? { ...found, url: UNPROTECTED } : found
  },
})

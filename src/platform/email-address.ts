import { domainToASCII, domainToUnicode } from 'node:url'
import { z } from 'zod'

const LONGEST = 254 // https://www.rfc-editor.org/errata/eid1690
const LONGEST_LOCAL_PART = 64 // https://www.rfc-editor.org/rfc/rfc5321#section-4.5.3.1.1
const LOCAL_PART = /^[^\s\p{C}<>()[\]\\,;:"@.]+(\.[^\s\p{C}<>()[\]\\,;:"@.]+)*$/u
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/
const LAST_LABEL = /^([a-z]{2,}|xn--[a-z0-9-]+)$/

/**
 * An address as it is kept: without space around it, its domain as people write it (`blåbær.no`, which some
 * browsers send as `xn--blbr-roah.no`). The part before the @ stays as it was typed; capitals never make
 * two accounts of it.
 */
export const emailAddress = z.string().max(1_000).overwrite(keptAs).refine(isAddress, '#fieldNotAnEmail')

function keptAs(typed: string): string {
  const address = typed.normalize('NFC').trim()
  const at = address.lastIndexOf('@')
  const domain = domainToUnicode(address.slice(at + 1))
  return at === -1 || domain === '' ? address : `${address.slice(0, at)}@${domain}`
}

function isAddress(address: string): boolean {
  const at = address.lastIndexOf('@')
  const localPart = address.slice(0, Math.max(at, 0))
  const labels = domainToASCII(address.slice(at + 1)).split('.')
  return (
    address.isWellFormed() &&
    address.length <= LONGEST &&
    Buffer.byteLength(localPart) <= LONGEST_LOCAL_PART &&
    LOCAL_PART.test(localPart) &&
    labels.length > 1 &&
    labels.every((label) => LABEL.test(label)) &&
    LAST_LABEL.test(labels.at(-1) ?? '')
  )
}

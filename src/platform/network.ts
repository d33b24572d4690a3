const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i // https://www.rfc-editor.org/rfc/rfc4291#section-2.5.5.2

/**
 * The network that an address belongs to, for counting tries: of IPv6 the first 64 bits, since one line has
 * them all behind it and would else be somebody new at every try; of IPv4 the address itself.
 */
export function networkOf(address: string): string {
  const mapped = MAPPED.exec(address)?.[1]
  if (mapped) return mapped
  return address.includes(':') ? `${groupsOf(address).slice(0, 4).join(':')}::/64` : address
}

/** Enough of a network to know one's own by: whose line it is stays untold. */
export function coarseNetwork(network: string): string {
  return network.includes(':') ? `${network.split(':').slice(0, 3).join(':')}:…` : `${network.split('.').slice(0, 2).join('.')}.…`
}

/** All eight groups, `::` written out and leading zeros left away. */
function groupsOf(address: string): string[] {
  const [before = '', after] = (address.split('%')[0] ?? '').split('::')
  const [head, tail] = [before, after ?? ''].map((part) => part.split(':').filter(Boolean)) as [string[], string[]]
  const missing = after === undefined ? 0 : 8 - head.length - tail.length
  return [...head, ...Array.from({ length: Math.max(missing, 0) }, () => '0'), ...tail].map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
}

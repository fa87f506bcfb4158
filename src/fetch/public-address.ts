import { BlockList, isIPv4, isIPv6 } from 'node:net'

/**
 * Whether an IP address belongs to the public internet. Everything else (this machine, its network, documentation,
 * multicast and reserved addresses) is private. An IPv6 address that represents an IPv4 address counts as that address.
 * Source: the IANA special-purpose address registries.
 */
export function isPublic(address: string): boolean {
  if (isIPv4(address)) return !PRIVATE_IPV4.check(address)
  if (!isIPv6(address)) return false
  const ipv4 = ipv4In(address)
  if (ipv4 !== null) return isPublic(ipv4)
  return GLOBAL_IPV6.check(address, 'ipv6') && !SPECIAL_IPV6.check(address, 'ipv6')
}

/** Returns the IPv4 address that an IPv6 address represents; null if it represents none. */
function ipv4In(address: string): string | null {
  if (!IPV4_IN_IPV6.check(address, 'ipv6')) return null
  // The URL parser writes the last 32 bits as two hexadecimal numbers, even if they were in decimal.
  const [high, low] = lastTwoGroups(new URL(`http://[${address.replace(/%.*/, '')}]`).hostname.slice(1, -1))
  return [high >> 8, high & 255, low >> 8, low & 255].join('.')
}

function lastTwoGroups(ipv6: string): readonly [number, number] {
  const [tail = ''] = ipv6.split('::').slice(-1)
  const numbers = tail.split(':').map((group) => Number.parseInt(group || '0', 16))
  return [numbers.at(-2) ?? 0, numbers.at(-1) ?? 0]
}

function rangesOf(type: 'ipv4' | 'ipv6', list: string): BlockList {
  const ranges = new BlockList()
  for (const range of list.split(' ')) {
    const [network = '', prefix] = range.split('/')
    ranges.addSubnet(network, Number(prefix), type)
  }
  return ranges
}

const PRIVATE_IPV4 = rangesOf(
  'ipv4',
  '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 ' +
    '192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4',
)

/** The range of public addresses; all other IPv6 addresses are private or unused. */
const GLOBAL_IPV6 = rangesOf('ipv6', '2000::/3')

const SPECIAL_IPV6 = rangesOf('ipv6', '2001::/23 2001:db8::/32 2002::/16 3fff::/20')

const IPV4_IN_IPV6 = rangesOf('ipv6', '::ffff:0:0/96 64:ff9b::/96')

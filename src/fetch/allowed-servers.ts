// Decides which servers may be contacted: public ones, and a private one that the user has named.

import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { CannotFetch } from './cannot-fetch.ts'
import { isPublic } from './public-address.ts'

export interface IpAddress {
  readonly address: string
  readonly family: number
}

/** Which servers may be contacted. */
export interface AllowedServers {
  /**
   * Returns the IP addresses of a URL's host, all of which are allowed. The connection must go to one of them without
   * another lookup.
   * @throws {CannotFetch} if one of them is private, or there are none
   */
  addressesOf(url: URL): Promise<readonly IpAddress[]>
}

export interface ReachOptions {
  /** An address that the user has typed, whose server may be private; null for none. */
  readonly privateHome: URL | null
  /** Replaces the system's resolver and the rule for public addresses in tests. */
  readonly resolve?: ((host: string) => Promise<readonly IpAddress[]>) | undefined
  readonly isAllowed?: ((address: string) => boolean) | undefined
}

export function reachOf({
  privateHome,
  resolve = resolveBySystem,
  isAllowed = isPublic,
}: ReachOptions): AllowedServers {
  return {
    async addressesOf(url) {
      const host = url.hostname.replace(/^\[|\]$/g, '')
      const addresses = isIP(host) === 0 ? await resolve(host) : [{ address: host, family: isIP(host) }]
      if (addresses.length === 0) throw new CannotFetch(NO_SERVER)
      if (privateHome !== null && isServerOf(privateHome, url)) return addresses
      const refused = addresses.find(({ address }) => !isAllowed(address))
      if (refused !== undefined) throw new CannotFetch(privacy(url, refused.address, privateHome))
      return addresses
    },
  }
}

function resolveBySystem(host: string): Promise<readonly IpAddress[]> {
  return lookup(host, { all: true })
}

export const NO_SERVER = 'No server has this name. Check the address and the network.'

/** Whether a URL is on the server that the user has named. A redirect from http to https stays on it. */
function isServerOf(home: URL, url: URL): boolean {
  if (home.hostname !== url.hostname) return false
  const isUpgrade = home.protocol === 'http:' && url.protocol === 'https:' && home.port === '' && url.port === ''
  return isUpgrade || (home.protocol === url.protocol && home.port === url.port)
}

function privacy(url: URL, address: string, home: URL | null): string {
  const isWritten = url.hostname === address || url.hostname === `[${address}]`
  const where = isWritten ? `${address} is` : `${url.hostname} has ${address},`
  const remedy =
    home === null
      ? 'If you trust the page, use --allow-private; otherwise save it and use that file.'
      : '--allow-private covers only the server that you named. Save what you need and use that file.'
  return `${where} a private address, of this machine or its network, and is not contacted. ${remedy}`
}

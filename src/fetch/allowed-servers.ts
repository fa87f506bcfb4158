// Decides which servers may be contacted: public ones, and a private one if the user typed its address.

import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { FetchError } from './fetch-error.ts'
import { isPublic } from './public-address.ts'

export interface IpAddress {
  readonly address: string
  readonly family: number
}

/** Resolves hosts, and refuses servers that may not be contacted. */
export interface AllowedServers {
  /**
   * Returns the IP addresses of a URL's host, all of which are allowed. The connection must go to one of them without
   * another lookup.
   * @throws {FetchError} if there are none, or if one is private and the user did not type the server's address
   */
  addressesOf(url: URL): Promise<readonly IpAddress[]>
}

export interface ServerOptions {
  /** The URL that the user typed, whose server may therefore be private; null if no private server is allowed. */
  readonly trustedUrl: URL | null
  /** Replaces the system's resolver in tests. */
  readonly resolve?: ((host: string) => Promise<readonly IpAddress[]>) | undefined
  /** Replaces the rule for public addresses in tests. */
  readonly isAllowed?: ((address: string) => boolean) | undefined
}

/** Returns the servers that may be contacted: public ones, and the server of the trusted URL. */
export function allowServers({
  trustedUrl,
  resolve = resolveHost,
  isAllowed = isPublic,
}: ServerOptions): AllowedServers {
  return {
    async addressesOf(url) {
      const host = url.hostname.replace(/^\[|\]$/g, '')
      const addresses = isIP(host) === 0 ? await resolve(host) : [{ address: host, family: isIP(host) }]
      if (addresses.length === 0) throw new FetchError(UNKNOWN_HOST)
      if (trustedUrl !== null && isOnTrustedServer(url, trustedUrl)) return addresses
      const blocked = addresses.find(({ address }) => !isAllowed(address))
      if (blocked !== undefined) throw new FetchError(privateAddressMessage(url, blocked.address, trustedUrl))
      return addresses
    },
  }
}

function resolveHost(host: string): Promise<readonly IpAddress[]> {
  return lookup(host, { all: true })
}

export const UNKNOWN_HOST = 'No server has this name. Check the address and your network connection.'

/** Whether a URL is on the server that the user typed. A redirect from http to https stays on that server. */
function isOnTrustedServer(url: URL, trustedUrl: URL): boolean {
  if (trustedUrl.hostname !== url.hostname) return false
  const isUpgrade =
    trustedUrl.protocol === 'http:' && url.protocol === 'https:' && trustedUrl.port === '' && url.port === ''
  return isUpgrade || (trustedUrl.protocol === url.protocol && trustedUrl.port === url.port)
}

function privateAddressMessage(url: URL, address: string, trustedUrl: URL | null): string {
  const isLiteral = url.hostname === address || url.hostname === `[${address}]`
  const where = isLiteral ? `${address} is` : `${url.hostname} resolves to ${address},`
  const remedy =
    trustedUrl === null
      ? 'If you trust the page, use --allow-private; otherwise save it and use that file.'
      : '--allow-private covers only the server that you typed. Save what you need and use that file.'
  return `${where} a private address (on this machine or its local network), so it was not contacted. ${remedy}`
}

// Normalises links that point outside the deck.

/** In characters. Nobody follows a longer address from a slide. */
const LONGEST_ADDRESS = 2_000

const PROTOCOLS: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:'])

/**
 * Normalises the address of a link to a web page or to an e-mail address. Returns undefined for any other link (to a
 * file or a section of the article), for an address that contains a user name or password, and for one that is too
 * long.
 */
export function externalAddress(url: string): string | undefined {
  if (url.length > LONGEST_ADDRESS || !URL.canParse(url)) return undefined
  const { protocol, username, password, href } = new URL(url)
  return PROTOCOLS.has(protocol) && username === '' && password === '' ? href : undefined
}

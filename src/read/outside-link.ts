// Normalises links that lead out of the deck.

/** In characters: nobody follows a longer address from a slide. */
const LONGEST_ADDRESS = 2_000

const PROTOCOLS: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:'])

/**
 * Normalises the address of a link that leaves the deck; undefined if it is useless on a slide: a link to a file, to a
 * place in the article or to a program, one that contains a name or password, or one that is too long.
 */
export function outsideAddress(url: string): string | undefined {
  if (url.length > LONGEST_ADDRESS || !URL.canParse(url)) return undefined
  const { protocol, username, password, href } = new URL(url)
  return PROTOCOLS.has(protocol) && username === '' && password === '' ? href : undefined
}

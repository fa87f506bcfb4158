/** Longer addresses are no address that anybody follows from a slide. */
const LONGEST = 2_000

const PROTOCOLS: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:'])

/**
 * The address to which a link leads out of the deck, as the URL standard writes it; undefined where it leads nowhere from a slide: to
 * a file, to a place in the article, to a program, or with somebody's password.
 */
export function outsideAddress(url: string): string | undefined {
  if (url.length > LONGEST || !URL.canParse(url)) return undefined
  const { protocol, username, password, href } = new URL(url)
  return PROTOCOLS.has(protocol) && username === '' && password === '' ? href : undefined
}

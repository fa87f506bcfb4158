/**
 * Returns the URL against which a page's relative addresses are resolved: the URL of its `base` element, or else its
 * own.
 */
export function baseUrlOf(page: Uint8Array, extension: string, url: URL): URL {
  if (extension !== '.html') return url
  const head = Buffer.from(page.subarray(0, SEARCHED_BYTES)).toString('utf8')
  const href = /<base\s[^<>]{0,300}?\bhref\s{0,9}=\s{0,9}["']?([^"'<>\s]{1,2000})/i
    .exec(head)?.[1]
    ?.replaceAll('&amp;', '&')
  const base = href !== undefined && URL.canParse(href, url) ? new URL(href, url) : url
  return /^https?:$/.test(base.protocol) && base.username === '' && base.password === '' ? base : url
}

/** The number of bytes that are searched for a `base` element. */
const SEARCHED_BYTES = 16 * 1024

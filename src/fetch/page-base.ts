/** Returns the address that relative addresses of a page refer to: that in its `base` element, or else its own. */
export function baseOf(page: Uint8Array, extension: string, url: URL): URL {
  if (extension !== '.html') return url
  const head = Buffer.from(page.subarray(0, SEARCHED_BYTES)).toString('utf8')
  const named = /<base\s[^<>]{0,300}?\bhref\s{0,9}=\s{0,9}["']?([^"'<>\s]{1,2000})/i
    .exec(head)?.[1]
    ?.replaceAll('&amp;', '&')
  const base = named !== undefined && URL.canParse(named, url) ? new URL(named, url) : url
  return /^https?:$/.test(base.protocol) && base.username === '' && base.password === '' ? base : url
}

/** The `base` element must be within this many bytes. */
const SEARCHED_BYTES = 16 * 1024

/** Returns the address that relative addresses of a page refer to: its own, or the base named in its head. */
export function baseOf(page: Uint8Array, extension: string, url: URL): URL {
  if (extension !== '.html') return url
  const head = Buffer.from(page.subarray(0, SEARCHED_BYTES)).toString('utf8')
  const named = /<base\s[^<>]{0,300}?\bhref\s{0,9}=\s{0,9}["']?([^"'<>\s]{1,2000})/i
    .exec(head)?.[1]
    ?.replaceAll('&amp;', '&')
  const base = named !== undefined && URL.canParse(named, url) ? new URL(named, url) : url
  return /^https?:$/.test(base.protocol) && base.username === '' && base.password === '' ? base : url
}

/** The number of bytes in which the head of a page must name its base. */
const SEARCHED_BYTES = 16 * 1024

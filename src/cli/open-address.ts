// Opens an article on the web.

import { VFile } from 'vfile'
import { allowServers } from '../fetch/allowed-servers.ts'
import { baseUrlOf } from '../fetch/base-url.ts'
import { FetchError } from '../fetch/fetch-error.ts'
import { webImages } from '../fetch/fetch-images.ts'
import { fetchPage } from '../fetch/fetch-page.ts'
import { refuseUnsafeUrl } from '../fetch/follow-redirects.ts'
import { formatSize } from '../util/format-size.ts'
import type { OpenedInput, OpenOptions } from './open-article.ts'
import { reportFetched } from './report-fetched.ts'

/** Fetches the article at an address that the user typed. If that fails, the error is added to the file's messages. */
export async function openAddress(text: string, { signal, allowsPrivate }: OpenOptions): Promise<OpenedInput> {
  if (!URL.canParse(text)) return withError(new VFile({ path: text }), 'This is not a valid web address. Check it.')
  const address = new URL(text)
  address.hash = ''
  const file = new VFile({ path: withoutCredentials(address) })
  try {
    refuseUnsafeUrl(address)
    const servers = allowServers({ trustedUrl: allowsPrivate ? address : null })
    const { bytes, url, extension } = await fetchPage(address, { servers, signal })
    file.value = bytes
    file.data.extension = extension
    const base = baseUrlOf(bytes, extension, url)
    file.data.base = base.href
    const from = url.href === address.href ? '' : `, from ${withoutCredentials(url)}`
    reportFetched(file, `Fetched ${formatSize(bytes.length)}${from}.`)
    return { file, images: webImages(base, { servers, signal }) }
  } catch (error) {
    if (!(error instanceof FetchError)) throw error
    return withError(file, error.message)
  }
}

function withError(file: VFile, reason: string): OpenedInput {
  file.message(reason, { source: 'lectern', ruleId: 'cannot-fetch' }).fatal = true
  return { file }
}

/** Formats an address for messages, without a user name or password. */
function withoutCredentials(address: URL): string {
  const copy = new URL(address)
  copy.username = ''
  copy.password = ''
  return copy.href
}

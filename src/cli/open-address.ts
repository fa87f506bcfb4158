// Opens an article on the web.

import { VFile } from 'vfile'
import { reachOf } from '../fetch/allowed-servers.ts'
import { CannotFetch } from '../fetch/cannot-fetch.ts'
import { fetchImages } from '../fetch/fetch-images.ts'
import { fetchPage } from '../fetch/fetch-page.ts'
import { refuseUnsafe } from '../fetch/follow.ts'
import { baseOf } from '../fetch/page-base.ts'
import type { OpenedInput, OpenOptions } from './open.ts'
import { reportFetched, sizeOf } from './report-fetched.ts'

/** Fetches the article at an address that the user typed. If that fails, the error is added to the file's messages. */
export async function openAddress(typed: string, { signal, allowsPrivate }: OpenOptions): Promise<OpenedInput> {
  if (!URL.canParse(typed)) return failed(new VFile({ path: typed }), 'This is not an address. Check it.')
  const address = new URL(typed)
  address.hash = ''
  const file = new VFile({ path: withoutCredentials(address) })
  try {
    refuseUnsafe(address)
    const servers = reachOf({ privateHome: allowsPrivate ? address : null })
    const { bytes, url, extension } = await fetchPage(address, { servers, signal })
    file.value = bytes
    file.data.extension = extension
    const base = baseOf(bytes, extension, url)
    file.data.base = base.href
    const from = url.href === address.href ? '' : `, from ${withoutCredentials(url)}`
    reportFetched(file, `Fetched ${sizeOf(bytes.length)}${from}.`)
    return { file, images: fetchImages(base, { servers, signal }) }
  } catch (error) {
    if (!(error instanceof CannotFetch)) throw error
    return failed(file, error.message)
  }
}

function failed(file: VFile, reason: string): OpenedInput {
  file.message(reason, { source: 'lectern', ruleId: 'cannot-fetch' }).fatal = true
  return { file }
}

/** Formats an address for messages, without the user name and password. */
function withoutCredentials(address: URL): string {
  const shown = new URL(address)
  shown.username = ''
  shown.password = ''
  return shown.href
}

// Adds messages about what was fetched from the web.

import type { VFile } from 'vfile'
import { formatSize } from '../util/format-size.ts'
import type { OpenedInput } from './open-article.ts'

/** Adds a message about the images that were fetched for a page. */
export function reportImages({ file, images }: OpenedInput): void {
  if (images === undefined || images.fetchedUrls.length === 0) return
  const hosts = [...new Set(images.fetchedUrls.map(({ host }) => host))]
  const count = images.fetchedUrls.length === 1 ? 'an image' : `${images.fetchedUrls.length} images`
  reportFetched(file, `Fetched ${count}, ${formatSize(images.bytes)}, from ${hosts.join(', ')}.`)
}

/** Adds a message about what was fetched. */
export function reportFetched(file: VFile, reason: string): void {
  file.info(reason, { source: 'lectern', ruleId: 'fetched' })
}

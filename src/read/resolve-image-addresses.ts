import { visit } from 'unist-util-visit'
import type { Section } from '../model/article.ts'
import { isDataUrl } from '../util/data-url.ts'

/**
 * Resolves, in place, the image addresses of a section against the address of its page: `bird.png` becomes
 * `https://…/bird.png`.
 */
export function resolveImageAddresses({ blocks, sections }: Section, base: string): void {
  for (const { node } of blocks)
    visit(node, 'image', (image) => {
      const address = image.url.trim()
      if (address !== '' && !isDataUrl(address) && URL.canParse(address, base)) image.url = new URL(address, base).href
    })
  for (const section of sections) resolveImageAddresses(section, base)
}

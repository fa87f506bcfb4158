import { visit } from 'unist-util-visit'
import type { Section } from '../model/article.ts'

/** Makes the addresses of all images of a section whole, as seen from a page of the web: `bird.png` is `https://…/bird.png`. */
export function completeImageAddresses({ blocks, sections }: Section, base: string): void {
  for (const { node } of blocks)
    visit(node, 'image', (image) => {
      const address = image.url.trim()
      if (address !== '' && !/^data:/i.test(address) && URL.canParse(address, base))
        image.url = new URL(address, base).href
    })
  for (const section of sections) completeImageAddresses(section, base)
}

import type { Image } from 'mdast'

/**
 * Returns the caption of an image: its alternative text or, without one, its title. Empty if the words only say that
 * there is a picture, name its file, or are a single word such as "avatar".
 */
export function imageTextOf({ alt, title }: Pick<Image, 'alt' | 'title'>): string {
  const text = (alt || title || '').trim()
  return MEANINGLESS.test(text) || /^[a-z\d]+$/.test(text) ? '' : text
}

const MEANINGLESS =
  /^(?:(?:an?|the|my) )?(?:alt(?:[ -]text)?|captura|diagram|drawing|figure|gif|image|img|logo|photo|pic|picture|screen ?shot|thumbnail|untitled)?[\W\d_]*(?:image|description)?$|^(?:\S+\.)?(?:avif|gif|jpe?g|png|svg|webp)$|^https?:\S+$|^[^\s_-]+(?:[_-][^\s_-]+){2,}$/i

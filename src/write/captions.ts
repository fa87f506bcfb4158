import type { BlockPassage } from '../model/article.ts'
import type { Line } from '../model/draft.ts'
import { passageLine } from './line.ts'

/**
 * Returns the caption of an image, cut to its first sentence if it is too long; null if even that is too long, or if
 * the caption is meaningless or only repeats the title.
 */
export function captionFor(caption: BlockPassage | null, title: Line | null): Line | null {
  if (caption === null || MEANINGLESS.test(caption.text.trim()) || /^[a-z\d]+$/.test(caption.text.trim())) return null
  const { text, span } = caption
  const length =
    text.length <= MAX_CAPTION_LENGTH ? text.length : (FIRST_SENTENCE.exec(text)?.[0].length ?? text.length)
  const line = passageLine({ ...caption, text: text.slice(0, length), span: [span[0], span[0] + length] }, 'caption')
  return length > MAX_CAPTION_LENGTH || lettersOf(line.text) === lettersOf(title?.text ?? '') ? null : line
}

/** In UTF-16 code units. A longer caption is a description, which goes to the notes. */
const MAX_CAPTION_LENGTH = 160

const FIRST_SENTENCE = /^.{20,}?[.!?](?=\s+\p{Lu})/su

/** Alternative text that only states that there is a picture, or names its file. */
const MEANINGLESS =
  /^(?:(?:an?|the|my) )?(?:alt(?:[ -]text)?|captura|diagram|drawing|figure|gif|image|img|logo|photo|pic|picture|screen ?shot|thumbnail|untitled)?[\W\d_]*(?:image|description)?$|^(?:\S+\.)?(?:avif|gif|jpe?g|png|svg|webp)$|^https?:\S+$|^[^\s_-]+(?:[_-][^\s_-]+){2,}$/i

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

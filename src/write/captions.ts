import type { BlockPassage } from '../model/article.ts'
import type { Line } from '../model/draft.ts'
import { lettersAndDigits } from '../util/letters-and-digits.ts'
import { passageLine } from './line.ts'

/**
 * Returns the caption of an image, cut to its first sentence if it is too long; null if even that is too long, or if
 * the caption only repeats the title.
 */
export function captionFor(caption: BlockPassage | null, title: Line | null): Line | null {
  if (caption === null) return null
  const { text, span } = caption
  const length =
    text.length <= MAX_CAPTION_LENGTH ? text.length : (FIRST_SENTENCE.exec(text)?.[0].length ?? text.length)
  const line = passageLine({ ...caption, text: text.slice(0, length), span: [span[0], span[0] + length] }, 'caption')
  return length > MAX_CAPTION_LENGTH || lettersAndDigits(line.text) === lettersAndDigits(title?.text ?? '')
    ? null
    : line
}

/** In UTF-16 code units. A longer caption is a description, which goes to the notes. */
const MAX_CAPTION_LENGTH = 160

const FIRST_SENTENCE = /^.{20,}?[.!?](?=\s+\p{Lu})/su

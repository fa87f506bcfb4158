// Writes slides that show images.

import type { Line } from '../model/draft.ts'
import type { Sentence } from '../model/outline.ts'
import { captionFor } from './captions.ts'
import { capitaliseLine, passageLine } from './line.ts'
import { type CaptionedImage, picturesIn } from './picture.ts'
import type { Segment } from './section-segments.ts'
import { MAX_TITLE_WIDTH } from './titles.ts'
import type { VerbatimSlide } from './verbatim-slides.ts'

/**
 * Shows each image of a group on its own slide, with its caption. The title of the first slide is the group's heading
 * or, without one, the sentence that introduces the group. Without either, and on all other slides, the title is a
 * short caption or else the section's heading.
 */
export function imageSlides(
  { block, headings, headingAbove, lead, sentences }: Segment,
  { introducingTitle: announced, step }: { readonly introducingTitle: Line | null; readonly step: Line | null },
): VerbatimSlide[] {
  if (block === null) return []
  const pictures = picturesIn(block)
  const heading = headings.at(-1) ?? null
  const titles = pictures.map((_, index) =>
    index > 0 ? null : heading === null ? announced : passageLine(heading, 'heading'),
  )
  // A step that is not the title describes its picture better than the alternative text.
  const isStepShown =
    step === null || step.spans.some(([from, to]) => titles[0]?.spans.some(([start]) => start >= from && start < to))
  const captions = pictures.map(({ caption }, index) =>
    index === 0 && !isStepShown ? step : captionFor(caption, titles[index] ?? null),
  )
  const shown = captions.flatMap((caption) => caption?.spans ?? [])
  const unshown = sentences.filter(
    (sentence) =>
      sentence !== lead && !shown.some(([start, end]) => start <= sentence.span[0] && end >= sentence.span[1]),
  )
  const sentencesByImage = assignToImages(unshown, pictures)
  return pictures.map(({ image }, index) => {
    const [assignedTitle, words] = [titles[index] ?? null, captions[index] ?? null]
    const isTitle =
      assignedTitle === null && words !== null && words.text.length <= MAX_TITLE_WIDTH && !CREDIT_LINE.test(words.text)
    const title =
      assignedTitle ??
      (isTitle
        ? PROSE_OPENING.test(words.text)
          ? capitaliseLine(words)
          : words
        : headingAbove === null
          ? null
          : passageLine(headingAbove, 'heading'))
    const caption = isTitle ? null : words
    const noteSentences = [...(index === 0 && lead !== null ? [lead] : []), ...(sentencesByImage[index] ?? [])]
    return { title, content: { type: 'image', picture: { image, content: null }, caption }, noteSentences }
  })
}

/** Matches a caption that begins with an ordinary word in lower case. The name "git-push" is not one. */
const PROSE_OPENING = /^\p{Ll}+\s/u

/** A credit or an address, which does not describe the picture. */
const CREDIT_LINE =
  /^(?:©|\(c\)|(?:credits?|courtesy|foto|image|photo|picture|quelle|source)s?(?: ?:| by\b| courtesy\b| credits?\b))|https?:\/\//i

/** Assigns each sentence to the last captioned image before it, so that the notes keep the article's order. */
function assignToImages(sentences: readonly Sentence[], pictures: readonly CaptionedImage[]): readonly Sentence[][] {
  const assigned: Sentence[][] = pictures.map(() => [])
  const captioned = pictures.flatMap(({ caption }, index) =>
    caption === null ? [] : [{ start: caption.span[0], index }],
  )
  let current = 0
  for (const sentence of sentences) {
    for (let next = captioned[0]; next !== undefined && next.start <= sentence.span[0]; next = captioned[0]) {
      current = next.index
      captioned.shift()
    }
    assigned[current]?.push(sentence)
  }
  return assigned
}

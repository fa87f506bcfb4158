import { keyOf } from '../comparison-key.ts'
import type { MergedSlide, MergedToken } from './merge-slide.ts'
import { plainText } from './plain-text.ts'
import type { SlideVersion } from './slide-version.ts'

/**
 * Adds to a slide's note the new lines of the article that the slide does not show, unless the note already has their
 * words.
 */
export function addReplacedLines(slide: MergedSlide, theirs: SlideVersion | undefined): MergedSlide {
  const noteWords = [...slide.tokens, ...(theirs?.tokens ?? [])].flatMap(({ words }) => wordsIn(words.text))
  const missingTexts = slide.replacedLines
    .map(plainText)
    .filter((text) => text !== '' && !isSubsequence(wordsIn(text), noteWords))
  const tokens = missingTexts.map((text): MergedToken => {
    const words = { text, marks: [] }
    return { key: keyOf(words), words, kind: 'prose', startsBlock: true, followsDirectly: false, from: 'theirs' }
  })
  return { ...slide, tokens: [...slide.tokens, ...tokens] }
}

function wordsIn(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
}

function isSubsequence(words: readonly string[], allWords: readonly string[]): boolean {
  let next = 0
  return words.every((word) => {
    next = allWords.indexOf(word, next) + 1
    return next > 0
  })
}

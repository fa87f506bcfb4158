// Brings the article's words on the author's slides up to date, wherever the author has moved them.

import type { OriginalSlide } from '../original-slides.ts'
import { lettersIn, markerOf } from './line-letters.ts'
import { findMovedText, NO_TEXT, type SlideKeys, type SlidesToSearch, union, withoutText } from './moved-text.ts'
import { type NoteToken, printTokens } from './note-tokens.ts'
import type { SlideVersion } from './slide-version.ts'
import { findTextChanges, type TextChanges } from './text-changes.ts'

/** The slides of all three decks. */
export interface SlidesToFollow extends SlidesToSearch {
  readonly theirVersions: readonly SlideVersion[]
  /** The slides of the previous deck. */
  readonly before: readonly OriginalSlide[]
  /** The slides of the new deck. */
  readonly after: readonly OriginalSlide[]
}

/** A slide of the author's deck, ready to be merged with the new version of its original. */
export interface FollowedSlide {
  /** The author's version, with the article's words brought up to date. */
  readonly mine: SlideVersion
  /**
   * The original, without the text that the author has moved to other slides. Text that the author has left unchanged
   * already has its new words here, so that the author's own changes are the only differences. Undefined for an added
   * slide.
   */
  readonly base: SlideVersion | undefined
  /** Text that is still where Lectern wrote it, but no longer in the article. */
  readonly removedKeys: SlideKeys
  /** New sentences of the article whose old version the slide still shows. */
  readonly outdatedSentences: readonly string[]
  /** Text from other slides that is no longer in the article. */
  readonly removedTexts: readonly string[]
}

export interface FollowedSlides {
  /** The slides of the author's deck. */
  readonly slides: readonly FollowedSlide[]
  readonly changes: TextChanges
  /**
   * Removes from a new version the text that the author has moved to other slides. `index` is the position of its
   * original.
   */
  withoutMoved(theirs: SlideVersion, index: number): SlideVersion
}

/**
 * Replaces the text that the author has left unchanged, including text from other slides, with the article's new words
 * for it. Text from other slides stays even if the article no longer contains it.
 */
export function followMovedText(slides: SlidesToFollow): FollowedSlides {
  const { before, after, myVersions, baseVersions, theirVersions, originalIndexes } = slides
  const { gained, kept, lost } = findMovedText(slides)
  const changes = findTextChanges(
    { originals: before, versions: baseVersions },
    { originals: after, versions: theirVersions },
  )
  return {
    slides: myVersions.map((version, index): FollowedSlide => {
      const [myGained, myKept] = [gained[index] ?? NO_TEXT, kept[index] ?? NO_TEXT]
      const originalIndex = originalIndexes[index] ?? -1
      const original = baseVersions[originalIndex]
      return {
        mine: rewrite(version, union([myGained, myKept]), changes),
        base: original && rewrite(withoutText(original, lost[originalIndex] ?? NO_TEXT), myKept, changes),
        removedKeys: keysRemovedFromArticle(myKept, changes),
        ...unfollowedText(version, myGained, changes),
      }
    }),
    changes,
    withoutMoved: (theirs, index) => withoutText(theirs, withNewKeys(lost[index] ?? NO_TEXT, changes)),
  }
}

/** Returns the keys of the old words and of the new words that replace them. */
function withNewKeys({ lines, sentences }: SlideKeys, changes: TextChanges): SlideKeys {
  const newLines = [...lines].flatMap((letters) => {
    const change = changes.lineChange(letters)
    return change?.type === 'rewritten' ? [lettersIn(change.markdown)] : []
  })
  return {
    lines: new Set([...lines, ...newLines]),
    sentences: new Set([...sentences, ...[...sentences].flatMap((key) => changes.sentences.get(key)?.key ?? [])]),
  }
}

/** Returns the keys of the text that the article no longer contains. */
function keysRemovedFromArticle({ lines, sentences }: SlideKeys, changes: TextChanges): SlideKeys {
  return {
    lines: new Set([...lines].filter((letters) => changes.lineChange(letters)?.type === 'removed')),
    sentences: new Set([...sentences].filter((key) => changes.sentences.get(key) === null)),
  }
}

/** Replaces these lines and sentences of a slide with their new words. */
function rewrite(version: SlideVersion, keys: SlideKeys, changes: TextChanges): SlideVersion {
  const lines = version.body.split('\n').map((line) => {
    const letters = lettersIn(line)
    const change = keys.lines.has(letters) ? changes.lineChange(letters) : null
    return change?.type === 'rewritten' ? `${markerOf(line)}${change.markdown}` : line
  })
  const tokens = version.tokens.map((token): NoteToken => {
    const sentence = keys.sentences.has(token.key) ? changes.sentences.get(token.key) : undefined
    return sentence == null ? token : { ...token, key: sentence.key, words: sentence.token.words }
  })
  const hasNewNote = tokens.some((token, index) => token !== version.tokens[index])
  return { ...version, body: lines.join('\n'), tokens, ...(hasNewNote && { note: printTokens(tokens) }) }
}

/** Finds the text from other slides that cannot be brought up to date. */
function unfollowedText(
  { body, tokens }: SlideVersion,
  gained: SlideKeys,
  changes: TextChanges,
): Pick<FollowedSlide, 'outdatedSentences' | 'removedTexts'> {
  const lineChanges = body.split('\n').flatMap((line) => {
    const letters = lettersIn(line)
    return gained.lines.has(letters) ? [changes.lineChange(letters)] : []
  })
  const removedSentences = tokens.filter(({ key }) => gained.sentences.has(key) && changes.sentences.get(key) === null)
  return {
    outdatedSentences: lineChanges.flatMap((change) => (change?.type === 'outdated' ? [change.sentence] : [])),
    removedTexts: [
      ...lineChanges.flatMap((change) => (change?.type === 'removed' ? [change.text] : [])),
      ...removedSentences.map(({ words }) => words.text),
    ],
  }
}

// Merges a deck file that its author has edited with a deck newly made from the changed article (`lectern outline
// --update`).

import type { VFile } from 'vfile'
import type { DeckText, SlideText } from '../deck-text.ts'
import type { DeckBase } from '../merge-base.ts'
import { originalsOf } from '../original-slides.ts'
import { pairSlides } from '../pair-slides.ts'
import { printDeckText, slideLines } from '../print.ts'
import { hasSameOptions } from '../slide-options.ts'
import type { SplitDeckFile } from '../split-deck-file.ts'
import { chooseIds } from './choose-ids.ts'
import { followMovedText } from './follow-moved-text.ts'
import { matchSlides } from './match-slides.ts'
import { mergeFrontMatter } from './merge-front-matter.ts'
import { mergeNotes } from './merge-notes.ts'
import { EMPTY_SLIDE, hasConflict, type MergedSlide, type MergedToken } from './merge-slide.ts'
import { type ComparedVersions, mergeSlides } from './merge-slides.ts'
import { minutesIn } from './minutes-in.ts'
import { haveSameSentences, printTokens } from './note-tokens.ts'
import type { SlidePositions } from './order-slides.ts'
import { relabelPictures } from './relabel-pictures.ts'
import { reportMerge } from './report-merge.ts'
import { authorVersion, originalVersion, type SlideVersion } from './slide-version.ts'

/** A deck file that its author has edited, and the deck now made from its article. */
export interface MergeInput {
  readonly mine: SplitDeckFile & { readonly base: DeckBase }
  readonly theirs: DeckText & { readonly base: DeckBase }
  readonly language: string
  /** Receives messages for the author, at positions in the merged file. */
  readonly file: VFile
}

/**
 * Updates a deck file to match its article and keeps the author's edits: a three-way merge, slide by slide and line by
 * line. If the author and the article have both changed the same text, the author's words stay, the article's new words
 * go to the notes, and a message says so. Returns the text of the merged file.
 */
export function mergeDecks({ mine, theirs, language, file }: MergeInput): string {
  const { base } = mine
  const relabelled = relabelPictures(mine.definitions, theirs)
  const before = originalsOf(base, mine.definitions)
  const after = originalsOf(relabelled.base, relabelled.definitions.join('\n'))
  const pairs = pairSlides(mine.parsedSlides, before)
  const myVersions = pairs.map(({ parsed, original }, index) =>
    authorVersion(parsed, { original, base, isFirst: index === 0, language }),
  )
  const baseVersions = before.map((original) => originalVersion(original, base))
  const theirVersions = after.map((original) => originalVersion(original, relabelled.base))
  const matches = matchSlides(before, after)
  const originalIndexes = pairs.map(({ original }) => (original === null ? null : before.indexOf(original)))
  const followed = followMovedText({ myVersions, baseVersions, theirVersions, originalIndexes, before, after })
  const followedVersions = followed.slides.map(({ mine }) => mine)
  const versions = { myVersions: followedVersions, baseVersions, theirVersions, originalIndexes, matches, followed }
  const { positions, mergedSlides } = mergeSlides(versions)
  const ids = chooseIds({ positions, myVersions, originalIndexes, matches, before, after })
  const { notes, added } = mergeNotes({ positions, mergedSlides }, versions)
  const slides = positions.map((position, index) => {
    const merged = { slide: mergedSlides[index] ?? EMPTY_SLIDE, id: ids.shown[index], tokens: notes[index] ?? [] }
    return slideTextOf(position, merged, versions)
  })
  const merged: DeckText = {
    frontMatter: mergeFrontMatter(mine.frontMatter?.source ?? '', base.frontMatter, relabelled.frontMatter),
    slides,
    definitions: relabelled.definitions,
    base: {
      ...relabelled.base,
      slides: relabelled.base.slides.map((slide, index) => ({ ...slide, id: ids.base[index] ?? slide.id })),
    },
  }
  reportMerge({
    ...{ positions, originalIndexes, mergedSlides, added, ids: ids.shown, myVersions, slides, notes, file },
    lines: slideLines(merged),
    isRecognised: pairs.map((pair) => pair.isRecognised),
    minutes: minutesIn(relabelled.frontMatter),
  })
  return printDeckText(merged)
}

interface SlideToPrint {
  readonly slide: MergedSlide
  readonly id: string | undefined
  /** The sentences of the slide's note. */
  readonly tokens: readonly MergedToken[]
}

function slideTextOf(
  { mine, theirs }: SlidePositions,
  { slide, id, tokens }: SlideToPrint,
  { myVersions, theirVersions }: ComparedVersions,
): SlideText {
  const myVersion = mine === null ? undefined : myVersions[mine]
  const theirVersion = theirs === null ? undefined : theirVersions[theirs]
  const options = { ...slide.options, ...(hasConflict(slide) && { conflict: true }) }
  const writtenId = mine === null ? theirVersion?.id : myVersion?.id
  return {
    ...(myVersion !== undefined && hasSameOptions(myVersion.options, options) && { comment: myVersion.comment }),
    options: { ...(writtenId != null && { slide: id ?? writtenId }), ...options },
    body: slide.body,
    note: noteOf(tokens, [myVersion, theirVersion]),
  }
}

/**
 * Returns the note as written in the first version with the same sentences; if there is none, prints the note
 * afresh.
 */
function noteOf(tokens: readonly MergedToken[], versions: readonly (SlideVersion | undefined)[]): string {
  const unchanged = versions.find((version) => version !== undefined && haveSameSentences(tokens, version.tokens))
  return unchanged?.note ?? printTokens(tokens)
}

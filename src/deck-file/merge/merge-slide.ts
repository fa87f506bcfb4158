// Merges three versions of one slide.

import type { SlideOptions } from '../slide-options.ts'
import { canonicalLines, joinCanonicalLines } from './canonical-lines.ts'
import { lettersIn } from './line-letters.ts'
import type { NoteToken } from './note-tokens.ts'
import { plainText } from './plain-text.ts'
import type { SlideVersion } from './slide-version.ts'
import type { TextChanges } from './text-changes.ts'
import { type ItemComparison, mergeThreeWay } from './three-way-merge.ts'

/** A slide of the merged deck. */
export interface MergedSlide {
  readonly options: SlideOptions
  readonly body: string
  readonly tokens: readonly MergedToken[]
  /**
   * The article's new lines, as Markdown, which the slide does not show because the author has edited the same lines.
   */
  readonly replacedLines: readonly string[]
  /**
   * The addresses of the article's new pictures that are not shown because the author has put other pictures in their
   * place.
   */
  readonly replacedPictures: readonly string[]
  /** Whether the article has new sentences where the author has changed the note. */
  readonly hasNewSentences: boolean
  /** New sentences of the article whose old version the slide still shows, because the author has moved it there. */
  readonly outdatedSentences: readonly string[]
  /** Text that the author has moved to the slide and that is no longer in the article. */
  readonly removedTexts: readonly string[]
}

export const EMPTY_SLIDE: MergedSlide = {
  ...{ options: {}, body: '', tokens: [], replacedLines: [], replacedPictures: [], hasNewSentences: false },
  ...{ outdatedSentences: [], removedTexts: [] },
}

/** A sentence of a merged note, and its origin. */
export interface MergedToken extends NoteToken {
  /** `mine` if the author has added it, `theirs` if the article has, `base` if it was there before. */
  readonly from: 'mine' | 'base' | 'theirs'
}

/** The three versions of a slide. */
export interface SlideVersions {
  readonly mine: SlideVersion
  readonly base: SlideVersion
  readonly theirs: SlideVersion
}

/** Whether both the author and the article have changed a slide, so that it may contradict its notes. */
export function hasConflict({ replacedLines, hasNewSentences, outdatedSentences }: MergedSlide): boolean {
  return replacedLines.length > 0 || hasNewSentences || outdatedSentences.length > 0
}

/** Merges one slide: the author's changes stay, and everything else is taken from the article. */
export function mergeSlide(
  { mine, base, theirs }: SlideVersions,
  changes: Pick<TextChanges, 'isNewLine' | 'isNewSentence'>,
): MergedSlide {
  const { body, replacedLines } = mergeBody({ mine, base, theirs })
  const { tokens, newTokens } = mergeNote(mine.tokens, base.tokens, theirs.tokens)
  return {
    options: mergeOptions(mine.options, base.options, theirs.options),
    body,
    replacedLines: replacedLines.filter(
      (line) => picturesIn(line).length === 0 && plainText(line) !== '' && changes.isNewLine(lettersIn(line)),
    ),
    replacedPictures: replacedLines.flatMap(picturesIn).filter((picture) => !picturesIn(base.body).includes(picture)),
    tokens,
    hasNewSentences: newTokens.some(({ key }) => changes.isNewSentence(key)),
    outdatedSentences: [],
    removedTexts: [],
  }
}

function mergeOptions(mine: SlideOptions, base: SlideOptions, theirs: SlideOptions): SlideOptions {
  const values = (options: SlideOptions) => new Map(Object.entries(options))
  const [myValues, baseValues, theirValues] = [values(mine), values(base), values(theirs)]
  const keys = [...new Set([...myValues.keys(), ...theirValues.keys()])]
  return Object.fromEntries(
    keys.flatMap((key) => {
      const value = myValues.get(key) === baseValues.get(key) ? theirValues.get(key) : myValues.get(key)
      return value === undefined ? [] : [[key, value]]
    }),
  )
}

function mergeBody({ mine, base, theirs }: SlideVersions): Pick<MergedSlide, 'body' | 'replacedLines'> {
  if (mine.key === base.key) return { body: mine.key === theirs.key ? mine.body : theirs.body, replacedLines: [] }
  if (theirs.key === base.key || theirs.key === mine.key) return { body: mine.body, replacedLines: [] }
  const [myLines = [], baseLines = [], theirLines = []] = [mine, base, theirs].map(({ body }) => canonicalLines(body))
  const regions = mergeThreeWay({ mine: myLines, base: baseLines, theirs: theirLines }, LINE_COMPARISON)
  const existingLines = new Set([...myLines, ...baseLines].map(withoutTitleNumber))
  const replacedLines = regions.flatMap((region) =>
    region.type === 'both' ? region.theirs.filter((line) => !existingLines.has(withoutTitleNumber(line))) : [],
  )
  const lines = regions.flatMap((region) => (region.type === 'both' ? region.mine : region.items))
  return { body: joinCanonicalLines(lines), replacedLines }
}

/** A title is not new if only its number is: "## Steps" and "## Steps (1/2)" are the same. */
function withoutTitleNumber(line: string): string {
  return line.replace(/^(#+ .*) \(\d+\/\d+\)$/, '$1')
}

/** Lists the addresses or labels of the pictures in Markdown. */
function picturesIn(markdown: string): readonly string[] {
  return [...markdown.matchAll(/!\[[^\]]*\](?:\(<?([^)>\s]+)|\[([^\]]+)\])/g)].map(
    ([, url, label]) => url ?? label ?? '',
  )
}

const LINE_COMPARISON: ItemComparison<string> = { keyOf: (line) => line, pick: (mine) => mine }

/** Paragraph breaks are the article's, unless the author has changed them. */
const TOKEN_COMPARISON: ItemComparison<NoteToken> = {
  keyOf: ({ key }) => key,
  pick: (mine, base, theirs) => (mine.startsBlock === base.startsBlock ? theirs : mine),
}

function mergeNote(
  mine: readonly NoteToken[],
  base: readonly NoteToken[],
  theirs: readonly NoteToken[],
): { readonly tokens: readonly MergedToken[]; readonly newTokens: readonly NoteToken[] } {
  const allNewTokens: NoteToken[] = []
  const tokens = mergeThreeWay({ mine, base, theirs }, TOKEN_COMPARISON).flatMap((region): readonly MergedToken[] => {
    if (region.type !== 'both') return region.items.map((token) => ({ ...token, from: region.type }))
    const baseKeys = new Set(region.base.map(({ key }) => key))
    const myKeys = new Set(region.mine.map(({ key }) => key))
    const newTokens = region.theirs.filter(({ key }) => !baseKeys.has(key) && !myKeys.has(key))
    allNewTokens.push(...newTokens)
    return [
      ...region.mine.map((token): MergedToken => ({ ...token, from: baseKeys.has(token.key) ? 'base' : 'mine' })),
      ...newTokens.map((token): MergedToken => ({ ...token, from: 'theirs' })),
    ]
  })
  return { tokens, newTokens: allNewTokens }
}

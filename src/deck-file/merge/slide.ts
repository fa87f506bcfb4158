// Merges one slide.

import type { SlideOptions } from '../options.ts'
import { canonicalLines, fromLines } from './canonical.ts'
import type { NoteToken } from './note-sentence.ts'
import { type ItemComparison, threeWay } from './three-way.ts'
import type { Version } from './version.ts'

/** A slide of the merged deck. */
export interface MergedSlide {
  readonly options: SlideOptions
  readonly body: string
  readonly tokens: readonly MergedToken[]
  /** The article's new lines, as Markdown, where the author has changed the slide. */
  readonly replaced: readonly string[]
  /** Whether the article has new sentences where the author has changed the note. */
  readonly hasNews: boolean
}

/** A sentence of a merged note, and the version that it comes from. */
export interface MergedToken extends NoteToken {
  /** `mine` if the author has added it, `theirs` if the article has, `base` if it was there before. */
  readonly from: 'mine' | 'base' | 'theirs'
}

/** Whether both the author and the article have changed a slide, so that it may contradict its notes. */
export function isConflict({ replaced, hasNews }: MergedSlide): boolean {
  return replaced.length > 0 || hasNews
}

/** Merges one slide: the author's changes stay, everything else follows the article. */
export function mergeSlide(mine: Version, base: Version, theirs: Version): MergedSlide {
  const { body, replaced } = mergeBody(mine, base, theirs)
  const { tokens, hasNews } = mergeNote(mine.tokens, base.tokens, theirs.tokens)
  return { options: mergeOptions(mine.options, base.options, theirs.options), body, replaced, tokens, hasNews }
}

function mergeOptions(mine: SlideOptions, base: SlideOptions, theirs: SlideOptions): SlideOptions {
  const values = (options: SlideOptions) => new Map(Object.entries(options))
  const [own, old, other] = [values(mine), values(base), values(theirs)]
  const keys = [...new Set([...own.keys(), ...other.keys()])]
  return Object.fromEntries(
    keys.flatMap((key) => {
      const value = own.get(key) === old.get(key) ? other.get(key) : own.get(key)
      return value === undefined ? [] : [[key, value]]
    }),
  )
}

function mergeBody(mine: Version, base: Version, theirs: Version): Pick<MergedSlide, 'body' | 'replaced'> {
  if (mine.key === base.key) return { body: mine.key === theirs.key ? mine.body : theirs.body, replaced: [] }
  if (theirs.key === base.key || theirs.key === mine.key) return { body: mine.body, replaced: [] }
  const [own, old, other] = [mine, base, theirs].map(({ body }) => canonicalLines(body))
  const regions = threeWay({ mine: own ?? [], base: old ?? [], theirs: other ?? [] }, LINES)
  const known = new Set([...(own ?? []), ...(old ?? [])])
  const replaced = regions.flatMap((region) =>
    region.type === 'both' ? region.theirs.filter((line) => !known.has(line)) : [],
  )
  const lines = regions.flatMap((region) => (region.type === 'both' ? region.mine : region.items))
  return { body: fromLines(lines), replaced }
}

const LINES: ItemComparison<string> = { keyOf: (line) => line, pick: (mine) => mine }

/** Paragraph breaks follow the article, unless the author has changed them. */
const TOKENS: ItemComparison<NoteToken> = {
  keyOf: ({ key }) => key,
  pick: (mine, base, theirs) => (mine.opens === base.opens ? theirs : mine),
}

function mergeNote(
  mine: readonly NoteToken[],
  base: readonly NoteToken[],
  theirs: readonly NoteToken[],
): Pick<MergedSlide, 'tokens' | 'hasNews'> {
  let hasNews = false
  const tokens = threeWay({ mine, base, theirs }, TOKENS).flatMap((region): readonly MergedToken[] => {
    if (region.type !== 'both') return region.items.map((token) => ({ ...token, from: region.type }))
    const old = new Set(region.base.map(({ key }) => key))
    const own = new Set(region.mine.map(({ key }) => key))
    const news = region.theirs.filter(({ key }) => !old.has(key) && !own.has(key))
    hasNews ||= news.length > 0
    return [
      ...region.mine.map((token): MergedToken => ({ ...token, from: old.has(token.key) ? 'base' : 'mine' })),
      ...news.map((token): MergedToken => ({ ...token, from: 'theirs' })),
    ]
  })
  return { tokens, hasNews }
}

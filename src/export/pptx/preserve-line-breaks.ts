// Keeps the measured line breaks of a paragraph in programs that would break its lines elsewhere.

import type { LineBox, SceneBlock, TextRun } from '../../client/scene/scene.ts'
import { needsExplicitBreaks, SLACK, scoreBreaks, spacedWords, spaceWidthIn } from './line-breaks.ts'

/** A manual line break, like the one that Shift+Enter inserts. */
export const LINE_BREAK = '\u2028'

/**
 * Returns the runs of a paragraph, changed so that they break as measured at this width. Words that other programs
 * would move up to the line above are joined to the next word by non-breaking spaces. Where a whole line would move up,
 * or joining might not help, explicit line breaks are inserted.
 */
export function preserveLineBreaks(block: SceneBlock, width: number): readonly TextRun[] {
  const linewiseRuns = splitLinksByLine(block)
  if (needsExplicitBreaks(block))
    return applyEdits(linewiseRuns, breaksBefore(block.lines.slice(1), textOf(linewiseRuns)))
  const runs = applyEdits(linewiseRuns, nonBreakingHyphens(block, width))
  const text = textOf(runs)
  const brokenLines = findEarlyBreaks(block, width, BREAKABLE_CHARACTER).map(({ line }) => line)
  if (brokenLines.length === 0 && breaksAsMeasured(block, width)) return runs
  const edits = new Map(breaksBefore(brokenLines, text))
  const gap = spaceWidthIn(block.lines)
  const tokenLines = linesWithTokens(block, text)
  for (const [index, { line, tokens }] of tokenLines.entries()) {
    const previous = tokenLines[index - 1]
    if (previous === undefined || edits.has(line.start)) continue
    const { words } = line
    const availableWidth = width * SLACK - widthOf(previous.line, gap)
    const pulledUpCount = words.filter(
      (_, word) => widthOf({ ...line, words: words.slice(0, word + 1) }, gap) + gap <= availableWidth,
    ).length
    if (pulledUpCount === words.length) edits.set(line.start, breakBefore(line, text))
    else
      for (const token of tokens.slice(0, pulledUpCount))
        for (let position = token.end; /\s/.test(text[position] ?? ''); position++) edits.set(position, '\u00A0')
  }
  return applyEdits(runs, edits)
}

function breaksBefore(lines: readonly LineBox[], text: string): ReadonlyMap<number, string> {
  return new Map(lines.map((line) => [line.start, breakBefore(line, text)]))
}

function breakBefore({ start }: LineBox, text: string): string {
  return `${LINE_BREAK}${text[start] ?? ''}`
}

/**
 * Returns the runs of a paragraph, with each link split into one link per line: LibreOffice treats a link as one word
 * and would move all of it to the next line.
 */
function splitLinksByLine({ lines, runs }: SceneBlock): readonly TextRun[] {
  let end = 0
  return runs.flatMap((run) => {
    const from = end
    end += run.text.length
    if (run.link === null) return [run]
    const cuts = lines.flatMap(({ start }) => (start > from && start < end ? start - from : []))
    return [0, ...cuts].flatMap((cut, index) => {
      const piece = run.text.slice(cut, cuts[index])
      const words = piece.trimEnd()
      const space = piece.slice(words.length)
      const isLast = index === cuts.length
      return isLast || space === ''
        ? { ...run, text: piece }
        : [
            { ...run, text: words },
            { ...run, text: space, link: null, isUnderlined: false },
          ]
    })
  })
}

interface TokenLine {
  readonly line: LineBox
  readonly tokens: readonly Token[]
}

/** Returns the lines with their words; empty if the text does not have as many words as were measured. */
function linesWithTokens({ lines }: SceneBlock, text: string): readonly TokenLine[] {
  const tokens = tokenize(text)
  let first = 0
  const tokenLines = lines.map((line) => {
    const count = line.words.length
    first += count
    return { line, tokens: tokens.slice(first - count, first) }
  })
  return first === tokens.length ? tokenLines : []
}

/** Returns the width of a line's words and the spaces between them, in px. */
function widthOf(line: LineBox, gap: number): number {
  return spacedWords(line, gap).reduce((sum, word) => sum + word.gap + word.width, -gap)
}

/** Whether greedily filled lines break as measured, even if letters run a little narrower. */
function breaksAsMeasured(block: SceneBlock, width: number): boolean {
  return !needsExplicitBreaks(block) && [width, width * SLACK].every((candidate) => scoreBreaks(block, candidate) === 4)
}

interface Token {
  readonly start: number
  readonly end: number
}

/** Splits text into words as they are measured. In Chinese and Japanese, each character is a word. */
function tokenize(text: string): readonly Token[] {
  return [...text.matchAll(WORD)].map(({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
  }))
}

const WORD =
  /[\p{Ps}\p{Pi}]*[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][ー\p{Po}\p{Pe}\p{Pf}]*|(?:\u00A0|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])+/gu

/**
 * Maps the position of each hyphen after which other programs would break the line to a non-breaking hyphen.
 */
function nonBreakingHyphens(block: SceneBlock, width: number): ReadonlyMap<number, string> {
  return new Map(findEarlyBreaks(block, width, HYPHEN).map(({ index }) => [index, '\u2011']))
}

const HYPHEN = /(?<=[\p{L}\p{M}\p{N}])-(?=[\p{L}\p{N}])/gu

/** Matches characters after which some programs break a word, and which have no variant that forbids it. */
const BREAKABLE_CHARACTER = /[!?/–—|}\])](?=[^\p{P}\s])/gu

interface EarlyBreak {
  readonly line: LineBox
  /** The index, in the text, of the character after which programs would break the line. */
  readonly index: number
}

/**
 * Finds the characters after which other programs would break a word, because the part of the line up to such a
 * character fits on the line above.
 */
function findEarlyBreaks(block: SceneBlock, width: number, character: RegExp): readonly EarlyBreak[] {
  const text = textOf(block.runs)
  const gap = spaceWidthIn(block.lines)
  const tokenLines = linesWithTokens(block, text)
  return tokenLines.slice(1).flatMap(({ line, tokens }, index) => {
    const room = (width - (tokenLines[index]?.line.width ?? width) - gap) * SLACK
    return tokens.flatMap(({ start, end }, word) => {
      const [x = 0, wordWidth = 0] = line.words[word] ?? []
      return [...text.slice(start, end).matchAll(character)]
        .filter(({ index: offset }) => x + (wordWidth * (offset + 1)) / (end - start) <= room)
        .map(({ index: offset }) => ({ line, index: start + offset }))
    })
  })
}

function textOf(runs: readonly TextRun[]): string {
  return runs.map(({ text }) => text).join('')
}

/** Replaces the characters at some positions in the joined text of the runs. */
function applyEdits(runs: readonly TextRun[], edits: ReadonlyMap<number, string>): readonly TextRun[] {
  if (edits.size === 0) return runs
  let start = 0
  return runs.map((run) => {
    const from = start
    start += run.text.length
    const text = run.text
      .split('')
      .map((unit, index) => edits.get(from + index) ?? unit)
      .join('')
    return { ...run, text }
  })
}

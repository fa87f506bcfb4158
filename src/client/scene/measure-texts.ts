// Measures the text of slides, so that a PowerPoint file can contain it as text.

/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { pageFunctionWithTools } from '../page-function.ts'
import { type BlockText, describeBlock, type WordBox } from './describe-block.ts'
import { writeFormula } from './formula-text.ts'
import { isDrawnFormula } from './is-drawn-formula.ts'
import { createLetterReader, type LetterReader } from './letter-reader.ts'
import type { SceneBlock } from './scene.ts'

const TOOLS = { createLetterReader, writeFormula, describeBlock, isDrawnFormula }

/** Measures the text of every slide on the print page shown, block by block in reading order. Runs in the page. */
export const measureTexts = pageFunctionWithTools(TOOLS, textsOnPage, [
  textByBlock,
  textWalker,
  addText,
  addFormula,
  lengthOf,
  endsInWord,
  wordBoxes,
  startOnLine,
  addGap,
  hostOf,
])

function textsOnPage({
  createLetterReader,
  writeFormula,
  describeBlock,
  isDrawnFormula,
}: typeof TOOLS): SceneBlock[][] {
  const letters = createLetterReader()
  const slides = [...document.querySelectorAll('section.page .slide')].map((slide) =>
    [...textByBlock(slide, { letters, writeFormula, isDrawnFormula })].flatMap(
      ([host, blockText]) => describeBlock(host, blockText, slide) ?? [],
    ),
  )
  letters.remove()
  return slides
}

interface TextReader {
  readonly letters: LetterReader
  readonly writeFormula: typeof writeFormula
  readonly isDrawnFormula: typeof isDrawnFormula
}

/** Maps each block that contains text to its text, in document order. */
function textByBlock(slide: Element, reader: TextReader): ReadonlyMap<Element, BlockText> {
  const texts = new Map<Element, BlockText>()
  const walker = textWalker(slide, reader)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node instanceof Element ? node : node.parentElement
    const host = hostOf(node)
    if (element === null || host === null || getComputedStyle(element).visibility === 'hidden') continue
    const blockText = texts.get(host) ?? { runs: [], words: [] }
    if (node instanceof Element) {
      addFormula(blockText, { node, host }, reader)
      texts.set(host, blockText)
    } else if (addText(blockText, { node, element, host, isFirst: !texts.has(host) }, reader.letters))
      texts.set(host, blockText)
  }
  return texts
}

/** Visits the text nodes of a slide and the inline formulas between them, each formula as a whole. */
function textWalker(slide: Element, { isDrawnFormula }: Pick<TextReader, 'isDrawnFormula'>): TreeWalker {
  const SKIPPED = 'svg, aside, .unseen, style'
  return document.createTreeWalker(slide, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
    if (!(node instanceof Element))
      return node.parentElement?.closest('.katex') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT
    if (node.matches(SKIPPED) || node.matches('.formula')) return NodeFilter.FILTER_REJECT
    // It is measured as a picture.
    if (node.matches('.inline-formula') && isDrawnFormula(node)) return NodeFilter.FILTER_REJECT
    return node.matches('.katex') ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP
  })
}

interface TextPosition {
  readonly node: Node
  readonly element: Element
  readonly host: Element
  /** Whether its host has no words yet. */
  readonly isFirst: boolean
}

/** Adds a text node to the words of its host. Returns false if it is the first and shows nothing. */
function addText(blockText: BlockText, { node, element, host, isFirst }: TextPosition, letters: LetterReader): boolean {
  const raw = node.textContent ?? ''
  const isCode = element.closest('.code') !== null
  const normaliseSpaces = (part: string) => (isCode ? part : part.replace(/\s+/g, ' '))
  const boxes = wordBoxes(node, element, letters)
  if (boxes.length === 0 && isFirst && !isCode) return false
  const text = normaliseSpaces(isCode ? raw.replace(/\n$/, '') : raw)
  const isFlush = !/^\s/.test(text)
  if (isFlush) addGap(blockText, boxes[0], Number.parseFloat(getComputedStyle(element).fontSize))
  const isAttached = isFlush && endsInWord(blockText)
  const from = lengthOf(blockText)
  if (text !== '') blockText.runs.push(letters.run(text, { element, host, shift: null }))
  blockText.words.push(
    ...boxes.map((box, index) => ({
      ...box,
      start: from + normaliseSpaces(raw.slice(0, box.start)).length,
      isAttached: index === 0 ? isAttached : box.isAttached,
    })),
  )
  return true
}

/** Adds an inline formula to the words of its host. */
function addFormula(
  blockText: BlockText,
  { node, host }: { readonly node: Element; readonly host: Element },
  { letters, writeFormula }: TextReader,
): void {
  for (const [index, { rect, runs, excess }] of writeFormula(node, host, letters).entries()) {
    const isAttached = index === 0 && endsInWord(blockText)
    const start = lengthOf(blockText)
    blockText.runs.push(...runs)
    blockText.words.push({ rect, start, ascent: null, isBreakable: false, isAttached, excess })
  }
}

function lengthOf({ runs }: BlockText): number {
  return runs.reduce((sum, { text }) => sum + text.length, 0)
}

function endsInWord({ runs }: BlockText): boolean {
  return /\S$/.test(runs.at(-1)?.text ?? '')
}

function wordBoxes(node: Node, element: Element, letters: LetterReader): WordBox[] {
  // Chinese and Japanese lines may break between characters, but not before closing punctuation.
  const UNIT =
    /(?<breakable>[\p{Ps}\p{Pi}]*[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][ー\p{Po}\p{Pe}\p{Pf}]*)|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu
  const range = document.createRange()
  const rectsIn = (start: number, end: number) => {
    range.setStart(node, start)
    range.setEnd(node, end)
    return [...range.getClientRects()].filter(({ width }) => width > 0)
  }
  return [...(node.textContent ?? '').matchAll(UNIT)].flatMap(({ index, 0: word, groups }) => {
    const end = index + word.length
    return rectsIn(index, end).map((rect, part) => ({
      rect,
      start: part === 0 ? index : startOnLine(rect, index, end, rectsIn),
      ascent: letters.ascent(element),
      isBreakable: groups?.breakable !== undefined,
      isAttached: part > 0,
      excess: 0,
    }))
  })
}

/** Returns the index of a word's first letter on this line; the word may begin on an earlier one. */
function startOnLine(
  { top }: DOMRect,
  from: number,
  end: number,
  rectsIn: (start: number, end: number) => readonly DOMRect[],
): number {
  for (let index = from; index < end; index++) {
    const [rect] = rectsIn(index, index + 1)
    if (rect !== undefined && Math.abs(rect.top - top) < 1) return index
  }
  return from
}

/** Adds a space to the text if a margin separates the next word from the last one on the same line. */
function addGap({ runs, words }: BlockText, next: Pick<WordBox, 'rect'> | undefined, size: number): void {
  const last = words.at(-1)
  if (!next || !last || !(Math.abs(last.rect.bottom - next.rect.bottom) < size)) return
  const gap = Math.max(next.rect.left - last.rect.right, last.rect.left - next.rect.right)
  const before = runs.at(-1)
  if (gap > size * 0.15 && before && !/\s$/.test(before.text)) runs.push({ ...before, text: ' ' })
}

/** Finds the nearest element around a node that is not inline. */
function hostOf(node: Node): Element | null {
  let host = node.parentElement
  while (host !== null && /^(?:inline|contents)/.test(getComputedStyle(host).display)) host = host.parentElement
  return host
}

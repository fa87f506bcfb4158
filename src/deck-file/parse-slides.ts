// Parses the slides of a deck file.

import type { Root, RootContent } from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'
import type { Point } from 'unist'
import { VFile } from 'vfile'
import type { Anchor } from '../model/article.ts'
import { pointAt } from '../model/source-position.ts'
import type { Span } from '../model/span.ts'
import { applyEdits, type Edit } from '../read/edit-source.ts'
import { commonMistakes } from '../read/markdown/dialects/common-mistakes.ts'
import { parseWithContainers } from '../read/markdown/parse.ts'
import { parseInChunks } from '../read/markdown/parse-sections.ts'
import { prepare } from '../read/markdown/prepare.ts'
import { type Definitions, definitionsOf } from '../read/markdown/references.ts'
import { relocate } from '../read/markdown/relocate.ts'
import { reportActiveContent } from '../read/markdown/report-active-content.ts'
import type { Source } from '../read/source.ts'
import { LONG_TEXT } from '../util/run-with-time-limit.ts'
import { isNotesBlock, isNotesName } from './block-names.ts'
import { limitNesting } from './limit-nesting.ts'
import { htmlNotes } from './other-tools/html-notes.ts'
import { reportNotesName } from './report-blocks.ts'
import { readOptions, type SlideOptions } from './slide-options.ts'
import { type Slice, slicesOf } from './split-at-rules.ts'

/** A slide of a deck file as parsed Markdown: its options, its content and its note. */
export interface ParsedSlide {
  readonly options: SlideOptions
  /** Where the slide begins in the file. */
  readonly place: Point
  readonly nodes: readonly RootContent[]
  readonly notes: readonly RootContent[]
  /** Where the slide's comments with options and its notes blocks are in `source`. */
  readonly blockSpans: readonly Span[]
  /** Where the content of the slide's notes blocks is in `source`. */
  readonly noteSpans: readonly Span[]
  /** The text that the nodes' offsets refer to. */
  readonly source: Source
  readonly definitions: Definitions
}

/** Divides a deck into slides at its rules; empty slides are skipped. */
export function parseSlides(source: Source, file: VFile): readonly ParsedSlide[] {
  const prepared = limitNesting(prepare(withoutMistakes(source), file, lineEdits), file)
  return parseSlices(prepared, slicesOf(prepared.text), file)
}

/** Parses each slice as a slide, and skips empty slides. */
function parseSlices(source: Source, slices: readonly Slice[], file: VFile): readonly ParsedSlide[] {
  const definitions = definitionLines(source.text)
  return slices.flatMap((slice) => {
    const parsed = parseSlice(sourceOfSlice(source, slice), definitions, file)
    return isEmpty(parsed) ? [] : [parsed]
  })
}

/**
 * Reads the slides of a deck in which no block stays open at the end of a slide. The deck is parsed as a whole, and
 * empty slides are kept.
 */
export function parseSlidesTogether(source: Source): readonly ParsedSlide[] {
  const root = parseWithContainers(source.text)
  const slides: RootContent[][] = [[]]
  for (const node of root.children) {
    if (node.type === 'thematicBreak') slides.push([])
    else slides.at(-1)?.push(node)
  }
  const definitions = definitionsOf(root)
  const file = new VFile()
  return slides.map((children) => {
    const slideRoot: Root = { type: 'root', children }
    return { ...separateParts(slideRoot, file), source, definitions, place: placeOf(slideRoot, source) }
  })
}

/** Rewrites HTML notes, and mistakes that other parsers accept, as correct Markdown. */
function withoutMistakes(source: Source): Source {
  const withNotes = source.text.includes('<aside') ? applyEdits(source, htmlNotes(source.text)) : source
  return commonMistakes.applies(withNotes.text)
    ? applyEdits(withNotes, commonMistakes.edits(withNotes.text))
    : withNotes
}

/**
 * Returns the edits that restore the usual form of container fences (`::: notes`, `::: {.notes}`), and of comments
 * whose hyphens an editor has turned into dashes.
 */
function lineEdits(line: string): readonly Edit[] {
  const [fence = '', colons = '', name = ''] =
    /^( {0,3}:{3,})[ \t]*(?:(?=[\w-])|\{[ \t]*\.([\w-]+)[^{}]*\}[ \t]*$)/.exec(line) ?? []
  if (fence !== '') return [{ span: [colons.length, fence.length], replacement: name }]
  const [comment = '', content = ''] = /^<!(?:--|[–—])(.*?)(?:--|[–—])>[ \t]*$/.exec(line) ?? []
  return comment === '' ? [] : [{ span: [0, comment.length], replacement: `<!--${content}-->` }]
}

function isEmpty({ nodes, notes, options }: ParsedSlide): boolean {
  return nodes.length === 0 && notes.length === 0 && Object.keys(options).length === 0
}

/** Returns a slice of a deck as a separate source, with its positions in the file. */
function sourceOfSlice({ text, anchors, shifted }: Source, { start, end }: Slice): Source {
  const sliceAnchors: Anchor[] = [{ offset: 0, point: pointAt({ anchors }, start) }]
  for (const { offset, point } of anchors)
    if (offset > start && offset <= end) sliceAnchors.push({ offset: offset - start, point })
  return { text: text.slice(start, end), anchors: sliceAnchors, shifted }
}

/** Maps the label of each definition, in lower case, to its line. */
function definitionLines(text: string): ReadonlyMap<string, string> {
  const lines = [...text.matchAll(/^ {0,3}\[((?!\^)[^\]\n]{1,200})\]:[ \t]*\S.*$/gm)]
  return new Map(lines.map(([line, label = '']) => [label.toLowerCase(), line]))
}

function parseSlice(source: Source, definitions: ReadonlyMap<string, string>, file: VFile): ParsedSlide {
  const lowerCaseText = source.text.includes('[') ? source.text.toLowerCase() : ''
  const usedDefinitions = [...definitions].filter(
    ([label]) => lowerCaseText.includes(`[${label}]`) && lowerCaseText !== '',
  )
  const text = [source.text, ...usedDefinitions.map(([, line]) => line)].join('\n\n')
  const parsed = text.length < LONG_TEXT ? parseWithContainers(text) : parseInChunks(text, parseWithContainers)
  const isOwn = ({ type, position }: RootContent) =>
    type === 'definition' || (position?.start.offset ?? 0) < source.text.length
  const root: Root = { type: 'root', children: parsed.children.filter(isOwn) }
  relocate(root, source)
  reportActiveContent(root, source, file)
  return { ...separateParts(root, file), source, definitions: definitionsOf(root), place: placeOf(root, source) }
}

function placeOf({ children: [first] }: Root, source: Source): Point {
  return first?.position?.start ?? pointAt(source, source.text.search(/\S|$/))
}

/** Separates the options, the notes and the rest of a slide. */
function separateParts({ children }: Root, file: VFile): Omit<ParsedSlide, 'place' | 'source' | 'definitions'> {
  let options: SlideOptions = {}
  const nodes: RootContent[] = []
  const notes: RootContent[] = []
  const blockSpans: Span[] = []
  const noteSpans: Span[] = []
  const takeNotes = (node: ContainerDirective) => {
    if (!isNotesName(node.name)) reportNotesName(node, file)
    notes.push(...node.children)
    blockSpans.push(spanOf([node]))
    noteSpans.push(spanOf(node.children))
  }
  for (const node of children) {
    if (node.type === 'html') {
      const place = node.position?.start ?? { line: 1, column: 1 }
      const slideOptions = readOptions(node.value, place, file)
      if (slideOptions?.slide !== undefined && options.slide !== undefined)
        reportSecondId(slideOptions.slide, place, file)
      else if (slideOptions !== null) {
        options = { ...options, ...slideOptions }
        blockSpans.push(spanOf([node]))
      } else if (!node.value.startsWith('<!--')) nodes.push(node)
    } else if (node.type === 'footnoteDefinition') notes.push(node)
    else if (node.type !== 'definition' && node.type !== 'thematicBreak') nodes.push(...withoutNotes(node, takeNotes))
  }
  return { options, nodes, notes, blockSpans, noteSpans }
}

/** Reports another slide's comment that is now inside this slide, because the author removed the rule above it. */
function reportSecondId(id: string, place: Point, file: VFile): void {
  file.info(
    `The comment of the slide "${id}" is inside another slide, so it has no effect. Remove it, or put --- above it to divide the slides.`,
    { place, source: 'lectern', ruleId: 'slide-options' },
  )
}

/** Removes notes from a block. A block that the author forgot to close also contains the notes that follow it. */
function withoutNotes<Node extends RootContent>(
  node: Node,
  takeNotes: (notes: ContainerDirective) => void,
): readonly Node[] {
  if (node.type !== 'containerDirective') return [node]
  if (!isNotesBlock(node.name)) {
    return [{ ...node, children: node.children.flatMap((child) => withoutNotes(child, takeNotes)) }]
  }
  takeNotes(node)
  return []
}

function spanOf(nodes: readonly RootContent[]): Span {
  return [nodes[0]?.position?.start.offset ?? 0, nodes.at(-1)?.position?.end.offset ?? 0]
}

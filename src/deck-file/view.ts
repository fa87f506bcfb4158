import type { Root, RootContent } from 'mdast'
import type {} from 'mdast-util-directive'
import type { Point } from 'unist'
import type { VFile } from 'vfile'
import type { Anchor } from '../model/article.ts'
import { pointAt } from '../model/place.ts'
import { tellOfActive } from '../read/markdown/active.ts'
import { parseWithContainers } from '../read/markdown/parse.ts'
import { prepare } from '../read/markdown/prepare.ts'
import { type Definitions, definitionsOf } from '../read/markdown/references.ts'
import { relocate } from '../read/markdown/relocate.ts'
import type { Source } from '../read/source.ts'
import { optionsIn, type SlideOptions } from './options.ts'
import { type Slice, slicesOf } from './split.ts'

/** A slide as it stands in a file: what its comment says, what it shows and what is said with it. */
export interface SlideView {
  readonly options: SlideOptions
  /** Where it begins. */
  readonly place: Point
  readonly nodes: readonly RootContent[]
  readonly notes: readonly RootContent[]
  /** Into which the offsets of the nodes lead. */
  readonly source: Source
  readonly definitions: Definitions
}

/** The slides of a text, divided at its rules. A slice without anything is none. */
export function viewOf(source: Source, file: VFile): readonly SlideView[] {
  const plain = prepare(source, file, closedUp)
  return viewOfSlices(plain, slicesOf(plain.text), file)
}

/** The slides that stand in some stretches of a text. */
export function viewOfSlices(source: Source, slices: readonly Slice[], file: VFile): readonly SlideView[] {
  const definitions = definitionLines(source.text)
  return slices.flatMap((slice) => {
    const view = slideView(sliceOf(source, slice), definitions, file)
    return isEmpty(view) ? [] : [view]
  })
}

/** Some write `::: notes`. */
function closedUp(line: string) {
  const [whole = '', fence = ''] = /^( {0,3}:{3,})[ \t]+(?=[\w-])/.exec(line) ?? []
  return whole === '' ? [] : [{ span: [fence.length, whole.length] as const, by: '' }]
}

function isEmpty({ nodes, notes, options }: SlideView): boolean {
  return nodes.length === 0 && notes.length === 0 && Object.keys(options).length === 0
}

/** A stretch of a text as a text of its own, which knows its places in the file. */
function sliceOf({ text, anchors, shifted }: Source, { start, end }: Slice): Source {
  const own: Anchor[] = [{ offset: 0, point: pointAt({ anchors }, start) }]
  for (const { offset, point } of anchors)
    if (offset > start && offset <= end) own.push({ offset: offset - start, point })
  return { text: text.slice(start, end), anchors: own, shifted }
}

/** From the label of a definition to its line. */
function definitionLines(text: string): ReadonlyMap<string, string> {
  const lines = [...text.matchAll(/^ {0,3}\[((?!\^)[^\]\n]{1,200})\]:[ \t]*\S.*$/gm)]
  return new Map(lines.map(([line, label = '']) => [label.toLowerCase(), line]))
}

function slideView(source: Source, definitions: ReadonlyMap<string, string>, file: VFile): SlideView {
  const lower = source.text.includes('[') ? source.text.toLowerCase() : ''
  const named = [...definitions].filter(([label]) => lower.includes(`[${label}]`) && lower !== '')
  const whole = parseWithContainers([source.text, ...named.map(([, line]) => line)].join('\n\n'))
  const isOwn = ({ type, position }: RootContent) =>
    type === 'definition' || (position?.start.offset ?? 0) < source.text.length
  const root: Root = { type: 'root', children: whole.children.filter(isOwn) }
  relocate(root, source)
  tellOfActive(root, source, file)
  return { ...divided(root, file), source, definitions: definitionsOf(root), place: placeOf(root, source) }
}

function placeOf({ children: [first] }: Root, source: Source): Point {
  return first?.position?.start ?? pointAt(source, source.text.search(/\S|$/))
}

/** A slide's options, its notes, and the rest. */
function divided({ children }: Root, file: VFile): Pick<SlideView, 'options' | 'nodes' | 'notes'> {
  let options: SlideOptions = {}
  const nodes: RootContent[] = []
  const notes: RootContent[] = []
  for (const node of children) {
    if (node.type === 'html') {
      const found = optionsIn(node.value, node.position?.start ?? { line: 1, column: 1 }, file)
      if (found !== null) options = { ...options, ...found }
      else if (!/^<!--/.test(node.value)) nodes.push(node)
    } else if (node.type === 'containerDirective' && NOTES.has(node.name.toLowerCase())) notes.push(...node.children)
    else if (node.type === 'footnoteDefinition') notes.push(node)
    else if (node.type !== 'definition' && node.type !== 'thematicBreak') nodes.push(node)
  }
  return { options, nodes, notes }
}

const NOTES: ReadonlySet<string> = new Set(['notes', 'note'])

// Reads slides whose content alone does not determine the layout, so that the layout's name or the slide's position
// does.

import type { RootContent } from 'mdast'
import type { LayoutName } from '../model/deck.ts'
import type { Content, Line, LineKind } from '../model/draft.ts'
import type { ParsedSlide } from './parse-slides.ts'
import { wordsOf } from './phrasing-words.ts'
import { mathWords } from './read-math.ts'
import { isPicture } from './read-picture.ts'
import { isText, type MakeLine, readTextBlocks } from './read-text.ts'
import type { ReadingContext } from './reading-context.ts'

/** Layouts that need a title. Without a heading, the first paragraph becomes the title. */
export const TITLED_FORMS: ReadonlySet<string> = new Set(['title', 'part', 'closing'] satisfies LayoutName[])

interface FormClues {
  readonly parsed: ParsedSlide
  readonly body: readonly RootContent[]
  readonly isTopHeading: boolean
  readonly isFirst: boolean
}

/** Returns the layout that a slide's options name or that its position and heading imply; null if there is none. */
export function formOf({ parsed, body, isTopHeading, isFirst }: FormClues): string | null {
  if (parsed.options.layout !== undefined) return parsed.options.layout
  if (isFirst) return isTopHeading && body.every(canFollowTitle) ? 'title' : null
  return isTopHeading && canFollowPartTitle(body) ? 'part' : null
}

function canFollowTitle({ type }: RootContent): boolean {
  return type === 'paragraph' || type === 'heading'
}

function canFollowPartTitle(body: readonly RootContent[]): boolean {
  return body.length === 0 || (body.length === 1 && body[0]?.type === 'paragraph')
}

interface FormReader {
  /** Returns the blocks that belong to the form. The others are shown on separate slides. */
  readonly blocksIn: (body: readonly RootContent[]) => readonly RootContent[]
  readonly read: (blocks: readonly RootContent[], context: ReadingContext) => readonly Content[]
}

const textNodesIn = (body: readonly RootContent[]) => body.filter((node) => isText(node) && !isPicture(node))

/** Readers for the layouts that a name or a position determines. */
export const FORMS: { readonly [L in LayoutName]?: FormReader } = {
  title: {
    blocksIn: textNodesIn,
    read: (body, context) => {
      const { parsed, lineOf } = context
      const [first, ...others] = body
      const subtitle = first?.type === 'heading' ? lineOf(wordsOf(first, parsed), 'frame') : null
      return [{ type: 'title', subtitle, credits: linesIn(subtitle === null ? body : others, context, 'frame') }]
    },
  },
  part: {
    blocksIn: ([first]) => (first?.type === 'paragraph' && !isPicture(first) ? [first] : []),
    read: (body, context) => {
      const [lede = null] = linesIn(body, context, 'prose')
      return [{ type: 'part', number: NUMBER_PLACEHOLDER, lede }]
    },
  },
  agenda: {
    blocksIn: textNodesIn,
    read: (body, context) => {
      const entries = linesIn(body, context, 'heading').map((line, index) => ({ line, part: index + 1 }))
      return [{ type: 'agenda', entries }]
    },
  },
  takeaways: {
    blocksIn: textNodesIn,
    read: (body, context) => [{ type: 'takeaways', points: linesIn(body, context, 'prose') }],
  },
  closing: {
    blocksIn: textNodesIn,
    read: (body, context) => [{ type: 'closing', credits: linesIn(body, context, 'frame') }],
  },
  statement: {
    blocksIn: (body) => (body.length <= 2 && body.every(canBeStatement) ? body : []),
    read: (body, { parsed, lineOf }) => {
      const [statement, source = null] = body.map((node) => statementLine(node, parsed, lineOf))
      return statement === undefined ? [] : [{ type: 'statement', statement, source }]
    },
  },
}

function canBeStatement({ type }: RootContent): boolean {
  return type === 'paragraph' || type === 'math'
}

/** A placeholder for the number of a part, until the position of the part is known. */
const NUMBER_PLACEHOLDER: Line = { text: '', spans: [], added: [], kind: 'frame', weight: 0 }

function statementLine(node: RootContent, parsed: ParsedSlide, lineOf: MakeLine): Line {
  if (node.type === 'math') return lineOf(mathWords(node, parsed), 'math')
  return lineOf('children' in node ? wordsOf(node, parsed) : { text: '', anchors: [] }, 'prose')
}

/** Reads each paragraph, heading and item as a line. */
function linesIn(body: readonly RootContent[], { parsed, lineOf }: ReadingContext, kind: LineKind): readonly Line[] {
  return readTextBlocks(body.filter(isText), parsed).map(({ words }) => lineOf(words, kind))
}

// Reads the content of a slide in a deck file.

import type { Heading, Paragraph, RootContent } from 'mdast'
import type { LayoutName } from '../model/deck.ts'
import type { Content, Line } from '../model/draft.ts'
import type { NamedBlock } from './block-names.ts'
import type { ParsedSlide } from './parse-slides.ts'
import { wordsOf } from './phrasing-words.ts'
import { contentsOf } from './read-contents.ts'
import type { MakeLine } from './read-text.ts'
import type { ReadingContext } from './reading-context.ts'
import { separatePictures } from './separate-pictures.ts'
import { FORMS, formOf, TITLED_FORMS } from './slide-forms.ts'

/** The content of a slide in a deck file: its title, whether it opens a part, and a `Content` for each form on it. */
export interface SlideContents {
  readonly title: Line | null
  readonly opensPart: boolean
  readonly contents: readonly Content[]
  /**
   * Containers whose name is unknown, or whose content does not fit the name. Their content is shown like other blocks.
   */
  readonly misfits: readonly NamedBlock[]
}

/** Everything that determines how the blocks of a slide are read. */
export interface ReadSlideOptions {
  /** Whether the slide is the first of its deck. */
  readonly isFirst: boolean
  readonly lineOf: MakeLine
}

/** Reads the content of a slide. A layout named in its options determines what its lists and paragraphs mean. */
export function readSlide(parsed: ParsedSlide, { isFirst, lineOf }: ReadSlideOptions): SlideContents {
  const { heading, body } = separateHeading(parsed)
  const isTopHeading = heading?.type === 'heading' && heading.depth === 1
  const opensPart = isTopHeading && !isFirst
  const title = heading === null ? null : lineOf(wordsOf(heading, parsed), 'heading')
  const form = formOf({ parsed, body, isTopHeading, isFirst })
  const misfits: NamedBlock[] = []
  const context: ReadingContext = { parsed, lineOf, reportMisfit: (node) => void misfits.push(node) }
  const reader = form === null || (title === null && TITLED_FORMS.has(form)) ? undefined : FORMS[form as LayoutName]
  const formBlocks = reader?.blocksIn(body) ?? []
  const contents = [
    ...(reader?.read(formBlocks, context) ?? []),
    ...contentsOf(
      body.filter((node) => !formBlocks.includes(node)),
      context,
    ),
  ]
  if (contents.length > 0) return { title, opensPart, contents, misfits }
  // A slide with nothing but a heading becomes a statement.
  return title === null || opensPart
    ? { title, opensPart, contents: [{ type: 'points', lead: null, points: [] }], misfits }
    : { title: null, opensPart, contents: [{ type: 'statement', statement: title, source: null }], misfits }
}

/** Separates the heading of a slide from its body. A heading without words counts as none. */
function separateHeading(parsed: ParsedSlide): {
  readonly heading: Heading | Paragraph | null
  readonly body: readonly RootContent[]
} {
  const nodes = separatePictures(parsed.nodes, parsed)
  const [first, ...others] = nodes
  const canBeHeading =
    first?.type === 'heading' || (first?.type === 'paragraph' && TITLED_FORMS.has(parsed.options.layout ?? ''))
  if (!canBeHeading) return { heading: null, body: nodes }
  if (wordsOf(first, parsed).text !== '') return { heading: first, body: others }
  return { heading: null, body: first.type === 'heading' ? others : nodes }
}

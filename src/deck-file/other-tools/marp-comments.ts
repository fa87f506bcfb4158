// Rewrites the comments of Marp decks: notes and directives.

import type { Edit } from '../../read/edit-source.ts'
import type { DeckLine } from './deck-lines.ts'
import type { DeckToRewrite } from './deck-to-rewrite.ts'
import { commentsIn } from './html-comments.ts'
import { backgroundIn, directivesIn, dividerLevelsIn } from './marp-directives.ts'

/** A background that a directive or a `bg` image asks for. */
export interface DirectiveBackground {
  /** The offset of the directive or image. */
  readonly offset: number
  readonly background: string
  /** Whether the background also applies to the following slides. */
  readonly isPersistent: boolean
}

/** The edits for all comments, and what their directives ask for. */
interface RewrittenComments {
  readonly edits: readonly Edit[]
  readonly backgrounds: readonly DirectiveBackground[]
  readonly dividerLevels: readonly number[]
}

/**
 * Turns comments into notes, unless they contain directives or are meant for a formatter. Headers and footers of slides
 * are notes, too.
 */
export function rewriteComments(
  text: string,
  lines: readonly DeckLine[],
  report: DeckToRewrite['report'],
): RewrittenComments {
  const edits: Edit[] = []
  const backgrounds: DirectiveBackground[] = []
  const dividerLevels: number[] = []
  for (const { span, content, isBlock } of commentsIn(text, lines)) {
    const directives = directivesIn(content)
    if (directives === null) {
      const isNote =
        isBlock && content.trim() !== '' && !/^\s*(?:fit|prettier|markdownlint|textlint|cspell)/i.test(content)
      edits.push({ span, replacement: isNote ? notesBlock(content.trim()) : '' })
      continue
    }
    const words = headersAndFootersIn(directives)
    if (words !== '') report('asides', span[0])
    edits.push({ span, replacement: words === '' ? '' : notesBlock(words) })
    dividerLevels.push(...dividerLevelsIn(directives.headingDivider))
    const names = Object.keys(directives)
    const background = backgroundIn(
      Object.fromEntries(Object.entries(directives).map(([name, value]) => [name.replace(/^[_$]/, ''), value])),
    )
    if (background !== undefined) {
      const isPersistent = !names.some((name) => name.startsWith('_'))
      backgrounds.push({ offset: span[0], background, isPersistent })
    }
    if (!names.every((name) => READ_DIRECTIVE.test(name) || HEADER_OR_FOOTER.test(name))) report('styles', span[0])
  }
  return { edits, backgrounds, dividerLevels }
}

/** Returns the words that directives put at the head and foot of slides, such as the credit of a photograph. */
function headersAndFootersIn(directives: Readonly<Record<string, unknown>>): string {
  return Object.entries(directives)
    .flatMap(([name, value]) => (HEADER_OR_FOOTER.test(name) && typeof value === 'string' ? [value.trim()] : []))
    .filter((text) => text !== '')
    .join('\n\n')
}

const HEADER_OR_FOOTER = /^[_$]?(?:header|footer)$/

function notesBlock(words: string): string {
  return `\n\n:::notes\n\n${words}\n\n:::\n\n`
}

/** Directives that are read, or ignored without a message. */
const READ_DIRECTIVE = /^[_$]?(?:background|headingDivider|marp|theme|lang|title|author)/

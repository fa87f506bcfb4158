// Detects which tool a deck was written for.

import type { FrontMatter } from '../../model/article.ts'
import { linesOf } from './deck-lines.ts'
import { hasShortRules } from './reveal-md.ts'

/** The tools whose decks are read, and `article` for all other files. */
export const DECK_KINDS = ['article', 'marp', 'slidev', 'reveal-md', 'pandoc'] as const

export type DeckKind = (typeof DECK_KINDS)[number]

/** The names of the kinds, as used in messages. */
export const KIND_NAMES: Readonly<Record<DeckKind, string>> = {
  article: 'an article',
  marp: 'a Marp deck',
  slidev: 'a Slidev deck',
  'reveal-md': 'a reveal-md deck',
  pandoc: 'a Pandoc or Quarto deck',
}

/**
 * Detects which tool a deck was written for, by looking for syntax that only one tool uses; `article` if there is none.
 */
export function detectKind(text: string, frontMatter: FrontMatter | undefined): DeckKind {
  const values = frontMatter?.values ?? {}
  if (values.marp === 'true') return 'marp'
  const { format } = values
  const formats =
    typeof format === 'string'
      ? [format]
      : typeof format === 'object' && !Array.isArray(format)
        ? Object.keys(format)
        : []
  if (formats.some((name) => PANDOC_FORMATS.has(name)) || values['slide-level'] !== undefined) return 'pandoc'
  const allLines = linesOf(text)
  const lines = allLines.filter(({ isCode }) => !isCode)
  const has = (mark: RegExp) => lines.some((line) => mark.test(line.text))
  if (
    values.revealOptions !== undefined ||
    values.verticalSeparator !== undefined ||
    has(/^\s*<!--\s*\.(?:slide|element):/)
  )
    return 'reveal-md'
  if (has(MARP_DIRECTIVE) || (has(/!\[bg\b[^\]]*\]\(/) && RULE.test(text))) return 'marp'
  if (SLIDEV_SETTINGS.some((key) => values[key] !== undefined) && RULE.test(text)) return 'slidev'
  if (has(/^\s*<\/?v-clicks?\b/) || (has(/^::\s*(?:right|left)\s*::\s*$/) && RULE.test(text)) || SLIDE_HEAD.test(text))
    return 'slidev'
  if (has(/^:{3,}\s*(?:notes|\{\s*\.notes[\s}])/) || has(/^\. \. \.\s*$/)) return 'pandoc'
  if (has(/^:{3,}\s*\{\s*\.(?:incremental|nonincremental)[\s}]/)) return 'pandoc'
  if (hasShortRules(allLines) && has(/^---\s*$/)) return 'reveal-md'
  const ruleCount = lines.filter((line) => /^-{3,}\s*$/.test(line.text)).length
  if (has(/^----\s*$/) && has(/^---\s*$/)) return 'reveal-md'
  const hasNotes = (ruleCount > 1 && has(/^notes?:/i)) || (ruleCount > 0 && has(/<aside\b[^<>]*\bnotes\b/i))
  return hasNotes ? 'reveal-md' : 'article'
}

/** A comment with a setting that only Marp has. */
const MARP_DIRECTIVE =
  /^\s*<!--\s*(?:marp|_?paginate|headingDivider|_?backgroundColor|_?backgroundImage|_class|_footer|_header)\s*:/

const PANDOC_FORMATS: ReadonlySet<string> = new Set([
  'revealjs',
  'beamer',
  'slidy',
  's5',
  'dzslides',
  'slideous',
  'pptx',
])

const SLIDEV_SETTINGS: readonly string[] = [
  'addons',
  'canvasWidth',
  'colorSchema',
  'comark',
  'drawings',
  'fonts',
  'highlighter',
  'lineNumbers',
  'mdc',
  'routerMode',
  'themeConfig',
  'transition',
]

const RULE = /^---\s*$/m

/** Matches the front matter of a Slidev slide other than the first. */
const SLIDE_HEAD =
  /\n---[ \t]*\n(?:[\w-]+:[^\n]*\n){0,8}?(?:layout|hide|src|transition|clicks|routeAlias|zoom|background): *[^\n]+\n(?:[\w-]+:[^\n]*\n){0,8}?---[ \t]*\n/

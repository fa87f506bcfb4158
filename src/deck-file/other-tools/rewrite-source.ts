// Rewrites a deck of another tool as a deck file.

import type { Point } from 'unist'
import type { FrontMatter } from '../../model/article.ts'
import { pointAt } from '../../model/source-position.ts'
import { applyEdits, type Edit } from '../../read/edit-source.ts'
import { equationLabels } from '../../read/markdown/dialects/equation-labels.ts'
import { gridTables } from '../../read/markdown/dialects/grid-tables.ts'
import { simpleTables } from '../../read/markdown/dialects/simple-tables.ts'
import { withEmoji } from '../../read/markdown/emoji.ts'
import type { Source } from '../../read/source.ts'
import type { DeckKind } from './deck-kind.ts'
import { linesOf } from './deck-lines.ts'
import type { DeckToRewrite } from './deck-to-rewrite.ts'
import { contentForOtherFormats } from './hidden-content.ts'
import { htmlColumns } from './html-columns.ts'
import { htmlListings } from './html-listings.ts'
import { htmlNotes } from './html-notes.ts'
import { htmlTables } from './html-tables.ts'
import { htmlToMarkdown } from './html-to-markdown.ts'
import { indentedCode } from './indented-code.ts'
import { rewriteMarp } from './marp.ts'
import { rewritePandoc } from './pandoc.ts'
import { pandocMarks } from './pandoc-marks.ts'
import { quartoMarks } from './quarto.ts'
import { rewriteRevealMd } from './reveal-md.ts'
import { rewriteSlidev } from './slidev.ts'
import { slidevMarks } from './slidev-marks.ts'
import { sortEdits } from './sort-edits.ts'
import type { UnreadFeature } from './unread-features.ts'

/** The deck to rewrite, besides its text. */
export interface RewritingOptions {
  readonly kind: Exclude<DeckKind, 'article'>
  readonly frontMatter: FrontMatter | undefined
  readonly frontMatterText: string
}

/** Reports that a feature is not read. */
export type ReportUnread = (feature: UnreadFeature, place: Point) => void

/** Rewrites a deck as a deck file without HTML. */
export async function rewriteSource(
  rest: Source,
  { kind, frontMatter, frontMatterText }: RewritingOptions,
  report: ReportUnread,
): Promise<Source> {
  const values = frontMatter?.values ?? {}
  const withListings = applyEdits(rest, htmlListings(rest.text))
  const marked = withoutMarks(withListings, { kind, values, report })
  const deck = applyEdits(marked, htmlNotes(marked.text))
  const { text } = deck
  const edits = REWRITERS[kind]({
    text,
    values,
    frontMatterText,
    start: text.length - text.trimStart().length,
    report: reportAt(deck, report),
  })
  return withoutHtml(applyEdits(deck, sortEdits(edits)), report)
}

const REWRITERS: Readonly<Record<Exclude<DeckKind, 'article'>, (deck: DeckToRewrite) => readonly Edit[]>> = {
  marp: rewriteMarp,
  slidev: rewriteSlidev,
  'reveal-md': rewriteRevealMd,
  pandoc: rewritePandoc,
}

/** Rewrites what Pandoc, Quarto and Slidev add to Markdown, as far as that must happen before HTML is read. */
function withoutMarks(source: Source, { kind, values, report }: MarkContext): Source {
  if (kind === 'pandoc') return withoutPandocMarks(source, values, report)
  if (kind !== 'slidev') return source
  return applyEdits(source, sortEdits(slidevMarks(source.text, values, reportAt(source, report))))
}

interface MarkContext {
  readonly kind: DeckKind
  readonly values: DeckToRewrite['values']
  readonly report: ReportUnread
}

function withoutPandocMarks(source: Source, values: DeckToRewrite['values'], report: ReportUnread): Source {
  const fenced = applyEdits(source, indentedCode(source.text))
  const hiddenEdits = contentForOtherFormats(fenced.text, values)
  const [first] = hiddenEdits
  if (first !== undefined) report('conditional', pointAt(fenced, first.span[0]))
  const visible = applyEdits(fenced, hiddenEdits)
  // Tables come first, because their columns are aligned by the letters of the source.
  const withTables = [simpleTables, gridTables, equationLabels].reduce(
    (text, { applies, edits }) => (applies(text.text) ? applyEdits(text, edits(text.text)) : text),
    visible,
  )
  const edits = quartoMarks(withTables.text, { values, report: reportAt(withTables, report) })
  const withoutQuarto = applyEdits(withTables, sortEdits(edits))
  return applyEdits(withoutQuarto, sortEdits(pandocMarks(withoutQuarto.text)))
}

/** Rewrites the HTML of a deck as Markdown, and reports elements that would run or load something. */
function withoutHtml(deckFile: Source, report: ReportUnread): Promise<Source> {
  const withColumns = applyEdits(deckFile, htmlColumns(linesOf(deckFile.text)))
  const withTables = applyEdits(withColumns, htmlTables(withColumns.text))
  const tagEdits = sortEdits(htmlToMarkdown(withTables.text))
  const active = tagEdits.find(({ span }) => /^<(?:script|style|svg|iframe)\b/i.test(withTables.text.slice(...span)))
  if (active !== undefined) report('active', pointAt(withTables, active.span[0]))
  return withEmoji(applyEdits(withTables, tagEdits))
}

/** Returns a function that reports features by their offset in a source. */
function reportAt(source: Source, report: ReportUnread): DeckToRewrite['report'] {
  return (feature, offset) => report(feature, pointAt(source, offset))
}

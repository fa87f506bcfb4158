// Lists the Markdown dialects, and removes their syntax.

import { applyEdits } from '../../edit-source.ts'
import type { Source } from '../../source.ts'
import { citations } from './citations.ts'
import { columns } from './columns.ts'
import { commonMistakes } from './common-mistakes.ts'
import type { Dialect } from './dialect.ts'
import { docsify } from './docsify.ts'
import { equationLabels } from './equation-labels.ts'
import { gridTables } from './grid-tables.ts'
import { hugoJekyll } from './hugo-jekyll.ts'
import { icons } from './icons.ts'
import { letteredLists } from './lettered-lists.ts'
import { markdownInHtml } from './markdown-in-html.ts'
import { mdbook } from './mdbook.ts'
import { mdx } from './mdx.ts'
import { mkdocs } from './mkdocs.ts'
import { myst } from './myst.ts'
import { mystRoles } from './myst-roles.ts'
import { obsidian } from './obsidian.ts'
import { dashes, definitionLists } from './pandoc.ts'
import { simpleTables } from './simple-tables.ts'
import { tableOfContents } from './table-of-contents.ts'

/** All dialects, in the order in which they are applied: those whose blocks enclose other lines come first. */
export const DIALECTS: readonly Dialect[] = [
  hugoJekyll,
  columns,
  markdownInHtml,
  mdbook,
  mkdocs,
  icons,
  myst,
  mdx,
  tableOfContents,
  docsify,
  simpleTables,
  gridTables,
  definitionLists,
  letteredLists,
  obsidian,
  mystRoles,
  equationLabels,
  citations,
  commonMistakes,
  dashes,
]

/** Removes the syntax of all dialects from a source, or rewrites it as Markdown. */
export function withoutDialects(source: Source): Source {
  return DIALECTS.reduce(
    (result, { applies, edits }) => (applies(result.text) ? applyEdits(result, edits(result.text)) : result),
    source,
  )
}

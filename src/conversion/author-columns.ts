// Keeps the columns of text that the author put side by side.

import type { Nodes } from 'mdast'
import type { VFile } from 'vfile'
import type { Article, Block, Section } from '../model/article.ts'
import type { Content, Draft, Line } from '../model/draft.ts'
import { withoutNumber } from '../model/numbered-title.ts'
import { removeCitations } from '../write/passes/remove-citations.ts'
import { restoreSpelling } from '../write/passes/restore-spelling.ts'
import { columnsOf, isWithin } from './columns-of-list.ts'

/**
 * Keeps columns that the author put side by side in the article: the list of columns becomes one slide, in place of the
 * slides that the writer made from it. If the list shares a slide with other text, or contains something that does not
 * fit in a column, those slides stay and a message says so.
 */
export function withColumns(drafts: readonly Draft[], article: Article, file: VFile): readonly Draft[] {
  return columnListsIn(article.root).reduce(
    (current, block) => withListAsColumns(current, block, { article, file }),
    drafts,
  )
}

interface ColumnContext {
  readonly article: Article
  readonly file: VFile
}

/** Returns the lists of columns in a section and its subsections, in order. */
function columnListsIn({ blocks, sections }: Section): readonly Block[] {
  return [
    ...blocks.filter(({ node }) => node.type === 'list' && node.data?.columns === true),
    ...sections.flatMap(columnListsIn),
  ]
}

function withListAsColumns(drafts: readonly Draft[], block: Block, { article, file }: ColumnContext): readonly Draft[] {
  const isInBlock = withinBlock(block)
  const first = drafts.findIndex((draft) => linesAndPictures(draft.content).some(isInBlock))
  const last = drafts.findLastIndex((draft) => linesAndPictures(draft.content).some(isInBlock))
  // The writer may have put the whole list in the notes.
  if (first < 0) return drafts
  const group = drafts.slice(first, last + 1)
  const columns = columnsOf(block, article)
  const [firstDraft] = group
  const showsOnlyList = group.every(({ content }) => linesAndPictures(content).every(isInBlock))
  if (columns === null || firstDraft === undefined || !showsOnlyList) {
    reportSeparateColumns(block, file)
    return drafts
  }
  const title = firstDraft.title === null || isInBlock(firstDraft.title) ? null : withoutNumber(firstDraft.title)
  const noteSentences = group.flatMap((draft) => draft.noteSentences)
  const reasons = group.flatMap((draft) => draft.reasons ?? [])
  const content: Content = { type: 'columns', columns }
  const draft: Draft = { ...firstDraft, title, content, noteSentences, ...(reasons.length > 0 && { reasons }) }
  // The writer's passes have seen neither its lines nor its captions.
  const cleaned = removeCitations(article, restoreSpelling(article, [draft]))
  return [...drafts.slice(0, first), ...cleaned, ...drafts.slice(last + 1)]
}

function reportSeparateColumns({ position }: Block, file: VFile): void {
  file.info('These columns do not fit side by side, so they are shown one after the other. Shorten them.', {
    place: position,
    source: 'lectern',
    ruleId: 'columns',
  })
}

/** Lists the lines and the picture of a draft's content, without the title or the sentence that introduces it. */
function linesAndPictures(content: Content): readonly (Line | Nodes)[] {
  switch (content.type) {
    case 'points':
      return content.points.map(({ line }) => line)
    case 'statement':
      return [content.statement]
    case 'code':
      return content.lines.filter(({ spans }) => spans.length > 0)
    case 'columns':
      return content.columns
        .flatMap(({ blocks }) => blocks)
        .flatMap((block) => (block.type === 'code' ? block.lines : []))
    case 'image':
      return [content.picture.image]
    case 'timeline':
      return content.moments.flatMap(({ when, what }) => [when, what])
    case 'quote':
      return [content.quote]
    case 'number':
      return [content.value, content.label]
    case 'comparison':
      return content.sides.flatMap(({ name, text }) => [name, text])
    case 'table':
      return content.rows.map(({ line }) => line)
    default:
      return []
  }
}

/** Returns a function that checks whether a line or a picture comes from a block. */
function withinBlock({ node, passages }: Block): (lineOrPicture: Line | Nodes) => boolean {
  const [from, to] = [passages[0]?.span[0] ?? 0, passages.at(-1)?.span[1] ?? 0]
  return (lineOrPicture) => {
    if ('spans' in lineOrPicture) return lineOrPicture.spans.every((span) => span[0] >= from && span[1] <= to)
    return isWithin(lineOrPicture.position, node.position)
  }
}

import type { Alternative, ColumnBlock, Content, Draft, Line, Point } from '../model/draft.ts'

/** A change to a line; returns null if the line is null. */
export type Change = <L extends Line | null>(line: L) => L

/**
 * Applies a change to every line of text that a draft shows, and to the alternatives. Rows, code, figures, dates, the
 * names of sides and columns, the entries of an agenda, subtitles and credits stay as they are.
 */
export function mapLines(draft: Draft, change: Change): Draft {
  const { alternatives } = draft
  const changeWithAlternatives: Change = (line) => {
    const changed = change(line)
    return changed?.alternatives === undefined
      ? changed
      : { ...changed, alternatives: changed.alternatives.map((other) => changeAlternative(other, change)) }
  }
  return {
    ...draft,
    title: changeWithAlternatives(draft.title),
    content: changeContent(draft.content, changeWithAlternatives),
    ...(alternatives && {
      alternatives: {
        titles: alternatives.titles.map((other) => changeAlternative(other, change)),
        unshown: alternatives.unshown.map((other) => changeAlternative(other, change)),
      },
    }),
  }
}

function changeAlternative({ score, ...words }: Alternative, change: Change): Alternative {
  const { text, spans, added } = change<Line>({ ...words, kind: 'prose', weight: score })
  return { text, spans, added, score }
}

/** Applies a change to every line of text that content shows. */
export function changeContent(content: Content, change: Change): Content {
  switch (content.type) {
    case 'part':
      return { ...content, lede: change(content.lede) }
    case 'points':
      return {
        ...content,
        lead: change(content.lead),
        points: changePoints(content.points, change),
      }
    case 'statement':
      return { ...content, statement: change(content.statement), source: change(content.source) }
    case 'number':
      return { ...content, label: change(content.label), context: change(content.context) }
    case 'quote':
      return { ...content, quote: change(content.quote), speaker: change(content.speaker) }
    case 'comparison': {
      const [one, other] = content.sides
      return {
        ...content,
        sides: [
          { ...one, text: change(one.text) },
          { ...other, text: change(other.text) },
        ],
      }
    }
    case 'columns':
      return {
        ...content,
        columns: content.columns.map((column) => ({
          ...column,
          blocks: column.blocks.map((block) => changeBlock(block, change)),
        })),
      }
    case 'timeline':
      return { ...content, moments: content.moments.map((moment) => ({ ...moment, what: change(moment.what) })) }
    case 'table':
    case 'image':
      return { ...content, caption: change(content.caption) }
    case 'takeaways':
      return { ...content, points: content.points.map(change) }
    case 'title':
    case 'agenda':
    case 'code':
    case 'closing':
      return content
  }
}

function changePoints(points: readonly Point[], change: Change): readonly Point[] {
  return points.map((point) => ({ ...point, line: change(point.line) }))
}

function changeBlock(block: ColumnBlock, change: Change): ColumnBlock {
  switch (block.type) {
    case 'text':
      return { ...block, line: change(block.line) }
    case 'points':
      return { ...block, points: changePoints(block.points, change) }
    case 'image':
    case 'table':
      return { ...block, caption: change(block.caption) }
    case 'quote':
      return { ...block, quote: change(block.quote), speaker: change(block.speaker) }
    case 'code':
    case 'formula':
      return block
  }
}

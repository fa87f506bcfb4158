import type { Content, Line } from '../model/draft.ts'

/**
 * Lists the lines in which a draft makes a claim: its points, its statement, the label of its figure. Names, dates and
 * rows are not claims.
 */
export function claimsOf(content: Content): readonly Line[] {
  switch (content.type) {
    case 'points':
      return content.points.map(({ line }) => line)
    case 'statement':
      return [content.statement]
    case 'number':
      return [content.label]
    case 'quote':
      return [content.quote]
    case 'comparison':
      return content.sides.map(({ text }) => text)
    case 'timeline':
      return content.moments.map(({ what }) => what)
    default:
      return []
  }
}

/**
 * Lists the lines that support the claims: a figure and its context, a source, a speaker, the names of two sides, dates.
 */
export function supportingLinesOf(content: Content): readonly (Line | null)[] {
  switch (content.type) {
    case 'number':
      return [content.value, content.context]
    case 'statement':
      return [content.source]
    case 'quote':
      return [content.speaker]
    case 'comparison':
      return content.sides.map(({ name }) => name)
    case 'timeline':
      return content.moments.map(({ when }) => when)
    default:
      return []
  }
}

import type { Content, Line } from '../model/draft.ts'

/**
 * Lists the lines of a slide's content that make a claim, such as its points, its statement or the label of its figure.
 * Names, dates and rows are not claims.
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
    case 'title':
    case 'agenda':
    case 'part':
    case 'columns':
    case 'table':
    case 'code':
    case 'image':
    case 'takeaways':
    case 'closing':
      return []
  }
}

import type { Complaint } from './complaint.ts'

/** What a stylesheet may not hold, since a deck loads nothing and stands inside a `style` element. */
interface Forbidden {
  readonly pattern: RegExp
  readonly reason: string
  /** In a comment too. */
  readonly isEverywhere?: true
}

const FORBIDDEN: readonly Forbidden[] = [
  { pattern: /@import\b/gi, reason: 'A theme imports nothing. Copy the rules into theme.css.' },
  { pattern: /\burl\(\s*['"]?(?!data:|#)/gi, reason: 'A theme loads nothing. Embed the picture as url(data:…).' },
  { pattern: /\bimage-set\(\s*['"](?!data:)/gi, reason: 'A theme loads nothing. Embed the picture as url(data:…).' },
  { pattern: /<\//g, reason: 'A stylesheet must not hold “</”. Write <\\/ instead.', isEverywhere: true },
]

/** Complaints about a theme's styles, each at its place. */
export function checkStyles(css: string): readonly Complaint[] {
  const said = css.replace(STRING_OR_COMMENT, (match) => (match.startsWith('/*') ? blank(match) : match))
  return FORBIDDEN.flatMap(({ pattern, reason, isEverywhere }) =>
    [...(isEverywhere ? css : said).matchAll(pattern)].map((match) => ({ reason, place: placeOf(css, match.index) })),
  )
}

const STRING_OR_COMMENT = /"(?:\\[\s\S]|[^"\\\n])*"|'(?:\\[\s\S]|[^'\\\n])*'|\/\*[\s\S]*?\*\//g

/** As long, so that what follows keeps its place. */
function blank(comment: string): string {
  return comment.replace(/[^\n]/g, ' ')
}

function placeOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset)
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') }
}

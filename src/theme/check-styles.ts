import type { Complaint } from './complaint.ts'

/** What a stylesheet may not hold, since a deck loads nothing and stands inside a `style` element. */
const FORBIDDEN: readonly { readonly pattern: RegExp; readonly reason: string }[] = [
  { pattern: /@import\b/gi, reason: 'A theme imports nothing. Copy the rules into theme.css.' },
  { pattern: /\burl\(\s*['"]?(?!data:|#)/gi, reason: 'A theme loads nothing. Embed the picture as url(data:…).' },
  { pattern: /\bimage-set\(\s*['"](?!data:)/gi, reason: 'A theme loads nothing. Embed the picture as url(data:…).' },
  { pattern: /<\//g, reason: 'A stylesheet must not hold “</”. Write <\\/ instead.' },
]

/** Complaints about a theme's styles, each at its place. */
export function checkStyles(css: string): readonly Complaint[] {
  return FORBIDDEN.flatMap(({ pattern, reason }) =>
    [...css.matchAll(pattern)].map((match) => ({ reason, place: placeOf(css, match.index) })),
  )
}

function placeOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset)
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') }
}

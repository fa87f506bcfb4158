/** The purpose of a callout. */
export type CalloutKind = 'warning' | 'tip' | 'note'

/** Returns the kind of a callout by its name in Markdown dialects ("caution", "hint"); null for other words. */
export function calloutKind(name: string): CalloutKind | null {
  return KINDS.get(name.toLowerCase()) ?? null
}

/** Returns the kind of a callout by its label, such as "Warning:"; null for other words. */
export function labelKind(label: string): CalloutKind | null {
  return label.endsWith(':') ? calloutKind(label.slice(0, -1)) : null
}

const NAMES = {
  warning: 'attention bug caution danger error warning',
  tip: 'hint success tip',
  note: 'example important info note todo',
} as const

const KINDS: ReadonlyMap<string, CalloutKind> = new Map(
  (['warning', 'tip', 'note'] as const).flatMap((kind) => NAMES[kind].split(' ').map((name) => [name, kind] as const)),
)

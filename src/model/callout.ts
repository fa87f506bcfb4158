/** What a callout is for. */
export type CalloutKind = 'warning' | 'tip' | 'note'

/** The purpose of a callout from its name, as Markdown dialects have it ("caution", "hint"); null for other words. */
export function calloutKind(name: string): CalloutKind | null {
  return KINDS.get(name.toLowerCase()) ?? null
}

/** The purpose of a callout whose label this is, such as "Warning:"; null for other words. */
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

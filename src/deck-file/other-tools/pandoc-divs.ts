// Reads the fenced divs of Pandoc and Quarto decks.

import type { DeckLine } from './deck-lines.ts'

/** The fence that opens or closes a div. */
export interface DivFence {
  /** The div that it opens; null if it closes one. */
  readonly opens: Div | null
}

interface Div {
  readonly classes: readonly string[]
  readonly attributes: string
  /** The divs directly inside it. */
  readonly children: Div[]
}

/** Finds the fences of divs. A fence without a name or attributes closes a div. */
export function divFencesIn(lines: readonly DeckLine[]): ReadonlyMap<DeckLine, DivFence> {
  const open: Div[] = []
  return new Map(
    lines.flatMap((line): readonly (readonly [DeckLine, DivFence])[] => {
      const match = line.isCode ? null : DIV_FENCE.exec(line.text)
      if (match === null) return []
      const [, attributes, name] = match
      if (attributes === undefined && name === undefined) {
        open.pop()
        return [[line, { opens: null }]]
      }
      const classes =
        name === undefined ? [...(attributes ?? '').matchAll(/\.([\w-]+)/g)].map(([, each = '']) => each) : [name]
      const div: Div = { classes, attributes: attributes ?? '', children: [] }
      open.at(-1)?.children.push(div)
      open.push(div)
      return [[line, { opens: div }]]
    }),
  )
}

/** The fence of a div. Captures its attributes or its name; a fence with neither closes a div. */
export const DIV_FENCE = /^\s*:{3,}\s*(?:\{([^}]*)\}|([\w-]+))?\s*:*\s*$/

/** Whether the divs inside a div are shown side by side. */
export function areSideBySide({ classes, attributes, children }: Div): boolean {
  if (classes.includes('columns')) return true
  const isColumn = (div: Div) => div.classes.includes('column')
  const isRow = classes.includes('r-hstack') || /(?:^|\s)layout(?:-ncol)?\s*=/.test(attributes)
  return children.length > 1 && (isRow || children.every(isColumn))
}

// Chooses the layout of a PowerPoint template that suits each of our layouts.

import type { TemplateLayout } from '../../theme/template/template-layouts.ts'
import { type ColourReader, mostReadable } from '../../theme/template/word-colours.ts'

/** The template's layout to use for one of ours, and whether its type suits it. */
export interface Match {
  readonly layout: TemplateLayout
  readonly isFitting: boolean
}

/** The types of template layout (ECMA-376 part 1, 19.7.15) that suit each of ours, best first. */
const LAYOUT_TYPES: Readonly<Record<string, readonly string[]>> = {
  title: ['title'],
  part: ['secHead', 'title'],
  closing: ['secHead', 'title'],
  comparison: ['twoTxTwoObj', 'twoObj', 'twoColTx'],
  table: ['tbl', 'obj', 'tx'],
  chart: ['chart', 'obj', 'tx'],
  image: ['obj', 'picTx', 'pic', 'tx'],
}

const USUAL = ['obj', 'tx']

/** Finds the layout to use; of several that suit, the first on which the most words can be read. */
export function matchFor(name: string, all: readonly TemplateLayout[], coloursOn: ColourReader): Match | null {
  const layouts = all.filter(hasTitle)
  const wanted = LAYOUT_TYPES[name] ?? USUAL
  const found = wanted.flatMap(
    (kind) =>
      mostReadable(
        layouts.filter((layout) => layout.kind === kind),
        coloursOn,
      ) ?? [],
  )
  if (found[0] !== undefined) return { layout: found[0], isFitting: true }
  const spare = [...USUAL, 'titleOnly', 'twoObj', 'picTx'].flatMap(
    (kind) =>
      mostReadable(
        layouts.filter((layout) => layout.kind === kind),
        coloursOn,
      ) ?? [],
  )
  const [layout] = [...spare, ...layouts]
  return layout === undefined ? null : { layout, isFitting: false }
}

export function hasTitle({ placeholders }: TemplateLayout): boolean {
  return placeholders.some(({ type }) => type === 'title' || type === 'ctrTitle')
}

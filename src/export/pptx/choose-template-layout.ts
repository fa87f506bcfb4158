// Chooses the layout of a PowerPoint template that suits each of our layouts.

import type { TemplateLayout } from '../../theme/template/template-layouts.ts'
import { type ColourReader, mostReadable } from '../../theme/template/text-colours.ts'

/** The template's layout to use for one of ours, and whether their kinds match. */
export interface LayoutMatch {
  readonly layout: TemplateLayout
  readonly isSuitable: boolean
}

/** The types of template layout (ECMA-376 part 1, 19.7.15) that suit each of our layouts, best first. */
const LAYOUT_TYPES: Readonly<Record<string, readonly string[]>> = {
  title: ['title'],
  part: ['secHead', 'title'],
  closing: ['secHead', 'title'],
  comparison: ['twoTxTwoObj', 'twoObj', 'twoColTx'],
  table: ['tbl', 'obj', 'tx'],
  chart: ['chart', 'obj', 'tx'],
  image: ['obj', 'picTx', 'pic', 'tx'],
}

const GENERAL_TYPES = ['obj', 'tx']

/**
 * Finds the layout to use: one of the best type that the template has, or else a substitute. If there are several,
 * chooses the first of those on which the most words can be read. Returns null if no layout has a title.
 */
export function chooseTemplateLayout(
  name: string,
  all: readonly TemplateLayout[],
  coloursOn: ColourReader,
): LayoutMatch | null {
  const layouts = all.filter(hasTitle)
  const types = LAYOUT_TYPES[name] ?? GENERAL_TYPES
  const suitable = types.flatMap(
    (kind) =>
      mostReadable(
        layouts.filter((layout) => layout.kind === kind),
        coloursOn,
      ) ?? [],
  )
  if (suitable[0] !== undefined) return { layout: suitable[0], isSuitable: true }
  const substitute = [...GENERAL_TYPES, 'titleOnly', 'twoObj', 'picTx'].flatMap(
    (kind) =>
      mostReadable(
        layouts.filter((layout) => layout.kind === kind),
        coloursOn,
      ) ?? [],
  )
  const [layout] = [...substitute, ...layouts]
  return layout === undefined ? null : { layout, isSuitable: false }
}

export function hasTitle({ placeholders }: TemplateLayout): boolean {
  return placeholders.some(({ type }) => type === 'title' || type === 'ctrTitle')
}

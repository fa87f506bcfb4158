// Chooses the layout of a PowerPoint template that suits each of our layouts.

import type { TemplateLayout } from '../../theme/template/template-layouts.ts'

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

export function matchFor(name: string, layouts: readonly TemplateLayout[]): Match | null {
  const wanted = LAYOUT_TYPES[name] ?? USUAL
  const found = wanted
    .map((kind) => layouts.find((layout) => layout.kind === kind && hasTitle(layout)))
    .find((layout) => layout !== undefined)
  if (found !== undefined) return { layout: found, isFitting: true }
  const spare =
    [...USUAL, 'titleOnly', 'twoObj', 'picTx']
      .map((kind) => layouts.find((layout) => layout.kind === kind && hasTitle(layout)))
      .find((layout) => layout !== undefined) ?? layouts.find(hasTitle)
  return spare === undefined ? null : { layout: spare, isFitting: false }
}

export function hasTitle({ placeholders }: TemplateLayout): boolean {
  return placeholders.some(({ type }) => type === 'title' || type === 'ctrTitle')
}

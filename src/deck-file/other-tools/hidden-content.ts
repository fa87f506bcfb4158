// Removes content that a Quarto deck shows only in other formats.

import type { FrontMatterValue } from '../../model/article.ts'
import type { Edit } from '../../read/edit-source.ts'
import { linesOf, replaceLine } from './deck-lines.ts'
import { DIV_FENCE } from './pandoc-divs.ts'

/**
 * Removes content that Quarto does not show on slides: `::: {.content-hidden when-format="revealjs"}`,
 * `{.content-visible when-format="pdf"}` and the like.
 */
export function contentForOtherFormats(
  text: string,
  values: Readonly<Record<string, FrontMatterValue>>,
): readonly Edit[] {
  const formats = formatsOf(values)
  const edits: Edit[] = []
  let depth = 0
  for (const line of linesOf(text)) {
    const fence = line.isCode ? null : DIV_FENCE.exec(line.text)
    const [, attributes, name] = fence ?? []
    const isFence = fence !== null
    const opens = isFence && (attributes ?? name) !== undefined
    if (depth > 0) {
      edits.push(replaceLine(line, ''))
      if (isFence) depth += opens ? 1 : -1
    } else if (opens && isHidden(attributes ?? `.${name}`, formats)) {
      edits.push(replaceLine(line, ''))
      depth = 1
    } else
      for (const { index, 0: span, 1: spanAttributes = '' } of line.isCode ? [] : line.text.matchAll(SPAN))
        if (isHidden(spanAttributes, formats))
          edits.push({ span: [line.start + index, line.start + index + span.length], replacement: '' })
  }
  return edits
}

const SPAN = /(?<!!)\[[^[\]]*\]\{([^{}]*\.(?:content-(?:hidden|visible)|hidden)\b[^{}]*)\}/g

/**
 * Returns the formats by which conditions may refer to the slides of a deck. As in Quarto, `html` includes reveal.js.
 */
function formatsOf({ format = 'revealjs' }: Readonly<Record<string, FrontMatterValue>>): readonly string[] {
  const names = typeof format === 'object' && !Array.isArray(format) ? Object.keys(format) : [format].flat().map(String)
  const [name = 'revealjs'] = names
  return ['pptx', 'beamer'].includes(name)
    ? [name, ...(name === 'beamer' ? ['pdf', 'latex'] : [])]
    : [name, 'html', 'html:js']
}

/** Whether a div or span with these attributes is hidden on slides. Conditions other than formats are ignored. */
function isHidden(attributes: string, formats: readonly string[]): boolean {
  if (/(?:^|\s)\.hidden\b/.test(attributes)) return true
  const [, kind] = /\.content-(hidden|visible)\b/.exec(attributes) ?? []
  if (kind === undefined) return false
  const [, condition, format = ''] = /\b(when|unless)-format\s*=\s*["']?([\w:]+)/.exec(attributes) ?? []
  if (condition === undefined) return kind === 'hidden' && !/\b(?:when|unless)-/.test(attributes)
  const applies = formats.includes(format) === (condition === 'when')
  return applies === (kind === 'hidden')
}

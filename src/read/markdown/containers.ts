// Reads containers in Markdown, such as `::: note`.

import type { Edit } from '../edit-source.ts'
import { labelOf } from './alert.ts'

/**
 * Returns the edits that replace the fence of a container with the container's title, as a separate paragraph, or else
 * with the label for its kind. A fence without either is removed. Any other line is not edited.
 */
export function containerEdits(line: string): readonly Edit[] {
  const [match, opening = '', title = ''] = line.length < LONGEST_FENCE ? (FENCE.exec(line) ?? []) : []
  if (match === undefined) return []
  const label = labelOf(NAME.exec(opening)?.[1] ?? '')
  if (title.trim() === '' && label !== null) return [{ span: [0, line.length], replacement: `\n**${label}:** ` }]
  if (title.trim() === '') return [{ span: [0, line.length], replacement: '' }]
  return [
    { span: [0, opening.length], replacement: '' },
    { span: [opening.length + title.length, line.length], replacement: '\n' },
  ]
}

/** The name of a container, or its first class. */
const NAME = /:{3,}[ \t]*(?:\{[^{}]*?\.)?([\w-]+)/

/** `:::`, `::: name`, `::: name Title`, `:::name[Title]`, `::: {.name}`. */
const FENCE = /^( {0,3}:{3,}[ \t]*(?:\{[^{}]*\}|[\w-]*)[ \t]*\[?)([^\]{}]*)\]?(?:\{[^{}]*\})?[ \t]*$/
/** In characters. */
const LONGEST_FENCE = 200

import type { Edit } from '../edit.ts'

/** What leaves of a container's fence only its title, as a paragraph of its own; nothing for other lines. */
export function containerEdits(line: string): readonly Edit[] {
  const [whole, opening = '', title = ''] = line.length < LONGEST ? (FENCE.exec(line) ?? []) : []
  if (whole === undefined) return []
  if (title.trim() === '') return [{ span: [0, line.length], by: '' }]
  return [
    { span: [0, opening.length], by: '' },
    { span: [opening.length + title.length, line.length], by: '\n' },
  ]
}

/** `:::`, `::: name`, `::: name Title`, `:::name[Title]`, `::: {.name}`. */
const FENCE = /^( {0,3}:{3,}[ \t]*(?:\{[^{}]*\}|[\w-]*)[ \t]*\[?)([^\]{}]*)\]?(?:\{[^{}]*\})?[ \t]*$/
const LONGEST = 200

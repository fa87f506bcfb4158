// Reports blocks of a deck file, such as `:::number`, that cannot be read as their names require.

import type { VFile } from 'vfile'
import { didYouMean } from '../util/closest-name.ts'
import { BLOCK_NAMES, FORM_NAMES, type FormName, formNamed, type NamedBlock } from './block-names.ts'

/** Reports a block with an unknown name, or with content that does not fit its name. */
export function reportMisfit(node: NamedBlock, file: VFile): void {
  const name = formNamed(node.name)
  const known = name === 'columns' ? 'This block has no columns' : `This block is not a ${name}`
  const fact = name === null ? `No block is called "${node.name}"` : known
  const remedy = name === null ? remedyFor(node.name) : INSTRUCTIONS[name]
  report(`${fact}, so the content is shown as it is. ${remedy}`, node, file)
}

/** Reports a notes block with a misspelled name. */
export function reportNotesName(node: NamedBlock, file: VFile): void {
  report(`No block is called "${node.name}", so the content is in the notes. Did you mean "notes"?`, node, file)
}

function remedyFor(name: string): string {
  return (
    didYouMean(name, BLOCK_NAMES) ??
    `Choose from notes, ${FORM_NAMES.slice(0, -1).join(', ')} and ${FORM_NAMES.at(-1)}.`
  )
}

/** How to write the content of each form. */
const INSTRUCTIONS: Readonly<Record<FormName, string>> = {
  number: 'Write the figure, an empty line, and what it counts.',
  quote: 'Write the quotation as a paragraph, and below it the speaker.',
  comparison: 'Begin each side with a heading (### Horn), and write text, a list, a table, code or a picture under it.',
  columns:
    'Begin up to three columns with a heading (### Horn), and write text, lists, tables, code or pictures under it.',
  timeline: 'Write a list whose items begin with a date: - 1997: The port opened.',
}

function report(reason: string, { position }: NamedBlock, file: VFile): void {
  file.message(reason, { place: position?.start, source: 'lectern', ruleId: 'slide-block' })
}

// Reports blocks of a deck file, such as `:::number`, that cannot be read as their names ask.

import type { ContainerDirective } from 'mdast-util-directive'
import type { VFile } from 'vfile'

/** Reports a block of notes with another name. */
export function reportNotesName(node: ContainerDirective, file: VFile): void {
  report(`No block is called "${node.name}", so its content is in the notes. Did you mean "notes"?`, node, file)
}

function report(reason: string, { position }: ContainerDirective, file: VFile): void {
  file.message(reason, { ...(position && { place: position.start }), source: 'lectern', ruleId: 'slide-block' })
}

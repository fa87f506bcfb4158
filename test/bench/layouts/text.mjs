// Formats a slide for a person to read.
import { layouts } from '../../../dist/layout/layout-table.js'
import { linesOf } from '../../../dist/model/layout.js'

export function linesIn(slide) {
  return linesOf(layouts, slide)
}

export function textOf(slide) {
  const part = slide.part === 0 ? '' : ` [${slide.part}]`
  const said = slide.note.sentences.length
  return [
    `${slide.layout}${part}, ${said} sentences in the note`,
    ...linesIn(slide).map(({ text }) => `      ${text}`),
  ].join('\n')
}

// Leaves out the hidden text of Word files, which Word neither shows nor prints.

import type { WordStyle } from './word-styles.ts'

/** Removes the runs that are formatted as hidden from a part of a Word file. */
export function withoutHiddenRuns(xml: string): string {
  if (!xml.includes('<w:vanish')) return xml
  const kept: string[] = []
  let end = 0
  for (const { 0: opening, index } of xml.matchAll(HIDDEN_RUN)) {
    if (index < end) continue
    kept.push(xml.slice(end, index))
    end = endOfRun(xml, index + opening.length)
  }
  return kept.join('') + xml.slice(end)
}

const HIDDEN = String.raw`<w:vanish(?: w:val="(?:1|true|on)")? ?\/>`
const HIDDEN_RUN = new RegExp(String.raw`<w:r(?: [^<>]*)?><w:rPr>(?:(?!<\/w:rPr>)[\s\S]){0,2000}?${HIDDEN}`, 'g')

/** Returns the offset at which a run ends. A run with a text box contains other runs. */
function endOfRun(xml: string, start: number): number {
  let depth = 1
  for (const { 0: tag, index } of xml.slice(start).matchAll(/<(\/?)w:r(?: [^<>]*)?>/g)) {
    if (!tag.endsWith('/>')) depth += tag.startsWith('</') ? -1 : 1
    if (depth === 0) return start + index + tag.length
  }
  return xml.length
}

/** Returns the rows of mammoth's style map that leave out text in hidden styles. */
export function hiddenStyleRows(styles: ReadonlyMap<string, WordStyle>): readonly string[] {
  return [...styles.values()]
    .filter(({ xml }) => STYLE_IS_HIDDEN.test(xml))
    .map(({ name, type }) => `${type === 'paragraph' ? 'p' : 'r'}[style-name='${name}'] => !`)
}

const STYLE_IS_HIDDEN = new RegExp(HIDDEN)

// Leaves out the text of Word files that its author hid: Word neither shows nor prints it.

/** Removes the runs of a part that are formatted as hidden. */
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

/** Returns the offset behind a run; a run with a text box contains other runs. */
function endOfRun(xml: string, start: number): number {
  let depth = 1
  for (const { 0: tag, index } of xml.slice(start).matchAll(/<(\/?)w:r(?: [^<>]*)?>/g)) {
    if (!tag.endsWith('/>')) depth += tag.startsWith('</') ? -1 : 1
    if (depth === 0) return start + index + tag.length
  }
  return xml.length
}

/**
 * Returns the rows of mammoth's style map that leave out what is in hidden styles.
 * @param xml The styles part of a Word file.
 */
export function hiddenStyleRows(xml: string): readonly string[] {
  return xml.split('<w:style ', MAX_STYLES).flatMap((part) => {
    const [style = ''] = part.split('</w:style>', 1)
    const name = /<w:name w:val="([\p{L}\p{N} _.,()+-]{1,100})"/u.exec(style)?.[1]
    const [, type = ''] = /^[^<>]*\bw:type="(paragraph|character)"/.exec(style) ?? []
    return name && type && STYLE_IS_HIDDEN.test(style)
      ? [`${type === 'paragraph' ? 'p' : 'r'}[style-name='${name}'] => !`]
      : []
  })
}

/** The maximum number of styles that are read; Word itself has about four hundred. */
const MAX_STYLES = 4000
const STYLE_IS_HIDDEN = new RegExp(HIDDEN)

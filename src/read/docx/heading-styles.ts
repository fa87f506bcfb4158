/**
 * Returns the rows of mammoth's style map for heading styles that an author defined: paragraph styles with an outline
 * level, either their own or that of a style they are based on.
 * @param xml The styles part of a Word file.
 */
export function headingStyleRows(xml: string): readonly string[] {
  const styles = new Map(stylesIn(xml).map((style) => [style.id, style]))
  return [...styles.values()].flatMap((style) => {
    const level = levelOf(style, styles)
    return level === undefined || !QUOTABLE.test(style.name)
      ? []
      : [`p[style-name='${style.name}'] => h${Math.min(level + 1, DEEPEST_HEADING)}:fresh`]
  })
}

/** HTML has six heading levels; Word has nine. */
const DEEPEST_HEADING = 6

/** Names that can be quoted without escaping. */
const QUOTABLE = /^[\p{L}\p{N} _.,()+-]{1,100}$/u

interface WordStyle {
  readonly id: string
  readonly name: string
  readonly basedOn: string | undefined
  /** From 0 for the highest level; 9 for body text. */
  readonly outlineLevel: number | undefined
}

function stylesIn(xml: string): readonly WordStyle[] {
  return xml
    .split('<w:style ', MAX_STYLES)
    .slice(1)
    .flatMap((part) => {
      const [style = ''] = part.split('</w:style>', 1)
      const [opening = ''] = style.split('>', 1)
      const id = /\bw:styleId="([^"]+)"/.exec(opening)?.[1]
      const name = /<w:name w:val="([^"]+)"/.exec(style)?.[1]
      if (!id || !name || !opening.includes('w:type="paragraph"')) return []
      const outlineLevel = /<w:outlineLvl w:val="(\d)"/.exec(style)?.[1]
      const basedOn = /<w:basedOn w:val="([^"]+)"/.exec(style)?.[1]
      return [{ id, name, basedOn, outlineLevel: outlineLevel === undefined ? undefined : Number(outlineLevel) }]
    })
}

/** The maximum number of styles that are read; Word itself has about four hundred. */
const MAX_STYLES = 4000

/** Returns the outline level of a style, its own or an inherited one, counted from 0; undefined for body text. */
function levelOf(style: WordStyle, styles: ReadonlyMap<string, WordStyle>): number | undefined {
  let source: WordStyle | undefined = style
  for (let step = 0; source && source.outlineLevel === undefined && step < LONGEST_CHAIN; step += 1)
    source = styles.get(source.basedOn ?? '')
  const outlineLevel = source?.outlineLevel
  return outlineLevel === undefined || outlineLevel === BODY_TEXT ? undefined : outlineLevel
}

/** The maximum length of a chain of styles, each based on the next. Such a chain may form a cycle. */
const LONGEST_CHAIN = 10
/** The outline level of body text. */
const BODY_TEXT = 9

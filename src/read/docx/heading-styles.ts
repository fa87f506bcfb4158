import { withBases } from '../styles-in-xml.ts'
import type { WordStyle } from './word-styles.ts'

/**
 * Returns the rows of mammoth's style map for heading styles that an author defined: paragraph styles with an outline
 * level, either their own or one from a style on which they are based.
 */
export function headingStyleRows(styles: ReadonlyMap<string, WordStyle>): readonly string[] {
  return [...styles.values()].flatMap((style) => {
    const level = style.type === 'paragraph' ? levelOf(style, styles) : BODY_TEXT
    return level === BODY_TEXT
      ? []
      : [`p[style-name='${style.name}'] => h${Math.min(level + 1, DEEPEST_HEADING)}:fresh`]
  })
}

/** HTML has six heading levels, Word nine. */
const DEEPEST_HEADING = 6

/** Returns the outline level of a style, its own or an inherited one, counted from 0. */
function levelOf(style: WordStyle, styles: ReadonlyMap<string, WordStyle>): number {
  const [level = BODY_TEXT] = withBases(style, styles).flatMap(({ xml }) => {
    const [, outlineLevel] = /<w:outlineLvl w:val="(\d)"/.exec(xml) ?? []
    return outlineLevel === undefined ? [] : [Number(outlineLevel)]
  })
  return level
}

/** The outline level of body text. */
const BODY_TEXT = 9

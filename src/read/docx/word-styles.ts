// Reads the styles of a Word file.

import { type StyleXml, stylesIn } from '../styles-in-xml.ts'

/** A style that can be named in a row of mammoth's style map. */
export interface WordStyle extends StyleXml {
  readonly id: string
  readonly name: string
  readonly type: 'paragraph' | 'character'
  /** The id of the style on which this one is based. */
  readonly basedOn: string | undefined
}

/**
 * Returns the styles of paragraphs and characters, keyed by id.
 * @param xml The styles part of a Word file.
 */
export function wordStylesIn(xml: string): ReadonlyMap<string, WordStyle> {
  const styles = stylesIn(xml, 'w:style').flatMap((style): readonly WordStyle[] => {
    const id = /\bw:styleId="([^"]+)"/.exec(style.opening)?.[1]
    const name = QUOTABLE_NAME.exec(style.xml)?.[1]
    const [, type] = /\bw:type="(paragraph|character)"/.exec(style.opening) ?? []
    if (!id || !name || (type !== 'paragraph' && type !== 'character')) return []
    return [{ ...style, id, name, type, basedOn: /<w:basedOn w:val="([^"]+)"/.exec(style.xml)?.[1] }]
  })
  return new Map(styles.map((style) => [style.id, style]))
}

/** A name that can be quoted in a style map without escaping. */
const QUOTABLE_NAME = /<w:name w:val="([\p{L}\p{N} _.,()+-]{1,100})"/u

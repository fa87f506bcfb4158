// Lists the styles in the XML of Word and OpenDocument files, and the styles on which each is based.

/** A style in a document: its opening tag, and its whole XML. */
export interface StyleXml {
  readonly opening: string
  readonly xml: string
}

/** Lists the styles in XML whose elements have a given tag. */
export function stylesIn(xml: string, tag: 'w:style' | 'style:style'): readonly StyleXml[] {
  return xml
    .split(`<${tag} `, MAX_STYLES)
    .slice(1)
    .map((part) => {
      const [opening = ''] = part.split('>', 1)
      const [style = ''] = opening.endsWith('/') ? [opening] : part.split(`</${tag}>`, 1)
      return { opening, xml: style }
    })
}

/** The maximum number of styles that are read. Word itself has about four hundred. */
const MAX_STYLES = 4000

/** Lists a style and the styles on which it is based, nearest first. */
export function withBases<Style extends { readonly basedOn: string | undefined }>(
  style: Style | undefined,
  styles: ReadonlyMap<string, Style>,
): readonly Style[] {
  const chain: Style[] = []
  for (let next = style; next && chain.length < LONGEST_CHAIN; next = styles.get(next.basedOn ?? '')) chain.push(next)
  return chain
}

/** The maximum length of a chain of styles, each based on the next. Such a chain may form a cycle. */
const LONGEST_CHAIN = 10

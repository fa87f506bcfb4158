// Reads the styles of OpenDocument text documents.

import { stylesIn, withBases } from '../styles-in-xml.ts'

/** What a style of an OpenDocument text document says about the text in it. */
export interface OdtStyle {
  /** The names of the style and of the styles on which it is based, nearest first, such as `P1` and `Heading_20_1`. */
  readonly names: readonly string[]
  readonly isHidden: boolean
  readonly isBold: boolean
}

/** Returns a function that finds a style by its name, in the XML of the content or of the styles. */
export function styleFinder(content: string, styles: string): (name: string) => OdtStyle {
  const declarations = new Map(
    [...declarationsIn(styles), ...declarationsIn(content)].map((declaration) => [declaration.name, declaration]),
  )
  return (name) => {
    const chain = withBases(declarations.get(name), declarations)
    return {
      names: [name, ...chain.flatMap(({ basedOn }) => basedOn ?? [])],
      isHidden: chain.find(({ display }) => display !== undefined)?.display === 'none',
      isBold: chain.find(({ weight }) => weight !== undefined)?.weight === 'bold',
    }
  }
}

interface StyleDeclaration {
  readonly name: string
  readonly basedOn: string | undefined
  readonly display: string | undefined
  readonly weight: string | undefined
}

function declarationsIn(xml: string): readonly StyleDeclaration[] {
  return stylesIn(xml, 'style:style').flatMap((style) => {
    const name = /\bstyle:name="([^"]{1,100})"/.exec(style.opening)?.[1]
    if (name === undefined) return []
    const [properties = ''] = /<style:text-properties\b[^<>]*/.exec(style.xml) ?? []
    return [
      {
        name,
        basedOn: /\bstyle:parent-style-name="([^"]{1,100})"/.exec(style.opening)?.[1],
        display: /\btext:display="(\w+)"/.exec(properties)?.[1],
        weight: /\bfo:font-weight="(\w+)"/.exec(properties)?.[1],
      },
    ]
  })
}

// Reads the styles of OpenDocument text documents.

/** What a style of an OpenDocument text document says about the text in it. */
export interface OdtStyle {
  /** The names of the style and of those that it is based on, nearest first, such as `P1` and `Heading_20_1`. */
  readonly names: readonly string[]
  readonly isHidden: boolean
  readonly isBold: boolean
}

/** Returns a function that finds a style by its name, in the XML of the content and that of the styles. */
export function styleFinder(content: string, styles: string): (name: string) => OdtStyle {
  const declarations = new Map<string, StyleDeclaration>()
  for (const declaration of [...declarationsIn(styles), ...declarationsIn(content)])
    declarations.set(declaration.name, declaration)
  return (name) => {
    const chain: StyleDeclaration[] = []
    let next = declarations.get(name)
    while (next && chain.length < LONGEST_CHAIN) {
      chain.push(next)
      next = declarations.get(next.parent ?? '')
    }
    return {
      names: [name, ...chain.flatMap(({ parent }) => parent ?? [])],
      isHidden: chain.find(({ display }) => display !== undefined)?.display === 'none',
      isBold: chain.find(({ weight }) => weight !== undefined)?.weight === 'bold',
    }
  }
}

/** The maximum length of a chain of styles, each based on the next. Such a chain may form a cycle. */
const LONGEST_CHAIN = 10

interface StyleDeclaration {
  readonly name: string
  readonly parent: string | undefined
  readonly display: string | undefined
  readonly weight: string | undefined
}

function declarationsIn(xml: string): readonly StyleDeclaration[] {
  return xml
    .split('<style:style ', MAX_STYLES)
    .slice(1)
    .flatMap((part) => {
      const [style = ''] = part.split('</style:style>', 1)
      const [opening = ''] = style.split('>', 1)
      const name = /\bstyle:name="([^"]{1,100})"/.exec(opening)?.[1]
      if (name === undefined) return []
      const [properties = ''] = opening.endsWith('/') ? [] : (/<style:text-properties\b[^<>]*/.exec(style) ?? [])
      return [
        {
          name,
          parent: /\bstyle:parent-style-name="([^"]{1,100})"/.exec(opening)?.[1],
          display: /\btext:display="(\w+)"/.exec(properties)?.[1],
          weight: /\bfo:font-weight="(\w+)"/.exec(properties)?.[1],
        },
      ]
    })
}

/** The maximum number of styles that are read. */
const MAX_STYLES = 4000

// Lists the selectors and declarations in a stylesheet, with their places.

import parse, { type CssBlock } from 'css-tree/parser'

/** The line and column where a selector or declaration begins, counted from 1. */
export interface StylePlace {
  readonly line: number
  readonly column: number
}

export interface StyleSelector {
  readonly text: string
  readonly place: StylePlace
}

export interface StyleDeclaration {
  readonly property: string
  /** Without `!important`. */
  readonly value: string
  readonly place: StylePlace
}

export interface StyleRules {
  readonly selectors: readonly StyleSelector[]
  readonly declarations: readonly StyleDeclaration[]
  /** The contents of rules that are not valid declarations, such as one without a colon. */
  readonly unreadable: readonly StylePlace[]
}

/** Lists the selectors and declarations that apply to elements. The rules of animations and fonts are left out. */
export function styleRulesIn(css: string): StyleRules {
  const selectors: StyleSelector[] = []
  const declarations: StyleDeclaration[] = []
  const unreadable: StylePlace[] = []
  const visit = ({ children }: CssBlock, isInRule: boolean): void => {
    for (const node of children) {
      const place = node.loc.start
      if (node.type === 'Rule') {
        selectors.push({ text: node.prelude.value, place })
        visit(node.block, true)
      } else if (node.type === 'Declaration' && isInRule) {
        declarations.push({ property: node.property, value: node.value.value.trim(), place })
      } else if (node.type === 'Atrule' && node.block !== null && CONDITIONS.has(node.name.toLowerCase())) {
        visit(node.block, isInRule)
      } else if (node.type === 'Raw' && isInRule && !node.value.includes('{')) {
        unreadable.push(place)
      }
    }
  }
  visit(parse(css, OPTIONS), false)
  return { selectors, declarations, unreadable }
}

const OPTIONS = { positions: true, parseValue: false, parseRulePrelude: false, parseAtrulePrelude: false } as const

/** At-rules that contain rules for elements. */
const CONDITIONS: ReadonlySet<string> = new Set(['media', 'supports', 'container', 'layer'])

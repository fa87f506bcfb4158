// Estimates how much more a browser has to draw because elements of an SVG refer to others.

/** An element of a drawing that others may refer to, or the drawing itself. */
export interface Definition {
  /**
   * The cost of drawing this element and the elements inside it, except for elements that are definitions themselves.
   */
  cost: number
  /** The ids of the definitions directly inside this one. */
  readonly innerIds: string[]
  /** The ids that this element and the elements inside it refer to, with repetitions. */
  readonly references: string[]
}

/**
 * Counts how many elements are drawn again because others refer to them: ten references to ten elements make a hundred.
 * Infinite if references are nested deeper than in any useful drawing.
 */
export function countCopies(drawing: Definition, definitions: ReadonlyMap<string, Definition>): number {
  const costs = new Map<Definition, number>()
  const costOf = (definition: Definition, depth: number): number => {
    const knownCost = costs.get(definition)
    if (knownCost !== undefined) return knownCost
    if (depth > MAX_DEPTH) return Number.POSITIVE_INFINITY
    // An element that refers to itself is not drawn.
    costs.set(definition, 0)
    const innerCosts = [...definition.innerIds, ...definition.references].map((id) => {
      const next = definitions.get(id)
      return next === undefined ? 0 : costOf(next, depth + 1)
    })
    const cost = innerCosts.reduce((sum, innerCost) => sum + innerCost, definition.cost)
    costs.set(definition, cost)
    return cost
  }
  const writtenCost = [...definitions.values()].reduce((sum, { cost }) => sum + cost, drawing.cost)
  return costOf(drawing, 0) - writtenCost
}

/** The maximum nesting depth, counting both references and elements with an id. */
const MAX_DEPTH = 500

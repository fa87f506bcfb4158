// Estimates how much a browser has to draw again because elements of an SVG refer to others.

/** An element of a drawing that others may refer to, or the drawing itself. */
export interface Definition {
  /** The cost of drawing it and the elements inside it, except definitions of their own. */
  cost: number
  /** The ids of the definitions directly inside it. */
  readonly innerIds: string[]
  /** The ids that it and the elements inside it refer to, with repetitions. */
  readonly references: string[]
}

/**
 * Counts how many elements are drawn again because others refer to them: ten references to ten elements make a hundred.
 * Infinite if references are nested deeper than in any useful drawing.
 */
export function countCopies(drawing: Definition, definitions: ReadonlyMap<string, Definition>): number {
  const known = new Map<Definition, number>()
  const costOf = (definition: Definition, depth: number): number => {
    const found = known.get(definition)
    if (found !== undefined) return found
    if (depth > DEEPEST) return Number.POSITIVE_INFINITY
    // An element that refers to itself is not drawn.
    known.set(definition, 0)
    const below = [...definition.innerIds, ...definition.references].map((id) => {
      const next = definitions.get(id)
      return next === undefined ? 0 : costOf(next, depth + 1)
    })
    const cost = below.reduce((sum, each) => sum + each, definition.cost)
    known.set(definition, cost)
    return cost
  }
  const written = [...definitions.values()].reduce((sum, { cost }) => sum + cost, drawing.cost)
  return costOf(drawing, 0) - written
}

/** The maximum nesting depth of references and of elements with an id, counted together. */
const DEEPEST = 500

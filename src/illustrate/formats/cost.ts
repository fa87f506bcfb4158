/** An element of a drawing that others may refer to, or the drawing itself. */
export interface Definition {
  /** What it takes to draw the elements inside it, those with an id of their own left out. */
  cost: number
  /** The ids inside it. */
  readonly inner: string[]
  /** The ids to which elements inside it refer, each as often as they do. */
  readonly references: string[]
}

/**
 * How many elements are drawn for a drawing because others refer to them: ten that each stand for ten make a hundred.
 * Infinite where references lead farther than any drawing of use does.
 */
export function copiesIn(drawing: Definition, definitions: ReadonlyMap<string, Definition>): number {
  const known = new Map<Definition, number>()
  const costOf = (definition: Definition, depth: number): number => {
    const found = known.get(definition)
    if (found !== undefined) return found
    if (depth > DEEPEST) return Number.POSITIVE_INFINITY
    // What refers to itself is not drawn.
    known.set(definition, 0)
    const below = [...definition.inner, ...definition.references].map((id) => {
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

/** References through references, and elements with an id inside others. */
const DEEPEST = 500

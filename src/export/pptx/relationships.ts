import type { Relation } from './package.ts'

/** Collects the targets that a part refers to, each once. */
export interface Relations {
  /** Returns the id by which the part refers to the target. */
  add(type: string, target: string, isExternal?: boolean): string
  readonly all: readonly Relation[]
}

export function newRelations(): Relations {
  const all: Relation[] = []
  return {
    all,
    add(type, target, isExternal = false) {
      const known = all.find((each) => each.type === type && each.target === target)
      if (known !== undefined) return known.id
      const id = `rId${all.length + 1}`
      all.push({ id, type, target, ...(isExternal && { isExternal }) })
      return id
    },
  }
}

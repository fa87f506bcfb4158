import type { Relationship } from './package.ts'

/** Collects the targets that a part refers to, each once. */
export interface Relationships {
  /** Returns the id by which the part refers to the target. */
  add(type: string, target: string, isExternal?: boolean): string
  readonly all: readonly Relationship[]
}

export function createRelationships(): Relationships {
  const all: Relationship[] = []
  return {
    all,
    add(type, target, isExternal = false) {
      const existing = all.find((other) => other.type === type && other.target === target)
      if (existing !== undefined) return existing.id
      const id = `rId${all.length + 1}`
      all.push({ id, type, target, ...(isExternal && { isExternal }) })
      return id
    },
  }
}

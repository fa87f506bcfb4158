/** Returns `count` ids for the pieces of a slide: its own id, followed by ids that are not taken. */
export function idsFor(id: string, count: number, taken: ReadonlySet<string>): readonly string[] {
  const ids = [id]
  for (let number = 2; ids.length < count; number++) {
    const candidate = `${id}-more-${number}`
    if (!taken.has(candidate)) ids.push(candidate)
  }
  return ids
}

type Tokens = Readonly<Record<string, string>>

/** Names that lead to names that lead to names are a ring. */
const LONGEST_WAY = 8

/** What a token comes to, where it names another: `var(--deep)`; undefined where it leads nowhere. */
export function tokenValue(name: string, tokens: Tokens): string | undefined {
  let value = tokens[name]
  for (let step = 0; step < LONGEST_WAY; step++) {
    const [, next] = /^var\(--([a-z0-9-]+)\)$/.exec(value ?? '') ?? []
    if (next === undefined) return value
    value = tokens[next]
  }
  return undefined
}

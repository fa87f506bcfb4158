// Resolves the value of a theme's token.

type Tokens = Readonly<Record<string, string>>

/** The maximum number of references to follow. A longer chain is circular. */
const MAX_REFERENCES = 8

/** Returns the value of a token, following references such as `var(--deep)`; undefined if there is none. */
export function tokenValue(name: string, tokens: Tokens): string | undefined {
  let value = tokens[name]
  for (let step = 0; step < MAX_REFERENCES; step++) {
    const [, next] = /^var\(--([a-z0-9-]+)\)$/.exec(value ?? '') ?? []
    if (next === undefined) return value
    value = tokens[next]
  }
  return undefined
}

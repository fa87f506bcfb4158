// Checks the tokens of a theme.

import { didYouMean } from '../util/closest-name.ts'
import type { Complaint } from './complaint.ts'
import type { ThemeLink } from './theme-chain.ts'
import { ThemeError } from './theme-error.ts'
import { TOKEN_ROLES } from './token-roles.ts'

/** Removes tokens without a value. */
export function definedTokens(tokens: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  const values = Object.entries(tokens).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  )
  return Object.fromEntries(values)
}

/**
 * Checks the tokens that the last theme of a chain sets.
 * @throws {ThemeError} if nothing uses a token, or a token refers to one that does not exist
 */
export function checkTokens(chain: readonly ThemeLink[]): void {
  const last = chain.at(-1)
  if (last === undefined) return
  const usedNames = new Set([
    ...Object.keys(TOKEN_ROLES),
    ...chain.flatMap(({ file, css }) => [...referencesIn(css), ...tokensUsedBy(file)]),
  ])
  const definedNames = new Set([
    ...Object.keys(TOKEN_ROLES),
    ...chain.flatMap(({ file, css }) => [...definitionsIn(css), ...Object.keys(file.tokens)]),
  ])
  const complaints = tokensOf(last).flatMap(([path, name, value]): Complaint[] => {
    const unknown = referencesIn(value).find((reference) => !definedNames.has(reference))
    const reason = usedNames.has(name)
      ? unknown &&
        `No token is called "${unknown}". ${didYouMean(unknown, [...definedNames]) ?? 'Define it under "tokens", or use another one.'}`
      : `No rule uses the token "${name}". ${didYouMean(name, [...usedNames]) ?? 'Remove it, or use it in theme.css.'}`
    return reason === undefined ? [] : [{ place: last.file.placeOf(path), reason }]
  })
  if (complaints.length > 0) throw new ThemeError(last.path, complaints)
}

function tokensOf({ file }: ThemeLink): readonly (readonly [path: readonly string[], name: string, value: string])[] {
  const rows = Object.entries(definedTokens(file.tokens)).map(
    ([name, value]) => [['tokens', name], name, value] as const,
  )
  const layoutRows = Object.entries(file.layouts).flatMap(([layout, { tokens }]) =>
    Object.entries(definedTokens(tokens)).map(
      ([name, value]) => [['layouts', layout, 'tokens', name], name, value] as const,
    ),
  )
  return [...rows, ...layoutRows]
}

function tokensUsedBy(file: ThemeLink['file']): readonly string[] {
  return Object.values(definedTokens(file.tokens)).flatMap(referencesIn)
}

function referencesIn(text: string): string[] {
  return [...text.matchAll(/var\(\s*--([a-z0-9-]+)/g)].map(([, name = '']) => name)
}

function definitionsIn(css: string): string[] {
  return [...css.matchAll(/--([a-z0-9-]+)\s*:/g)].map(([, name = '']) => name)
}

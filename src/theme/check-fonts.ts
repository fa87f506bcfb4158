// Checks the fonts of a theme.

import { closest } from 'fastest-levenshtein'
import type { Complaint } from './complaint.ts'
import type { ThemeLink } from './theme-chain.ts'
import { ThemeError } from './theme-error.ts'

/**
 * Checks that the last theme of a chain uses the fonts that it names.
 * @throws {ThemeError} if no token or rule uses one: its name may be misspelled, and another font would be shown
 */
export function checkFonts(chain: readonly ThemeLink[]): void {
  const last = chain.at(-1)
  if (last === undefined) return
  const uses = chain.flatMap(({ file, css }) => [
    css,
    ...[file, ...Object.values(file.layouts)].flatMap(({ tokens }) => Object.values(tokens).map(String)),
  ])
  const usedText = uses.join('\n').toLowerCase()
  const complaints = last.file.fonts.flatMap(({ family }, index): Complaint[] => {
    if (usedText.includes(family.toLowerCase())) return []
    const reason = `No token uses the font "${family}". ${remedyFor(family, last)}`
    return [{ place: last.file.placeOf(['fonts', index]), reason }]
  })
  if (complaints.length > 0) throw new ThemeError(last.path, complaints)
}

function remedyFor(family: string, { file }: ThemeLink): string {
  const fontTokens = Object.entries(file.tokens).flatMap(([token, value]) => {
    const [first = ''] = String(value).split(',')
    return token.startsWith('font-') ? [{ token, first: first.replaceAll(/["']/g, '').trim() }] : []
  })
  const nearest =
    fontTokens.length === 0
      ? null
      : closest(
          family,
          fontTokens.map(({ first }) => first),
        )
  const use = fontTokens.find(({ first }) => first === nearest)
  return use === undefined
    ? `Use it: "font-text: ${family}", or remove it.`
    : `Its name in "${use.token}" is "${use.first}". Write the same name in both places.`
}

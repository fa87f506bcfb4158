// Asks the browser which CSS it supports, to find mistakes in themes.

/// <reference lib="dom" />

interface Declaration {
  readonly property: string
  readonly value: string
}

/**
 * Returns, for each declaration, whether the browser knows its property and whether its value is valid. Runs in the
 * page.
 */
export function supportOf(declarations: readonly Declaration[]): ('supported' | 'unknown' | 'invalid')[] {
  return declarations.map(({ property, value }) => {
    if (CSS.supports(property, value)) return 'supported'
    return CSS.supports(property, 'initial') ? 'invalid' : 'unknown'
  })
}

/** Lists the names of the properties that the browser knows. Runs in the page. */
export function knownProperties(): string[] {
  const names: string[] = []
  for (const name in document.documentElement.style)
    names.push(name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`))
  return names
}

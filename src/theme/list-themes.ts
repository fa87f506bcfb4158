import { loadTheme, themeNames } from './load-theme.ts'

/** Lists the themes that come with Lectern, by name, each with its description. */
export function listThemes(): readonly { readonly name: string; readonly summary: string }[] {
  return themeNames().map((name) => ({ name, summary: loadTheme(name).summary }))
}

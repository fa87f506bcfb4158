import { loadTheme, themeNames } from './load-theme.ts'

/** Lists the names and descriptions of the themes that come with Lectern. */
export function listThemes(): readonly { readonly name: string; readonly summary: string }[] {
  return themeNames().map((name) => ({ name, summary: loadTheme(name).summary }))
}

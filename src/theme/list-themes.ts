import { loadTheme, themeNames } from './load-theme.ts'

/** Lists the themes that come with Lectern, each with its name and description. */
export function listThemes(): readonly { readonly name: string; readonly summary: string }[] {
  return themeNames().map((name) => ({ name, summary: loadTheme(name).summary }))
}

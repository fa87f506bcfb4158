import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { isThemePath, themeNames } from '../theme/load-theme.ts'

/**
 * Resolves a theme that the user named: `my-look` becomes `./my-look` if it is the folder of a theme and no bundled
 * theme has that name.
 */
export function resolveTheme(name: string): string {
  const isThemeFolder = !isThemePath(name) && !themeNames().includes(name) && existsSync(join(name, 'theme.yaml'))
  return isThemeFolder ? `./${name}` : name
}

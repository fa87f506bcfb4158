import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { isThemePath, themeNames } from '../theme/load-theme.ts'

/**
 * Resolves a theme that the user named: `my-look` can also be a folder, and becomes `./my-look`, unless a bundled theme
 * has that name.
 */
export function resolveTheme(name: string): string {
  const isFolder = !isThemePath(name) && !themeNames().includes(name) && existsSync(join(name, 'theme.yaml'))
  return isFolder ? `./${name}` : name
}

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { isPath, themeNames } from '../theme/load-theme.ts'

/**
 * Finds a theme by the user's input: `my-look` can also be the folder of that name, unless a bundled theme has the
 * name.
 */
export function namedTheme(name: string): string {
  const isFolder = !isPath(name) && !themeNames().includes(name) && existsSync(join(name, 'theme.yaml'))
  return isFolder ? `./${name}` : name
}

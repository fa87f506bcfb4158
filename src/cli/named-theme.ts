import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { isPath, themeNames } from '../theme/load.ts'

/** Finds a theme by what was typed: `my-look` is also the folder of that name, where no look of ours has it. */
export function namedTheme(name: string): string {
  const isFolder = !isPath(name) && !themeNames().includes(name) && existsSync(join(name, 'theme.yaml'))
  return isFolder ? `./${name}` : name
}

import { isAbsolute, relative, sep } from 'node:path'

/** Whether a path is the given folder, or lies inside it. Both are absolute; links are not followed. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

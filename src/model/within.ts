import { isAbsolute, relative, sep } from 'node:path'

/** Whether a path is a folder's own or leads into it. Both are absolute; no link is followed. */
export function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

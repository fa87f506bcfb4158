import { isAbsolute, relative, sep } from 'node:path'

/** Whether a path is the given folder or inside it. Both are absolute; symbolic links are not followed. */
export function isInside(folder: string, path: string): boolean {
  const relativePath = relative(folder, path)
  return relativePath !== '..' && !relativePath.startsWith(`..${sep}`) && !isAbsolute(relativePath)
}

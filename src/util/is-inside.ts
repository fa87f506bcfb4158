import { isAbsolute, relative, sep } from 'node:path'

/** Whether a path is the given folder or is inside it. Both are absolute; symbolic links are not followed. */
export function isInside(path: string, folder: string): boolean {
  const relativePath = relative(folder, path)
  return relativePath !== '..' && !relativePath.startsWith(`..${sep}`) && !isAbsolute(relativePath)
}

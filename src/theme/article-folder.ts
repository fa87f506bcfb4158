import { existsSync, realpathSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { VFile } from 'vfile'
import { isInside } from '../util/is-inside.ts'
import { isWebAddress } from '../util/web-address.ts'

/**
 * Resolves a path that an article's front matter names. Returns undefined if the path, or one of `files` inside it,
 * leads outside the article's own folder, directly or through a link, or if the path is that folder. Also returns
 * undefined for an article from standard input or the web, which has no folder.
 */
export function pathInArticleFolder(
  { path, cwd }: FileLocation,
  name: string,
  files: readonly string[] = [],
): string | undefined {
  if (path === '-' || isWebAddress(path)) return undefined
  const articleFolder = articleFolderOf({ path, cwd })
  const resolved = resolve(articleFolder, name)
  if (!isInside(resolved, articleFolder) || resolved === articleFolder) return undefined
  if (!existsSync(resolved)) return resolved
  const realArticleFolder = realpathSync(articleFolder)
  const existingFiles = files.map((file) => join(resolved, file)).filter((file) => existsSync(file))
  const paths = [dirname(resolved), resolved, ...existingFiles]
  return paths.every((candidate) => isInside(realpathSync(candidate), realArticleFolder)) ? resolved : undefined
}

type FileLocation = Pick<VFile, 'path' | 'cwd'>

/** Returns the absolute path of the article's own folder. */
export function articleFolderOf({ path, cwd }: FileLocation): string {
  return resolve(cwd, dirname(path))
}

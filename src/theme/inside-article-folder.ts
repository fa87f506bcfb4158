import { existsSync, realpathSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { VFile } from 'vfile'
import { isInside } from '../model/is-inside.ts'
import { isWebAddress } from '../model/web-address.ts'

/**
 * Returns the path that an article's front matter names, if it lies inside the article's own folder even after links
 * are followed, and so do those of `files` that exist in it. Otherwise undefined, as for an article from standard input
 * or the web.
 */
export function pathInArticleFolder(
  { path, cwd }: FileLocation,
  name: string,
  files: readonly string[] = [],
): string | undefined {
  if (path === '-' || isWebAddress(path)) return undefined
  const home = articleFolderOf({ path, cwd })
  const named = resolve(home, name)
  if (!isInside(home, named) || named === home) return undefined
  if (!existsSync(named)) return named
  const real = realpathSync(home)
  const paths = [dirname(named), named, ...files.map((each) => join(named, each)).filter((each) => existsSync(each))]
  return paths.every((each) => isInside(real, realpathSync(each))) ? named : undefined
}

type FileLocation = Pick<VFile, 'path' | 'cwd'>

/** Returns the absolute path of the article's own folder. */
export function articleFolderOf({ path, cwd }: FileLocation): string {
  return resolve(cwd, dirname(path))
}

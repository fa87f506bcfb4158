import { readdir, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { UsageError } from './usage-error.ts'

export const NO_ARTICLE = 'No article was named. Try "lectern talk.txt", or "lectern help".'

/**
 * Finds the article that a path refers to: for a folder with exactly one file such as `article.md`, that file;
 * otherwise the path itself.
 * @throws {UsageError} if the path is blank
 */
export async function findArticle(path: string): Promise<string> {
  if (path.trim() === '') throw new UsageError(NO_ARTICLE)
  if (!(await isFolder(path))) return path
  const [name, ...others] = await articlesIn(path)
  return name === undefined || others.length > 0 ? path : join(path, name)
}

/** Describes why no article was found in a folder, and what to do. */
export async function missingArticleReason(folder: string): Promise<string> {
  const names = await articlesIn(folder)
  if (names.length === 0)
    return 'This folder has no article. Give the path of a file, or rename the file to article.md, article.txt or the like.'
  return `This folder has ${names.length} articles: ${names.join(', ')}. Give the path of one of them.`
}

export async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory()
  } catch {
    // Opening the path will fail too, and report the reason.
    return false
  }
}

async function articlesIn(folder: string): Promise<readonly string[]> {
  // An unreadable folder counts as empty.
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => !entry.isDirectory() && /^article\.[^.]+$/i.test(entry.name) && isArticleName(entry.name))
    .map(({ name }) => name)
    .sort()
}

/** Whether the name of a file has the extension of an article. */
export function isArticleName(name: string): boolean {
  return ARTICLE_EXTENSION.test(extname(name))
}

const ARTICLE_EXTENSION =
  /^\.(?:md|markdown|mdown|mkd|mdx|qmd|rmd|txt|text|html?|xhtml|mhtml?|docx|docm|pdf|odt|epub|rtf|tex|latex|rst|org)$/i

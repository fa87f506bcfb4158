// Loads the theme that an article names.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Point } from 'unist'
import type { VFile } from 'vfile'
import type { FrontMatter } from '../model/article.ts'
import type { RuleId } from '../model/message-rules/message-rules.ts'
import type { FileListener } from '../model/sources.ts'
import type { Theme } from '../model/theme.ts'
import { didYouMean } from '../util/closest-name.ts'
import { articleFolderOf, pathInArticleFolder } from './article-folder.ts'
import { DEFAULT_THEME, isThemePath, loadTheme, THEME_FILES, themeNames } from './load-theme.ts'
import { ThemeError } from './theme-error.ts'

/**
 * Loads the theme named in an article's front matter: a bundled one, or a folder inside the article's folder. An article
 * may come from a stranger or be written for another tool, so any other name gets a warning at its position and the
 * default theme. A faulty theme inside the article's folder is an error at that position.
 */
export function loadArticleTheme(name: string, frontMatter: FrontMatter, { file, onRead }: ThemeRequest): Theme {
  const place = placeOf(frontMatter)
  const report = (reason: string, ruleId: RuleId) => file.message(reason, { place, source: 'lectern', ruleId })
  if (themeNames().includes(name)) return loadTheme(name)
  const folder = isThemePath(name) ? pathInArticleFolder(file, name, THEME_FILES) : undefined
  const exists = folder !== undefined && existsSync(join(folder, 'theme.yaml'))
  if (!exists) {
    report(
      isThemePath(name) ? (folder === undefined ? outsideReason(name) : missingReason(name)) : unknownReason(name),
      'unknown-theme',
    )
    return loadTheme(DEFAULT_THEME)
  }
  try {
    return loadTheme(folder, { allowedFolder: articleFolderOf(file), onRead })
  } catch (error) {
    if (!(error instanceof ThemeError)) throw error
    for (const complaint of error.message.split('\n'))
      report(`The theme of this article cannot be used: ${complaint}`, error.ruleId).fatal = true
    return loadTheme(DEFAULT_THEME)
  }
}

/**
 * Returns the path `./name` if the name belongs to a theme folder beside the article and not to a bundled theme.
 * Returns any other name unchanged.
 */
export function withThemeFolder(name: string, file: VFile): string {
  if (isThemePath(name) || themeNames().includes(name)) return name
  const path = `./${name}`
  const folder = pathInArticleFolder(file, path, THEME_FILES)
  return folder !== undefined && existsSync(join(folder, 'theme.yaml')) ? path : name
}

interface ThemeRequest {
  readonly file: VFile
  readonly onRead: FileListener
}

function placeOf({ places, line }: FrontMatter): Point {
  return places.find(({ path }) => path.length === 1 && path[0] === 'theme')?.value.start ?? { line, column: 1 }
}

function outsideReason(name: string): string {
  return `The theme "${name}" is not inside the article's folder and was skipped. Copy it there, or choose it with --theme.`
}

function missingReason(name: string): string {
  return `"${name}" is not a folder with a theme.yaml and was skipped, so the deck has the default theme. Check the name, or choose a theme with --theme.`
}

function unknownReason(name: string): string {
  const names = themeNames()
  const remedy =
    didYouMean(name, names) ??
    `Choose ${names.join(', ')}, give the path of a folder beside the article, or use --theme.`
  return `Lectern has no theme "${name}", so the deck has the default theme. ${remedy}`
}

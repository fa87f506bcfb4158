import { existsSync, readdirSync } from 'node:fs'
import type { Command } from 'commander'
import { closestName } from '../util/closest-name.ts'
import { isArticleName } from './find-article.ts'
import { UsageError } from './usage-error.ts'

/**
 * Refuses a first word that looks like a command but is neither a command nor a file.
 * @throws {UsageError} with the command or article that was most likely meant
 */
export function refuseUnknownCommand(word: string, { commands }: Command): void {
  if (!/^[a-z]+(?:-[a-z]+)*$/i.test(word) || existsSync(word)) return
  const names = commands.map((command) => command.name())
  const article = findArticleNamed(word)
  const suggestion = article ?? nearestCommand(word.toLowerCase(), names)
  const remedy =
    suggestion === undefined
      ? `The commands are ${names.join(', ')}; "lectern help" explains them.`
      : `Did you mean "lectern ${suggestion}"?`
  throw new UsageError(`There is no command "${word}", and no file of that name. ${remedy}`)
}

/** Finds the article that a name without extension refers to, such as "talk.txt" for "talk", if there is only one. */
function findArticleNamed(word: string): string | undefined {
  const names = readdirSync('.').filter((name) => name.startsWith(`${word}.`) && isArticleName(name))
  return names.length === 1 ? names[0] : undefined
}

function nearestCommand(word: string, names: readonly string[]): string | undefined {
  const [synonym] = SYNONYMS.find(([name, words]) => names.includes(name) && words.includes(word)) ?? []
  return synonym ?? closestName(word, names) ?? undefined
}

/** Names that other programs use for our commands. */
const SYNONYMS: readonly (readonly [name: string, words: readonly string[]])[] = [
  ['present', ['serve', 'server', 'watch', 'dev', 'start', 'open', 'show', 'live', 'preview', 'play']],
  ['build', ['make', 'convert', 'export', 'render', 'generate', 'compile', 'run', 'print']],
  ['check', ['lint', 'validate', 'verify', 'test', 'audit']],
  ['theme', ['style', 'look', 'looks', 'templates', 'template']],
  ['new', ['init', 'create', 'scaffold']],
  ['outline', ['edit', 'editor']],
]

// Loads the event that an article names.

import { existsSync } from 'node:fs'
import type { Point } from 'unist'
import type { VFile } from 'vfile'
import type { FrontMatter } from '../model/article.ts'
import type { Event } from '../model/event.ts'
import type { RuleId } from '../model/message-rules/message-rules.ts'
import { type FileListener, ignore } from '../model/sources.ts'
import { articleFolderOf, pathInArticleFolder } from '../theme/article-folder.ts'
import { EventError } from '../theme/event-error.ts'
import { loadEvent } from './load-event.ts'

/**
 * Loads the event that an article's front matter names: a YAML file inside the article's own folder. Any other name,
 * perhaps meant for another tool, gets a warning at its position; a faulty file is an error at that position. Returns
 * null in both cases.
 */
export async function loadArticleEvent(
  name: string,
  frontMatter: FrontMatter,
  file: VFile,
  onRead: FileListener = ignore,
): Promise<Event | null> {
  const place = placeOf(frontMatter)
  const report = (reason: string, ruleId: RuleId) => file.message(reason, { place, source: 'lectern', ruleId })
  const path = /\.ya?ml$/i.test(name) ? pathInArticleFolder(file, name) : undefined
  if (path !== undefined) onRead(path)
  if (path === undefined || !existsSync(path)) {
    report(
      path === undefined
        ? `The event "${name}" is not a YAML file inside the article's folder and was skipped. ${REMEDY}`
        : `There is no file "${name}" in the article's folder, so the deck has no event. Check the name, or choose a file with --event.`,
      'unknown-event',
    )
    return null
  }
  try {
    return await loadEvent(path, { allowedFolder: articleFolderOf(file), onRead })
  } catch (error) {
    if (!(error instanceof EventError)) throw error
    for (const complaint of error.message.split('\n'))
      report(`The event that this article names cannot be used: ${complaint}`, error.ruleId).fatal = true
    return null
  }
}

const REMEDY = 'Copy it there, or choose it with --event.'

function placeOf({ places, line }: FrontMatter): Point {
  return places.find(({ path }) => path.length === 1 && path[0] === 'event')?.value.start ?? { line, column: 1 }
}

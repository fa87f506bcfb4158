// Collects the settings that a deck file keeps in its front matter.

import { relative, resolve, sep } from 'node:path'
import type { VFile } from 'vfile'
import type { FrontMatter, FrontMatterValue } from '../model/article.ts'
import { CANVASES } from '../model/settings.ts'
import { FRONT_MATTER_KEYS } from '../settings/front-matter.ts'
import type { Choices } from '../settings/settings.ts'
import { isThemePath } from '../theme/load-theme.ts'
import { isInside } from '../util/is-inside.ts'

/**
 * Collects the settings for a deck file's front matter. A setting that was not chosen for this run is taken from the
 * article.
 */
export function frontMatterSettings(
  choices: Choices,
  frontMatter: FrontMatter | undefined,
  file: VFile,
): Readonly<Record<string, FrontMatterValue>> {
  const fromChoices: Readonly<Record<string, FrontMatterValue | undefined>> = {
    theme:
      choices.theme === undefined || !isThemePath(choices.theme)
        ? choices.theme
        : relativePathOf(choices.theme, 'theme', file),
    event: choices.event == null ? undefined : relativePathOf(choices.event, 'event', file),
    background: choices.backgrounds,
    paper: choices.paper,
    handout: choices.handout,
    canvas: Object.entries(CANVASES).find(([, canvas]) => canvas === choices.canvas)?.[0],
    stepped: choices.stepped?.toString(),
    minutes: choices.minutes?.toString(),
  }
  const entries = FRONT_MATTER_KEYS.flatMap((key) => {
    const value = fromChoices[key] ?? frontMatter?.values[key]
    return value === undefined ? [] : [[key, value] as const]
  })
  return Object.fromEntries(entries)
}

/**
 * Makes a user's path relative to the deck file's folder. Front matter must not contain a path outside that folder, so
 * such a path is left out, and a message says so.
 */
function relativePathOf(path: string, key: string, file: VFile): string | undefined {
  const deckFolder = resolve(file.cwd, file.dirname ?? '.')
  const absolutePath = resolve(path)
  if (file.path !== '-' && isInside(absolutePath, deckFolder))
    return `./${relative(deckFolder, absolutePath).split(sep).join('/')}`
  file.info(
    `The ${key} "${path}" is outside the deck file's folder, so the deck file does not name it. Give --${key} again whenever you build or update the deck.`,
    {
      source: 'lectern',
      ruleId: 'chosen-elsewhere',
    },
  )
  return undefined
}

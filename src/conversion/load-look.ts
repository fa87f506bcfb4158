// Loads the theme, the event and the PowerPoint template of a conversion.

import { join, resolve } from 'node:path'
import { VFile } from 'vfile'
import { isPrinted } from '../export/make-files.ts'
import { loadArticleEvent } from '../illustrate/load-article-event.ts'
import { loadEvent } from '../illustrate/load-event.ts'
import type { FrontMatter } from '../model/article.ts'
import type { Event } from '../model/event.ts'
import type { Settings } from '../model/settings.ts'
import { type FileListener, ignore } from '../model/sources.ts'
import type { Theme } from '../model/theme.ts'
import { reportLongName } from '../render/event.ts'
import type { Choices } from '../settings/settings.ts'
import { withEventColours } from '../theme/event-colours.ts'
import { loadArticleTheme, withThemeFolder } from '../theme/load-article-theme.ts'
import { isThemePath, loadTheme, THEME_FILES } from '../theme/load-theme.ts'
import { reportUnreadableColours } from '../theme/report-unreadable-colours.ts'
import { openTemplate, type Template } from '../theme/template/open-template.ts'
import type { ConversionMemory } from './memory.ts'

/** The theme, event and template of a deck. */
export interface Look {
  readonly event: Event | null
  /** The theme, in the event's colours and fonts. */
  readonly theme: Theme
  /** The theme for paper; null if it is the same as the screen's, or nothing is printed. */
  readonly printTheme: Theme | null
  /** The template of a PowerPoint file; null if there is none, or no such file is requested. */
  readonly template: Template | null
}

/** Everything needed to load a look, besides the settings. */
export interface LookRequest {
  readonly file: VFile
  readonly frontMatter: FrontMatter | undefined
  readonly choices: Choices
  readonly onRead?: FileListener | undefined
  readonly memory?: ConversionMemory | undefined
}

/**
 * Loads the theme, the event and the PowerPoint template that the settings name.
 * @throws {ThemeError} or {EventError} if the user named one that cannot be used; for one named by the article, a
 * message is added instead
 */
export async function loadLook(settings: Settings, request: LookRequest): Promise<Look> {
  const { file } = request
  const event = await eventOf(settings, request)
  const withBrandColours = (theme: Theme, messages: VFile) =>
    event === null ? theme : withEventColours(theme, event, messages)
  const name = themeNameOf(settings, request)
  const theme = withBrandColours(themeOf({ ...settings, theme: name }, request), file)
  // Tests check the colours of the built-in themes.
  if (isThemePath(name)) reportUnreadableColours(theme, settings.formats.includes('handout'), file)
  if (event !== null) reportLongName(event, file)
  const template = templateOf(settings)
  const printTheme = printThemeOf(settings, request)
  // Problems with the event's colours have already been reported for the screen theme.
  return { event, theme, printTheme: printTheme && withBrandColours(printTheme, new VFile()), template }
}

async function eventOf(
  { event: path }: Settings,
  { file, frontMatter, choices, onRead = ignore }: LookRequest,
): Promise<Event | null> {
  if (path === null) return null
  const isFromArticle = choices.event === undefined && frontMatter?.values.event === path
  return isFromArticle
    ? loadArticleEvent(path, frontMatter, file, onRead)
    : loadEvent(path, { allowedFolder: null, onRead })
}

/** Returns the name of the theme, or the path of its folder. */
function themeNameOf({ theme }: Settings, { file, frontMatter, choices }: LookRequest): string {
  return isThemeOfArticle(choices, frontMatter) ? withThemeFolder(theme, file) : theme
}

function isThemeOfArticle(choices: Choices, frontMatter: FrontMatter | undefined): frontMatter is FrontMatter {
  return choices.theme === undefined && frontMatter?.values.theme !== undefined
}

function themeOf(
  { theme: name, canvas }: Settings,
  { file, frontMatter, choices, onRead = ignore, memory }: LookRequest,
): Theme {
  const isFromArticle = isThemeOfArticle(choices, frontMatter)
  if (isThemePath(name)) {
    const folder = isFromArticle ? resolve(file.cwd, file.dirname ?? '.', name) : resolve(name)
    for (const fileName of THEME_FILES) onRead(join(folder, fileName))
  }
  const remembered = memory?.themes.get(name)
  const theme =
    remembered ??
    (isFromArticle
      ? loadArticleTheme(name, frontMatter, { file, onRead })
      : loadTheme(name, { allowedFolder: null, onRead }))
  // Only built-in themes are remembered, because the user's own theme may have changed.
  if (theme.name === name && !isThemePath(name)) memory?.themes.set(name, theme)
  return withCanvas(theme, canvas)
}

function printThemeOf({ printTheme, formats, canvas }: Settings, { onRead = ignore }: LookRequest): Theme | null {
  if (printTheme === null || !formats.some(isPrinted)) return null
  return withCanvas(loadTheme(printTheme, { allowedFolder: null, onRead }), canvas)
}

function withCanvas(theme: Theme, canvas: Settings['canvas']): Theme {
  return canvas === null ? theme : { ...theme, canvas }
}

function templateOf({ pptxTemplate, formats }: Settings): Template | null {
  return pptxTemplate === null || !formats.includes('pptx') ? null : openTemplate(pptxTemplate)
}

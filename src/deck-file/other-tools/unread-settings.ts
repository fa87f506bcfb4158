// Reports the settings of a deck of another tool that have no effect in Lectern.

import type { VFile } from 'vfile'
import type { FrontMatter } from '../../model/article.ts'

/** Reports settings in the front matter that would change how slides look or in what order they appear. */
export function reportUnreadSettings(frontMatter: FrontMatter | undefined, file: VFile): void {
  const unread = (frontMatter?.places ?? []).filter(({ path }) => SETTINGS.has(String(path.at(-1))) && isOfDeck(path))
  const names = [...new Set(unread.map(({ path }) => path.at(-1)))]
  const [first] = unread
  if (first === undefined) return
  file.info(
    `These settings of the deck have no effect: ${names.join(', ')}. The theme (--theme) decides how slides look, and the event (--event) what is in their footer.`,
    { place: first.key, source: 'lectern', ruleId: 'not-read-settings' },
  )
}

/** Whether a setting is at the top, in the options of reveal.js, or in the options of a Quarto format. */
function isOfDeck(path: FrontMatter['places'][number]['path']): boolean {
  const [group] = path
  return (
    path.length === 1 || (path.length === 2 && group === 'revealOptions') || (path.length === 3 && group === 'format')
  )
}

const SETTINGS: ReadonlySet<string> = new Set([
  ...['transition', 'transitionSpeed', 'transition-speed', 'backgroundTransition', 'background-transition'],
  ...['margin', 'width', 'height', 'header', 'footer', 'logo', 'class', 'layoutClass', 'zoom', 'style', 'css', 'color'],
  ...['autoSlide', 'auto-slide', 'loop', 'scrollable', 'smaller', 'fonts', 'defaults'],
])

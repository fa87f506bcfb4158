import { type Background, DEFAULT_VEIL, type LayoutBackground, parseBackground } from '../model/background.ts'
import { byLayout, type LayoutName } from '../model/deck.ts'
import { readBackgroundPicture } from './background-file.ts'
import { isColour } from './colour.ts'
import { type ThemeLink, themeErrorAt } from './theme-chain.ts'

/**
 * Finds the background of each layout's slides. A background for the layout takes precedence over a general one,
 * whichever theme of the chain sets them. If several themes set the same one, that of the last theme is used.
 */
export function groundsOf(chain: readonly ThemeLink[]): Readonly<Record<LayoutName, LayoutBackground>> {
  const general = backgroundOf(chain, null)
  return byLayout((name) => ({
    colours: chain.reduce<LayoutBackground['colours']>(
      (colours, { file }) => file.layouts[name]?.ground ?? colours,
      'usual',
    ),
    background: backgroundOf(chain, name) ?? general,
    wall: chain.reduce<string | null>((wall, { file }) => file.layouts[name]?.tokens.wall ?? wall, null),
  }))
}

/** Finds the background of a layout, or of all layouts if the name is null. */
function backgroundOf(chain: readonly ThemeLink[], name: LayoutName | null): Background | null {
  const entryOf = ({ file }: ThemeLink) => (name === null ? file : file.layouts[name])
  const link = chain.findLast((each) => entryOf(each)?.background !== undefined)
  const value = link && entryOf(link)?.background
  if (link === undefined || value === undefined) return null
  const background = parseBackground(value, isColour)
  if (background?.type !== 'picture') return background
  const picture = readBackgroundPicture(link.folder, background.path, link.sources)
  if ('reason' in picture)
    throw themeErrorAt(link, name === null ? ['background'] : ['layouts', name, 'background'], picture.reason)
  return { type: 'picture', data: picture.data, veil: entryOf(link)?.veil ?? DEFAULT_VEIL }
}

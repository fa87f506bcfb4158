import { type Background, DEFAULT_VEIL, type LayoutBackground, parseBackground } from '../model/background.ts'
import { byLayout, type LayoutName } from '../model/deck.ts'
import { readBackgroundPicture } from './background-file.ts'
import { isOpaqueColour } from './is-opaque-colour.ts'
import { type ThemeLink, themeErrorAt } from './theme-chain.ts'

/**
 * Finds the background of each layout's slides. If several themes in the chain set one, the last theme wins. A
 * background for a layout takes precedence over a general one, unless a later theme sets a new general one. The new one
 * also discards the backgrounds and colours that earlier themes set for single layouts, because text in a layout's
 * `deep` colours would not be readable on it. For the same reason, a layout that asks for these colours has no general
 * background, unless that is a picture, whose veil has the colour of the layout.
 */
export function layoutBackgroundsOf(chain: readonly ThemeLink[]): Readonly<Record<LayoutName, LayoutBackground>> {
  const general = backgroundOf(chain, null)
  const links = chain.slice(
    Math.max(
      0,
      chain.findLastIndex(({ file }) => file.background !== undefined),
    ),
  )
  return byLayout((name) => {
    const colours = links.reduce<LayoutBackground['colours']>(
      (earlier, { file }) => file.layouts[name]?.ground ?? earlier,
      'usual',
    )
    const inherited = colours === 'deep' && general?.type !== 'picture' ? null : general
    return {
      colours,
      background: backgroundOf(links, name) ?? inherited,
      wall: links.reduce<string | null>((wall, { file }) => file.layouts[name]?.tokens.wall ?? wall, null),
    }
  })
}

/** Finds the background of a layout, or the general one if the name is null. */
function backgroundOf(chain: readonly ThemeLink[], name: LayoutName | null): Background | null {
  const entryOf = ({ file }: ThemeLink) => (name === null ? file : file.layouts[name])
  const link = chain.findLast((candidate) => entryOf(candidate)?.background !== undefined)
  const value = link && entryOf(link)?.background
  if (link === undefined || value === undefined) return null
  const background = parseBackground(value, isOpaqueColour)
  if (background?.type !== 'picture') return background
  const picture = readBackgroundPicture(link.folder, background.path, link.sources)
  if ('reason' in picture)
    throw themeErrorAt(link, name === null ? ['background'] : ['layouts', name, 'background'], picture.reason)
  return { type: 'picture', data: picture.data, veil: entryOf(link)?.veil ?? DEFAULT_VEIL }
}

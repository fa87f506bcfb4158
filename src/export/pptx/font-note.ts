import { bundledFamilies } from '../../theme/fontsource-families.ts'

/**
 * Returns a note on the fonts that a PowerPoint file needs and where to get them. Those that come with Lectern are free
 * on fontsource.org; all others come from the user's event, theme or machine.
 */
export function fontNote(families: readonly string[]): string {
  const free = bundledFamilies()
  const bare = [...new Set(families.map((family) => (free.includes(family) ? family : family.replace(/ Medium$/, ''))))]
  const [ours, others] = [
    bare.filter((family) => free.includes(family)),
    bare.filter((family) => !free.includes(family)),
  ]
  const parts = [
    ...ours.map(
      (family) => `${family} (free: https://fontsource.org/fonts/${family.toLowerCase().replaceAll(' ', '-')})`,
    ),
    ...others.map((family) => `${family} (from your theme, event or machine)`),
  ]
  return `A PowerPoint file does not contain its fonts. Where it is opened, install ${listed(parts)}, or other fonts are shown and lines break elsewhere.`
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}

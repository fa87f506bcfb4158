import { bundledFamilies } from '../../theme/fontsource-families.ts'

/**
 * Returns a note on the fonts that a PowerPoint file needs and where to get them. Those that come with Lectern are free
 * on fontsource.org; all others come from the user's event, theme or machine.
 */
export function fontNote(families: readonly string[]): string {
  const bundledNames = bundledFamilies()
  const names = [
    ...new Set(families.map((family) => (bundledNames.includes(family) ? family : family.replace(/ Medium$/, '')))),
  ]
  const [bundled, others] = [
    names.filter((family) => bundledNames.includes(family)),
    names.filter((family) => !bundledNames.includes(family)),
  ]
  const parts = [
    ...bundled.map(
      (family) => `${family} (free: https://fontsource.org/fonts/${family.toLowerCase().replaceAll(' ', '-')})`,
    ),
    ...others.map((family) => `${family} (from your theme, event or machine)`),
  ]
  return `A PowerPoint file does not contain its fonts. On every computer that opens it, install ${joinWithAnd(parts)}; otherwise, other fonts are shown and lines break elsewhere.`
}

function joinWithAnd(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}

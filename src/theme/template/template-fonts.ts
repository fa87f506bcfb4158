// Chooses fonts for a theme that is made from a PowerPoint template.

import type { Root } from 'xast'
import { UNRESTRICTED } from '../../model/sources.ts'
import { openFamily, packageNameOf } from '../fontsource-families.ts'
import { allIn, childOf } from './open-template.ts'

export interface TemplateFonts {
  readonly entries: readonly { readonly family: string; readonly package: string; readonly weight: number }[]
  readonly tokens: Readonly<Record<string, string>>
  readonly remarks: readonly string[]
}

/**
 * Chooses fonts for the template's two families: the family itself if its Fontsource package is installed, else a
 * similar one, else one that comes with Lectern. The font list begins with the template's own family in any case.
 */
export function fontsFrom(theme: Root, folder: string): TemplateFonts {
  const [scheme] = allIn(theme, 'a:fontScheme')
  const familyIn = (name: string) =>
    (childOf(scheme, name, 'a:latin')?.attributes.typeface ?? 'Arial').replace(/[^\w -]/g, '') || 'Arial'
  const made = [
    ['font-display', 'a:majorFont'],
    ['font-text', 'a:minorFont'],
  ] as const
  const parts = made.map(([token, name]) => {
    const { family, weight } = withWeight(familyIn(name), folder)
    const isSerif =
      /serif|times|georgia|garamond|cambria|roman|antiqua|book(?!man old)/i.test(family) && !/sans/i.test(family)
    const own = isSerif ? 'Source Serif 4' : 'Source Sans 3'
    const stack = [...new Set([family, SIMILAR_FAMILIES[family], own].filter((each) => each !== undefined))]
    const embedded = stack.find((each) => weightsOf(each, folder).length > 0) ?? own
    const weights = [...new Set([weight, weightsOf(embedded, folder).includes(700) ? 700 : 600])]
    const remark =
      embedded === family
        ? []
        : [
            `The font ${family} is named but not embedded; where it is missing, ${embedded} is shown. If there is a package, run npm install ${packageNameOf(SIMILAR_FAMILIES[family] ?? family)} and list it under "fonts".`,
          ]
    return {
      token: [token, `${stack.map((each) => `"${each}"`).join(', ')}, ${isSerif ? 'serif' : 'sans-serif'}`] as const,
      entries: weights.map((weight) => ({ family: embedded, package: packageNameOf(embedded), weight })),
      remark,
    }
  })
  const mono = [{ family: 'IBM Plex Mono', package: '@fontsource/ibm-plex-mono', weight: 400 }]
  const entries = [...parts.flatMap((part) => part.entries), ...mono]
  return {
    entries: entries.filter(
      (entry, index) =>
        entries.findIndex((each) => each.family === entry.family && each.weight === entry.weight) === index,
    ),
    tokens: {
      ...Object.fromEntries(parts.map(({ token }) => token)),
      'font-mono': '"IBM Plex Mono", monospace',
      'weight-display': String(parts[0]?.entries[0]?.weight ?? 400),
      'weight-strong': String(parts[1]?.entries.at(-1)?.weight ?? 600),
    },
    remarks: [...new Set(parts.flatMap(({ remark }) => remark))],
  }
}

/** Fontsource families with the same metrics as Office's families, or similar ones. */
const SIMILAR_FAMILIES: Readonly<Record<string, string>> = {
  Calibri: 'Carlito',
  'Calibri Light': 'Carlito',
  Cambria: 'Caladea',
  Arial: 'Arimo',
  Helvetica: 'Arimo',
  'Times New Roman': 'Tinos',
  'Courier New': 'Cousine',
  Georgia: 'Gelasio',
  Garamond: 'EB Garamond',
  'Century Gothic': 'Questrial',
  'Franklin Gothic Book': 'Libre Franklin',
  'Gill Sans MT': 'Lato',
  'Segoe UI': 'Open Sans',
}

/** PowerPoint has no medium weight, so "Newsreader Medium" is a family there; Fontsource has it as a weight. */
function withWeight(name: string, folder: string): { readonly family: string; readonly weight: number } {
  const family = name.replace(/ Medium$/, '')
  const isWeight = family !== name && weightsOf(family, folder).includes(MEDIUM)
  return isWeight ? { family, weight: MEDIUM } : { family: name, weight: 400 }
}

const MEDIUM = 500

function weightsOf(family: string, folder: string): readonly number[] {
  const faces = openFamily(family, folder, UNRESTRICTED)
  return 'fact' in faces ? [] : faces.map(({ weight }) => weight)
}

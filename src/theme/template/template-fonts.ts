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
 * Chooses fonts for the template's two families: the family itself if its Fontsource package is installed, or else a
 * similar one, or else one that comes with Lectern. In any case, the list of families begins with the template's own.
 */
export function chooseFonts(theme: Root, folder: string): TemplateFonts {
  const [scheme] = allIn(theme, 'a:fontScheme')
  const familyIn = (name: string) =>
    (childOf(scheme, name, 'a:latin')?.attributes.typeface ?? 'Arial').replace(/[^\w -]/g, '') || 'Arial'
  const slots = [
    ['font-display', 'a:majorFont'],
    ['font-text', 'a:minorFont'],
  ] as const
  const choices = slots.map(([token, name]) => {
    const { family, weight } = withWeight(familyIn(name), folder)
    const isSerif =
      /serif|times|georgia|garamond|cambria|roman|antiqua|book(?!man old)/i.test(family) && !/sans/i.test(family)
    const fallback = isSerif ? 'Source Serif 4' : 'Source Sans 3'
    const families = [
      ...new Set([family, SIMILAR_FAMILIES[family], fallback].filter((candidate) => candidate !== undefined)),
    ]
    const embedded = families.find((candidate) => weightsOf(candidate, folder).length > 0) ?? fallback
    const weights = [...new Set([weight, weightsOf(embedded, folder).includes(700) ? 700 : 600])]
    const remark =
      embedded === family
        ? []
        : [
            `The font ${family} is named but not embedded; where it is missing, ${embedded} is shown. To embed it, run npm install ${packageNameOf(SIMILAR_FAMILIES[family] ?? family)} and list it under "fonts".`,
          ]
    return {
      token: [
        token,
        `${families.map((candidate) => `"${candidate}"`).join(', ')}, ${isSerif ? 'serif' : 'sans-serif'}`,
      ] as const,
      entries: weights.map((weight) => ({ family: embedded, package: packageNameOf(embedded), weight })),
      remark,
    }
  })
  const mono = [{ family: 'IBM Plex Mono', package: '@fontsource/ibm-plex-mono', weight: 400 }]
  const entries = [...choices.flatMap((choice) => choice.entries), ...mono]
  return {
    entries: entries.filter(
      (entry, index) =>
        entries.findIndex((candidate) => candidate.family === entry.family && candidate.weight === entry.weight) ===
        index,
    ),
    tokens: {
      ...Object.fromEntries(choices.map(({ token }) => token)),
      'font-mono': '"IBM Plex Mono", monospace',
      'weight-display': String(choices[0]?.entries[0]?.weight ?? 400),
      'weight-strong': String(choices[1]?.entries.at(-1)?.weight ?? 600),
    },
    remarks: [...new Set(choices.flatMap(({ remark }) => remark))],
  }
}

/** Maps families that come with Office to Fontsource families with the same metrics, or else to similar ones. */
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
  const isWeight = family !== name && weightsOf(family, folder).includes(MEDIUM_WEIGHT)
  return isWeight ? { family, weight: MEDIUM_WEIGHT } : { family: name, weight: 400 }
}

const MEDIUM_WEIGHT = 500

function weightsOf(family: string, folder: string): readonly number[] {
  const faces = openFamily(family, folder, UNRESTRICTED)
  return 'fact' in faces ? [] : faces.map(({ weight }) => weight)
}

// Finds font families by their Fontsource names.

import { readdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import type { Face } from '../model/face.ts'
import { type Sources, UNRESTRICTED } from '../model/sources.ts'
import { type FontFault, type FontPackage, findFontPackage, openFace, readJson } from './font-packages.ts'

/**
 * Lists every static face of the family with this Fontsource name, such as `Source Sans 3`. The list is empty if its
 * package is installed neither next to `folder` nor with Lectern. Returns a fault if a face cannot be used. Font files
 * are not yet read in full.
 */
export function openFamily(family: string, folder: string, sources: Sources): readonly Face[] | FontFault {
  const name = packageNameOf(family)
  const fontPackage = findFontPackage(name, folder, sources)
  if (fontPackage === null) return []
  const { weights, styles } = readMetadata(fontPackage)
  const faces: Face[] = []
  for (const weight of weights) {
    for (const style of styles) {
      const face = openFace({ family, package: name, weight, style }, folder, sources)
      if (face !== null && 'fact' in face) return face
      if (face !== null) faces.push(face)
    }
  }
  return faces
}

/** Returns the name of the package that contains a family. */
export function packageNameOf(family: string): string {
  return `@fontsource/${family.toLowerCase().replaceAll(' ', '-')}`
}

/** Lists the families that come with Lectern. */
export function bundledFamilies(): readonly string[] {
  const bundledPackage = findFontPackage('@fontsource/newsreader', '/', UNRESTRICTED)
  if (bundledPackage === null) return []
  return readdirSync(dirname(bundledPackage.folder)).flatMap((name) => {
    const fontPackage = findFontPackage(`@fontsource/${name}`, '/', UNRESTRICTED)
    return fontPackage === null ? [] : readMetadata(fontPackage).family
  })
}

const metadataSchema = z.object({
  family: z.string(),
  weights: z.array(z.number()),
  styles: z.array(z.enum(['normal', 'italic'])),
})

function readMetadata(fontPackage: FontPackage): z.infer<typeof metadataSchema> {
  return readJson(fontPackage, 'metadata.json', metadataSchema) ?? { family: '', weights: [], styles: [] }
}

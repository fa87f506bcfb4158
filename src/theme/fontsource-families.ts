// Finds font families by their Fontsource names.

import { readdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import type { Face } from '../model/face.ts'
import { type Sources, UNRESTRICTED } from '../model/sources.ts'
import { dataIn, type FontFault, type FontPackage, fontPackage, openFace } from './package-faces.ts'

/**
 * Lists every static face of the family with this Fontsource name, such as `Source Sans 3`. Empty if its package is
 * installed neither next to `folder` nor with Lectern. No font file is read in full yet.
 */
export function openFamily(family: string, folder: string, sources: Sources): readonly Face[] | FontFault {
  const name = packageOf(family)
  const found = fontPackage(name, folder, sources)
  if (found === null) return []
  const { weights, styles } = metadataIn(found)
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
export function packageOf(family: string): string {
  return `@fontsource/${family.toLowerCase().replaceAll(' ', '-')}`
}

/** Lists the families that come with Lectern. */
export function bundledFamilies(): readonly string[] {
  const anyBundled = fontPackage('@fontsource/newsreader', '/', UNRESTRICTED)
  if (anyBundled === null) return []
  return readdirSync(dirname(anyBundled.folder)).flatMap((name) => {
    const found = fontPackage(`@fontsource/${name}`, '/', UNRESTRICTED)
    return found === null ? [] : metadataIn(found).family
  })
}

const metadataFile = z.object({
  family: z.string(),
  weights: z.array(z.number()),
  styles: z.array(z.enum(['normal', 'italic'])),
})

function metadataIn(found: FontPackage): z.infer<typeof metadataFile> {
  return dataIn(found, 'metadata.json', metadataFile) ?? { family: '', weights: [], styles: [] }
}

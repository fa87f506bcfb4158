import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import type { Face } from '../model/face.ts'
import { openFace, packageFolder } from './faces.ts'

/**
 * Every static face of a family by the name that Fontsource knows it by, such as `Source Sans 3`; none where its package is neither
 * installed beside `folder` nor among Lectern's own. No file of them is read yet.
 */
export function openFamily(family: string, folder: string): readonly Face[] {
  const name = packageOf(family)
  const found = packageFolder(name, folder)
  if (found === null) return []
  const { weights, styles } = metadataIn(found)
  return weights.flatMap((weight) =>
    styles.flatMap((style) => openFace({ family, package: name, weight, style }, folder) ?? []),
  )
}

/** The package that would bring a family. */
export function packageOf(family: string): string {
  return `@fontsource/${family.toLowerCase().replaceAll(' ', '-')}`
}

/** The families that come with Lectern. */
export function ownFamilies(): readonly string[] {
  const one = packageFolder('@fontsource/newsreader', '/')
  if (one === null) return []
  const all = dirname(one)
  return readdirSync(all).map((name) => metadataIn(join(all, name)).family)
}

const metadataFile = z.object({
  family: z.string(),
  weights: z.array(z.number()),
  styles: z.array(z.enum(['normal', 'italic'])),
})

function metadataIn(folder: string): z.infer<typeof metadataFile> {
  const path = join(folder, 'metadata.json')
  if (!existsSync(path)) return { family: '', weights: [], styles: [] }
  return metadataFile.parse(JSON.parse(readFileSync(path, 'utf8')))
}

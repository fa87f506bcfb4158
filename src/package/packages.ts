// Reads the packages that are bundled with Lectern: their versions, licences and dependencies.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A package that is bundled with Lectern. */
export interface Package {
  readonly name: string
  readonly version: string
  /** As SPDX names it. */
  readonly licence: string
  /** The texts of its licence, including notices. */
  readonly texts: readonly string[]
}

/** Returns the package of a module; undefined for our own modules. */
export function packageOf(module: string): Package | undefined {
  const [, folder] = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(module) ?? []
  return folder === undefined ? undefined : packageIn(folder)
}

/** Returns the package with this name in the project. */
export function packageAt(name: string): Package {
  return packageIn(join('node_modules', name))
}

/** Lists a package and all packages that it needs to run, directly or indirectly. */
export function dependenciesOf(name: string): readonly Package[] {
  const folders = new Set<string>()
  const visit = (folder: string): void => {
    if (folders.has(folder)) return
    folders.add(folder)
    const { dependencies = {} } = manifestIn(folder)
    for (const each of Object.keys(dependencies)) if (!each.startsWith('@types/')) visit(folderFrom(folder, each))
  }
  visit(join('node_modules', name))
  return [...folders].map(packageIn)
}

/** Finds the folder of a package as Node does: in the given folder, then in those above it. */
function folderFrom(folder: string, name: string): string {
  const inside = join(folder, 'node_modules', name)
  if (existsSync(inside)) return inside
  const above = dirname(folder)
  if (above === folder) throw new Error(`The package ${name} is not installed.`)
  return folderFrom(above, name)
}

function packageIn(folder: string): Package {
  const { name, version, license } = manifestIn(folder)
  const texts = readdirSync(folder)
    .filter((file) => /^(?:licen[cs]e|copying|notice)/i.test(file) && !/\.(?:[cm]?js|ts|json)$/.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').trim())
  return { name, version, licence: license ?? licenceIn(texts), texts }
}

function licenceIn(texts: readonly string[]): string {
  return texts.some((text) => /^(?:The )?MIT License/m.test(text)) ? 'MIT' : 'UNKNOWN'
}

interface PackageManifest {
  readonly name: string
  readonly version: string
  /** An SPDX identifier; absent if there is only a text. */
  readonly license?: string
  readonly dependencies?: Readonly<Record<string, string>>
}

function manifestIn(folder: string): PackageManifest {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const { license, licenses } = manifest
  return { ...manifest, license: license?.type ?? license ?? licenses?.[0]?.type }
}

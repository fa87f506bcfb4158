// Reads the packages that are bundled with Lectern: their versions, licences and dependencies.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A package that is bundled with Lectern. */
export interface Package {
  readonly name: string
  readonly version: string
  /** An SPDX identifier; `UNKNOWN` if none can be found. */
  readonly licence: string
  /** The texts of the licence, including notices. */
  readonly texts: readonly string[]
}

/** Returns the package to which a module belongs; undefined for a module of Lectern. */
export function packageOfModule(module: string): Package | undefined {
  const [, folder] = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(module) ?? []
  return folder === undefined ? undefined : readPackage(folder)
}

/** Returns the package with this name that is installed in the project. */
export function packageNamed(name: string): Package {
  return readPackage(join('node_modules', name))
}

/** Lists a package and all packages that it needs to run, directly or indirectly. */
export function dependenciesOf(name: string): readonly Package[] {
  const folders = new Set<string>()
  const visit = (folder: string): void => {
    if (folders.has(folder)) return
    folders.add(folder)
    const { dependencies = {} } = readManifest(folder)
    for (const each of Object.keys(dependencies)) if (!each.startsWith('@types/')) visit(resolveFolder(folder, each))
  }
  visit(join('node_modules', name))
  return [...folders].map(readPackage)
}

/** Finds the folder of a package as Node does: in the given folder, then in those above it. */
function resolveFolder(folder: string, name: string): string {
  const candidate = join(folder, 'node_modules', name)
  if (existsSync(candidate)) return candidate
  const parent = dirname(folder)
  if (parent === folder) throw new Error(`The package ${name} is not installed.`)
  return resolveFolder(parent, name)
}

function readPackage(folder: string): Package {
  const { name, version, license } = readManifest(folder)
  const texts = readdirSync(folder)
    .filter((file) => /^(?:licen[cs]e|copying|notice)/i.test(file) && !/\.(?:[cm]?js|ts|json)$/.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').trim())
  return { name, version, licence: license ?? guessLicence(texts), texts }
}

function guessLicence(texts: readonly string[]): string {
  return texts.some((text) => /^(?:The )?MIT License/m.test(text)) ? 'MIT' : 'UNKNOWN'
}

interface PackageManifest {
  readonly name: string
  readonly version: string
  /** An SPDX identifier; undefined if the package contains only a licence text. */
  readonly license?: string
  readonly dependencies?: Readonly<Record<string, string>>
}

function readManifest(folder: string): PackageManifest {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const { license, licenses } = manifest
  return { ...manifest, license: license?.type ?? license ?? licenses?.[0]?.type }
}

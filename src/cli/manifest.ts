import { readFileSync } from 'node:fs'

/** The fields of package.json that the program reads. */
export interface LecternManifest {
  readonly version: string
  readonly engines: { readonly node: string }
  readonly dependencies: Readonly<Record<string, string>>
}

export function readManifest(): LecternManifest {
  return JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
}

import { readFileSync } from 'node:fs'

/** The contents of package.json. */
export interface LecternManifest {
  readonly version: string
  readonly engines: { readonly node: string }
  readonly dependencies: Readonly<Record<string, string>>
}

export function readManifest(): LecternManifest {
  return JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
}

// Part of the build: bundles the program and the library, copies the files of packages that are read at run time, and
// records the version and licence of each package in the bundle or among these files.
import { chmodSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'
import { copyPackageFiles } from './copy-package-files.ts'
import { dependenciesOf, type Package, packageNamed, packageOfModule } from './packages.ts'
import { thirdPartyNotice } from './third-party-notice.ts'

const DIST = fileURLToPath(new URL('../', import.meta.url))
const ENTRIES = {
  main: 'cli/main.js',
  index: 'index.js',
  'pdf-checker-thread': 'export/pdf-checker-thread.js',
  'pdf-thread': 'read/pdf/pdf-thread.js',
}

const bundle = await rolldown({
  input: Object.fromEntries(Object.entries(ENTRIES).map(([name, path]) => [name, DIST + path])),
  platform: 'node',
  // Hides warnings about packages that use `eval` or `require`.
  logLevel: 'silent',
})
const { output } = await bundle.write({
  dir: `${DIST}bin`,
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: '[name].js',
  cleanDir: true,
})
chmodSync(`${DIST}bin/main.js`, 0o755)

const modules = output.flatMap((file) => (file.type === 'chunk' ? Object.keys(file.modules) : []))
const importedPackages = modules.flatMap((path) => packageOfModule(path) ?? [])
// Mermaid's minified file contains its dependencies.
const mermaidPackages = dependenciesOf('mermaid')
const copiedPackages = copyPackageFiles(`${DIST}packages`).map(packageNamed)
const bundledPackages = [
  ...new Map([...importedPackages, ...copiedPackages, ...mermaidPackages].map((each) => [keyOf(each), each])).values(),
].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))
writeFileSync(`${DIST}THIRD-PARTY.txt`, thirdPartyNotice(bundledPackages))
writeFileSync(`${DIST}bundled.json`, `${JSON.stringify(bundledPackages.map(keyOf), null, 2)}\n`)

function keyOf({ name, version }: Package): string {
  return `${name}@${version}`
}

// Prints a software bill of materials (SBOM, CycloneDX) of everything that is shipped: bundled packages, and those that
// npm installs with Lectern.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dependenciesOf } from './packages.ts'

const { dependencies, optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
const installed = Object.keys({ ...dependencies, ...optionalDependencies }).flatMap(dependenciesOf)
const shipped = new Set<string>([
  ...JSON.parse(readFileSync(new URL('../bundled.json', import.meta.url), 'utf8')),
  ...installed.map(({ name, version }) => `${name}@${version}`),
])
const bom = JSON.parse(
  execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx'], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }),
)
const components = bom.components.filter((each: Reference) => shipped.has(`${each.name}@${each.version}`))
const references = new Set([bom.metadata.component, ...components].map((each: Reference) => each['bom-ref']))
const graph = bom.dependencies
  .filter(({ ref }: Dependency) => references.has(ref))
  .map(({ ref, dependsOn = [] }: Dependency) => ({ ref, dependsOn: dependsOn.filter((each) => references.has(each)) }))
process.stdout.write(`${JSON.stringify({ ...bom, components, dependencies: graph }, null, 2)}\n`)

interface Reference {
  readonly name: string
  readonly version: string
  readonly 'bom-ref': string
}

interface Dependency {
  readonly ref: string
  readonly dependsOn?: readonly string[]
}

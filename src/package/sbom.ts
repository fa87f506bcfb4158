// Prints a software bill of materials (SBOM, CycloneDX) of everything that is shipped: bundled packages, and those that
// npm installs with Lectern.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dependenciesOf } from './packages.ts'

const { dependencies, optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
const installedPackages = Object.keys({ ...dependencies, ...optionalDependencies }).flatMap(dependenciesOf)
const shippedVersions = new Set<string>([
  ...JSON.parse(readFileSync(new URL('../bundled.json', import.meta.url), 'utf8')),
  ...installedPackages.map(({ name, version }) => `${name}@${version}`),
])
const bom = JSON.parse(
  execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx'], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }),
)
const components = bom.components.filter((each: Component) => shippedVersions.has(`${each.name}@${each.version}`))
const componentRefs = new Set([bom.metadata.component, ...components].map((each: Component) => each['bom-ref']))
const graph = bom.dependencies
  .filter(({ ref }: Dependency) => componentRefs.has(ref))
  .map(({ ref, dependsOn = [] }: Dependency) => ({
    ref,
    dependsOn: dependsOn.filter((each) => componentRefs.has(each)),
  }))
process.stdout.write(`${JSON.stringify({ ...bom, components, dependencies: graph }, null, 2)}\n`)

interface Component {
  readonly name: string
  readonly version: string
  readonly 'bom-ref': string
}

interface Dependency {
  readonly ref: string
  readonly dependsOn?: readonly string[]
}

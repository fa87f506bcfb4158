import { copyFileSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { rolldown } from 'rolldown'
import type { Plugin } from 'vitest/config'
import { PARSED_FILE } from '../src/theme/preparsed-themes.ts'

const TESTS = new URL('.', import.meta.url).pathname
const SOURCE = new URL('../src/', import.meta.url).pathname
const PROGRAM = new URL('../dist/bin/', import.meta.url).pathname
/** As deep as that of the program, so that modules find other files from there. */
const FOLDER = new URL('../dist/tested/', import.meta.url).pathname

/** Modules that run in threads, which are started by their file's name. */
const THREADS = ['export/pdf-checker-thread.ts', 'read/pdf/pdf-thread.ts']

/**
 * Bundles what the tests import from `src`, and has them import the bundle. Each process would otherwise load fifteen
 * hundred modules, ours and those of packages.
 */
export async function bundledSource(): Promise<Plugin> {
  const modules = [...new Set([...importedModules(), ...THREADS.map((path) => join(SOURCE, path))])]
  const bundle = await rolldown({
    input: Object.fromEntries(modules.map((path) => [entryName(path), path])),
    platform: 'node',
    // Hides warnings about packages that use `eval` or `require`.
    logLevel: 'silent',
    // Tests replace a function of it, which must be the one that is called.
    external: ['@mozilla/readability'],
  })
  await bundle.write({ dir: FOLDER, format: 'esm', entryFileNames: '[name].js', sourcemap: true, cleanDir: true })
  // The built program has its themes parsed; parsing them takes most of the time of a small conversion.
  copyFileSync(join(PROGRAM, PARSED_FILE), join(FOLDER, PARSED_FILE))
  return {
    name: 'bundled-source',
    enforce: 'pre',
    config: () => ({ test: { server: { deps: { external: [/\/dist\/tested\//] } } } }),
    resolveId(specifier, importer = '') {
      const path = resolve(dirname(importer), specifier)
      if (!path.startsWith(SOURCE)) return null
      if (!modules.includes(path)) throw new Error(`${importer} imports ${path}, which is not in the bundle.`)
      return join(FOLDER, `${entryName(path)}.js`)
    },
  }
}

/** The modules of `src` that test files and their helpers import, except for types. */
function importedModules(): string[] {
  const files = readdirSync(TESTS, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
  return files.flatMap((name) => {
    const file = join(TESTS, name)
    const specifiers = readFileSync(file, 'utf8').matchAll(/^(?:import|export)\b(?! type)[^'"]*?from '(\.[^']+)'/gms)
    return [...specifiers]
      .map(([, specifier = '']) => resolve(dirname(file), specifier))
      .filter((path) => path.startsWith(SOURCE))
  })
}

/** Names a module after its path; threads are found by the name of their file. */
function entryName(path: string): string {
  const name = relative(SOURCE, path).replace(/\.ts$/, '')
  return THREADS.includes(`${name}.ts`) ? basename(name) : name.replaceAll('/', '~')
}

import { copyFileSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { rolldown } from 'rolldown'
import type { Plugin } from 'vitest/config'
import { PARSED_FILE } from '../src/theme/preparsed-themes.ts'

const TESTS = new URL('.', import.meta.url).pathname
const SOURCE = new URL('../src/', import.meta.url).pathname
const PROGRAM = new URL('../dist/bin/', import.meta.url).pathname
/** Nested as deep as the program's folder, so that modules find other files by the same relative paths. */
const FOLDER = new URL('../dist/tested/', import.meta.url).pathname

/**
 * Modules that run in threads, which are started by file name. The thread that checks PDFs is not one of them: tests
 * read PDFs in their own thread, which loads the PDF reader once for all of them.
 */
const THREADS = ['read/pdf/pdf-thread.ts']

/**
 * Bundles what the tests import from `src`, and has them import the bundle. Each process would otherwise load fifteen
 * hundred modules, ours and those of packages.
 */
export async function bundledSource(): Promise<Plugin> {
  const modules = [...new Set([...importedModules(), ...THREADS.map((path) => join(SOURCE, path))])]
  const bundle = await rolldown({
    input: Object.fromEntries(modules.map((path) => [entryName(path), path])),
    platform: 'node',
    // Hide warnings about packages that use `eval` or `require`.
    logLevel: 'silent',
    // Tests replace one of its functions, so the copy that they import must be the one that is used.
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

/** Returns the modules of `src` that test files and their helpers import other than for types. */
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

/** Returns a name for a module: its path or, for a thread, the name of its file, by which it is found. */
function entryName(path: string): string {
  const name = relative(SOURCE, path).replace(/\.ts$/, '')
  return THREADS.includes(`${name}.ts`) ? basename(name) : name.replaceAll('/', '~')
}

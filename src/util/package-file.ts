import { fileURLToPath } from 'node:url'

/** The path, in `dist/packages/`, of a copy that the build makes of another package's file or folder. */
export type PackageFile = keyof typeof PACKAGE_FILES

/**
 * Maps the path of each copy to the path of its original: files that decks contain, or that run outside the program. A
 * copy does not change when its package is updated, and the package need not be installed.
 */
export const PACKAGE_FILES = {
  'katex/katex.css': 'katex/dist/katex.css',
  'katex/fonts': 'katex/dist/fonts',
  'mermaid/mermaid.min.js': 'mermaid/dist/mermaid.min.js',
  'pdfjs-dist/cmaps': 'pdfjs-dist/cmaps',
  'pdfjs-dist/pdf.min.mjs': 'pdfjs-dist/legacy/build/pdf.min.mjs',
  'pdfjs-dist/pdf.worker.min.mjs': 'pdfjs-dist/legacy/build/pdf.worker.min.mjs',
  'reveal.js/reveal.css': 'reveal.js/dist/reveal.css',
  'reveal.js/reveal.js': 'reveal.js/dist/reveal.js',
} as const

/** Returns the path of the copy of a file or folder. */
export function packageFile(name: PackageFile): string {
  return fileURLToPath(packageUrl(name))
}

export function packageUrl(name: PackageFile): URL {
  return new URL(name, PACKAGES)
}

/** A path that leads to the same place from `src`, from `dist` and from the bundled program. */
const PACKAGES = new URL('../../dist/packages/', import.meta.url)

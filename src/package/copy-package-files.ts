import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PACKAGE_FILES } from '../util/package-file.ts'

/** Copies the files that the program reads at run time from other packages, and returns the names of those packages. */
export function copyPackageFiles(folder: string): readonly string[] {
  rmSync(folder, { recursive: true, force: true })
  for (const [name, source] of Object.entries(PACKAGE_FILES)) {
    const target = join(folder, name)
    cpSync(join('node_modules', source), target, { recursive: true, filter: (path) => !/\.(?:ttf|woff)$/.test(path) })
    if (name === PDF_READER) writeFileSync(target, stubDrawingLibrary(readFileSync(target, 'utf8')))
  }
  return [...new Set(Object.keys(PACKAGE_FILES).map((name) => name.slice(0, name.indexOf('/'))))]
}

const PDF_READER = 'pdfjs-dist/pdf.min.mjs'

/**
 * Replaces the drawing library that the PDF reader loads with empty classes. The library takes up 30 MB and is not
 * needed, since nothing is drawn here, but the reader complains if its classes are missing.
 * @throws {Error} if the reader loads the library in another way
 */
function stubDrawingLibrary(script: string): string {
  const importCall = 't=e("@napi-rs/canvas")'
  if (!script.includes(importCall))
    throw new Error(`${PDF_READER} no longer loads its drawing library with ${importCall}. Update this function.`)
  return script.replace(importCall, 't={DOMMatrix:class{},ImageData:class{},Path2D:class{}}')
}

import type { VFile } from 'vfile'

/**
 * Checks the file that a program passes, which may be in plain JavaScript.
 * @throws {TypeError} if it is not a virtual file with a path and a value
 */
export function checkFile(file: VFile): void {
  const { path, value }: Partial<VFile> = file
  if (path === undefined)
    throw new TypeError('Pass a VFile with a path, such as "talk.md": its extension says how the file is read.')
  if (value === undefined) throw new TypeError(`The VFile "${path}" has no value. Read the file first.`)
}

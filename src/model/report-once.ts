import { VFile } from 'vfile'

/**
 * Repeats `work` for a file, with other settings, and adds only those messages to the file that it does not have yet.
 */
export async function reportOnce<T>(file: VFile, work: (copy: VFile) => Promise<T>): Promise<T> {
  const copy = new VFile({ path: file.path })
  const result = await work(copy)
  const known = new Set(file.messages.map(String))
  file.messages.push(...copy.messages.filter((message) => !known.has(String(message))))
  return result
}

import { VFile } from 'vfile'

/**
 * Runs `work` on an empty file with the same path, and adds to `file` only the messages that `file` does not have yet.
 */
export async function reportOnce<T>(file: VFile, work: (copy: VFile) => Promise<T>): Promise<T> {
  const copy = new VFile({ path: file.path })
  const result = await work(copy)
  const existing = new Set(file.messages.map(String))
  file.messages.push(...copy.messages.filter((message) => !existing.has(String(message))))
  return result
}

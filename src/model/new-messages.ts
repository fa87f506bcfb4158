import { VFile } from 'vfile'

/** Repeats `work` for a file, with other settings, and gives the file only the messages that it does not have yet. */
export async function hearOnce<T>(file: VFile, work: (hearer: VFile) => Promise<T>): Promise<T> {
  const hearer = new VFile({ path: file.path })
  const result = await work(hearer)
  const known = new Set(file.messages.map(String))
  file.messages.push(...hearer.messages.filter((message) => !known.has(String(message))))
  return result
}

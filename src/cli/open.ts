import { readFile } from 'node:fs/promises'
import { relative, sep } from 'node:path'
import { VFile } from 'vfile'
import { troubleWith } from './article-in.ts'

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file. Check its name and the folder that you are in.',
  ENOTDIR: 'There is no such file. Check its name and the folder that you are in.',
  EACCES: 'You may not read this file. Ask for permission, or copy it to a place of yours.',
  EPERM: 'You may not read this file. Ask for permission, or copy it to a place of yours.',
  EMFILE: 'Too many files are open. Close some programs and try again.',
}

/** Reads an article's file; `-` is standard input. A file that cannot be read comes with the error among its messages. */
export async function open(path: string, signal: AbortSignal): Promise<VFile> {
  if (path === '-') return new VFile({ path, value: await readStandardInput(signal) })
  const file = new VFile({ path: shown(path) })
  try {
    file.value = await readFile(path, { signal })
  } catch (error) {
    signal.throwIfAborted()
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    const known = code === 'EISDIR' ? await troubleWith(path) : REASONS[code]
    const reason = known ?? `It cannot be read (${code}). Check the disk and try again.`
    file.message(reason, { source: 'lectern', ruleId: 'cannot-open' }).fatal = true
  }
  return file
}

async function readStandardInput(signal: AbortSignal): Promise<Uint8Array> {
  signal.throwIfAborted()
  const chunks: Buffer[] = []
  const stop = () => process.stdin.destroy(signal.reason)
  signal.addEventListener('abort', stop, { once: true })
  try {
    for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk))
  } finally {
    signal.removeEventListener('abort', stop)
  }
  return Buffer.concat(chunks)
}

/** The path as messages and the deck's data name it: from the working folder, with `/`. */
function shown(path: string): string {
  return relative(process.cwd(), path).split(sep).join('/')
}

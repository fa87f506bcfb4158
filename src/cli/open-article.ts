// Opens an article named on the command line.

import { relative, sep } from 'node:path'
import { VFile } from 'vfile'
import type { WebImages } from '../fetch/fetch-images.ts'
import { LIMITS } from '../read/limits.ts'
import { type FileFault, readRegularFile } from '../theme/read-regular-file.ts'
import { formatSize } from '../util/format-size.ts'
import { isWebAddress } from '../util/web-address.ts'
import { isFolder, missingArticleReason } from './find-article.ts'

/** The maximum size of any kind of article, in bytes. */
const MAX_BYTES = LIMITS.packageBytes

const TOO_LARGE = `It is larger than ${formatSize(MAX_BYTES)}. Split it, or save it without its pictures.`

const REASONS: Readonly<Record<FileFault, string>> = {
  missing: 'There is no such file. Check its name and your current folder.',
  outside: 'There is no such file. Check its name and your current folder.',
  'not a file': 'This is a pipe or a device, not a file. Save the article in a file, or use - and pipe it in.',
  'too large': TOO_LARGE,
  forbidden: 'You are not allowed to read this file. Ask for permission, or copy it to your own folder.',
}

const FILE_URL = 'This is the address of a file. Give its path, without file://.'
const UNKNOWN_SCHEME = 'Only web addresses (http or https) are fetched. Save the article in a file and use that.'

/** An input named on the command line and, if it is a web page, the source of its images. */
export interface OpenedInput {
  readonly file: VFile
  readonly images?: WebImages | undefined
}

export interface OpenOptions {
  readonly signal: AbortSignal
  /** Whether pages may be fetched from this machine or its network. */
  readonly allowsPrivate: boolean
}

/**
 * Reads an article's file, or fetches it from the web; `-` is standard input. If it cannot be read, the error is added
 * to the file's messages.
 */
export async function openArticle(path: string, { signal, allowsPrivate }: OpenOptions): Promise<OpenedInput> {
  signal.throwIfAborted()
  if (isWebAddress(path)) {
    const { openAddress } = await import('./open-address.ts')
    return openAddress(path, { signal, allowsPrivate })
  }
  return { file: await openFile(path, signal) }
}

/** Whether an input could be read. */
export function isReadable({ file: { messages } }: OpenedInput): boolean {
  return !messages.some(({ fatal }) => fatal === true)
}

async function openFile(path: string, signal: AbortSignal): Promise<VFile> {
  const [, scheme] = /^([a-z][a-z0-9+.-]*):\/\//i.exec(path) ?? []
  const file = new VFile({ path: path === '-' || scheme !== undefined ? path : formatPath(path) })
  const bytes = scheme === undefined ? await bytesOf(path, signal) : /^file$/i.test(scheme) ? FILE_URL : UNKNOWN_SCHEME
  if (typeof bytes === 'string') file.message(bytes, { source: 'lectern', ruleId: 'cannot-open' }).fatal = true
  else file.value = bytes
  return file
}

/** Reads the bytes of a file, or returns the reason for the failure. */
async function bytesOf(path: string, signal: AbortSignal): Promise<Uint8Array | string> {
  if (path === '-') return readStandardInput(signal)
  if (await isFolder(path)) return missingArticleReason(path)
  const bytes = readRegularFile(path, { maxBytes: MAX_BYTES, allowedFolder: null })
  return typeof bytes === 'string' ? REASONS[bytes] : bytes
}

async function readStandardInput(signal: AbortSignal): Promise<Uint8Array | string> {
  const chunks: Buffer[] = []
  const stop = () => process.stdin.destroy(signal.reason)
  signal.addEventListener('abort', stop, { once: true })
  try {
    let length = 0
    for await (const chunk of process.stdin) {
      chunks.push(Buffer.from(chunk))
      length += chunk.length
      if (length > MAX_BYTES) return TOO_LARGE
    }
  } finally {
    signal.removeEventListener('abort', stop)
  }
  return Buffer.concat(chunks)
}

/** Formats a path for messages and the deck's data: relative to the working folder, with `/`. */
function formatPath(path: string): string {
  return relative(process.cwd(), path).split(sep).join('/') || '.'
}

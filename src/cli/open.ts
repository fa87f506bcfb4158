import { relative, sep } from 'node:path'
import { VFile } from 'vfile'
import { LIMITS } from '../read/limits.ts'
import { type FileTrouble, readRegularFile } from '../theme/regular-file.ts'
import { isFolder, troubleWith } from './article-in.ts'

/** Bytes. No kind of article may have more. */
const MOST = LIMITS.packageBytes

const TOO_LARGE = `It has more than ${MOST / 1024 / 1024} MB. Split it, or save it without its pictures.`

const REASONS: Readonly<Record<FileTrouble, string>> = {
  missing: 'There is no such file. Check its name and the folder that you are in.',
  outside: 'There is no such file. Check its name and the folder that you are in.',
  'no file': 'This is a pipe or a device, not a file. Save the article in a file, or give - and pipe it in.',
  'too large': TOO_LARGE,
  forbidden: 'You may not read this file. Ask for permission, or copy it to a place of yours.',
}

const ON_THE_WEB = 'Nothing is fetched from the web. Open the page in a browser, save it as HTML and name that file.'
const BY_ADDRESS = 'This is the address of a file. Give its path, without file://.'

/** Reads an article's file; `-` is standard input. A file that cannot be read comes with the error among its messages. */
export async function open(path: string, signal: AbortSignal): Promise<VFile> {
  signal.throwIfAborted()
  const [, scheme] = /^([a-z][a-z0-9+.-]*):\/\//i.exec(path) ?? []
  const file = new VFile({ path: path === '-' || scheme !== undefined ? path : shown(path) })
  const found = scheme === undefined ? await bytesOf(path, signal) : scheme === 'file' ? BY_ADDRESS : ON_THE_WEB
  if (typeof found === 'string') file.message(found, { source: 'lectern', ruleId: 'cannot-open' }).fatal = true
  else file.value = found
  return file
}

/** The bytes, or why there are none. */
async function bytesOf(path: string, signal: AbortSignal): Promise<Uint8Array | string> {
  if (path === '-') return readStandardInput(signal)
  if (await isFolder(path)) return troubleWith(path)
  const bytes = readRegularFile(path, { most: MOST, home: null })
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
      if (length > MOST) return TOO_LARGE
    }
  } finally {
    signal.removeEventListener('abort', stop)
  }
  return Buffer.concat(chunks)
}

/** The path as messages and the deck's data name it: from the working folder, with `/`. */
function shown(path: string): string {
  return relative(process.cwd(), path).split(sep).join('/') || '.'
}

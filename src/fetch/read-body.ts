import type { IncomingMessage } from 'node:http'
import type { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { formatSize } from '../util/format-size.ts'
import { FetchError } from './fetch-error.ts'
import { fetchErrorFor } from './send-request.ts'

/**
 * Reads the bytes of a response and decompresses them.
 * @throws {FetchError} if there are more than `maxBytes`, compressed or not, if the compression is not supported or if
 * the connection fails
 * @throws the signal's reason if the signal aborts
 */
export async function readBody(response: IncomingMessage, maxBytes: number, signal: AbortSignal): Promise<Uint8Array> {
  if (Number(response.headers['content-length'] ?? 0) > maxBytes) throw tooLargeError(maxBytes)
  const createDecompressor = DECOMPRESSORS[response.headers['content-encoding']?.trim().toLowerCase() ?? '']
  if (createDecompressor === undefined)
    throw new FetchError(
      'The compression of the response is not supported. Save the page in a browser and use that file.',
    )
  const chunks: Buffer[] = []
  const limitCompressed = limitBytes(maxBytes)
  const limitDecompressed = limitBytes(maxBytes)
  try {
    const collect = async (source: AsyncIterable<Buffer>) => {
      for await (const chunk of limitDecompressed(source)) chunks.push(chunk)
    }
    const decompressor = createDecompressor()
    await (decompressor === null
      ? pipeline(response, collect, { signal })
      : pipeline(response, limitCompressed, decompressor, collect, { signal }))
  } catch (error) {
    throw fetchErrorFor(error, signal)
  }
  return Buffer.concat(chunks)
}

const DECOMPRESSORS: Readonly<Record<string, () => Transform | null>> = {
  '': () => null,
  identity: () => null,
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
}

/** Returns a pipeline step that passes bytes on and fails once there are more than `maxBytes`. */
function limitBytes(maxBytes: number) {
  return async function* (source: AsyncIterable<Buffer>) {
    let length = 0
    for await (const chunk of source) {
      length += chunk.length
      if (length > maxBytes) throw tooLargeError(maxBytes)
      yield chunk
    }
  }
}

function tooLargeError(maxBytes: number): FetchError {
  const size = formatSize(maxBytes)
  return new FetchError(`It is larger than ${size}. Save a shorter version and use that file.`)
}

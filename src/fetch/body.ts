import type { IncomingMessage } from 'node:http'
import type { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { CannotFetch } from './cannot-fetch.ts'
import { reasonFor } from './exchange.ts'

/**
 * Reads the bytes of a response and unpacks them.
 * @throws {CannotFetch} if there are more than `maxBytes`, packed or unpacked, or the connection fails; or the signal's
 * reason
 */
export async function bodyOf(answer: IncomingMessage, maxBytes: number, signal: AbortSignal): Promise<Uint8Array> {
  if (Number(answer.headers['content-length'] ?? 0) > maxBytes) throw tooLarge(maxBytes)
  const unpack = UNPACKERS[answer.headers['content-encoding']?.trim().toLowerCase() ?? '']
  if (unpack === undefined)
    throw new CannotFetch('Its compression is not supported. Save it in a browser and use that file.')
  const chunks: Buffer[] = []
  const within = limitBytes(maxBytes)
  const collected = limitBytes(maxBytes)
  try {
    const collect = async (source: AsyncIterable<Buffer>) => {
      for await (const chunk of collected(source)) chunks.push(chunk)
    }
    const unpacker = unpack()
    await (unpacker === null
      ? pipeline(answer, collect, { signal })
      : pipeline(answer, within, unpacker, collect, { signal }))
  } catch (error) {
    throw reasonFor(error, signal)
  }
  return Buffer.concat(chunks)
}

const UNPACKERS: Readonly<Record<string, () => Transform | null>> = {
  '': () => null,
  identity: () => null,
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
}

/** Returns a step of a pipeline that passes bytes on, and fails after more than this many. */
function limitBytes(maxBytes: number) {
  return async function* (source: AsyncIterable<Buffer>) {
    let length = 0
    for await (const chunk of source) {
      length += chunk.length
      if (length > maxBytes) throw tooLarge(maxBytes)
      yield chunk
    }
  }
}

function tooLarge(maxBytes: number): CannotFetch {
  const size = maxBytes < 1024 * 1024 ? `${maxBytes / 1024} KB` : `${maxBytes / 1024 / 1024} MB`
  return new CannotFetch(`It has more than ${size}. Save a shorter version and use that file.`)
}

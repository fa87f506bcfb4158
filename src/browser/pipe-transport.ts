import type { Readable, Writable } from 'node:stream'
import type { ConnectionTransport } from './puppeteer.ts'

/** Connects Puppeteer to the browser's two pipes. Other users of the machine could reach a port, but not a pipe. */
export function pipeTransport(toBrowser: Writable, fromBrowser: Readable): ConnectionTransport {
  const pending: Buffer[] = []
  const transport: ConnectionTransport = {
    send: (message) => void toBrowser.write(`${message}\0`),
    close: () => toBrowser.end(),
  }
  fromBrowser.on('data', (bytes: Buffer) => {
    const pieces = splitAtZeros(bytes)
    const rest = pieces.pop()
    for (const piece of pieces) {
      const message = Buffer.concat([...pending.splice(0), piece]).toString('utf8')
      // Puppeteer relies on its promises settling between two messages.
      setImmediate(() => transport.onmessage?.(message))
    }
    if (rest !== undefined) pending.push(rest)
  })
  fromBrowser.once('close', () => setImmediate(() => transport.onclose?.()))
  // Writing to a browser that has just ended fails; the end of its process is reported elsewhere.
  toBrowser.on('error', () => undefined)
  fromBrowser.on('error', () => undefined)
  return transport
}

/** Splits a chunk of the stream at zero bytes, which end messages. The last piece is incomplete, and often empty. */
function splitAtZeros(bytes: Buffer): Buffer[] {
  const pieces: Buffer[] = []
  let start = 0
  for (let end = bytes.indexOf(0); end !== -1; end = bytes.indexOf(0, start)) {
    pieces.push(bytes.subarray(start, end))
    start = end + 1
  }
  return [...pieces, bytes.subarray(start)]
}

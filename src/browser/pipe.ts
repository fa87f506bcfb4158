import type { Readable, Writable } from 'node:stream'
import type { ConnectionTransport } from './puppeteer.ts'

/** The browser's two pipes as Puppeteer wants them. They need no port that others on the machine could reach. */
export function pipe(toBrowser: Writable, fromBrowser: Readable): ConnectionTransport {
  const pending: Buffer[] = []
  const transport: ConnectionTransport = {
    send: (message) => void toBrowser.write(`${message}\0`),
    close: () => toBrowser.end(),
  }
  fromBrowser.on('data', (bytes: Buffer) => {
    const pieces = split(bytes)
    const rest = pieces.pop()
    for (const piece of pieces) {
      const message = Buffer.concat([...pending.splice(0), piece]).toString('utf8')
      // Puppeteer's promises expect to settle between two messages.
      setImmediate(() => transport.onmessage?.(message))
    }
    if (rest !== undefined) pending.push(rest)
  })
  fromBrowser.once('close', () => setImmediate(() => transport.onclose?.()))
  // A write to a browser that has just ended fails; that it ended is told by its process.
  toBrowser.on('error', () => undefined)
  fromBrowser.on('error', () => undefined)
  return transport
}

/** The pieces between the zero bytes; the last one is unfinished, and often empty. */
function split(bytes: Buffer): Buffer[] {
  const pieces: Buffer[] = []
  let start = 0
  for (let end = bytes.indexOf(0); end !== -1; end = bytes.indexOf(0, start)) {
    pieces.push(bytes.subarray(start, end))
    start = end + 1
  }
  return [...pieces, bytes.subarray(start)]
}

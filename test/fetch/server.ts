import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach } from 'vitest'

/** A server on this machine, and the paths that were requested. */
export interface Served {
  readonly port: number
  readonly asked: readonly string[]
}

/** Starts servers that end with their test. */
export function servers() {
  const closing: (() => void)[] = []
  afterEach(() => {
    for (const close of closing.splice(0)) close()
  })
  return (answer: RequestListener, host = '127.0.0.1', port = 0): Promise<Served> =>
    new Promise((resolve, reject) => {
      const asked: string[] = []
      const server = createServer((request: IncomingMessage, response: ServerResponse) => {
        asked.push(request.url ?? '')
        response.on('error', () => undefined)
        answer(request, response)
      })
      closing.push(() => {
        server.close()
        server.closeAllConnections()
      })
      server.once('error', reject)
      server.listen(port, host, () => resolve({ port: (server.address() as AddressInfo).port, asked }))
    })
}

export const ARTICLE = `<!doctype html><html><body><article><h1>Tides of the sea</h1>
<p>The river rose by two metres in a night. Nobody had seen it so high before, and nobody has since.</p>
<figure><img src="bird.png" alt="A bird at sea"><figcaption>A bird at sea</figcaption></figure>
<p>The water fell again by the morning. People came out to see what was left of their gardens.</p></article></body></html>`

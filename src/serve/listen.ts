import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { LOOPBACK } from './guard.ts'

/** No port of this machine is available. The message is a fact and a remedy. */
export class NoPort extends Error {
  override readonly name = 'NoPort'
}

/** The default port. */
export const DEFAULT_PORT = 4321

/** The number of ports that are tried, from the default one on. */
const MAX_TRIES = 100

/**
 * Listens on the loopback address and returns the port: the given one, or else the default or the next free one.
 * @throws {NoPort} if the given port is taken or none is free
 */
export async function listen(server: Server, port: number | null): Promise<number> {
  if (port !== null) return (await tryToListen(server, port)) ?? refuse(port)
  for (let each = DEFAULT_PORT; each < DEFAULT_PORT + MAX_TRIES; each++) {
    const found = await tryToListen(server, each)
    if (found !== null) return found
  }
  throw new NoPort(
    `The ports ${DEFAULT_PORT} to ${DEFAULT_PORT + MAX_TRIES - 1} are all in use. Choose a free one with --port.`,
  )
}

function refuse(port: number): never {
  throw new NoPort(
    `Port ${port} is in use or reserved. Choose another with --port, or leave it out to use the next free one.`,
  )
}

/** Listens on a port and returns it; null if another program uses it or it is not permitted. */
function tryToListen(server: Server, port: number): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException) => {
      server.off('listening', listening)
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(null)
      else reject(error)
    }
    const listening = () => {
      server.off('error', failed)
      resolve((server.address() as AddressInfo).port)
    }
    server.once('error', failed).once('listening', listening).listen(port, LOOPBACK)
  })
}

// Makes a server listen on a port of the loopback address.

import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { LOOPBACK } from './guard.ts'

/**
 * Thrown if the given port, or every port that was tried, is unavailable. The message states the problem and a remedy.
 */
export class NoPortError extends Error {
  override readonly name = 'NoPortError'
}

/** The default port. */
const DEFAULT_PORT = 4321

/** The maximum number of ports to try, beginning with the default. */
const MAX_ATTEMPTS = 100

/**
 * Listens on the loopback address and returns the port: the given one or, if that is null, the first free one,
 * beginning with the default.
 * @throws {NoPortError} if the given port is taken or none is free
 */
export async function listen(server: Server, port: number | null): Promise<number> {
  if (port !== null) return (await tryToListen(server, port)) ?? throwUnavailable(port)
  for (let candidate = DEFAULT_PORT; candidate < DEFAULT_PORT + MAX_ATTEMPTS; candidate++) {
    const listeningPort = await tryToListen(server, candidate)
    if (listeningPort !== null) return listeningPort
  }
  throw new NoPortError(
    `The ports ${DEFAULT_PORT} to ${DEFAULT_PORT + MAX_ATTEMPTS - 1} are all in use. Choose a free one with --port.`,
  )
}

function throwUnavailable(port: number): never {
  throw new NoPortError(
    `Port ${port} is in use or reserved. Choose another with --port, or leave it out to use the next free one.`,
  )
}

/** Listens on a port and returns it, or null if the port is in use or reserved. */
function tryToListen(server: Server, port: number): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException) => {
      server.off('listening', onListening)
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(null)
      else reject(error)
    }
    const onListening = () => {
      server.off('error', onError)
      resolve((server.address() as AddressInfo).port)
    }
    server.once('error', onError).once('listening', onListening).listen(port, LOOPBACK)
  })
}

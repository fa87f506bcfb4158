import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { LOOPBACK } from './guard.ts'

/** No port of this machine could be had. The message is a fact and a remedy. */
export class NoPort extends Error {
  override readonly name = 'NoPort'
}

/** Where a deck is looked for first. */
export const USUAL_PORT = 4321

/** So many ports after the usual one are tried. */
const TRIES = 100

/**
 * Listens on loopback, at the port asked for, or at the usual one or the next that is free, and gives its number.
 * @throws {NoPort} where the one asked for is taken or none is free
 */
export async function listen(server: Server, port: number | null): Promise<number> {
  if (port !== null) return (await tryToListen(server, port)) ?? refuse(port)
  for (let each = USUAL_PORT; each < USUAL_PORT + TRIES; each++) {
    const found = await tryToListen(server, each)
    if (found !== null) return found
  }
  throw new NoPort(`The ports ${USUAL_PORT} to ${USUAL_PORT + TRIES - 1} are all taken. Name a free one with --port.`)
}

function refuse(port: number): never {
  throw new NoPort(
    `Port ${port} is taken, or not yours to have. Name another with --port, or leave it out for the next free one.`,
  )
}

/** Null where another program has the port, or it is not ours to have. */
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

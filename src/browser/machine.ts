import { homedir } from 'node:os'

/** The facts about a machine that determine where to look for browsers. */
export interface Machine {
  readonly platform: NodeJS.Platform
  /** As Node names it, such as `x64` or `arm64`. */
  readonly architecture: string
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly home: string
  /** Aborts the search. */
  readonly signal?: AbortSignal | undefined
}

/** Describes the machine that this program runs on. */
export function thisMachine(signal?: AbortSignal): Machine {
  return { signal, platform: process.platform, architecture: process.arch, environment: process.env, home: homedir() }
}

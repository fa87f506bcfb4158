import { homedir } from 'node:os'

/** What decides where browsers are looked for. */
export interface Machine {
  readonly platform: NodeJS.Platform
  /** As Node names it: `x64`, `arm64`. */
  readonly architecture: string
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly home: string
}

/** The machine that this runs on. */
export function thisMachine(): Machine {
  return { platform: process.platform, architecture: process.arch, environment: process.env, home: homedir() }
}

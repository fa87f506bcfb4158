import { isAbsolute, join } from 'node:path'
import type { Machine } from './machine.ts'

/** The folder that Lectern keeps things in from run to run. A relative XDG_CACHE_HOME is to be ignored, says its specification. */
export function cacheFolder({ environment, home }: Pick<Machine, 'environment' | 'home'>): string {
  const named = environment.XDG_CACHE_HOME ?? ''
  return join(isAbsolute(named) ? named : join(home, '.cache'), 'lectern')
}

import { isAbsolute, join } from 'node:path'
import type { Machine } from './machine.ts'

/**
 * Returns the folder in which Lectern keeps files from run to run. The XDG Base Directory Specification says to ignore
 * a relative XDG_CACHE_HOME.
 */
export function cacheFolder({ environment, home }: Pick<Machine, 'environment' | 'home'>): string {
  const configured = environment.XDG_CACHE_HOME ?? ''
  return join(isAbsolute(configured) ? configured : join(home, '.cache'), 'lectern')
}

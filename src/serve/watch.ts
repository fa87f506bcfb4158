import { existsSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { watch } from 'chokidar'

/** Watches files, whether they exist or not. */
export interface Watch {
  /** Watches these files from now on, and no others. */
  on(paths: readonly string[]): void
  /** Resolves when one of them has changed, appeared or disappeared since it last resolved. */
  changed(): Promise<void>
  close(): Promise<void>
}

/**
 * Watches the folders of the files, and in them only those files, because editors save by replacing the file. If a
 * folder is missing, waits for it to appear.
 */
export function watchFiles(): Watch {
  const wanted = new Set<string>()
  const folders = new Set<string>()
  const latch = changeLatch()
  const watcher = watch([], {
    depth: 0,
    // Existing files are reported, too: changes between reading and watching must not be missed.
    ignoreInitial: false,
    atomic: false,
    ignored: (path) => !wanted.has(resolve(path)) && !folders.has(resolve(path)),
  })
  const heard = (path: string) => {
    if (!wanted.has(path)) return
    latch.set()
    lookAgain(path)
  }
  const lookAgain = (path: string) => {
    const looks = fingerprintOf(path)
    setTimeout(() => fingerprintOf(path) === looks || heard(path), DEBOUNCE_TIME).unref()
  }
  watcher.on('all', (_, path) => heard(resolve(path)))
  // If a folder cannot be watched, there are no live updates, but the deck is still served.
  watcher.on('error', () => undefined)
  return {
    on(paths) {
      const watched = new Set(folders)
      const now = paths.map((path) => nearestPath(resolve(path)))
      const fresh = now.filter((path) => !wanted.has(path))
      wanted.clear()
      for (const path of now) {
        wanted.add(path)
        // Folders are never unwatched, because chokidar would then ignore them forever.
        folders.add(dirname(path))
      }
      // If its folder is already watched, the file itself has been ignored so far and must be added.
      watcher.add([...new Set(fresh.map((path) => (watched.has(dirname(path)) ? path : dirname(path))))])
    },
    changed: latch.wait,
    close: () => watcher.close(),
  }
}

/**
 * Milliseconds after which a changed file is examined again. For 50 ms after a change, chokidar reports no other change
 * of the same file, and it may miss changes while it starts watching. An editor that formats on save saves twice within
 * that time.
 */
const DEBOUNCE_TIME = 60

/** Returns a value that changes whenever the file is written. */
function fingerprintOf(path: string): string {
  try {
    const { ino, size, mtimeMs } = statSync(path)
    return `${ino} ${size} ${mtimeMs}`
  } catch {
    return 'gone'
  }
}

/** Returns the path, or the first missing folder on the way to it. */
function nearestPath(path: string): string {
  const folder = dirname(path)
  return folder === path || existsSync(folder) ? path : nearestPath(folder)
}

/** Makes a latch: a change is remembered until somebody has waited for it. */
function changeLatch() {
  const state: { isSet: boolean; waiting: (() => void) | null } = { isSet: false, waiting: null }
  return {
    set() {
      state.isSet = state.waiting === null
      state.waiting?.()
      state.waiting = null
    },
    wait(): Promise<void> {
      const isSet = state.isSet
      state.isSet = false
      return isSet ? Promise.resolve() : new Promise((changed) => (state.waiting = changed))
    },
  }
}

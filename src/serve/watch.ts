import { existsSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { watch } from 'chokidar'

/** Watches some files, whether they are there or not. */
export interface Watch {
  /** Watches these from now on, and no others. */
  on(paths: readonly string[]): void
  /** Resolves when one of them has changed, appeared or gone since it last did. */
  changed(): Promise<void>
  close(): Promise<void>
}

/**
 * Watches the folders that files stand in, and in them nothing but those files: editors save by putting another file in the
 * place of the first. Where a folder is missing, it is waited for.
 */
export function watchFiles(): Watch {
  const wanted = new Set<string>()
  const folders = new Set<string>()
  const latch = changeLatch()
  const watcher = watch([], {
    depth: 0,
    // What changed after it was read and before it was watched must not be missed.
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
    const looks = looksOf(path)
    setTimeout(() => looksOf(path) === looks || heard(path), DEAF).unref()
  }
  watcher.on('all', (_, path) => heard(resolve(path)))
  // A folder that cannot be watched is one that changes unheard; the deck stays.
  watcher.on('error', () => undefined)
  return {
    on(paths) {
      const watched = new Set(folders)
      const now = paths.map((path) => nearest(resolve(path)))
      const fresh = now.filter((path) => !wanted.has(path))
      wanted.clear()
      for (const path of now) {
        wanted.add(path)
        // None is given up: chokidar would be deaf for all that ever comes to stand in it.
        folders.add(dirname(path))
      }
      // Named by itself where its folder is watched already, which has passed over it.
      watcher.add([...new Set(fresh.map((path) => (watched.has(dirname(path)) ? path : dirname(path))))])
    },
    changed: latch.wait,
    close: () => watcher.close(),
  }
}

/**
 * Milliseconds. For 50 after one change of a file chokidar tells of no other, and what happens while it begins to watch it
 * may miss. An editor that formats what it saves saves twice within that time.
 */
const DEAF = 60

/** Differs whenever the file has been written again. */
function looksOf(path: string): string {
  try {
    const { ino, size, mtimeMs } = statSync(path)
    return `${ino} ${size} ${mtimeMs}`
  } catch {
    return 'gone'
  }
}

/** The path, or on the way to it the first thing that is missing. */
function nearest(path: string): string {
  const folder = dirname(path)
  return folder === path || existsSync(folder) ? path : nearest(folder)
}

/** Remembers that something happened until somebody has waited for it. */
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

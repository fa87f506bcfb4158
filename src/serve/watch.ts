import { dirname, resolve } from 'node:path'
import { type FSWatcher, watch } from 'chokidar'

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
 * place of the first.
 */
export function watchFiles(): Watch {
  const wanted = new Set<string>()
  const latch = changeLatch()
  const watcher: FSWatcher = watch([], {
    depth: 0,
    ignoreInitial: true,
    atomic: false,
    ignored: (path, stats) => stats?.isFile() === true && !wanted.has(resolve(path)),
  })
  watcher.on('all', (_, path) => wanted.has(resolve(path)) && latch.set())
  // A folder that cannot be watched is one that changes unheard; the deck stays.
  watcher.on('error', () => undefined)
  return {
    on(paths) {
      const before = new Set([...wanted].map((path) => dirname(path)))
      const now = paths.map((path) => resolve(path))
      const fresh = now.filter((path) => !wanted.has(path))
      wanted.clear()
      for (const path of now) wanted.add(path)
      const folders = new Set(now.map((path) => dirname(path)))
      watcher.unwatch([...before].filter((folder) => !folders.has(folder)))
      // Named too where its folder is watched already, which has passed over it.
      watcher.add([...new Set(fresh.flatMap((path) => (before.has(dirname(path)) ? [path] : [dirname(path)])))])
    },
    changed: latch.wait,
    close: () => watcher.close(),
  }
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

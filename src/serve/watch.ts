import { existsSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { watch } from 'chokidar'

/** Watches files for changes. */
export interface FileWatcher {
  /** From now on, watches only these files, whether or not they exist. */
  setFiles(paths: readonly string[]): void
  /** Resolves when a file has changed, appeared or disappeared since the last time this resolved. */
  nextChange(): Promise<void>
  close(): Promise<void>
}

/**
 * Makes a watcher, which initially watches no files. It watches the files' folders and, in them, only those files,
 * because editors save by replacing the file. If a folder is missing, it waits for the folder to appear.
 */
export function watchFiles(): FileWatcher {
  const watchedFiles = new Set<string>()
  const folders = new Set<string>()
  const latch = changeLatch()
  const watcher = watch([], {
    depth: 0,
    // Existing files are reported, too: changes between reading and watching must not be missed.
    ignoreInitial: false,
    atomic: false,
    ignored: (path) => !watchedFiles.has(resolve(path)) && !folders.has(resolve(path)),
  })
  const onChange = (path: string) => {
    if (!watchedFiles.has(path)) return
    latch.set()
    checkAgain(path)
  }
  const checkAgain = (path: string) => {
    const fingerprint = fingerprintOf(path)
    setTimeout(() => fingerprintOf(path) === fingerprint || onChange(path), DEBOUNCE_TIME).unref()
  }
  watcher.on('all', (_, path) => onChange(resolve(path)))
  // If a folder cannot be watched, there are no live updates, but the deck is still served.
  watcher.on('error', () => undefined)
  return {
    setFiles(paths) {
      const previousFolders = new Set(folders)
      const watchedPaths = paths.map((path) => nearestPath(resolve(path)))
      const addedPaths = watchedPaths.filter((path) => !watchedFiles.has(path))
      watchedFiles.clear()
      for (const path of watchedPaths) {
        watchedFiles.add(path)
        // Folders are never unwatched, because chokidar would then ignore them forever.
        folders.add(dirname(path))
      }
      // If a file's folder is already watched, the file itself has been ignored so far and must be added.
      watcher.add([...new Set(addedPaths.map((path) => (previousFolders.has(dirname(path)) ? path : dirname(path))))])
    },
    nextChange: latch.wait,
    close: () => watcher.close(),
  }
}

/**
 * Milliseconds after which a changed file is examined again. For 50 ms after a change, chokidar reports no other change
 * to the same file, and it may miss changes while it starts watching. An editor that formats on save may save twice
 * within that time.
 */
const DEBOUNCE_TIME = 60

/** Returns a string that changes whenever the file is written. */
function fingerprintOf(path: string): string {
  try {
    const { ino, size, mtimeMs } = statSync(path)
    return `${ino} ${size} ${mtimeMs}`
  } catch {
    return 'gone'
  }
}

/** Returns the path itself, or the first missing folder on the way to it. */
function nearestPath(path: string): string {
  const folder = dirname(path)
  return folder === path || existsSync(folder) ? path : nearestPath(folder)
}

/** Makes a latch, which remembers a change until somebody waits for it. */
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

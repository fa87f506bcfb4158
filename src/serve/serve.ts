// Serves a deck while its article is edited: rebuilds it after each change and updates the open pages.

import { setTimeout } from 'node:timers/promises'
import { DECK_PAGE, type Site } from '../model/served-site.ts'
import { unlessAborted } from '../util/unless-aborted.ts'
import { listen } from './listen.ts'
import { type PageConnections, pageConnections } from './page-connections.ts'
import { type PagePieces, patchBetween, splitPage } from './page-patch.ts'
import { createSiteServer } from './server.ts'
import { watchFiles } from './watch.ts'

/** The result of a build. */
export interface BuildResult {
  /** Null if there are errors. */
  readonly site: Site | null
  /** The errors, one line each, as they are printed. */
  readonly faults: readonly string[]
  /** All messages to print. */
  readonly report: string
  /** The files that were read or looked for. A change to any of them requires another build. */
  readonly sources: readonly string[]
}

export interface ServeOptions {
  /** The first build. */
  readonly first: BuildResult & { readonly site: Site }
  /** Builds the site again. */
  readonly build: () => Promise<BuildResult>
  /** Null for the default port or the next free one. */
  readonly port: number | null
  /** Stops serving; the signal's reason is then thrown. */
  readonly signal: AbortSignal
  /** Called with the address once a browser can open it. */
  readonly onOpen: (address: string) => void
  /** Called with every build after the first, except a failed build immediately followed by another change. */
  readonly onBuild?: (built: BuildResult) => void
}

/**
 * Serves a deck on the loopback address until the signal stops it, rebuilds it whenever one of its sources changes, and
 * updates the pages that show it. If a build has errors, the last good deck stays, and speaker views list the errors.
 * @throws {NoPortError} or the signal's reason
 */
export async function serve({ first, build, port, signal, onOpen, onBuild }: ServeOptions): Promise<never> {
  const pages = pageConnections()
  const shown: { site: Site; pieces: PagePieces; faults: readonly string[] } = {
    ...withVersion(first.site),
    faults: [],
  }
  const hello = () => ({ name: 'hello', data: { version: shown.pieces.version, faults: shown.faults } }) as const
  const server = createSiteServer({ site: () => shown.site, keepOpen: (response) => pages.add(response, hello()) })
  const watch = watchFiles()
  try {
    watch.setFiles(first.sources)
    onOpen(`http://127.0.0.1:${await listen(server, port)}/`)
    for (let change = watch.nextChange(); ; ) {
      await unlessAborted(signal, change)
      change = watch.nextChange()
      const built = await unlessAborted(signal, build())
      watch.setFiles(built.sources)
      if (built.site !== null) show(pages, shown, withVersion(built.site))
      else if (!(await unlessAborted(signal, staysUnchanged(QUIET_TIME, change)))) continue
      onBuild?.(built)
      shown.faults = built.faults
      pages.send({ name: 'fault', data: built.faults })
    }
  } finally {
    pages.close()
    server.close()
    server.closeAllConnections()
    await watch.close()
  }
}

/**
 * Milliseconds without a change after which errors are reported. By then, an editor that saves in two steps is done.
 */
const QUIET_TIME = 150

async function staysUnchanged(time: number, change: Promise<void>): Promise<boolean> {
  const stop = new AbortController()
  const timer = setTimeout(time, true, { signal: stop.signal }).catch(() => false)
  const isUnchanged = await Promise.race([timer, change.then(() => false)])
  stop.abort()
  return isUnchanged
}

interface ServedState {
  site: Site
  pieces: PagePieces
}

function show(pages: PageConnections, shown: ServedState, next: ServedState): void {
  const patch = patchBetween(shown.pieces, next.pieces)
  const isSame = shown.pieces.version === next.pieces.version
  Object.assign(shown, next)
  if (isSame) return
  pages.send(patch === null ? { name: 'reload', data: next.pieces.version } : { name: 'patch', data: patch })
}

/** Adds the version of the deck's page to that page, so that an open copy knows whether it is up to date. */
function withVersion(site: Site): ServedState {
  const html = site.get(DECK_PAGE) ?? ''
  const pieces = splitPage(html)
  const marked = html.replace('</head>', `<meta name="version" content="${pieces.version}"></head>`)
  return { site: new Map([...site, [DECK_PAGE, marked]]), pieces }
}

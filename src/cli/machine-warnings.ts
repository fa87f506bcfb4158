// Prints messages about the machine, and remembers which of them need not be printed again.

import { createHash } from 'node:crypto'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { VFile } from 'vfile'
import { cacheFolder } from '../browser/cache-folder.ts'
import type { WarningHandler } from '../browser/kept-browser.ts'
import { thisMachine } from '../browser/machine.ts'
import { ensurePrivateFolder } from '../browser/private-folder.ts'
import { formatWarning } from './report.ts'

/**
 * Rule ids of messages about problems that cannot be fixed right away. These are shown once per machine, not on every
 * run.
 */
const ONCE_PER_MACHINE: readonly string[] = ['no-sandbox']

/**
 * Returns a function that prints messages about the machine, one line each. Those that it prints only once can be seen
 * again with "lectern doctor".
 */
export function warningPrinter(print: (text: string) => void): WarningHandler {
  const printed = new Set<string>()
  return (reason, rule) => {
    if (ONCE_PER_MACHINE.includes(rule) && (printed.has(rule) || wasPrinted(rule))) return
    print(formatWarning(ONCE_PER_MACHINE.includes(rule) ? `${reason} This message is shown only once.` : reason, rule))
    printed.add(rule)
    if (ONCE_PER_MACHINE.includes(rule)) void remember(rule)
  }
}

/** Rule ids of notes that are shown again only when their text changes. `check` always shows them. */
const ONCE_PER_TEXT: readonly string[] = ['pptx-fonts']

/** Returns the files without the notes that earlier runs have printed, and remembers the others as printed. */
export function withoutRepeatedNotes(files: readonly VFile[]): readonly VFile[] {
  const isRepeated = new Map<string, boolean>()
  return files.map((file) => {
    const copy = new VFile({ path: file.path })
    copy.messages = file.messages.filter(({ reason, ruleId }) => {
      if (ruleId === undefined || !ONCE_PER_TEXT.includes(ruleId)) return true
      const id = `${ruleId}-${createHash('sha256').update(reason).digest('hex').slice(0, 16)}`
      const wasSeen = isRepeated.get(id) ?? wasPrinted(id)
      isRepeated.set(id, wasSeen)
      if (!wasSeen) void remember(id)
      return !wasSeen
    })
    return copy
  })
}

function markerPath(id: string): string {
  return join(cacheFolder(thisMachine()), `printed-${id}`)
}

function wasPrinted(id: string): boolean {
  return existsSync(markerPath(id))
}

async function remember(id: string): Promise<void> {
  try {
    await ensurePrivateFolder(cacheFolder(thisMachine()))
    writeFileSync(markerPath(id), '')
  } catch {
    // If nothing can be stored, the message is printed again next time.
  }
}

// Prints messages about the machine, and keeps track of those to print only once.

import { createHash } from 'node:crypto'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { VFile } from 'vfile'
import { cacheFolder } from '../browser/cache-folder.ts'
import type { WarningHandler } from '../browser/kept-browser.ts'
import { thisMachine } from '../browser/machine.ts'
import { ensurePrivateFolder } from '../browser/private-folder.ts'
import { warningText } from './report.ts'

/**
 * Rule ids of messages about problems that cannot be fixed right away. These are shown once per machine, not on every
 * run.
 */
const SHOWN_ONCE: readonly string[] = ['no-sandbox']

/**
 * Returns a function that prints messages about the machine, a line each; "lectern doctor" repeats those shown only
 * once.
 */
export function warningPrinter(print: (text: string) => void): WarningHandler {
  const told = new Set<string>()
  return (reason, rule) => {
    if (SHOWN_ONCE.includes(rule) && (told.has(rule) || wasShown(rule))) return
    print(warningText(SHOWN_ONCE.includes(rule) ? `${reason} This message is shown only once.` : reason, rule))
    told.add(rule)
    if (SHOWN_ONCE.includes(rule)) void remember(rule)
  }
}

/**
 * Rule ids of notes about an event, a theme or its fonts, which are shown again only when their text changes. `check`
 * always shows them.
 */
const SHOWN_ONCE_EACH: readonly string[] = ['brand-contrast', 'brand-colour', 'pptx-fonts']

/** Returns the files without the notes that earlier runs have printed, and remembers the others as printed. */
export function withoutShownNotes(files: readonly VFile[]): readonly VFile[] {
  const told = new Map<string, boolean>()
  return files.map((file) => {
    const shown = new VFile({ path: file.path })
    shown.messages = file.messages.filter(({ reason, ruleId }) => {
      if (ruleId === undefined || !SHOWN_ONCE_EACH.includes(ruleId)) return true
      const mark = `${ruleId}-${createHash('sha256').update(reason).digest('hex').slice(0, 16)}`
      const before = told.get(mark) ?? wasShown(mark)
      told.set(mark, before)
      if (!before) void remember(mark)
      return !before
    })
    return shown
  })
}

function markOf(rule: string): string {
  return join(cacheFolder(thisMachine()), `told-${rule}`)
}

function wasShown(rule: string): boolean {
  return existsSync(markOf(rule))
}

async function remember(rule: string): Promise<void> {
  try {
    await ensurePrivateFolder(cacheFolder(thisMachine()))
    writeFileSync(markOf(rule), '')
  } catch {
    // If nothing can be stored, the message is printed again next time.
  }
}

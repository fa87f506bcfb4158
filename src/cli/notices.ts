// Prints messages about the machine.

import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cacheFolder } from '../browser/cache-folder.ts'
import type { Notice } from '../browser/kept-browser.ts'
import { thisMachine } from '../browser/machine.ts'
import { makePrivate } from '../browser/private-folder.ts'
import { warningText } from './report.ts'

/**
 * Rule ids of messages about problems that cannot be fixed right away. These are shown once per machine, not on every
 * run.
 */
const TOLD_ONCE: readonly string[] = ['no-sandbox']

/** Prints each message about the machine on its own line; "lectern doctor" repeats those shown only once. */
export function noticesTo(print: (text: string) => void): Notice {
  const told = new Set<string>()
  return (reason, rule) => {
    if (TOLD_ONCE.includes(rule) && (told.has(rule) || wasTold(rule))) return
    print(warningText(TOLD_ONCE.includes(rule) ? `${reason} This message is shown only once.` : reason, rule))
    told.add(rule)
    if (TOLD_ONCE.includes(rule)) void remember(rule)
  }
}

function markOf(rule: string): string {
  return join(cacheFolder(thisMachine()), `told-${rule}`)
}

function wasTold(rule: string): boolean {
  return existsSync(markOf(rule))
}

async function remember(rule: string): Promise<void> {
  try {
    await makePrivate(cacheFolder(thisMachine()))
    writeFileSync(markOf(rule), '')
  } catch {
    // If nothing can be stored, the message is printed again next time.
  }
}

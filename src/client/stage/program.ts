// Builds the script that a deck carries from the functions in this folder.

import { timer } from './clock.ts'
import { commands } from './commands.ts'
import { copySection } from './copy-section.ts'
import { finder } from './finder.ts'
import { help } from './help.ts'
import { keys } from './keys.ts'
import { live } from './live-update.ts'
import { make } from './make-element.ts'
import { overview } from './overview.ts'
import { pointer } from './pointer.ts'
import { speaker } from './speaker.ts'
import { speakerCommands } from './speaker-commands.ts'
import type { StageSettings } from './stage.ts'
import { type Scripts, start } from './start.ts'
import { syncWindows } from './sync-windows.ts'
import { toast } from './toast.ts'
import { bus } from './window-messages.ts'
import { zoom } from './zoom.ts'

const SCRIPTS: Scripts = {
  bus,
  commands,
  finder,
  help,
  keys,
  live,
  make,
  overview,
  copySection,
  pointer,
  speaker,
  speakerCommands,
  timer,
  toast,
  syncWindows,
  zoom,
}

/**
 * Writes the script that starts a deck in its page, where `Reveal` is already loaded. It contains each function as
 * text.
 */
export function stageProgram(settings: StageSettings): string {
  const scripts = Object.entries(SCRIPTS).map(([name, script]) => `${name}:${script}`)
  return `(${start})({${scripts.join(',\n')}},Reveal,${JSON.stringify(settings)})`
}

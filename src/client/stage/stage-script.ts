// Assembles the script of a deck from the functions in this folder.

import { connectAddress } from './address.ts'
import { createClosedNotice } from './closed-notice.ts'
import { deckCommands } from './deck-commands.ts'
import { createFinder } from './finder.ts'
import { createHelp } from './help.ts'
import { listenForKeys } from './listen-for-keys.ts'
import { followServer } from './live-update.ts'
import { make } from './make-element.ts'
import { createMediaPlayer } from './media.ts'
import { createOverview } from './overview.ts'
import { showStepsOnPhones } from './phone-steps.ts'
import { createPointer } from './pointer.ts'
import { createSlidePreview } from './slide-preview.ts'
import { speakerCommands } from './speaker-commands.ts'
import { showSpeakerView } from './speaker-view.ts'
import type { StageSettings } from './stage.ts'
import { type ScriptFunctions, start } from './start.ts'
import { syncWindows } from './sync-windows.ts'
import { createTimer } from './timer.ts'
import { createToast } from './toast.ts'
import { connectWindows } from './window-messages.ts'
import { createZoom } from './zoom.ts'

const FUNCTIONS: ScriptFunctions = {
  connectAddress,
  connectWindows,
  createClosedNotice,
  deckCommands,
  createFinder,
  createHelp,
  listenForKeys,
  followServer,
  make,
  createMediaPlayer,
  createOverview,
  createSlidePreview,
  createPointer,
  showStepsOnPhones,
  showSpeakerView,
  speakerCommands,
  createTimer,
  createToast,
  syncWindows,
  createZoom,
}

/**
 * Writes the script that starts a deck in its page, where `Reveal` is already loaded. It contains each function as
 * text.
 */
export function stageScript(settings: StageSettings): string {
  const entries = Object.entries(FUNCTIONS).map(([name, text]) => `${name}:${text}`)
  return `(${start})({${entries.join(',\n')}},Reveal,${JSON.stringify(settings)})`
}

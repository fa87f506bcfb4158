import { timer } from './clock.ts'
import { commands } from './commands.ts'
import { picture } from './copy-section.ts'
import { finder } from './finder.ts'
import { help } from './help.ts'
import { together } from './keep-in-step.ts'
import { keys } from './keys.ts'
import { live } from './live.ts'
import { make } from './make-element.ts'
import { overview } from './overview.ts'
import { pointer } from './pointer.ts'
import { speaker } from './speaker.ts'
import { speakerCommands } from './speaker-commands.ts'
import type { StageSettings } from './stage.ts'
import { type Scripts, start } from './start.ts'
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
  picture,
  pointer,
  speaker,
  speakerCommands,
  timer,
  toast,
  together,
  zoom,
}

/** The script that starts a deck in its page, where `Reveal` is already loaded. Each function is included as source text. */
export function stageProgram(settings: StageSettings): string {
  const scripts = Object.entries(SCRIPTS).map(([name, script]) => `${name}:${script}`)
  return `(${start})({${scripts.join(',\n')}},Reveal,${JSON.stringify(settings)})`
}

// Starts a deck in its page: connects reveal.js, keys, dialogs, pointer, clock and the other windows.

/// <reference lib="dom" />
import { withHelpers } from '../with-helpers.ts'
import type { timer } from './clock.ts'
import type { commands } from './commands.ts'
import type { copySection } from './copy-section.ts'
import type { finder } from './finder.ts'
import type { help } from './help.ts'
import type { keys } from './keys.ts'
import type { live } from './live-update.ts'
import type { make } from './make-element.ts'
import type { overview } from './overview.ts'
import type { pointer } from './pointer.ts'
import type { speaker } from './speaker.ts'
import type { SpeakerTools, speakerCommands } from './speaker-commands.ts'
import type { Command, Stage, StageDeck, StageSettings } from './stage.ts'
import type { syncWindows } from './sync-windows.ts'
import type { toast } from './toast.ts'
import type { Bus, bus } from './window-messages.ts'
import type { zoom } from './zoom.ts'

/** The scripts of the page by name; each closes over nothing. */
export interface Scripts {
  readonly bus: typeof bus
  readonly commands: typeof commands
  readonly finder: typeof finder
  readonly help: typeof help
  readonly keys: typeof keys
  readonly live: typeof live
  readonly make: typeof make
  readonly overview: typeof overview
  readonly copySection: typeof copySection
  readonly pointer: typeof pointer
  readonly speaker: typeof speaker
  readonly speakerCommands: typeof speakerCommands
  readonly timer: typeof timer
  readonly toast: typeof toast
  readonly syncWindows: typeof syncWindows
  readonly zoom: typeof zoom
}

/** Starts the deck, or its speaker's view if the address has `?speaker`. Runs in the page. */
export const start = withHelpers(startDeck, [beginTalk, goTo, stageKeys, speakerKeys])

function startDeck(scripts: Scripts, reveal: StageDeck, settings: StageSettings): void {
  const isSpeaker = new URLSearchParams(location.search).has('speaker')
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches
  const still = { transition: 'none', backgroundTransition: 'none', autoAnimate: false } as const
  const boxed = { embedded: true, scrollActivationWidth: null, transition: 'none' } as const
  // On a phone, the scroll view starts at the first slide and writes that into the address before reading it.
  const asked = location.hash
  const { make, copySection, toast } = scripts
  reveal
    .initialize({ ...settings.reveal, ...(isStill && still), ...(isSpeaker && boxed) })
    .then(() =>
      beginTalk({ deck: reveal, settings, make, copySection, showMessage: toast(make) }, scripts, { isSpeaker, asked }),
    )
}

interface OpenedPage {
  readonly isSpeaker: boolean
  /** The hash of the address that was opened, which names a slide; empty if there was none. */
  readonly asked: string
}

function beginTalk(stage: Stage, scripts: Scripts, { isSpeaker, asked }: OpenedPage): void {
  const { deck, settings } = stage
  const find = scripts.finder(stage)
  // Screen readers do not read text inside role="application" (reveal.js#3772).
  deck.getRevealElement()?.removeAttribute('role')
  if (deck.isScrollView() && asked !== '') goTo(asked)
  const clock = scripts.timer()
  const view = isSpeaker ? scripts.speaker(stage, clock) : null
  const shared = scripts.syncWindows(stage, {
    bus: () => bus,
    clock: () => clock.state(),
    takeClock: (other) => clock.take(other),
  })
  const bus = scripts.bus({
    from: isSpeaker ? 'speaker' : 'deck',
    follows: settings.events !== null,
    heard: (other) => shared.receive(other),
  })
  const changed = () => {
    // The timer starts with the talk; once stopped, it stays stopped.
    if (isSpeaker && deck.getIndices().h > 0 && clock.seconds() === 0) clock.start()
    view?.show()
    shared.send()
  }
  for (const event of ['slidechanged', 'fragmentshown', 'fragmenthidden']) deck.on(event, changed)
  const keys =
    view === null
      ? stageKeys(stage, scripts, { bus, find })
      : speakerKeys(stage, scripts, { view, find, timer: clock, changed: shared.send })
  scripts.keys(keys)
  if (settings.events !== null) scripts.live(stage, settings.events, changed)
  view?.show()
  bus.say(null)
}

/**
 * Goes to a slide in the scroll view, and a little further, because its position would be rounded down to the slide
 * before it.
 */
function goTo(hash: string): void {
  const NUDGE = 2
  const nudge = () => document.querySelector('.reveal-viewport')?.scrollBy(0, NUDGE)
  addEventListener('hashchange', nudge, { once: true })
  location.replace(hash)
}

function stageKeys(
  stage: Stage,
  scripts: Scripts,
  { bus, find }: { readonly bus: Bus; readonly find: () => void },
): readonly Command[] {
  const openSpeaker = () => {
    if (!bus.openSpeaker(location.hash))
      stage.showMessage('The browser blocked the window. Allow windows for this page.')
  }
  const list = scripts.commands({
    deck: stage.deck,
    pointer: scripts.pointer(stage),
    zoom: scripts.zoom(stage),
    find,
    all: scripts.overview(stage),
    openSpeaker,
    help: () => openHelp(),
  })
  const openHelp = scripts.help(stage.make, list)
  return list
}

function speakerKeys(stage: Stage, scripts: Scripts, tools: Omit<SpeakerTools, 'deck' | 'help'>): readonly Command[] {
  const list = scripts.speakerCommands({ ...tools, deck: stage.deck, help: () => openHelp() })
  const openHelp = scripts.help(stage.make, list)
  return list
}

/// <reference lib="dom" />
import type { bus } from './bus.ts'
import type { timer } from './clock.ts'
import type { commands } from './commands.ts'
import type { finder } from './finder.ts'
import type { help } from './help.ts'
import type { keys } from './keys.ts'
import type { live } from './live.ts'
import type { make } from './make.ts'
import type { overview } from './overview.ts'
import type { picture } from './picture.ts'
import type { pointer } from './pointer.ts'
import type { Speaker, speaker } from './speaker.ts'
import type { speakerCommands } from './speaker-commands.ts'
import type { Stage, StageDeck, StageSettings } from './stage.ts'
import type { toast } from './toast.ts'
import type { together } from './together.ts'
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
  readonly picture: typeof picture
  readonly pointer: typeof pointer
  readonly speaker: typeof speaker
  readonly speakerCommands: typeof speakerCommands
  readonly timer: typeof timer
  readonly toast: typeof toast
  readonly together: typeof together
  readonly zoom: typeof zoom
}

/** Starts the deck, or with `?speaker` in the address the speaker's view of it. Runs in the page and closes over nothing. */
export function start(scripts: Scripts, reveal: StageDeck, settings: StageSettings): void {
  const isSpeaker = new URLSearchParams(location.search).has('speaker')
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches
  const still = { transition: 'none', backgroundTransition: 'none', autoAnimate: false } as const
  const boxed = { embedded: true, scrollActivationWidth: null, transition: 'none' } as const
  // The scroll view on a phone begins at the first slide and writes that into the address before it reads it.
  const asked = location.hash
  const NUDGE = 2
  reveal.initialize({ ...settings.reveal, ...(isStill && still), ...(isSpeaker && boxed) }).then(() =>
    begin({
      deck: reveal,
      settings,
      make: scripts.make,
      picture: scripts.picture,
      tell: scripts.toast(scripts.make),
    }),
  )

  function begin(stage: Stage) {
    const { deck, make, tell } = stage
    const find = scripts.finder(stage)
    // Screen readers do not read text inside role="application" (reveal.js#3772).
    deck.getRevealElement()?.removeAttribute('role')
    if (deck.isScrollView() && asked !== '') {
      // A scroll position is rounded down, into the slide before.
      const nudge = () => document.querySelector('.reveal-viewport')?.scrollBy(0, NUDGE)
      addEventListener('hashchange', nudge, { once: true })
      location.replace(asked)
    }
    const clock = scripts.timer()
    const view = isSpeaker ? scripts.speaker(stage, clock) : null
    const shared = scripts.together(stage, {
      bus: () => bus,
      clock: () => clock.state(),
      takeClock: (other) => clock.take(other),
    })
    const bus = scripts.bus({
      from: isSpeaker ? 'speaker' : 'deck',
      follows: settings.events !== null,
      heard: (other) => shared.heard(other),
    })
    const changed = () => {
      // The timer starts with the talk; once stopped it stays stopped.
      if (isSpeaker && deck.getIndices().h > 0 && clock.seconds() === 0) clock.start()
      view?.show()
      shared.tell()
    }
    for (const event of ['slidechanged', 'fragmentshown', 'fragmenthidden']) deck.on(event, changed)
    scripts.keys(view === null ? stageKeys() : speakerKeys(view))
    if (settings.events !== null) scripts.live(stage, settings.events, changed)
    view?.show()
    bus.say(null)

    function stageKeys() {
      const openSpeaker = () => {
        if (!bus.openSpeaker(location.hash)) tell('The browser blocked the window. Allow windows for this page.')
      }
      const tools = {
        deck,
        pointer: scripts.pointer(stage),
        zoom: scripts.zoom(stage),
        find,
        all: scripts.overview(stage),
        openSpeaker,
      }
      const list = scripts.commands({ ...tools, help: () => openHelp() })
      const openHelp = scripts.help(make, list)
      return list
    }
    function speakerKeys(view: Speaker) {
      const tools = { deck, timer: clock, view, find, changed: shared.tell }
      const list = scripts.speakerCommands({ ...tools, help: () => openHelp() })
      const openHelp = scripts.help(make, list)
      return list
    }
  }
}

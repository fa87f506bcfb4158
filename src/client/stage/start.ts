// Starts a deck in its page: connects reveal.js, keys, dialogs, pointer, timer and the other windows.

/// <reference lib="dom" />
import { pageFunction } from '../page-function.ts'
import type { Address, connectAddress } from './address.ts'
import type { createClosedNotice } from './closed-notice.ts'
import type { deckCommands, StageTools } from './deck-commands.ts'
import type { createFinder } from './finder.ts'
import type { createHelp } from './help.ts'
import type { listenForKeys } from './listen-for-keys.ts'
import type { followServer } from './live-update.ts'
import type { make } from './make-element.ts'
import type { createMediaPlayer } from './media.ts'
import type { createOverview } from './overview.ts'
import type { showStepsOnPhones } from './phone-steps.ts'
import type { createPointer } from './pointer.ts'
import type { createSlidePreview } from './slide-preview.ts'
import type { SpeakerTools, speakerCommands } from './speaker-commands.ts'
import type { showSpeakerView } from './speaker-view.ts'
import type { Command, Stage, StageDeck, StageSettings } from './stage.ts'
import type { syncWindows } from './sync-windows.ts'
import type { createTimer } from './timer.ts'
import type { createToast } from './toast.ts'
import type { Bus, connectWindows } from './window-messages.ts'
import type { createZoom } from './zoom.ts'

/** The functions of the page's script, keyed by name; each closes over nothing. */
export interface ScriptFunctions {
  readonly connectAddress: typeof connectAddress
  readonly connectWindows: typeof connectWindows
  readonly createClosedNotice: typeof createClosedNotice
  readonly deckCommands: typeof deckCommands
  readonly createFinder: typeof createFinder
  readonly createHelp: typeof createHelp
  readonly listenForKeys: typeof listenForKeys
  readonly followServer: typeof followServer
  readonly make: typeof make
  readonly createMediaPlayer: typeof createMediaPlayer
  readonly createOverview: typeof createOverview
  readonly createSlidePreview: typeof createSlidePreview
  readonly createPointer: typeof createPointer
  readonly showStepsOnPhones: typeof showStepsOnPhones
  readonly showSpeakerView: typeof showSpeakerView
  readonly speakerCommands: typeof speakerCommands
  readonly createTimer: typeof createTimer
  readonly createToast: typeof createToast
  readonly syncWindows: typeof syncWindows
  readonly createZoom: typeof createZoom
}

/** Starts the deck, or its speaker view if the address has `?speaker`. Runs in the page. */
export const start = pageFunction(startDeck, [beginTalk, deckKeys, speakerKeys])

function startDeck(functions: ScriptFunctions, reveal: StageDeck, settings: StageSettings): void {
  const isSpeaker = new URLSearchParams(location.search).has('speaker')
  const prefersReducedMotion = matchMedia('(prefers-reduced-motion: reduce)').matches
  const reducedMotion = { transition: 'none', backgroundTransition: 'none', autoAnimate: false } as const
  const embedded = { embedded: true, scrollActivationWidth: null, transition: 'none' } as const
  const address = functions.connectAddress(reveal)
  if (!isSpeaker) functions.showStepsOnPhones(reveal, settings.phoneWidth)
  const { make, createSlidePreview, createToast } = functions
  reveal
    .initialize({
      ...settings.reveal,
      scrollActivationWidth: settings.phoneWidth,
      ...(prefersReducedMotion && reducedMotion),
      ...(isSpeaker && embedded),
    })
    .then(() =>
      beginTalk({ deck: reveal, settings, make, createSlidePreview, showMessage: createToast(make) }, functions, {
        isSpeaker,
        address,
      }),
    )
}

interface OpenedPage {
  readonly isSpeaker: boolean
  readonly address: Address
}

function beginTalk(stage: Stage, functions: ScriptFunctions, { isSpeaker, address }: OpenedPage): void {
  const { deck, settings } = stage
  const openFinder = functions.createFinder(stage)
  // Screen readers do not read text inside role="application" (reveal.js#3772).
  deck.getRevealElement()?.removeAttribute('role')
  address.open()
  // A browser loads a font when text in it is first shown, which is too late for printing.
  document.fonts.ready.then(() => document.fonts.forEach((face) => void face.load()))
  const timer = functions.createTimer()
  const view = isSpeaker ? functions.showSpeakerView(stage, timer) : null
  const media = functions.createMediaPlayer(stage, {
    isSilent: isSpeaker,
    onToggle: (isPlaying) => sync.sendPlayState(isPlaying),
  })
  const sync = functions.syncWindows(stage, {
    bus: () => bus,
    timer: () => timer.state(),
    adoptTimer: (other) => timer.adopt(other),
    play: media.follow,
  })
  const bus = functions.connectWindows({
    from: isSpeaker ? 'speaker' : 'deck',
    followsDecks: settings.events !== null,
    onMessage: (other) => sync.receive(other),
    onPeerFound: () => sync.join(),
    onPresence: functions.createClosedNotice(stage.make),
  })
  const onChange = () => {
    // The timer starts with the talk; once stopped, it stays stopped.
    if (isSpeaker && deck.getIndices().h > 0 && timer.seconds() === 0) timer.start()
    address.write()
    view?.show()
    sync.send()
  }
  for (const event of ['slidechanged', 'fragmentshown', 'fragmenthidden']) deck.on(event, onChange)
  const keys =
    view === null
      ? deckKeys(stage, functions, { bus, media, openFinder })
      : speakerKeys(stage, functions, { view, media, openFinder, timer, onChange: sync.send })
  functions.listenForKeys(keys)
  if (settings.events !== null)
    functions.followServer(stage, { address: settings.events, showsFaults: isSpeaker, onPatch: onChange })
  view?.show()
  bus.send(null)
}

function deckKeys(
  stage: Stage,
  functions: ScriptFunctions,
  { bus, media, openFinder }: Pick<StageTools, 'media' | 'openFinder'> & { readonly bus: Bus },
): readonly Command[] {
  const openSpeaker = () => {
    if (!bus.openSpeaker(location.hash))
      stage.showMessage('The browser blocked the speaker view. Allow pop-ups for this page.')
  }
  const commands = functions.deckCommands({
    deck: stage.deck,
    media,
    pointer: functions.createPointer(stage),
    zoom: functions.createZoom(stage),
    openFinder,
    openOverview: functions.createOverview(stage),
    openSpeaker,
    openHelp: () => openHelp(),
  })
  const openHelp = functions.createHelp(stage.make, commands)
  return commands
}

function speakerKeys(
  stage: Stage,
  functions: ScriptFunctions,
  tools: Omit<SpeakerTools, 'deck' | 'showMessage' | 'openHelp'>,
): readonly Command[] {
  const commands = functions.speakerCommands({
    ...tools,
    deck: stage.deck,
    showMessage: stage.showMessage,
    openHelp: () => openHelp(),
  })
  const openHelp = functions.createHelp(stage.make, commands)
  return commands
}

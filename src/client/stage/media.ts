// Plays the videos and sounds of slides by a key.

/// <reference lib="dom" />
import type { Stage } from './stage.ts'

/** Plays the video or sound of the current slide. */
export interface MediaPlayer {
  /** Whether the slide has a video or sound that Enter plays: not if Enter would activate what has the focus. */
  readonly isReady: () => boolean
  readonly toggle: () => void
  /** Plays or stops it as another window does. */
  readonly follow: (plays: boolean) => void
}

export interface MediaOptions {
  /** Whether this window makes no sound: that of the speaker, beside the audience's. */
  readonly isSilent: boolean
  /** Called when the user plays or stops the video or sound by a key in this window. */
  readonly onToggle: (plays: boolean) => void
}

/** Makes the player of a window. Runs in the page and closes over nothing. */
export function createMediaPlayer({ deck, showMessage }: Stage, { isSilent, onToggle }: MediaOptions): MediaPlayer {
  const current = () => deck.getCurrentSlide().querySelector<HTMLMediaElement>('video, audio')
  const setPlaying = (plays: boolean) => {
    const media = current()
    if (media === null || media.paused !== plays) return
    if (!plays) return media.pause()
    if (isSilent) media.muted = true
    // A page may make a sound only after the user has done something in it.
    media.play().catch(() => showMessage('The browser blocked the sound. Click on this window and try again.'))
  }
  return {
    isReady() {
      const [media, focused] = [current(), document.activeElement]
      return media !== null && (focused === media || focused?.matches('a, button, summary, video, audio') !== true)
    },
    toggle() {
      const plays = current()?.paused === true
      setPlaying(plays)
      onToggle(plays)
    },
    follow: setPlaying,
  }
}

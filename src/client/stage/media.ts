// Plays the video or sound of a slide when a key is pressed.

/// <reference lib="dom" />
import type { Stage } from './stage.ts'

/** Plays the video or sound of the current slide. */
export interface MediaPlayer {
  /**
   * Whether Enter plays a video or sound on the slide. It does not if there is none, or if Enter would activate the
   * focused element.
   */
  readonly isReady: () => boolean
  readonly toggle: () => void
  /** Plays or stops it to match another window. */
  readonly follow: (plays: boolean) => void
}

export interface MediaOptions {
  /** Whether this window is muted: the speaker's is, because the audience's plays the sound. */
  readonly isSilent: boolean
  /** Called when the user presses a key in this window to play or stop the video or sound. */
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

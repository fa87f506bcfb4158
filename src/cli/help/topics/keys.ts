/** The text of `lectern help keys`. */
export const KEYS_TOPIC = `
Keyboard shortcuts for presenting ("?" lists them too)

  → Space PageDown, ← PageUp   next step or slide, previous step or slide
  S                            the speaker view: notes, next slide, clock, pace
  G                            go to a slide by its number or by words on it
  O                            all slides at once
  F or F5, B or .              full screen, black screen
  L, D, C                      laser pointer, pen, clear the drawing
  Shift and the arrows         move pointer or pen without a mouse
  + - 0                        zoom in, zoom out, show the whole slide

In the speaker view, + and - resize the notes, T starts or stops the timer,
R resets it, and R again undoes the reset.
A presenter remote works too.

Examples:
  lectern present talk.txt
  lectern present talk.txt --speaker --port 8080
`

/// <reference lib="dom" />

/**
 * Returns the letters that no font can draw: they look the same as a character that no font has. Runs in the page and
 * closes over nothing.
 */
export function undrawnLetters(letters: readonly string[]): readonly string[] {
  const family = getComputedStyle(document.querySelector('.slide') ?? document.body).fontFamily
  const pictureOf = (letter: string) => {
    const canvas = document.createElement('canvas')
    canvas.width = canvas.height = 48
    const context = canvas.getContext('2d')
    if (context === null) return letter
    context.font = `36px ${family}, sans-serif`
    context.fillText(letter, 4, 40)
    return canvas.toDataURL()
  }
  const none = pictureOf('\u{10FFFD}')
  return letters.filter((letter) => pictureOf(letter) === none)
}

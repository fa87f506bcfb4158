/// <reference lib="dom" />

/**
 * Lists the characters that no installed font can draw: they look the same as a character that no font has. Runs in the
 * page and closes over nothing.
 */
export function findUnsupportedCharacters(characters: readonly string[]): readonly string[] {
  const family = getComputedStyle(document.querySelector('.slide') ?? document.body).fontFamily
  const pictureOf = (character: string) => {
    const canvas = document.createElement('canvas')
    canvas.width = canvas.height = 48
    const context = canvas.getContext('2d')
    if (context === null) return character
    context.font = `36px ${family}, sans-serif`
    context.fillText(character, 4, 40)
    return canvas.toDataURL()
  }
  const placeholder = pictureOf('\u{10FFFD}')
  return characters.filter((character) => pictureOf(character) === placeholder)
}

// Reads the runs of text on a rendered page, their colours and the colours behind them, for contrast checks. These
// functions run in the page and close over nothing.

/** A run of text on its slide. */
export interface ContrastText {
  /** The index of the slide. */
  readonly slide: number
  /** `#rrggbb` */
  readonly ink: string
  /** The combined opacity of the text and its ancestors, from 0 to 1. */
  readonly opacity: number
  /** In CSS px. */
  readonly size: number
  readonly weight: number
  /** The boxes of its lines, relative to the slide's corner, in CSS px. */
  readonly boxes: readonly (readonly [x: number, y: number, width: number, height: number])[]
}

/** Lists every visible run of text on the slides, in order. */
export function readTexts(): ContrastText[] {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 1
  const pixel = canvas.getContext('2d', { willReadFrequently: true })
  /**
   * A computed colour can be in any notation, such as `color(srgb …)` from `color-mix()`, so it is painted and read
   * back.
   */
  const inkOf = (colour: string) => {
    if (pixel === null) return { ink: '#000000', alpha: 1 }
    pixel.clearRect(0, 0, 1, 1)
    pixel.fillStyle = colour
    pixel.fillRect(0, 0, 1, 1)
    const [red = 0, green = 0, blue = 0, alpha = 0] = pixel.getImageData(0, 0, 1, 1).data
    const ink = `#${[red, green, blue].map((value) => value.toString(16).padStart(2, '0')).join('')}`
    return { ink, alpha: alpha / 255 }
  }
  const opacityWithin = (slide: Element, element: Element | null): number =>
    element === null || !slide.contains(element)
      ? 1
      : Number(getComputedStyle(element).opacity) * opacityWithin(slide, element.parentElement)
  const texts: ContrastText[] = []
  for (const [slide, element] of [...document.querySelectorAll('.slide')].entries()) {
    const { left, top } = element.getBoundingClientRect()
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement
      if (parent === null || node.textContent?.trim() === '') continue
      const { color, fontSize, fontWeight, visibility } = getComputedStyle(parent)
      const range = document.createRange()
      range.selectNodeContents(node)
      const boxes = [...range.getClientRects()]
        .filter(({ width, height }) => width > 1 && height > 1)
        .map(({ x, y, width, height }) => [x - left, y - top, width, height] as const)
      if (visibility === 'hidden' || boxes.length === 0) continue
      const { ink, alpha } = inkOf(color)
      const opacity = alpha * opacityWithin(element, parent)
      texts.push({ slide, ink, opacity, size: Number.parseFloat(fontSize), weight: Number(fontWeight), boxes })
    }
  }
  return texts
}

/** Makes all text transparent, so that a screenshot of the page shows what is behind the text. */
export function hideText(): void {
  const style = document.createElement('style')
  style.id = 'hidden-text'
  style.textContent =
    '.slide, .slide * { color: transparent !important; -webkit-text-fill-color: transparent !important }'
  document.head.append(style)
}

/** Shows the text again, because the next document may have the same head. */
export function showText(): void {
  document.getElementById('hidden-text')?.remove()
}

/**
 * Finds the background of each run from two screenshots of its slide, with and without text, as base64-encoded PNGs:
 * the colour behind the letters that contrasts least with them, ignoring a few stray pixels; and the colour in which the
 * letters appear on it. Null for a run that changes no pixel.
 */
export async function readBackgrounds(
  withText: string,
  withoutText: string,
  texts: readonly ContrastText[],
): Promise<({ readonly ink: string; readonly background: string; readonly ratio: number } | null)[]> {
  /** The fraction of pixels that are ignored as strays. */
  const STRAY_PIXELS = 0.02
  const draw = async (png: string) => {
    const image = new Image()
    image.src = `data:image/png;base64,${png}`
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = image.width
    canvas.height = image.height
    const context = canvas.getContext('2d', { willReadFrequently: true })
    context?.drawImage(image, 0, 0)
    return (box: ContrastText['boxes'][number]) => {
      const [x, y, width, height] = box.map(Math.round)
      return context?.getImageData(x ?? 0, y ?? 0, Math.max(1, width ?? 1), Math.max(1, height ?? 1)).data ?? []
    }
  }
  const colourAt = (pixels: ArrayLike<number>, offset: number) =>
    ((pixels[offset] ?? 0) << 16) | ((pixels[offset + 1] ?? 0) << 8) | (pixels[offset + 2] ?? 0)
  const [pixelsWithText, pixelsWithoutText] = [await draw(withText), await draw(withoutText)]
  const linear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
  const luminance = (colour: number) =>
    0.2126 * linear((colour >> 16) / 255) +
    0.7152 * linear(((colour >> 8) & 255) / 255) +
    0.0722 * linear((colour & 255) / 255)
  const ratio = (one: number, other: number) => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
  const blend = (ink: number, background: number, opacity: number) =>
    [16, 8, 0].reduce((colour, shift) => {
      const channel = ((ink >> shift) & 255) * opacity + ((background >> shift) & 255) * (1 - opacity)
      return colour | (Math.round(channel) << shift)
    }, 0)
  const hex = (colour: number) => `#${colour.toString(16).padStart(6, '0')}`
  return texts.map(({ ink, opacity, boxes }) => {
    const counts = new Map<number, number>()
    for (const box of boxes) {
      const [shown, hidden] = [pixelsWithText(box), pixelsWithoutText(box)]
      for (let offset = 0; offset < hidden.length; offset += 4) {
        const colour = colourAt(hidden, offset)
        if (colour === colourAt(shown, offset) || hidden[offset + 3] === 0) continue
        counts.set(colour, (counts.get(colour) ?? 0) + 1)
      }
    }
    const rated = [...counts].map(([colour, count]) => {
      const seen = blend(Number.parseInt(ink.slice(1), 16), colour, opacity)
      return { seen, colour, count, ratio: ratio(luminance(seen), luminance(colour)) }
    })
    rated.sort((one, other) => one.ratio - other.ratio)
    const maxStray = STRAY_PIXELS * rated.reduce((sum, { count }) => sum + count, 0)
    let passed = 0
    const worst = rated.find(({ count }) => {
      passed += count
      return passed > maxStray
    })
    return worst === undefined ? null : { ink: hex(worst.seen), background: hex(worst.colour), ratio: worst.ratio }
  })
}

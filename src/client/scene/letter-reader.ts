// Reads the appearance of letters from computed styles.

/// <reference lib="dom" />
import { pageFunction } from '../page-function.ts'
import type { TextRun } from './scene.ts'

/** Makes a letter reader. Runs in the page. */
export const createLetterReader = pageFunction(createReader, [isDecorated])

export type LetterReader = ReturnType<typeof createReader>

/** The position of a run in the document. */
export interface RunPosition {
  readonly element: Element
  /** The block that contains the run. */
  readonly host: Element
  readonly shift: TextRun['shift']
}

function createReader() {
  const canvas = document.createElement('canvas')
  // The canvas must be in the page, so that generic families such as sans-serif are the fonts for the page's language.
  canvas.hidden = true
  document.body.append(canvas)
  canvas.width = canvas.height = 1
  const context = canvas.getContext('2d', { willReadFrequently: true })
  const colours = new Map<string, string>()
  const ascents = new Map<string, number>()
  const colour = (css: string): string => {
    const cached = colours.get(css)
    if (cached !== undefined || context === null) return cached ?? '#000000'
    context.clearRect(0, 0, 1, 1)
    context.fillStyle = css
    context.fillRect(0, 0, 1, 1)
    const [r = 0, g = 0, b = 0, a = 255] = context.getImageData(0, 0, 1, 1).data
    const hex = [r, g, b, ...(a < 255 ? [a] : [])].map((value) => value.toString(16).padStart(2, '0')).join('')
    colours.set(css, `#${hex}`)
    return `#${hex}`
  }
  return {
    /** Makes a run of text in the style of an element. */
    run(text: string, { element, host, shift }: RunPosition): TextRun {
      const style = getComputedStyle(element)
      return {
        text,
        families: style.fontFamily.split(',').map((family) => family.trim().replace(/^["']|["']$/g, '')),
        size: Number.parseFloat(style.fontSize),
        weight: Number(style.fontWeight),
        isItalic: style.fontStyle !== 'normal',
        isUnderlined: isDecorated(element, host, 'underline'),
        isStruck: isDecorated(element, host, 'line-through'),
        colour: colour(style.color),
        tracking: Number.parseFloat(style.letterSpacing) || 0,
        shift,
        link: element.closest('a')?.getAttribute('href') ?? null,
      }
    },
    /** Returns how far the letters of an element may extend above their baseline, in px. */
    ascent(element: Element): number {
      const { fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(element)
      const font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`
      const cached = ascents.get(font)
      if (cached !== undefined || context === null) return cached ?? 0
      context.font = font
      const ascent = context.measureText('x').fontBoundingBoxAscent
      ascents.set(font, ascent)
      return ascent
    },
    /** Returns the width of a run in px. Superscripts and subscripts are two thirds as large. */
    width({ text, families, size, weight, isItalic, shift }: TextRun): number {
      if (context === null) return 0
      const fontStack = families.map((family) => (/[^\w-]/.test(family) ? `"${family}"` : family)).join(', ')
      context.font = `${isItalic ? 'italic' : 'normal'} ${weight} ${shift === null ? size : size * 0.66}px ${fontStack}`
      return context.measureText(text).width
    },
    remove: () => canvas.remove(),
  }
}

/**
 * Whether a line, such as an underline, decorates the words of an element through its own style or an ancestor's, up to
 * its host.
 */
function isDecorated(element: Element, host: Element, line: string): boolean {
  for (
    let ancestor: Element | null = element;
    ancestor !== null && ancestor !== host.parentElement;
    ancestor = ancestor.parentElement
  )
    if (getComputedStyle(ancestor).textDecorationLine.includes(line)) return true
  return false
}

/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { withHelpers } from '../with-helpers.ts'
import type { Figure, Rect } from './scene.ts'

/** Measures the pictures on each slide of the print page shown, in document order. Runs in the page. */
export const measurePictures = withHelpers(picturesOnPage, [
  figuresIn,
  imageFigure,
  logoFigure,
  drawnFigure,
  formulaFigure,
  uncroppedFigure,
  cropOf,
  rectWithin,
  px,
])

function picturesOnPage(): Figure[][] {
  return [...document.querySelectorAll<HTMLElement>('section.page .slide')].map((slide) =>
    [...slide.children].flatMap((child) => figuresIn(child, slide)),
  )
}

function figuresIn(element: Element, slide: HTMLElement): Figure[] {
  const style = getComputedStyle(element)
  if (style.display === 'none') return []
  if (element instanceof HTMLImageElement) return [imageFigure(element, style, slide)]
  const isHidden = style.visibility === 'hidden'
  if (element.matches('.event-logo')) return isHidden ? [] : logoFigure(element, style, slide)
  if (element.matches('svg, .formula')) return isHidden ? [] : [drawnFigure(element, slide)]
  if (element.matches('.inline-formula')) return formulaFigure(element, slide)
  // Formulas that are text are measured elsewhere.
  if (element.matches('.katex, .unseen')) return []
  return [...element.children].flatMap((child) => figuresIn(child, slide))
}

function imageFigure(image: HTMLImageElement, style: CSSStyleDeclaration, slide: HTMLElement): Figure {
  const { rect, crop } = cropOf(image, rectWithin(slide, image.getBoundingClientRect()), style)
  const source = String([...slide.querySelectorAll('img')].indexOf(image))
  return { rect, crop, shows: 'image', source, alt: image.alt, radius: px(style.borderTopLeftRadius) }
}

function logoFigure(logo: Element, style: CSSStyleDeclaration, slide: HTMLElement): Figure[] {
  const box = logo.getBoundingClientRect()
  const pad = px(style.paddingTop)
  const rect = rectWithin(slide, new DOMRect(box.left + pad, box.top + pad, box.width - 2 * pad, box.height - 2 * pad))
  if (!(rect.width > 0)) return []
  const source = `${logo.className} ${logo.getAttribute('data-version') ?? ''}`
  const alt = logo.closest('[aria-label]')?.getAttribute('aria-label') ?? ''
  return [uncroppedFigure('logo', rect, alt, source)]
}

/** Describes a drawing, or a formula on lines of its own. */
function drawnFigure(element: Element, slide: HTMLElement): Figure {
  const label = element.closest('[aria-label]')?.getAttribute('aria-label')
  const alt = label ?? element.querySelector('title')?.textContent ?? ''
  if (!element.matches('.formula'))
    return uncroppedFigure('drawing', rectWithin(slide, element.getBoundingClientRect()), alt)
  const range = document.createRange()
  range.selectNodeContents(element.querySelector('.katex-html, .katex') ?? element)
  const { x, y, width, height } = rectWithin(slide, range.getBoundingClientRect())
  return uncroppedFigure('drawing', { x: x - 4, y: y - 4, width: width + 8, height: height + 8 }, alt)
}

/** Describes an inline formula as a picture if it fills its paragraph and cannot be written as letters. */
function formulaFigure(formula: Element, slide: HTMLElement): Figure[] {
  const DRAWN = '.frac-line, .sqrt, svg, .op-limits, .delimsizing, .mtable, .accent, .vlist-t .vlist-t'
  const isDrawn = formula.querySelector(DRAWN) !== null
  if (!isDrawn || formula.parentElement?.textContent !== formula.textContent) return []
  const parts = [...formula.querySelectorAll('.base')].map((base) => base.getBoundingClientRect())
  const [left, top] = [Math.min(...parts.map((part) => part.left)), Math.min(...parts.map((part) => part.top))]
  const right = Math.max(...parts.map((part) => part.right))
  const bottom = Math.max(...parts.map((part) => part.bottom))
  const rect = rectWithin(slide, new DOMRect(left - 4, top - 6, right - left + 8, bottom - top + 12))
  return [uncroppedFigure('drawing', rect, formula.getAttribute('aria-label') ?? '')]
}

function uncroppedFigure(shows: Figure['shows'], rect: Rect, alt: string, source = ''): Figure {
  return { rect, crop: [0, 0, 0, 0], shows, source, alt, radius: 0 }
}

/** Returns the part of an image that `object-fit` and `object-position` show, and its place. */
function cropOf(image: HTMLImageElement, box: Rect, style: CSSStyleDeclaration): Pick<Figure, 'rect' | 'crop'> {
  const { naturalWidth: wide, naturalHeight: high } = image
  const whole = { rect: box, crop: [0, 0, 0, 0] } as const
  if (wide === 0 || high === 0 || box.width === 0 || box.height === 0) return whole
  const scales = [box.width / wide, box.height / high] as const
  const [sideways = 0.5, down = 0.5] = style.objectPosition
    .split(' ')
    .map((part) => (part.endsWith('%') ? px(part) / 100 : 0.5))
  if (style.objectFit === 'cover') {
    const scale = Math.max(...scales)
    const [cutX, cutY] = [1 - box.width / (wide * scale), 1 - box.height / (high * scale)]
    return { rect: box, crop: [cutX * sideways, cutY * down, cutX * (1 - sideways), cutY * (1 - down)] }
  }
  if (style.objectFit === 'contain' || style.objectFit === 'scale-down') {
    const scale = Math.min(...scales, style.objectFit === 'scale-down' ? 1 : Number.POSITIVE_INFINITY)
    const [width, height] = [wide * scale, high * scale]
    const rect = { x: box.x + (box.width - width) * sideways, y: box.y + (box.height - height) * down, width, height }
    return { rect, crop: [0, 0, 0, 0] }
  }
  return whole
}

function rectWithin(slide: HTMLElement, { left, top, width, height }: DOMRect): Rect {
  const frame = slide.getBoundingClientRect()
  return { x: left - frame.left, y: top - frame.top, width, height }
}

function px(value: string): number {
  return Number.parseFloat(value) || 0
}

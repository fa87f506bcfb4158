/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { pageFunctionWithTools } from '../page-function.ts'
import { isDrawnFormula } from './is-drawn-formula.ts'
import type { Figure, Rect } from './scene.ts'

const TOOLS = { isDrawnFormula }

/** Measures the pictures on each slide of the print page shown, in document order. Runs in the page. */
export const measurePictures = pageFunctionWithTools(TOOLS, picturesOnPage, [
  figuresIn,
  imageFigure,
  logoFigure,
  drawingFigure,
  formulaFigure,
  uncroppedFigure,
  cropOf,
  rectWithin,
  px,
])

function picturesOnPage(tools: typeof TOOLS): Figure[][] {
  return [...document.querySelectorAll<HTMLElement>('section.page .slide')].map((slide) =>
    [...slide.children].flatMap((child) => figuresIn(child, slide, tools)),
  )
}

function figuresIn(element: Element, slide: HTMLElement, tools: typeof TOOLS): Figure[] {
  const style = getComputedStyle(element)
  if (style.display === 'none') return []
  if (element instanceof HTMLImageElement) return [imageFigure(element, style, slide)]
  const isHidden = style.visibility === 'hidden'
  if (element.matches('.event-logo')) return isHidden ? [] : logoFigure(element, style, slide)
  if (element.matches('svg, .formula')) return isHidden ? [] : [drawingFigure(element, slide)]
  if (element.matches('.inline-formula')) return tools.isDrawnFormula(element) ? [formulaFigure(element, slide)] : []
  // Formulas that are written as text are measured with the text.
  if (element.matches('.katex, .unseen')) return []
  return [...element.children].flatMap((child) => figuresIn(child, slide, tools))
}

function imageFigure(image: HTMLImageElement, style: CSSStyleDeclaration, slide: HTMLElement): Figure {
  const { rect, crop } = cropOf(image, rectWithin(slide, image.getBoundingClientRect()), style)
  const source = String([...slide.querySelectorAll('img')].indexOf(image))
  return { rect, crop, kind: 'image', source, alt: image.alt, radius: px(style.borderTopLeftRadius) }
}

function logoFigure(logo: Element, style: CSSStyleDeclaration, slide: HTMLElement): Figure[] {
  const box = logo.getBoundingClientRect()
  const padding = px(style.paddingTop)
  const rect = rectWithin(
    slide,
    new DOMRect(box.left + padding, box.top + padding, box.width - 2 * padding, box.height - 2 * padding),
  )
  if (!(rect.width > 0)) return []
  const source = `${logo.className} ${logo.getAttribute('data-version') ?? ''}`
  const alt = logo.closest('.slide [aria-label]')?.getAttribute('aria-label') ?? ''
  return [uncroppedFigure('logo', rect, alt, source)]
}

/** Describes a drawing, or a formula in its own block. */
function drawingFigure(element: Element, slide: HTMLElement): Figure {
  const label = element.closest('[aria-label]')?.getAttribute('aria-label')
  const alt = label ?? element.querySelector('title')?.textContent ?? ''
  if (!element.matches('.formula'))
    return uncroppedFigure('drawing', rectWithin(slide, element.getBoundingClientRect()), alt)
  const range = document.createRange()
  range.selectNodeContents(element.querySelector('.katex-html, .katex') ?? element)
  const { x, y, width, height } = rectWithin(slide, range.getBoundingClientRect())
  return uncroppedFigure('drawing', { x: x - 4, y: y - 4, width: width + 8, height: height + 8 }, alt)
}

/** Describes an inline formula as a picture. */
function formulaFigure(formula: Element, slide: HTMLElement): Figure {
  const parts = [...formula.querySelectorAll('.base')].map((base) => base.getBoundingClientRect())
  const [left, top] = [Math.min(...parts.map((part) => part.left)), Math.min(...parts.map((part) => part.top))]
  const right = Math.max(...parts.map((part) => part.right))
  const bottom = Math.max(...parts.map((part) => part.bottom))
  const rect = rectWithin(slide, new DOMRect(left - 4, top - 6, right - left + 8, bottom - top + 12))
  return uncroppedFigure('drawing', rect, formula.getAttribute('aria-label') ?? '')
}

function uncroppedFigure(kind: Figure['kind'], rect: Rect, alt: string, source = ''): Figure {
  return { rect, crop: [0, 0, 0, 0], kind, source, alt, radius: 0 }
}

/** Returns how `object-fit` and `object-position` crop an image, and the rectangle that it fills. */
function cropOf(image: HTMLImageElement, box: Rect, style: CSSStyleDeclaration): Pick<Figure, 'rect' | 'crop'> {
  const { naturalWidth, naturalHeight } = image
  const uncropped = { rect: box, crop: [0, 0, 0, 0] } as const
  if (naturalWidth === 0 || naturalHeight === 0 || box.width === 0 || box.height === 0) return uncropped
  const scales = [box.width / naturalWidth, box.height / naturalHeight] as const
  const [alignX = 0.5, alignY = 0.5] = style.objectPosition
    .split(' ')
    .map((part) => (part.endsWith('%') ? px(part) / 100 : 0.5))
  if (style.objectFit === 'cover') {
    const scale = Math.max(...scales)
    const [cropX, cropY] = [1 - box.width / (naturalWidth * scale), 1 - box.height / (naturalHeight * scale)]
    return { rect: box, crop: [cropX * alignX, cropY * alignY, cropX * (1 - alignX), cropY * (1 - alignY)] }
  }
  if (style.objectFit === 'contain' || style.objectFit === 'scale-down') {
    const scale = Math.min(...scales, style.objectFit === 'scale-down' ? 1 : Number.POSITIVE_INFINITY)
    const [width, height] = [naturalWidth * scale, naturalHeight * scale]
    const rect = { x: box.x + (box.width - width) * alignX, y: box.y + (box.height - height) * alignY, width, height }
    return { rect, crop: [0, 0, 0, 0] }
  }
  return uncropped
}

function rectWithin(slide: HTMLElement, { left, top, width, height }: DOMRect): Rect {
  const frame = slide.getBoundingClientRect()
  return { x: left - frame.left, y: top - frame.top, width, height }
}

function px(value: string): number {
  return Number.parseFloat(value) || 0
}

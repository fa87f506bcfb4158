// Measures the background, boxes, rules and tables of each slide, so that a PowerPoint file can draw them as shapes.

/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { pageFunctionWithTools } from '../page-function.ts'
import { boxesFromLayers } from './boxes-from-layers.ts'
import { boxesFromStyle } from './boxes-from-style.ts'
import { measureTable } from './measure-table.ts'
import type { Box, BoxPosition, Rect, Scene } from './scene.ts'
import { createStyleReader, type StyleReader } from './style-reader.ts'

/** The shapes on a slide: its background, boxes, rules and tables. */
export type SlideShapes = Pick<Scene, 'background' | 'boxes' | 'tables'>

const TOOLS = { createStyleReader, boxesFromStyle, boxesFromLayers, measureTable }

/** Measures the shapes on every slide of the print page shown. Runs in the page. */
export const measureBoxes = pageFunctionWithTools(TOOLS, shapesOnPage, [
  shapesOnSlide,
  addLayers,
  addElement,
  addPseudoElement,
  copyPseudoElement,
  addBoxes,
  rotationOf,
  rectWithin,
  px,
])

function shapesOnPage(tools: typeof TOOLS): SlideShapes[] {
  const reader = tools.createStyleReader()
  return [...document.querySelectorAll<HTMLElement>('section.page .slide')].map((slide) =>
    shapesOnSlide(slide, reader, tools),
  )
}

/** A measurement in progress: a slide, its list items, and the boxes found on it so far. */
interface SlideMeasurement {
  readonly slide: HTMLElement
  readonly items: readonly Element[]
  readonly boxes: Box[]
  readonly reader: StyleReader
  readonly boxesFromStyle: typeof boxesFromStyle
}

function shapesOnSlide(
  slide: HTMLElement,
  reader: StyleReader,
  { boxesFromStyle, boxesFromLayers, measureTable }: typeof TOOLS,
): SlideShapes {
  const slideStyle = getComputedStyle(slide)
  const measurement: SlideMeasurement = {
    slide,
    items: [...slide.querySelectorAll('li')],
    boxes: [],
    reader,
    boxesFromStyle,
  }
  const style = document.createElement('style')
  style.textContent = '[data-mark="::before"]::before,[data-mark="::after"]::after{content:none!important}'
  document.head.append(style)
  addLayers(measurement)
  style.remove()
  const tables = [...slide.querySelectorAll('table:not(.unseen)')]
    .filter((table) => table instanceof HTMLTableElement)
    .map((table) => measureTable(table, slide, reader))
  const background = reader.paint(slideStyle) ?? { type: 'colour', colour: '#ffffff' }
  const rect = rectWithin(slide, slide.getBoundingClientRect())
  const layers = boxesFromLayers(slideStyle, { rect, rotation: 0, markedItem: null }, reader)
  return { background, boxes: [...layers, ...measurement.boxes], tables }
}

/** Adds all boxes in painting order: document order, except where styles put something in front or behind. */
function addLayers(measurement: SlideMeasurement): void {
  const { slide, boxes } = measurement
  const layers: { readonly level: number; readonly boxes: readonly Box[] }[] = []
  const addLayer = (style: CSSStyleDeclaration, addContent: () => void) => {
    const level =
      (style.position === 'absolute' ? 1000 : 0) + (Number(style.zIndex) || 0) * 10_000 + (Number(style.order) || 0)
    addContent()
    layers.push({ level, boxes: boxes.splice(0) })
  }
  addLayer(getComputedStyle(slide, '::before'), () => addPseudoElement(measurement, slide, '::before'))
  for (const child of slide.children) addLayer(getComputedStyle(child), () => addElement(measurement, child))
  addLayer(getComputedStyle(slide, '::after'), () => addPseudoElement(measurement, slide, '::after'))
  boxes.push(...layers.sort((one, other) => one.level - other.level).flatMap((layer) => layer.boxes))
}

/** Adds the boxes of an element and its descendants. Pictures, formulas and tables are measured elsewhere. */
function addElement(measurement: SlideMeasurement, element: Element): void {
  const style = getComputedStyle(element)
  const isHidden = style.visibility === 'hidden'
  if (style.display === 'none') return
  if (element.matches('.event-logo')) {
    const rect = rectWithin(measurement.slide, element.getBoundingClientRect())
    if (!isHidden) addBoxes(measurement, style, { rect, rotation: 0, markedItem: null })
    return
  }
  if (element.matches('.formula')) {
    if (isHidden) return
    addPseudoElement(measurement, element, '::before')
    addPseudoElement(measurement, element, '::after')
    return
  }
  if (element.matches('img, svg, .inline-formula, .katex, table')) return
  if (style.display !== 'inline' && style.display !== 'contents' && !isHidden) {
    const rotation = rotationOf(style)
    const box = element as HTMLElement
    const ownRotation = box.style.rotate
    if (rotation !== 0) box.style.rotate = '0deg'
    addBoxes(measurement, style, {
      rect: rectWithin(measurement.slide, element.getBoundingClientRect()),
      rotation,
      markedItem: null,
    })
    if (rotation !== 0) box.style.rotate = ownRotation
  }
  addPseudoElement(measurement, element, '::before')
  for (const child of element.children) addElement(measurement, child)
  addPseudoElement(measurement, element, '::after')
}

/** Adds the box of a pseudo-element, if it has a fill, border or background image. */
function addPseudoElement(measurement: SlideMeasurement, host: Element, pseudo: '::before' | '::after'): void {
  const { items, reader, slide } = measurement
  const style = getComputedStyle(host, pseudo)
  if (style.content === 'none' || style.content === 'normal' || style.display === 'none') return
  const hasBorder = reader.edges(style).some((edge) => edge !== null)
  if (reader.paint(style) === null && !hasBorder && style.backgroundImage === 'none') return
  const copy = copyPseudoElement(style)
  const rotation = rotationOf(style) + (style.scale.startsWith('-') ? 180 : 0)
  const item = host.closest('li')
  host.setAttribute('data-mark', pseudo)
  if (pseudo === '::before') host.prepend(copy)
  else host.append(copy)
  const rect = rectWithin(slide, copy.getBoundingClientRect())
  const copyStyle = getComputedStyle(copy)
  const markedItem = pseudo === '::before' && item !== null ? items.indexOf(item) : null
  if (copyStyle.visibility !== 'hidden') addBoxes(measurement, copyStyle, { rect, rotation, markedItem })
  copy.remove()
  host.removeAttribute('data-mark')
}

/** Makes an element with the styles of a pseudo-element, because pseudo-elements cannot be measured. */
function copyPseudoElement(style: CSSStyleDeclaration): HTMLElement {
  // These properties determine where a box is, how large it is and how it looks.
  const BOX_PROPERTIES =
    /^(?:display|position|float|clear|box-sizing|visibility|opacity|order|vertical-align|font-size|line-height|aspect-ratio|clip-path|(?:min-|max-)?(?:width|height)|top|right|bottom|left|(?:margin|padding|border|background|grid|flex|align|justify)-.*)$/
  const copy = document.createElement('lectern-mark')
  for (const name of style)
    if (BOX_PROPERTIES.test(name)) copy.style.setProperty(name, style.getPropertyValue(name), 'important')
  for (const name of ['rotate', 'scale', 'transform']) copy.style.setProperty(name, 'none', 'important')
  // Insets may move only a copy that is positioned absolutely.
  if (style.position !== 'absolute')
    for (const name of ['inset-block', 'inset-inline']) copy.style.setProperty(name, 'auto', 'important')
  return copy
}

function addBoxes(
  { boxes, boxesFromStyle, reader }: SlideMeasurement,
  style: CSSStyleDeclaration,
  position: BoxPosition,
): void {
  boxes.push(...boxesFromStyle(style, position, reader))
}

/** Returns the rotation in degrees, clockwise. */
function rotationOf({ rotate, transform }: CSSStyleDeclaration): number {
  if (rotate !== 'none' && rotate !== '') return px(rotate)
  const [, a, b] = /^matrix\(([-\d.e]+), ([-\d.e]+)/.exec(transform) ?? []
  return a === undefined || b === undefined ? 0 : (Math.atan2(Number(b), Number(a)) * 180) / Math.PI
}

function rectWithin(slide: HTMLElement, { left, top, width, height }: DOMRect): Rect {
  const frame = slide.getBoundingClientRect()
  return { x: left - frame.left, y: top - frame.top, width, height }
}

function px(value: string): number {
  return Number.parseFloat(value) || 0
}

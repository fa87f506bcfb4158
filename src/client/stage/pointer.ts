// A laser pointer, and a pen for drawing on slides.

/// <reference lib="dom" />
import { pageFunction } from '../page-function.ts'
import type { Stage, StageDeck } from './stage.ts'

export interface Pointer {
  /** Picks up the laser or the pen, or puts it away if it is in use. */
  readonly toggle: (tool: 'laser' | 'pen') => void
  readonly isOn: () => boolean
  /** Moves the pointer by this many canvas pixels, and draws if the pen is down. */
  readonly move: (right: number, down: number) => void
  /** Puts the pen down, or lifts it. */
  readonly press: () => void
  readonly putAway: () => void
  /** Removes the strokes on the current slide. */
  readonly clear: () => void
}

interface CanvasPoint {
  readonly x: number
  readonly y: number
}

/**
 * Makes a laser pointer, and a pen whose strokes stay on their slide until they are cleared. Runs in the page.
 */
export const createPointer = pageFunction(buildPointer, [makeDrawingLayer, strokePath])

function buildPointer({ deck, make, showMessage }: Stage): Pointer {
  const layer = makeDrawingLayer(deck)
  const state: { tool: 'laser' | 'pen' | null; isDown: boolean; point: CanvasPoint } = {
    tool: null,
    isDown: false,
    point: layer.middle,
  }
  const dot = make('div', { class: 'stage-dot', 'aria-hidden': 'true' })
  const showDot = () => {
    dot.style.transform = `translate(${state.point.x}px, ${state.point.y}px)`
    dot.dataset.tool = state.tool ?? ''
    dot.dataset.down = String(state.isDown)
    document.body.dataset.tool = state.tool ?? ''
  }
  const moveTo = (point: CanvasPoint) => {
    state.point = layer.clamp(point)
    if (state.isDown) layer.extend(state.point)
    showDot()
  }
  const press = (isDown: boolean) => {
    state.isDown = isDown && state.tool === 'pen'
    if (state.isDown) layer.begin(state.point)
    layer.draw()
    showDot()
  }
  const putAway = () => {
    state.tool = null
    press(false)
  }
  const follow = (event: PointerEvent) => state.tool !== null && moveTo(layer.pointOf(event))
  addEventListener('pointermove', follow)
  addEventListener('pointerdown', (event) => {
    follow(event)
    if (state.tool === 'pen') press(true)
  })
  addEventListener('pointerup', () => state.tool === 'pen' && press(false))
  deck.on('slidechanged', () => press(false))
  return {
    toggle(tool) {
      if (state.tool === tool) return putAway()
      state.tool = tool
      // Inside the slides' element, the pointer scales and zooms with them.
      if (!layer.element.isConnected) deck.getSlidesElement()?.append(layer.element, dot)
      press(false)
      showMessage(
        tool === 'pen'
          ? 'Pen: drag to draw, or use Shift with the arrows and Enter. C clears the drawing.'
          : 'Laser pointer',
      )
    },
    isOn: () => state.tool !== null,
    move: (right, down) => moveTo({ x: state.point.x + right, y: state.point.y + down }),
    press: () => press(!state.isDown),
    putAway,
    clear: layer.clear,
  }
}

/** Makes the layer that keeps the pen's strokes on every slide and shows those on the current one. */
function makeDrawingLayer(deck: StageDeck) {
  const NAMESPACE = 'http://www.w3.org/2000/svg'
  const { width = 1280, height = 720 } = deck.getConfig()
  const [canvasWidth, canvasHeight] = [Number(width), Number(height)]
  const strokes = new Map<string, CanvasPoint[][]>()
  const element = document.createElementNS(NAMESPACE, 'svg')
  element.setAttribute('class', 'stage-paper')
  element.setAttribute('viewBox', `0 0 ${canvasWidth} ${canvasHeight}`)
  element.setAttribute('aria-hidden', 'true')
  const currentStrokes = () => {
    const id = deck.getCurrentSlide()?.id ?? ''
    const current = strokes.get(id) ?? []
    strokes.set(id, current)
    return current
  }
  const draw = () =>
    element.replaceChildren(
      ...currentStrokes().map((stroke) => {
        const path = document.createElementNS(NAMESPACE, 'path')
        path.setAttribute('d', strokePath(stroke))
        return path
      }),
    )
  return {
    element,
    draw,
    middle: { x: canvasWidth / 2, y: canvasHeight / 2 },
    begin: (point: CanvasPoint) => currentStrokes().push([point]),
    extend(point: CanvasPoint) {
      currentStrokes().at(-1)?.push(point)
      draw()
    },
    clear() {
      strokes.delete(deck.getCurrentSlide()?.id ?? '')
      draw()
    },
    clamp: ({ x, y }: CanvasPoint): CanvasPoint => ({
      x: Math.min(canvasWidth, Math.max(0, x)),
      y: Math.min(canvasHeight, Math.max(0, y)),
    }),
    pointOf({ clientX, clientY }: PointerEvent): CanvasPoint {
      const box = element.getBoundingClientRect()
      return {
        x: ((clientX - box.left) / box.width) * canvasWidth,
        y: ((clientY - box.top) / box.height) * canvasHeight,
      }
    },
  }
}

function strokePath(stroke: readonly CanvasPoint[]): string {
  const path = stroke.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('')
  // A tap of the pen makes a dot: a line of zero length with round ends.
  return stroke.length === 1 ? `${path}h0` : path
}

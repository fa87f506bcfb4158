// A laser pointer, and a pen for drawing on slides.

/// <reference lib="dom" />
import { withHelpers } from '../with-helpers.ts'
import type { Stage, StageDeck } from './stage.ts'

export interface Pointer {
  /** Takes out the laser or the pen, or puts it away if it is out. */
  readonly take: (tool: 'laser' | 'pen') => void
  readonly isOn: () => boolean
  /** Moves the point by this many canvas pixels, drawing while the pen is down. */
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
export const pointer = withHelpers(newPointer, [penPaper, strokePath])

function newPointer({ deck, make, showMessage }: Stage): Pointer {
  const paper = penPaper(deck)
  const state: { tool: 'laser' | 'pen' | null; isDown: boolean; point: CanvasPoint } = {
    tool: null,
    isDown: false,
    point: paper.middle,
  }
  const dot = make('div', { class: 'stage-dot', 'aria-hidden': 'true' })
  const showDot = () => {
    dot.style.transform = `translate(${state.point.x}px, ${state.point.y}px)`
    dot.dataset.tool = state.tool ?? ''
    dot.dataset.down = String(state.isDown)
    document.body.dataset.tool = state.tool ?? ''
  }
  const moveTo = (point: CanvasPoint) => {
    state.point = paper.within(point)
    if (state.isDown) paper.extend(state.point)
    showDot()
  }
  const press = (isDown: boolean) => {
    state.isDown = isDown && state.tool === 'pen'
    if (state.isDown) paper.begin(state.point)
    paper.draw()
    showDot()
  }
  const putAway = () => {
    state.tool = null
    press(false)
  }
  const follow = (event: PointerEvent) => state.tool !== null && moveTo(paper.pointOf(event))
  addEventListener('pointermove', follow)
  addEventListener('pointerdown', (event) => {
    follow(event)
    if (state.tool === 'pen') press(true)
  })
  addEventListener('pointerup', () => state.tool === 'pen' && press(false))
  deck.on('slidechanged', () => press(false))
  return {
    take(tool) {
      if (state.tool === tool) return putAway()
      state.tool = tool
      // Inside the element of the slides, the pointer scales and zooms with them.
      if (!paper.element.isConnected) deck.getSlidesElement()?.append(paper.element, dot)
      press(false)
      showMessage(tool === 'pen' ? 'Pen: draw, or Shift with the arrows and Enter. C clears.' : 'Laser pointer')
    },
    isOn: () => state.tool !== null,
    move: (right, down) => moveTo({ x: state.point.x + right, y: state.point.y + down }),
    press: () => press(!state.isDown),
    putAway,
    clear: paper.clear,
  }
}

/** Keeps the pen's strokes on each slide, and shows those of the current slide. */
function penPaper(deck: StageDeck) {
  const NAMESPACE = 'http://www.w3.org/2000/svg'
  const { width = 1280, height = 720 } = deck.getConfig()
  const [across, down] = [Number(width), Number(height)]
  const strokes = new Map<string, CanvasPoint[][]>()
  const element = document.createElementNS(NAMESPACE, 'svg')
  element.setAttribute('class', 'stage-paper')
  element.setAttribute('viewBox', `0 0 ${across} ${down}`)
  element.setAttribute('aria-hidden', 'true')
  const own = () => {
    const id = deck.getCurrentSlide()?.id ?? ''
    const known = strokes.get(id) ?? []
    strokes.set(id, known)
    return known
  }
  const draw = () =>
    element.replaceChildren(
      ...own().map((stroke) => {
        const path = document.createElementNS(NAMESPACE, 'path')
        path.setAttribute('d', strokePath(stroke))
        return path
      }),
    )
  return {
    element,
    draw,
    middle: { x: across / 2, y: down / 2 },
    begin: (point: CanvasPoint) => own().push([point]),
    extend(point: CanvasPoint) {
      own().at(-1)?.push(point)
      draw()
    },
    clear() {
      strokes.delete(deck.getCurrentSlide()?.id ?? '')
      draw()
    },
    within: ({ x, y }: CanvasPoint): CanvasPoint => ({
      x: Math.min(across, Math.max(0, x)),
      y: Math.min(down, Math.max(0, y)),
    }),
    pointOf({ clientX, clientY }: PointerEvent): CanvasPoint {
      const box = element.getBoundingClientRect()
      return { x: ((clientX - box.left) / box.width) * across, y: ((clientY - box.top) / box.height) * down }
    },
  }
}

function strokePath(stroke: readonly CanvasPoint[]): string {
  const path = stroke.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('')
  // A tap of the pen makes a dot: a line of zero length with round ends.
  return stroke.length === 1 ? `${path}h0` : path
}

/// <reference lib="dom" />
import type { Stage } from './stage.ts'

export interface Pointer {
  /** Takes out the laser or the pen, or puts it away. */
  readonly take: (tool: 'laser' | 'pen') => void
  readonly isOn: () => boolean
  /** Moves the point by this many canvas pixels, drawing while the pen is down. */
  readonly move: (right: number, down: number) => void
  /** Puts the pen down, or lifts it. */
  readonly press: () => void
  readonly putAway: () => void
  readonly clear: () => void
}

interface Spot {
  readonly x: number
  readonly y: number
}

/**
 * A laser pointer, and a pen whose strokes stay on their slide until they are cleared. Runs in the page and closes over nothing.
 */
export function pointer({ deck, make, tell }: Stage): Pointer {
  const NAMESPACE = 'http://www.w3.org/2000/svg'
  const { width = 1280, height = 720 } = deck.getConfig()
  const [across, down] = [Number(width), Number(height)]
  const strokes = new Map<string, Spot[][]>()
  const state: { tool: 'laser' | 'pen' | null; isDown: boolean; spot: Spot } = {
    tool: null,
    isDown: false,
    spot: { x: across / 2, y: down / 2 },
  }
  const dot = make('div', { class: 'stage-dot', 'aria-hidden': 'true' })
  const paper = document.createElementNS(NAMESPACE, 'svg')
  paper.setAttribute('class', 'stage-paper')
  paper.setAttribute('viewBox', `0 0 ${across} ${down}`)
  paper.setAttribute('aria-hidden', 'true')

  const own = () => {
    const id = deck.getCurrentSlide()?.id ?? ''
    const known = strokes.get(id) ?? []
    strokes.set(id, known)
    return known
  }
  const pathOf = (stroke: readonly Spot[]) =>
    stroke.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('')
  const draw = () => {
    paper.replaceChildren(
      ...own().map((stroke) => {
        const path = document.createElementNS(NAMESPACE, 'path')
        // A tap of the pen is a dot: a line of zero length with round ends.
        path.setAttribute('d', stroke.length === 1 ? `${pathOf(stroke)}h0` : pathOf(stroke))
        return path
      }),
    )
  }
  const showDot = () => {
    dot.style.transform = `translate(${state.spot.x}px, ${state.spot.y}px)`
    dot.dataset.tool = state.tool ?? ''
    dot.dataset.down = String(state.isDown)
    document.body.dataset.tool = state.tool ?? ''
  }
  const moveTo = (x: number, y: number) => {
    state.spot = { x: Math.min(across, Math.max(0, x)), y: Math.min(down, Math.max(0, y)) }
    if (state.isDown) own().at(-1)?.push(state.spot)
    if (state.isDown) draw()
    showDot()
  }
  const press = (isDown: boolean) => {
    state.isDown = isDown && state.tool === 'pen'
    if (state.isDown) own().push([state.spot])
    draw()
    showDot()
  }
  const spotOf = ({ clientX, clientY }: PointerEvent): Spot => {
    const box = paper.getBoundingClientRect()
    return { x: ((clientX - box.left) / box.width) * across, y: ((clientY - box.top) / box.height) * down }
  }
  const putAway = () => {
    state.tool = null
    press(false)
  }
  const follow = (event: PointerEvent) => {
    if (state.tool === null) return
    const { x, y } = spotOf(event)
    moveTo(x, y)
  }
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
      // Inside the slides element, both scale and zoom with the slides.
      if (!paper.isConnected) deck.getSlidesElement()?.append(paper, dot)
      press(false)
      tell(tool === 'pen' ? 'Pen: draw, or Shift with the arrows and Enter. C clears.' : 'Laser pointer')
    },
    isOn: () => state.tool !== null,
    move: (right, below) => moveTo(state.spot.x + right, state.spot.y + below),
    press: () => press(!state.isDown),
    putAway,
    clear() {
      strokes.delete(deck.getCurrentSlide()?.id ?? '')
      draw()
    },
  }
}

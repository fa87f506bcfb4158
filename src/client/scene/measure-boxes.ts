/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Box, Edge, Figure, Form, Grid, GridCell, Paint, Rect, Stop } from './scene.ts'

/** Everything drawn on a slide except its text. */
export interface Drawing {
  readonly ground: Paint
  readonly boxes: readonly Box[]
  readonly pictures: readonly Figure[]
  readonly tables: readonly Grid[]
}

/** Everything drawn on every slide of the shown print page. Runs in the page and closes over nothing. */
export function measureBoxes(): Drawing[] {
  // The properties that decide where a box is, how large it is and how it looks.
  const PLACED =
    /^(?:display|position|float|clear|box-sizing|visibility|opacity|order|vertical-align|font-size|line-height|aspect-ratio|clip-path|(?:min-|max-)?(?:width|height)|top|right|bottom|left|(?:margin|padding|border|background|grid|flex|align|justify)-.*)$/
  const DRAWN = '.frac-line, .sqrt, svg, .op-limits, .delimsizing, .mtable, .accent, .vlist-t .vlist-t'
  const canvas = document.createElement('canvas')
  canvas.width = 1
  canvas.height = 1
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  const colourOf = (css: string): string | null => {
    if (pen === null) return null
    pen.clearRect(0, 0, 1, 1)
    pen.fillStyle = '#000000'
    pen.fillStyle = css
    pen.fillRect(0, 0, 1, 1)
    const [r = 0, g = 0, b = 0, a = 255] = pen.getImageData(0, 0, 1, 1).data
    if (a === 0) return null
    return `#${[r, g, b, ...(a < 255 ? [a] : [])].map((value) => value.toString(16).padStart(2, '0')).join('')}`
  }
  const px = (value: string) => Number.parseFloat(value) || 0
  const edgeOf = (style: CSSStyleDeclaration, side: 'Top' | 'Right' | 'Bottom' | 'Left'): Edge | null => {
    const width = px(style[`border${side}Width`])
    const kind = style[`border${side}Style`]
    const colour = colourOf(style[`border${side}Color`])
    if (width === 0 || kind === 'none' || kind === 'hidden' || colour === null) return null
    return { width, colour, style: kind === 'dashed' || kind === 'dotted' ? kind : 'solid' }
  }
  /** The parts of a list that are separated by commas outside brackets. */
  const parted = (css: string): string[] => css.split(/,(?![^(]*\))/).map((part) => part.trim())
  const gradientOf = (image: string): Paint | null => {
    const [, inside] = /^linear-gradient\(((?:[^()]|\([^()]*\))*)\)/.exec(image) ?? []
    if (inside === undefined) return null
    const parts = parted(inside)
    const [first = ''] = parts
    const [, degrees] = /^(-?[\d.]+)deg$/.exec(first) ?? []
    const sides: Readonly<Record<string, number>> = { 'to top': 0, 'to right': 90, 'to bottom': 180, 'to left': 270 }
    const isAngle = degrees !== undefined || first in sides
    const angle = degrees === undefined ? (sides[first] ?? 180) : Number(degrees)
    const named = (isAngle ? parts.slice(1) : parts).flatMap((part): { colour: string; at: number | null }[] => {
      const colour = colourOf(part.replace(/(?:\s+-?[\d.]+(?:%|px))+$/, '')) ?? '#00000000'
      const places = [...part.matchAll(/\s(-?[\d.]+)%/g)].map(([, place]) => Number(place) / 100)
      return places.length === 0 ? [{ colour, at: null }] : places.map((at) => ({ colour, at }))
    })
    const stops = named.map(
      ({ colour, at }, index): Stop => ({ colour, at: at ?? index / Math.max(1, named.length - 1) }),
    )
    const one = stops[0]
    if (one === undefined) return null
    if (stops.every(({ colour }) => colour === one.colour)) return { type: 'colour', colour: one.colour }
    return { type: 'gradient', angle, stops }
  }
  const paintOf = (style: CSSStyleDeclaration): Paint | null => {
    const gradient = gradientOf(style.backgroundImage)
    if (gradient !== null && style.backgroundSize === 'auto') return gradient
    const colour = colourOf(style.backgroundColor)
    return colour === null ? null : { type: 'colour', colour }
  }
  const formOf = (style: CSSStyleDeclaration, { width, height }: Rect): Form => {
    if (style.clipPath !== 'none') return { type: 'path', path: style.clipPath }
    const radius = style.borderTopLeftRadius
    if (radius.endsWith('%') ? px(radius) >= 50 : px(radius) >= Math.min(width, height) / 2 && px(radius) > 0)
      return Math.abs(width - height) < 1 || radius.endsWith('%')
        ? { type: 'ellipse' }
        : { type: 'rounded', radius: Math.min(width, height) / 2 }
    return px(radius) > 0 ? { type: 'rounded', radius: px(radius) } : { type: 'rect' }
  }
  const turnOf = ({ rotate, transform }: CSSStyleDeclaration): number => {
    if (rotate !== 'none' && rotate !== '') return px(rotate)
    const [, a, b] = /^matrix\(([-\d.e]+), ([-\d.e]+)/.exec(transform) ?? []
    return a === undefined || b === undefined ? 0 : (Math.atan2(Number(b), Number(a)) * 180) / Math.PI
  }
  const cropOf = (
    image: HTMLImageElement,
    box: Rect,
    style: CSSStyleDeclaration,
  ): { rect: Rect; crop: Figure['crop'] } => {
    const { naturalWidth: wide, naturalHeight: high } = image
    const whole = { rect: box, crop: [0, 0, 0, 0] as const }
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

  return [...document.querySelectorAll<HTMLElement>('section.page .slide')].map((slide): Drawing => {
    const frame = slide.getBoundingClientRect()
    const within = (box: DOMRect): Rect => ({
      x: box.left - frame.left,
      y: box.top - frame.top,
      width: box.width,
      height: box.height,
    })
    const items = [...slide.querySelectorAll('li')]
    const boxes: Box[] = []
    const pictures: Figure[] = []
    const add = (style: CSSStyleDeclaration, rect: Rect, marks: number | null, turn: number) => {
      if (rect.width < 0.1 && rect.height < 0.1) return
      const sides = (['Top', 'Right', 'Bottom', 'Left'] as const).map((side) => edgeOf(style, side))
      const [above, end, below, start] = sides
      const isFramed =
        above &&
        sides.every(
          (side) => side && side.width === above.width && side.colour === above.colour && side.style === above.style,
        )
      const fill = paintOf(style)
      const form = formOf(style, rect)
      const line = isFramed ? above : null
      if (fill !== null || line !== null) {
        const half = line === null ? 0 : line.width / 2
        const inner = {
          x: rect.x + half,
          y: rect.y + half,
          width: rect.width - 2 * half,
          height: rect.height - 2 * half,
        }
        boxes.push(...stripsOf({ rect: inner, fill, line, form, turn, marks }))
      }
      // A single-colour gradient drawn in part of a box is a small box.
      const gradient = gradientOf(style.backgroundImage)
      if (gradient?.type === 'colour' && style.backgroundSize !== 'auto') {
        const [wide = rect.width, high = wide] = style.backgroundSize.split(' ').map(px)
        boxes.push({
          rect: {
            x: rect.x + (rect.width - wide) / 2,
            y: rect.y + (rect.height - high) / 2,
            width: wide,
            height: high,
          },
          fill: gradient,
          line: null,
          form: { type: 'rect' },
          turn,
          marks,
        })
      }
      if (isFramed) return
      const rule = (edge: Edge | null | undefined, x: number, y: number, width: number, height: number) => {
        if (!edge) return
        const rect = { x, y, width, height }
        if (edge.style === 'solid')
          boxes.push({
            rect,
            fill: { type: 'colour', colour: edge.colour },
            line: null,
            form: { type: 'rect' },
            turn: 0,
            marks: null,
          })
        else boxes.push({ rect, fill: null, line: edge, form: { type: 'rect' }, turn: 0, marks: null })
      }
      rule(above, rect.x, rect.y, rect.width, above?.width ?? 0)
      rule(below, rect.x, rect.y + rect.height - (below?.width ?? 0), rect.width, below?.width ?? 0)
      rule(start, rect.x, rect.y, start?.width ?? 0, rect.height)
      rule(end, rect.x + rect.width - (end?.width ?? 0), rect.y, end?.width ?? 0, rect.height)
    }
    /** A gradient with hard stops is several areas of one colour each, which every program draws alike. */
    const stripsOf = (box: Box): Box[] => {
      const { fill, rect } = box
      if (fill?.type !== 'gradient' || fill.angle % 90 !== 0) return [box]
      const pairs = fill.stops.slice(1).map((stop, index) => [fill.stops[index] ?? stop, stop] as const)
      if (!pairs.every(([one, other]) => one.colour === other.colour || Math.abs(one.at - other.at) < 0.001))
        return [box]
      const first = fill.stops[0]
      const last = fill.stops.at(-1)
      if (!first || !last) return [box]
      const ends = [[{ ...first, at: 0 }, first] as const, ...pairs, [last, { ...last, at: 1 }] as const]
      const turn = ((fill.angle % 360) + 360) % 360
      return ends
        .filter(([one, other]) => other.at - one.at > 0.001)
        .map(([one, other]) => {
          const [from, to] = turn === 180 || turn === 90 ? [one.at, other.at] : [1 - other.at, 1 - one.at]
          const strip =
            turn === 90 || turn === 270
              ? { ...rect, x: rect.x + from * rect.width, width: (to - from) * rect.width }
              : { ...rect, y: rect.y + from * rect.height, height: (to - from) * rect.height }
          return { ...box, rect: strip, fill: { type: 'colour', colour: one.colour } }
        })
    }
    const isEdged = (style: CSSStyleDeclaration) =>
      (['Top', 'Right', 'Bottom', 'Left'] as const).some((side) => edgeOf(style, side) !== null)
    const isFlipped = (style: CSSStyleDeclaration) => style.scale.startsWith('-')
    /** A pseudo-element has no box that can be measured: an element with the same styles briefly takes its place. */
    const addMark = (host: Element, which: '::before' | '::after') => {
      const style = getComputedStyle(host, which)
      if (style.content === 'none' || style.content === 'normal' || style.display === 'none') return
      if (paintOf(style) === null && !isEdged(style) && style.backgroundImage === 'none') return
      const copy = document.createElement('lectern-mark')
      for (const name of style)
        if (PLACED.test(name)) copy.style.setProperty(name, style.getPropertyValue(name), 'important')
      for (const name of ['rotate', 'scale', 'transform']) copy.style.setProperty(name, 'none', 'important')
      // What its own size leaves open, its position decides.
      if (style.position !== 'absolute')
        for (const name of ['inset-block', 'inset-inline']) copy.style.setProperty(name, 'auto', 'important')
      const turn = turnOf(style)
      const item = host.closest('li')
      host.setAttribute('data-mark', which)
      if (which === '::before') host.prepend(copy)
      else host.append(copy)
      const rect = within(copy.getBoundingClientRect())
      const own = getComputedStyle(copy)
      const isBefore = which === '::before' && item !== null
      if (own.visibility !== 'hidden')
        add(own, rect, isBefore ? items.indexOf(item) : null, isFlipped(style) ? turn + 180 : turn)
      copy.remove()
      host.removeAttribute('data-mark')
    }
    const rules = document.createElement('style')
    rules.textContent = '[data-mark="::before"]::before,[data-mark="::after"]::after{content:none!important}'
    document.head.append(rules)
    const visit = (element: Element) => {
      const style = getComputedStyle(element)
      if (style.display === 'none') return
      if (element instanceof HTMLImageElement) {
        const box = within(element.getBoundingClientRect())
        const { rect, crop } = cropOf(element, box, style)
        const images = [...slide.querySelectorAll('img')]
        pictures.push({
          rect,
          crop,
          shows: 'image',
          source: String(images.indexOf(element)),
          alt: element.alt,
          radius: px(style.borderTopLeftRadius),
        })
        return
      }
      if (element.matches('.event-logo')) {
        if (style.visibility === 'hidden') return
        add(style, within(element.getBoundingClientRect()), null, 0)
        const box = element.getBoundingClientRect()
        const pad = px(style.paddingTop)
        const rect = within(new DOMRect(box.left + pad, box.top + pad, box.width - 2 * pad, box.height - 2 * pad))
        const source = `${element.className} ${element.getAttribute('data-version') ?? ''}`
        const alt = element.closest('[aria-label]')?.getAttribute('aria-label') ?? ''
        if (rect.width > 0) pictures.push({ rect, crop: [0, 0, 0, 0], shows: 'logo', source, alt, radius: 0 })
        return
      }
      if (element.matches('svg, .formula')) {
        if (style.visibility === 'hidden') return
        const ink = element.matches('.formula') ? (element.querySelector('.katex-html, .katex') ?? element) : element
        const range = document.createRange()
        range.selectNodeContents(ink)
        const box = element.matches('.formula') ? range.getBoundingClientRect() : element.getBoundingClientRect()
        const label =
          element.closest('[aria-label]')?.getAttribute('aria-label') ??
          element.querySelector('title')?.textContent ??
          ''
        const rect = within(box)
        if (element.matches('.formula')) {
          visitMarks(element)
          pictures.push({
            rect: { x: rect.x - 4, y: rect.y - 4, width: rect.width + 8, height: rect.height + 8 },
            crop: [0, 0, 0, 0],
            shows: 'drawing',
            source: '',
            alt: label,
            radius: 0,
          })
        } else pictures.push({ rect, crop: [0, 0, 0, 0], shows: 'drawing', source: '', alt: label, radius: 0 })
        return
      }
      // A formula that is its whole paragraph.
      if (element.matches('.inline-formula')) {
        const isDrawn = element.querySelector(DRAWN) !== null
        if (!isDrawn || element.parentElement?.textContent !== element.textContent) return
        const parts = [...element.querySelectorAll('.base')].map((base) => base.getBoundingClientRect())
        const [left, top] = [Math.min(...parts.map((part) => part.left)), Math.min(...parts.map((part) => part.top))]
        const right = Math.max(...parts.map((part) => part.right))
        const bottom = Math.max(...parts.map((part) => part.bottom))
        const rect = within(new DOMRect(left - 4, top - 6, right - left + 8, bottom - top + 12))
        const alt = element.getAttribute('aria-label') ?? ''
        pictures.push({ rect, crop: [0, 0, 0, 0], shows: 'drawing', source: '', alt, radius: 0 })
        return
      }
      if (element.matches('.katex')) return
      if (element.matches('table')) return
      if (
        style.display !== 'inline' &&
        style.display !== 'contents' &&
        element !== slide &&
        style.visibility !== 'hidden'
      ) {
        const turn = turnOf(style)
        const box = element as HTMLElement
        const own = box.style.rotate
        if (turn !== 0) box.style.rotate = '0deg'
        const rect = within(element.getBoundingClientRect())
        add(style, rect, null, turn)
        if (turn !== 0) box.style.rotate = own
      }
      addMark(element, '::before')
      for (const child of element.children) visit(child)
      addMark(element, '::after')
    }
    const visitMarks = (element: Element) => {
      addMark(element, '::before')
      addMark(element, '::after')
    }
    // Painting order: document order, except where styles put something behind or in front.
    const layers: { readonly level: number; readonly boxes: readonly Box[] }[] = []
    const layer = (style: CSSStyleDeclaration, draw: () => void) => {
      const level =
        (style.position === 'absolute' ? 1000 : 0) + (Number(style.zIndex) || 0) * 10_000 + (Number(style.order) || 0)
      draw()
      layers.push({ level, boxes: boxes.splice(0) })
    }
    layer(getComputedStyle(slide, '::before'), () => addMark(slide, '::before'))
    for (const child of slide.children) layer(getComputedStyle(child), () => visit(child))
    layer(getComputedStyle(slide, '::after'), () => addMark(slide, '::after'))
    boxes.push(...layers.sort((one, other) => one.level - other.level).flatMap((each) => each.boxes))
    rules.remove()
    const tables = [...slide.querySelectorAll('table:not(.unseen)')]
      .filter((table) => table instanceof HTMLTableElement)
      .map((table): Grid => {
        const rows = [...table.rows]
        const longest = rows.reduce(
          (most, row) => (row.cells.length > most.length ? [...row.cells] : most),
          [] as HTMLTableCellElement[],
        )
        return {
          rect: within(table.getBoundingClientRect()),
          columns: longest.map((cell) => cell.getBoundingClientRect().width),
          hasHeader: table.tHead !== null,
          hasRowHeads: table.querySelector('tbody th') !== null,
          rows: rows.map((row, index) => {
            const style = getComputedStyle(row)
            const last = getComputedStyle(table)
            return {
              height: row.getBoundingClientRect().height,
              cells: [...row.cells].map((cell): GridCell => {
                const own = getComputedStyle(cell)
                const edges = (side: 'Top' | 'Bottom') => edgeOf(own, side) ?? edgeOf(style, side)
                return {
                  fill: colourOf(own.backgroundColor) ?? colourOf(style.backgroundColor),
                  padding: [px(own.paddingTop), px(own.paddingRight), px(own.paddingBottom), px(own.paddingLeft)],
                  above: edges('Top') ?? (index === 0 ? edgeOf(last, 'Top') : null),
                  below: edges('Bottom') ?? (index === rows.length - 1 ? edgeOf(last, 'Bottom') : null),
                  left: edgeOf(own, 'Left'),
                  right: edgeOf(own, 'Right'),
                  anchor: own.verticalAlign === 'middle' ? 'middle' : own.verticalAlign === 'bottom' ? 'bottom' : 'top',
                  span: cell.colSpan,
                }
              }),
            }
          }),
        }
      })
    const ground = paintOf(getComputedStyle(slide)) ?? { type: 'colour', colour: '#ffffff' }
    return { ground, boxes, pictures, tables }
  })
}

/** Hides backgrounds, so that pictures taken of the page show only their subject. Runs in the page. */
export function clearGrounds(): void {
  const style = document.createElement('style')
  style.id = 'lectern-no-grounds'
  style.textContent = '.slide,.slide :not(svg *,.picture,.code){background:none!important}'
  document.head.append(style)
}

/** Restores them, as the next file is printed from the same page. Runs in the page. */
export function restoreGrounds(): void {
  document.getElementById('lectern-no-grounds')?.remove()
}

/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/** How far a slide's content stands over the room that it has, in CSS px; 0 where it fits. */
export interface Spill {
  readonly below: number
  readonly beside: number
  /** The height that the slide has for its body. */
  readonly room: number
  /** The width that the slide has for its body. */
  readonly width: number
  /** Whether the name of the part stands outside, over the words or over the foot. */
  readonly isKickerOver: boolean
  /** How much of that its body takes, what spills included. */
  readonly used: number
  /** The largest size of its theme's at which its body fits, else the smallest, in CSS px; null where its theme leaves it no choice. */
  readonly bodySize: number | null
}

/** What spills from every slide of the shown print page, in order. Runs in the page and closes over nothing. */
export function spills(): Spill[] {
  // Large type is hung out to the left, so that its stems stand on the margin, by this much at most.
  const HANG = 16
  // Type from this size on may be set so tightly that its boxes are higher than its lines.
  const DISPLAY = 40
  // The boxes of letters are higher than what is seen of them, by about so much above and below.
  const LEADING = 6
  const BLOCKS = 'td, th, li, p, h1, h2, h3'
  const isRtl = document.documentElement.dir === 'rtl'
  interface Piece {
    readonly box: DOMRect
    readonly element: Element
    /** Null for a box. */
    readonly text: string | null
    /** The cell, item or paragraph that a text stands in, which it may not leave either. */
    readonly column: DOMRect | null
  }
  const most = (values: readonly number[]) => values.reduce((all, value) => Math.max(all, value), 0)

  /** Edges from which a rectangle can be told; `end` is where lines end, to the left in a deck from right to left. */
  const over = (box: DOMRect, room: { left: number; right: number; top: number; bottom: number }) => {
    const [start, end] = isRtl
      ? [box.right - room.right, room.left - box.left]
      : [room.left - box.left, box.right - room.right]
    return { beside: Math.max(start - HANG, end), below: Math.max(box.bottom - room.bottom, room.top - box.top) }
  }

  /** Large type without the room that fonts keep above and below it, which in tight lines lies outside, and is empty. */
  const trimmed = (box: DOMRect, element: Element): DOMRect => {
    const { fontSize, lineHeight } = getComputedStyle(element)
    const size = Number.parseFloat(fontSize)
    if (size < DISPLAY) return box
    const height = Math.min(box.height, size, Number.parseFloat(lineHeight) || size)
    return new DOMRect(box.left, box.top + (box.height - height) / 2, box.width, height)
  }

  /** The lines of a text, each with where it stands. The space at which a line ends hangs out of it, which is nothing. */
  const linesOf = (node: Node, { left, right }: DOMRect): DOMRect[] => {
    const range = document.createRange()
    range.selectNodeContents(node)
    const boxes = [...range.getClientRects()]
    if (boxes.every((box) => box.right <= right && box.left >= left)) return boxes
    return [...(node.textContent ?? '').matchAll(/\S+/g)].flatMap(({ index, 0: word }) => {
      range.setStart(node, index)
      range.setEnd(node, index + word.length)
      return [...range.getClientRects()]
    })
  }

  /** What stands in an area: pieces of text, each with the element that it stands in, and boxes, each by itself. */
  const contentOf = (area: Element): Piece[] => {
    const walker = document.createTreeWalker(area, NodeFilter.SHOW_TEXT)
    const found: Piece[] = []
    let block: Element = area
    let column = area.getBoundingClientRect()
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = (node.textContent ?? '').trim()
      const element = node.parentElement
      if (text === '' || element === null) continue
      const own = element.closest(BLOCKS) ?? area
      if (own !== block) column = own.getBoundingClientRect()
      block = own
      const isBound = own !== area && element.closest('.katex') === null
      for (const box of linesOf(node, column))
        if (box.width > 0) found.push({ box, element, text, column: isBound ? column : null })
    }
    for (const element of area.querySelectorAll('img, svg, table, pre')) {
      // A root sign is drawn far longer than it is, and cut.
      if (element.closest('.katex') === null)
        found.push({ box: element.getBoundingClientRect(), element, text: null, column: null })
    }
    return found
  }

  /** The blocks within an area that cut off what stands over them. */
  const clipsIn = (area: Element) =>
    [area, ...area.querySelectorAll(':not(span, p, tr, th, td)')].filter((element) => {
      const { overflowX, overflowY } = getComputedStyle(element)
      return overflowX !== 'visible' || overflowY !== 'visible'
    })

  const spillOf = (section: Element): Omit<Spill, 'bodySize'> => {
    const frame = (section.querySelector('.slide') ?? section).getBoundingClientRect()
    const foot = [...section.querySelectorAll('.slide-foot, .slide-strip')]
      .map((row) => row.getBoundingClientRect())
      .find((row) => row.height > 0 && row.top > frame.top + frame.height / 2)
    const floor = foot === undefined ? frame.bottom : Math.min(foot.top, frame.bottom - foot.height)
    const below: number[] = []
    const beside: number[] = []
    let room = Math.max(1, floor - frame.top)
    let used = 0
    let width = Math.max(1, frame.width)
    const all: Piece[] = []
    for (const area of section.querySelectorAll('.slide-head, .slide-body')) {
      const isBody = area.matches('.slide-body')
      const bounds = area.getBoundingClientRect()
      const { paddingLeft, paddingRight, paddingTop } = getComputedStyle(area)
      const inner = {
        left: bounds.left + Number.parseFloat(paddingLeft),
        right: bounds.right - Number.parseFloat(paddingRight),
        top: isBody ? bounds.top : frame.top,
        bottom: floor,
      }
      const content = contentOf(area)
      for (const each of content) all.push(each)
      for (const { box, text, element, column } of content) {
        const first = over(box, inner)
        const spill = first.below > 0 && text !== null ? over(trimmed(box, element), inner) : first
        below.push(spill.below)
        beside.push(spill.beside)
        // A word that leaves its cell or column lies on what stands beside it.
        if (column !== null) beside.push(over(box, column).beside)
      }
      for (const item of area.querySelectorAll('li')) {
        const rule = Number.parseFloat(getComputedStyle(item).borderBottomWidth)
        if (rule > 0) below.push(item.getBoundingClientRect().bottom - floor)
      }
      for (const clip of clipsIn(area)) {
        const hole = clip.getBoundingClientRect()
        for (const { box, element } of content) {
          if (!clip.contains(element)) continue
          const cut = over(box, hole)
          below.push(cut.below)
          beside.push(cut.beside)
        }
      }
      if (!isBody) continue
      const top = bounds.top + Number.parseFloat(paddingTop)
      room = Math.max(1, floor - top)
      width = Math.max(1, inner.right - inner.left)
      const lowest = content.reduce((end, { box }) => Math.max(end, box.bottom), Number.NEGATIVE_INFINITY)
      const highest = content.reduce((start, { box }) => Math.min(start, box.top), Number.POSITIVE_INFINITY)
      used = Math.max(0, lowest - highest)
    }
    const kicker = section.querySelector('.kicker-text')
    const isKickerOver =
      kicker !== null &&
      contentOf(kicker).some(
        ({ box }) =>
          box.bottom > floor ||
          box.right > frame.right ||
          box.left < frame.left ||
          all.some(
            (word) =>
              box.right > word.box.left + 1 &&
              box.left < word.box.right - 1 &&
              box.bottom > word.box.top + LEADING &&
              box.top < word.box.bottom - LEADING,
          ),
      )
    return { below: most(below), beside: most(beside), room, width, used, isKickerOver }
  }

  return [...document.querySelectorAll('section.page')].map((section) => {
    const slide = section.querySelector<HTMLElement>('.slide')
    const isFilled = slide?.dataset.least !== undefined
    return {
      ...spillOf(section),
      bodySize: isFilled ? Number.parseFloat(slide.style.getPropertyValue('--size')) : null,
    }
  })
}

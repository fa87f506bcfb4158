// Judges a deck by what is visible. It uses no code of `fit`, which could not detect its own mistakes.

/**
 * Runs in a page with a saved deck, closing over nothing. Shows each slide in turn and reports content outside its
 * space or smaller than `floor`, and how full the slide is.
 */
export function judge(floor) {
  const { Reveal } = /** @type {any} */ (window)
  Reveal.configure({ transition: 'none', backgroundTransition: 'none' })
  const SLACK = 1
  const words = new Intl.Segmenter(document.documentElement.lang || undefined, { granularity: 'word' })
  const countWords = (text) => {
    const segments = [...words.segment(text)].filter(({ isWordLike }) => isWordLike).length
    return Math.max(segments, text.split(/\s+/).filter((word) => word !== '').length)
  }

  /** Lists the visible lines of text; those of large type, without the empty space that fonts keep above and below. */
  const linesIn = (root) => {
    const lines = []
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const { parentElement, textContent } = walker.currentNode
      if (parentElement === null || textContent === null || !/[\p{L}\p{N}\p{P}\p{S}]/u.test(textContent)) continue
      const size = Number.parseFloat(getComputedStyle(parentElement).fontSize)
      const range = document.createRange()
      const node = walker.currentNode
      // Spaces extend beyond the line that they end, but are invisible.
      const boxes = [...textContent.matchAll(/\S+/g)].flatMap(({ index, 0: word }) => {
        range.setStart(node, index)
        range.setEnd(node, index + word.length)
        return [...range.getClientRects()]
      })
      for (const { left, right, top, bottom } of boxes) {
        if (right - left < 0.1) continue
        const spare = size >= 40 ? Math.max(0, (bottom - top - size) / 2) : 0
        lines.push({
          left,
          right,
          top: top + spare,
          bottom: bottom - spare,
          size,
          element: parentElement,
          text: textContent,
        })
      }
    }
    return lines
  }

  /** @returns {[side: string, by: number][]} */
  const pastOf = ({ left, right, top, bottom }, room) => [
    ['left', room.left - left],
    ['right', right - room.right],
    ['top', room.top - top],
    ['bottom', bottom - room.bottom],
  ]

  const isCutting = (element) => {
    const { overflowX, overflowY } = getComputedStyle(element)
    return overflowX !== 'visible' || overflowY !== 'visible'
  }

  const outsideOf = (slide, content, lines) => {
    const room = slide.getBoundingClientRect()
    const foot = slide.querySelector('.slide-foot')?.getBoundingClientRect()
    const isBelow = foot && foot.height > 0 && foot.top > (room.top + room.bottom) / 2
    const page = { left: room.left, right: room.right, top: room.top, bottom: isBelow ? foot.top : room.bottom }
    if (Math.abs(room.width - innerWidth) > SLACK || Math.abs(room.height - innerHeight) > SLACK)
      return 'the slide is scaled'
    const boxes = content.flatMap((area) =>
      [...area.querySelectorAll('table, pre, img, figure')].map((element) => ({
        ...edges(element),
        element,
        text: element.tagName,
      })),
    )
    for (const line of [...lines, ...boxes]) {
      for (let around = line.element; around !== slide; around = around.parentElement) {
        const cut = isCutting(around) && pastOf(line, edges(around)).find(([, by]) => by > SLACK)
        if (cut) return `"${line.text.slice(0, 40)}" is cut off ${cut[0]} by ${cut[1].toFixed(1)} px`
      }
      const past = pastOf(line, page).find(([, by]) => by > SLACK)
      if (past) return `"${line.text.slice(0, 40)}" is past the ${past[0]} by ${past[1].toFixed(1)} px`
    }
    return null
  }

  /** The texts of all blocks that contain no other blocks, except formulas, which are drawn. */
  const textsIn = (area) =>
    [...area.querySelectorAll('h1, h2, h3, p, li, th, td, .code-line, .agenda-text, figcaption')]
      .filter((element) => !element.closest('.katex') && !element.querySelector('h1, h2, h3, p, li, .katex'))
      .map(({ textContent }) => textContent)

  const edges = (element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect()
    return { left, right, top, bottom }
  }

  return [...document.querySelectorAll('.slides > section')].map((section, index) => {
    Reveal.slide(index)
    const within = (root, selector) => /** @type {HTMLElement} */ (root.querySelector(selector))
    const slide = within(section, '.slide')
    const [head, body] = [within(slide, '.slide-head'), within(slide, '.slide-body')]
    const lines = [head, body].flatMap(linesIn)
    const kicker = [...slide.querySelectorAll('.slide-kicker')].flatMap(linesIn)
    const small = lines.find(({ size, element }) => size < floor - 0.01 && !element.closest('.katex'))
    const foot = slide.querySelector('.slide-foot')?.getBoundingClientRect()
    const inBody = lines.filter(({ element }) => body.contains(element))
    const room =
      Math.min(foot?.top ?? Number.POSITIVE_INFINITY, slide.getBoundingClientRect().bottom) -
      body.getBoundingClientRect().top
    const used = Math.max(0, ...inBody.map(({ bottom }) => bottom)) - Math.min(...inBody.map(({ top }) => top))
    return {
      id: section.id,
      layout: slide.dataset.layout,
      part: slide.dataset.part,
      isMarked: slide.dataset.spills !== undefined,
      outside: outsideOf(slide, [head, body], [...lines, ...kicker]),
      small: small ? `"${small.text.slice(0, 40)}" is ${small.size.toFixed(1)} px` : null,
      texts: [head, body].flatMap(textsIn),
      title: head.textContent?.trim(),
      hasLead: body.querySelector('.lead') !== null,
      points: body.querySelectorAll('.point').length,
      words: countWords(`${head.textContent} ${body.textContent}`),
      room: Math.max(1, room),
      used: inBody.length === 0 ? 0 : used,
    }
  })
}

const THIRD = 1 / 3
const MAX_POINTS = 5
const MAX_WORDS = 40

/**
 * Lists the slides of points that are less than a third full although the slide before or after has space for their
 * content.
 */
export function thinSlides(slides) {
  return slides.flatMap((slide, index) => {
    const fullness = slide.used / slide.room
    if (slide.layout !== 'points' || fullness >= THIRD) return []
    const pairs = [
      [slides[index - 1], slide],
      [slide, slides[index + 1]],
    ]
    const pair = pairs.find(([one, other]) => one && other && couldBeOne(one, other))
    return pair ? [{ id: slide.id, fullness, why: `beside #${(pair[0] === slide ? pair[1] : pair[0]).id}` }] : []
  })
}

function couldBeOne(one, other) {
  const isOneThought = other.title === '' || unnumbered(one.title) === unnumbered(other.title)
  return (
    isOneThought &&
    [one, other].every(({ layout }) => layout === 'points') &&
    one.part === other.part &&
    !other.hasLead &&
    one.points + other.points <= MAX_POINTS &&
    one.words + other.words - (other.title === '' ? 0 : other.title.split(/\s+/).length) <= MAX_WORDS &&
    one.used + other.used <= Math.min(one.room, other.room)
  )
}

function unnumbered(title) {
  return title.replace(/ \(\d+\/\d+\)$/, '')
}

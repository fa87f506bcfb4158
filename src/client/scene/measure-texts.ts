/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Area, Block, Item, LineBox, Run } from './scene.ts'

/** The text of every slide on the shown print page, block by block in reading order. Runs in the page and closes over nothing. */
export function measureTexts(): Block[][] {
  const SKIPPED = 'svg, aside, .unseen, style'
  const DRAWN = '.frac-line, .sqrt, svg, .op-limits, .delimsizing, .mtable, .accent, .vlist-t .vlist-t'
  const areas: readonly (readonly [string, Area])[] = [
    ['.slide-kicker', 'kicker'],
    ['.slide-foot', 'foot'],
    ['.slide-strip', 'strip'],
    ['.slide-mark', 'mark'],
    ['.slide-head', 'head'],
  ]
  const canvas = document.createElement('canvas')
  canvas.width = 1
  canvas.height = 1
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  const colours = new Map<string, string>()
  const colourOf = (css: string): string => {
    const known = colours.get(css)
    if (known !== undefined || pen === null) return known ?? '#000000'
    pen.clearRect(0, 0, 1, 1)
    pen.fillStyle = css
    pen.fillRect(0, 0, 1, 1)
    const [r = 0, g = 0, b = 0, a = 255] = pen.getImageData(0, 0, 1, 1).data
    const hex = [r, g, b, ...(a < 255 ? [a] : [])].map((value) => value.toString(16).padStart(2, '0')).join('')
    colours.set(css, `#${hex}`)
    return `#${hex}`
  }
  const ascents = new Map<string, number>()
  /** How far the box of an element's letters extends above the line that they are on. */
  const ascentOf = (element: Element): number => {
    const { fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(element)
    const font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`
    const known = ascents.get(font)
    if (known !== undefined || pen === null) return known ?? 0
    pen.font = font
    const ascent = pen.measureText('x').fontBoundingBoxAscent
    ascents.set(font, ascent)
    return ascent
  }
  const isInline = (element: Element) => /^(?:inline|contents)/.test(getComputedStyle(element).display)
  const hostOf = (node: Node): Element | null => {
    let host = node.parentElement
    while (host !== null && isInline(host)) host = host.parentElement
    return host
  }
  const isUnder = (element: Element, host: Element, line: string) => {
    for (let at: Element | null = element; at !== null && at !== host.parentElement; at = at.parentElement)
      if (getComputedStyle(at).textDecorationLine.includes(line)) return true
    return false
  }
  const runOf = (text: string, element: Element, host: Element, shift: Run['shift']): Run => {
    const style = getComputedStyle(element)
    const link = element.closest('a')?.getAttribute('href') ?? null
    return {
      text,
      families: style.fontFamily.split(',').map((family) => family.trim().replace(/^["']|["']$/g, '')),
      size: Number.parseFloat(style.fontSize),
      weight: Number(style.fontWeight),
      isItalic: style.fontStyle !== 'normal',
      isUnderlined: isUnder(element, host, 'underline'),
      isStruck: isUnder(element, host, 'line-through'),
      colour: colourOf(style.color),
      tracking: Number.parseFloat(style.letterSpacing) || 0,
      shift,
      link,
    }
  }
  /**
   * An inline formula as a line of text with raised and lowered letters: "√(gd)", "(2πt)/T". Formulas with more levels become
   * their TeX.
   */
  const formulaRuns = (formula: Element, host: Element): Run[] => {
    const words = formula.closest('.inline-formula')
    const around = words ?? formula
    const plain = (text: string, shift: Run['shift'], isItalic = false): Run => ({
      ...runOf(text, around, host, shift),
      isItalic,
    })
    const whole = formula.getBoundingClientRect()
    const size = Number.parseFloat(getComputedStyle(formula).fontSize)
    /** The parts of a stack, from the top. */
    const stacked = (stack: Element): Element[] =>
      [...(stack.querySelector('.vlist')?.children ?? [])].sort(
        (one, other) => one.getBoundingClientRect().top - other.getBoundingClientRect().top,
      )
    const bracketed = (runs: Run[], shift: Run['shift']): Run[] => {
      const length = runs.reduce((sum, { text }) => sum + text.trim().length, 0)
      return length <= 1 ? runs : [plain('(', shift), ...runs, plain(')', shift)]
    }
    const written = (node: Node, shift: Run['shift']): Run[] => {
      if (node.nodeType === Node.TEXT_NODE) {
        const text = (node.textContent ?? '').replace(/[\u200B\u2060]/g, '')
        const element = node.parentElement
        if (element === null || text === '') return []
        const isSlanted = getComputedStyle(element).fontStyle !== 'normal' || element.closest('.mathnormal') !== null
        const isSign = shift === null && element.closest('.mbin, .mrel') !== null
        return [plain(isSign ? ` ${text} ` : text, shift, isSlanted)]
      }
      if (!(node instanceof Element)) return []
      const all = (element: Element, own = shift) => [...element.childNodes].flatMap((child) => written(child, own))
      if (node.matches('.mfrac')) {
        const [over, , under] = stacked(node)
        return over && under ? [...bracketed(all(over), shift), plain('/', shift), ...bracketed(all(under), shift)] : []
      }
      if (node.matches('.sqrt')) {
        const inside = stacked(node).find((part) => part.querySelector('.mord') !== null)
        return inside ? [plain('√', shift), ...bracketed(all(inside), shift)] : []
      }
      if (node.matches('.op-limits')) {
        const parts = stacked(node)
        const middle = parts.findIndex((part) => part.querySelector('.mop') !== null)
        const [sign] = parts.slice(middle, middle + 1)
        const [under, over] = [parts.slice(middle + 1), parts.slice(0, Math.max(0, middle))]
        return [
          ...(sign ? all(sign) : []),
          ...under.flatMap((part) => all(part, 'down')),
          ...over.flatMap((part) => all(part, 'up')),
          plain(' ', null),
        ]
      }
      if (node.matches('.msupsub')) {
        return stacked(node).flatMap((part) => {
          const box =
            part.querySelector('.mord, .mop, .mtight')?.getBoundingClientRect() ?? part.getBoundingClientRect()
          const isUp = box.top + box.height / 2 < whole.top + whole.height / 2 - size * 0.05
          return all(part, shift ?? (isUp ? 'up' : 'down'))
        })
      }
      return all(node)
    }
    if (formula.querySelector('.mtable, .accent svg, .stretchy, .delimsizing.mult') !== null)
      return [plain(words?.getAttribute('aria-label') ?? formula.textContent ?? '', null)]
    return written(formula, null)
  }

  return [...document.querySelectorAll('section.page .slide')].map((slide) => {
    const frame = slide.getBoundingClientRect()
    const lists = [...slide.querySelectorAll('ol, ul')].filter((list) => list.parentElement?.closest('ol, ul') === null)
    const items = [...slide.querySelectorAll('li')]
    const tables = [...slide.querySelectorAll('table:not(.unseen)')]
    interface Piece {
      readonly rect: DOMRect
      readonly ascent: number | null
    }
    const hosts = new Map<Element, { runs: Run[]; pieces: Piece[] }>()
    const hosted = (host: Element) => {
      const known = hosts.get(host) ?? { runs: [], pieces: [] }
      hosts.set(host, known)
      return known
    }
    const walker = document.createTreeWalker(slide, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
      const element = node instanceof Element ? node : node.parentElement
      if (node instanceof Element) {
        if (node.matches(SKIPPED) || node.matches('.formula')) return NodeFilter.FILTER_REJECT
        // A formula that is its whole paragraph is a picture.
        const isAlone = node.matches('.inline-formula') && node.parentElement?.textContent === node.textContent
        if (isAlone && node.querySelector(DRAWN) !== null) return NodeFilter.FILTER_REJECT
        return node.matches('.katex') ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP
      }
      return element?.closest('.katex') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT
    })
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node instanceof Element ? node : node.parentElement
      const host = hostOf(node)
      if (element === null || host === null || getComputedStyle(element).visibility === 'hidden') continue
      if (node instanceof Element) {
        const rect = node.getBoundingClientRect()
        const { runs, pieces } = hosted(host)
        runs.push(...formulaRuns(node, host))
        pieces.push({ rect, ascent: null })
        continue
      }
      const raw = node.textContent ?? ''
      const isCode = element.closest('.code') !== null
      const text = isCode ? raw.replace(/\n$/, '') : raw.replace(/\s+/g, ' ')
      const range = document.createRange()
      const rects = [...raw.matchAll(/\S+/g)].flatMap(({ index, 0: word }) => {
        range.setStart(node, index)
        range.setEnd(node, index + word.length)
        return [...range.getClientRects()]
          .filter(({ width }) => width > 0)
          .map((rect) => ({ rect, ascent: ascentOf(element) }))
      })
      if (rects.length === 0 && !hosts.has(host)) {
        if (isCode) hosted(host)
        else continue
      }
      const { runs, pieces } = hosted(host)
      const [beside] = rects
      const last = pieces.at(-1)
      const size = Number.parseFloat(getComputedStyle(element).fontSize)
      // Words separated by a margin are two words.
      if (beside && last && Math.abs(last.rect.bottom - beside.rect.bottom) < size && !/^\s/.test(text)) {
        const gap = Math.max(beside.rect.left - last.rect.right, last.rect.left - beside.rect.right)
        const before = runs.at(-1)
        if (gap > size * 0.15 && before && !/\s$/.test(before.text)) runs.push({ ...before, text: ' ' })
      }
      if (text !== '') runs.push(runOf(text, element, host, null))
      pieces.push(...rects)
    }
    return [...hosts].flatMap(([host, { runs, pieces }]): Block[] => {
      const isCode = host.closest('.code') !== null
      if (pieces.length === 0 && !isCode) return []
      const style = getComputedStyle(host)
      const isRtl = style.direction === 'rtl'
      interface Row {
        left: number
        right: number
        top: number
        bottom: number
        words: { left: number; right: number }[]
        /** The highest letter box of its largest type. */
        ascent: number
        baseline: number | null
      }
      const rows: Row[] = []
      for (const { rect, ascent } of pieces) {
        const row = rows.at(-1)
        const middle = rect.top + rect.height / 2
        if (row !== undefined && middle < row.bottom && middle > row.top - rect.height) {
          const word = row.words.at(-1)
          // Letters that touch are one word, whatever marks a part of it.
          if (word && Math.min(Math.abs(rect.left - word.right), Math.abs(word.left - rect.right)) < 1) {
            word.left = Math.min(word.left, rect.left)
            word.right = Math.max(word.right, rect.right)
          } else row.words.push({ left: rect.left, right: rect.right })
          row.left = Math.min(row.left, rect.left)
          row.right = Math.max(row.right, rect.right)
          row.top = Math.min(row.top, rect.top)
          row.bottom = Math.max(row.bottom, rect.bottom)
          if (ascent !== null && ascent > row.ascent) {
            row.ascent = ascent
            row.baseline = rect.top + ascent
          }
        } else
          rows.push({
            left: rect.left,
            right: rect.right,
            top: rect.top,
            bottom: rect.bottom,
            words: [{ left: rect.left, right: rect.right }],
            ascent: ascent ?? 0,
            baseline: ascent === null ? null : rect.top + ascent,
          })
      }
      const size = Math.max(...runs.map((run) => run.size), 1)
      const lines = rows.map((row): LineBox => {
        return {
          x: row.left - frame.left,
          y: row.top - frame.top,
          width: row.right - row.left,
          height: row.bottom - row.top,
          words: row.words.map((word) => [
            isRtl ? row.right - word.right : word.left - row.left,
            word.right - word.left,
          ]),
          baseline: (row.baseline ?? row.bottom - size * 0.25) - frame.top,
        }
      })
      const box = host.getBoundingClientRect()
      const px = (value: string) => Number.parseFloat(value) || 0
      const left = px(style.paddingLeft) + px(style.borderLeftWidth)
      const right = px(style.paddingRight) + px(style.borderRightWidth)
      const top = px(style.paddingTop) + px(style.borderTopWidth)
      const bottom = px(style.paddingBottom) + px(style.borderBottomWidth)
      // Words in a flex box or a grid begin where they are placed, for example beside a marker.
      const isPut = /flex|grid/.test(style.display) && rows.length > 0
      const rect = {
        x: box.left - frame.left + left,
        y: box.top - frame.top + top,
        width: box.width - left - right,
        height: box.height - top - bottom,
      }
      if (isPut) {
        const start = isRtl ? Math.max(...rows.map((row) => row.right)) : Math.min(...rows.map((row) => row.left))
        if (isRtl) rect.width = start - frame.left - rect.x
        else {
          rect.width -= start - frame.left - rect.x
          rect.x = start - frame.left
        }
      }
      const own = host.closest('li')
      const outer = own?.parentElement?.closest('li') ?? null
      const list = own === null ? -1 : lists.findIndex((each) => each.contains(own))
      const item: Item | null =
        own === null
          ? null
          : { list, index: items.indexOf(own), depth: outer === null ? 0 : 1, isStep: (outer ?? own).matches('.step') }
      const td = host.closest('td, th')
      const table = td?.closest('table')
      const cell =
        td instanceof HTMLTableCellElement &&
        td.parentElement instanceof HTMLTableRowElement &&
        table instanceof HTMLTableElement
          ? { table: tables.indexOf(table), row: td.parentElement.rowIndex, column: td.cellIndex }
          : null
      const { textAlign } = style
      const isEnd = textAlign === 'end' || textAlign === (isRtl ? 'left' : 'right')
      return [
        {
          tag: host.localName,
          classes: [...host.classList],
          area: areas.find(([selector]) => host.closest(selector) !== null)?.[1] ?? 'body',
          rect,
          runs,
          lines,
          align: textAlign === 'center' ? 'center' : isEnd ? 'end' : 'start',
          isRtl,
          lineHeight: px(style.lineHeight) || size * 1.2,
          hang: -px(style.textIndent),
          isOneLine: /nowrap|^pre$/.test(style.whiteSpace) && rows.length === 1,
          item,
          cell,
        },
      ]
    })
  })
}

// Rescales the type sizes and gaps of a theme.

/** A modular scale: the text size in CSS px, and the ratio between steps. */
export interface TypeScale {
  readonly base: number
  readonly ratio: number
}

/** Changes to the proportions that a theme was designed with. */
export interface Proportion {
  readonly designed: TypeScale | null
  readonly wanted: TypeScale | null
  /** A factor for the space between rows. */
  readonly density: number
}

/** The smallest sizes to which text and labels are reduced, in CSS px. */
const MIN_TEXT = 24
const MIN_LABEL = 18

/** Moves a size from one scale to the same step of another. A text size that was readable stays readable. */
export function scaleSize(size: number, { designed, wanted }: Proportion): number {
  if (designed === null || wanted === null || isSame(designed, wanted)) return size
  const step = Math.log(size / designed.base) / Math.log(designed.ratio)
  const least = Math.min(size, size < MIN_TEXT ? MIN_LABEL : MIN_TEXT)
  return roundSize(Math.max(least, wanted.base * wanted.ratio ** step))
}

/** Rescales the tokens of a theme: its type sizes and its gaps. */
export function scaleTokens(
  tokens: Readonly<Record<string, string>>,
  proportion: Proportion,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(tokens).map(([name, value]) => {
      if (name.startsWith('size-')) return [name, inPixels(value, (size) => scaleSize(size, proportion))]
      if (name.startsWith('space-')) return [name, inPixels(value, (size) => roundSize(size * proportion.density))]
      return [name, value]
    }),
  )
}

/** Rescales the rules of a theme: type sizes everywhere, and the space above and below rows of lists and tables. */
export function scaleCss(css: string, proportion: Proportion): string {
  const { designed, wanted, density } = proportion
  const isAsDrawn = designed === null || wanted === null || isSame(designed, wanted)
  if (isAsDrawn && density === 1) return css
  return css.replace(BLOCK, (_, selector: string, body: string) => {
    const sized = isAsDrawn ? body : body.replace(SIZE, (all) => inPixels(all, (size) => scaleSize(size, proportion)))
    return `${selector}{${density === 1 || !ROWS.test(selector) ? sized : scaleGaps(sized, density)}}`
  })
}

/** The innermost blocks of a stylesheet, each with its selector. */
const BLOCK = /([^{}]*)\{([^{}]*)\}/g

/** `font-size: 42px`, `font: 400 42px / 1.2 …`, `--size-figure: 480px`; a minimum such as `max(26px, …)` stays. */
const SIZE = /(?:^|[;\s])(?:font(?:-size)?|--(?:figure|size-[\w-]+)):[^;]*/g

const ROWS = /(?:\.point|\.takeaway|\.agenda-item|\.moment|\.points|\.takeaways|\(th, td\))\s*$/

/** Changes vertical space only: the first and third values of a shorthand. */
function scaleGaps(body: string, density: number): string {
  const wider = (value: string) => inPixels(value, (size) => roundSize(size * density))
  return body
    .replace(
      /(padding-block(?:-start|-end)?|row-gap|margin-block(?:-start|-end)?):([^;]*)/g,
      (_, name, value) => `${name}:${wider(value)}`,
    )
    .replace(/(padding|gap): ([^;]*)/g, (_, name: string, value: string) => {
      const sides = value.trimEnd().split(/\s+/)
      const end = value.slice(value.trimEnd().length)
      return `${name}: ${sides.map((side, index) => (index % 2 === 0 ? wider(side) : side)).join(' ')}${end}`
    })
}

function inPixels(text: string, change: (size: number) => number): string {
  return text.replace(/(max\()?(-?\d+(?:\.\d+)?)px/g, (all, floor: string | undefined, size: string) =>
    floor === undefined ? `${change(Number(size))}px` : all,
  )
}

function isSame(one: TypeScale, other: TypeScale): boolean {
  return one.base === other.base && one.ratio === other.ratio
}

function roundSize(size: number): number {
  return Math.round(size * 100) / 100
}

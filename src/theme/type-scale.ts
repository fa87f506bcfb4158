// Rescales the type sizes and gaps of a theme.

/** A modular scale: the text size in CSS px, and the ratio between steps. */
export interface TypeScale {
  readonly base: number
  readonly ratio: number
}

/** How to change the proportions of a theme. The scales are null if no theme of the chain specifies one. */
export interface Proportions {
  /** The scale that the theme was designed for. */
  readonly original: TypeScale | null
  /** The scale to change it to. */
  readonly target: TypeScale | null
  /** A factor for gaps: the `space-` tokens, and the space above and below rows. */
  readonly density: number
}

/** The smallest sizes to which text and labels are reduced, in CSS px. */
const MIN_TEXT_SIZE = 24
const MIN_LABEL_SIZE = 18

/** Moves a size to the same step of the target scale. A size that was readable is not reduced below the minimum. */
function scaleSize(size: number, { original, target }: Proportions): number {
  if (original === null || target === null || isSame(original, target)) return size
  const step = Math.log(size / original.base) / Math.log(original.ratio)
  const minimum = Math.min(size, size < MIN_TEXT_SIZE ? MIN_LABEL_SIZE : MIN_TEXT_SIZE)
  return roundSize(Math.max(minimum, target.base * target.ratio ** step))
}

/** Rescales the tokens of a theme: its type sizes and its gaps. */
export function scaleTokens(
  tokens: Readonly<Record<string, string>>,
  proportions: Proportions,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(tokens).map(([name, value]) => {
      if (name.startsWith('size-')) return [name, changeLengths(value, (size) => scaleSize(size, proportions))]
      if (name.startsWith('space-'))
        return [name, changeLengths(value, (size) => roundSize(size * proportions.density))]
      return [name, value]
    }),
  )
}

/** Rescales the rules of a theme: type sizes everywhere, and the space above and below rows of lists and tables. */
export function scaleCss(css: string, proportions: Proportions): string {
  const { original, target, density } = proportions
  const isUnscaled = original === null || target === null || isSame(original, target)
  if (isUnscaled && density === 1) return css
  return css.replace(BLOCK, (_, selector: string, body: string) => {
    const resized = isUnscaled
      ? body
      : body.replace(SIZE, (match) => changeLengths(match, (size) => scaleSize(size, proportions)))
    return `${selector}{${density === 1 || !ROWS.test(selector) ? resized : scaleGaps(resized, density)}}`
  })
}

/** The innermost blocks of a stylesheet, each with its selector. */
const BLOCK = /([^{}]*)\{([^{}]*)\}/g

/**
 * `font-size: 42px`, `font: 400 42px / 1.2 …`, `--size-figure: 480px`; a minimum such as `max(26px, …)` is not changed.
 */
const SIZE = /(?:^|[;\s])(?:font(?:-size)?|--(?:figure|size-[\w-]+)):[^;]*/g

/** Matches selectors whose rules set the space between rows: of points, agendas, timelines and tables. */
const ROWS = /(?:\.point|\.takeaway|\.agenda-item|\.moment|\.points|\.takeaways|\(th, td\))\s*$/

/** Changes vertical space only: the first and third values of a shorthand. */
function scaleGaps(body: string, density: number): string {
  const scale = (value: string) => changeLengths(value, (size) => roundSize(size * density))
  return body
    .replace(
      /(padding-block(?:-start|-end)?|row-gap|margin-block(?:-start|-end)?):([^;]*)/g,
      (_, name, value) => `${name}:${scale(value)}`,
    )
    .replace(/(padding|gap): ([^;]*)/g, (_, name: string, value: string) => {
      const sides = value.trimEnd().split(/\s+/)
      const end = value.slice(value.trimEnd().length)
      return `${name}: ${sides.map((side, index) => (index % 2 === 0 ? scale(side) : side)).join(' ')}${end}`
    })
}

/** Changes every length in px, except one that begins a `max(…)`, which is a minimum. */
function changeLengths(text: string, change: (size: number) => number): string {
  return text.replace(/(max\()?(-?\d+(?:\.\d+)?)px/g, (match, max: string | undefined, size: string) =>
    max === undefined ? `${change(Number(size))}px` : match,
  )
}

function isSame(one: TypeScale, other: TypeScale): boolean {
  return one.base === other.base && one.ratio === other.ratio
}

function roundSize(size: number): number {
  return Math.round(size * 100) / 100
}

// Formats the contrast of a theme's colours, for `lectern theme check`.

import { formatHex } from 'culori'
import { type ContrastPair, isReadable } from '../look/measure-contrast.ts'
import type { Theme } from '../model/theme.ts'
import { colourOf, PAPER } from '../theme/contrast.ts'

/**
 * Formats colour pairs as rows, such as "ink #17211e on ground #f8f8f4  15.5 of 4.5  pass  points, table". The pairs must
 * be sorted, worst first. Of the many colours in a picture or gradient, only the worst behind each text colour is shown.
 */
export function contrastTable(pairs: readonly ContrastPair[], theme: Theme): string {
  const rows = worstPairs(pairs, theme).map(({ pair, othersCount, layouts }) => {
    const others = othersCount === 0 ? '' : ` and ${othersCount} more`
    return [
      `${formatPair(theme, pair)}${others}`,
      `${ratio(pair.ratio)} of ${ratio(pair.required)}`.padStart(RATIO_WIDTH),
      isReadable(pair) ? 'pass' : 'FAIL',
      layouts.join(', '),
    ]
  })
  const width = Math.max(...rows.map(([colours = '']) => colours.length))
  return rows.map(([colours = '', ...rest]) => `${colours.padEnd(width)}  ${rest.join('  ')}\n`).join('')
}

/** Returns one line that says whether all pairs are easy to read and, if not, what to do. */
export function contrastVerdict(pairs: readonly ContrastPair[], theme: Theme): string {
  const shown = worstPairs(pairs, theme)
  const failing = shown.filter(({ pair }) => !isReadable(pair))
  if (failing.length === 0) return 'every pair is easy to read'
  const isOnPicture = failing.some(({ layouts }) => layouts.some((layout) => hasPicture(theme, layout)))
  const remedy = `Make one colour of each pair lighter or darker${isOnPicture ? ', or raise "veil" to cover more of the picture' : ''}.`
  return `${failing.length} of ${shown.length} pairs ${failing.length === 1 ? 'is' : 'are'} hard to read. ${remedy}`
}

interface WorstPair {
  readonly pair: ContrastPair
  /** The number of other colours, all with more contrast, behind the same text on the same picture or gradient. */
  readonly othersCount: number
  /** The layouts in which the text is hard to read; if there are none, all in which it is on these backgrounds. */
  readonly layouts: readonly string[]
}

/**
 * Keeps the worst of the pairs that differ only in their background, and every pair whose background is a colour of
 * the theme.
 */
function worstPairs(pairs: readonly ContrastPair[], { tokens, backgrounds }: Theme): readonly WorstPair[] {
  const ownColours = new Set(Object.values(tokens).map((value) => value.toLowerCase()))
  const backdropsOf = ({ layouts }: ContrastPair) => {
    const own = Object.entries(backgrounds).filter(([name]) => layouts.includes(name))
    return [...new Set(own.map(([, { background }]) => JSON.stringify(background)))].sort().join()
  }
  const groups = new Map<string, [ContrastPair, ...ContrastPair[]]>()
  for (const pair of pairs) {
    const isOwn = ownColours.has(pair.background)
    const key = `${pair.ink} ${isOwn ? pair.background : backdropsOf(pair)}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [pair])
    else group.push(pair)
  }
  return [...groups.values()].map((group) => {
    const [pair, ...others] = group
    const unreadable = group.filter((each) => !isReadable(each))
    const named = unreadable.length > 0 ? unreadable : group
    return { pair, othersCount: others.length, layouts: [...new Set(named.flatMap(({ layouts }) => layouts))] }
  })
}

function hasPicture({ backgrounds }: Theme, layout: string): boolean {
  return Object.entries(backgrounds).some(([name, { background }]) => name === layout && background?.type === 'picture')
}

/** Formats a ratio, rounded down so that one just below the requirement does not seem to meet it. */
function ratio(value: number): string {
  return (Math.floor(value * 10) / 10).toFixed(1)
}

const RATIO_WIDTH = '21.0 of 4.5'.length

/** Names the tokens of a pair. Text of handouts has tokens of its own, and is on paper. */
function formatPair(theme: Theme, { ink, background, layouts }: ContrastPair): string {
  if (layouts.every((layout) => layout === 'handout')) {
    const name = ['paper-ink', 'paper-muted', 'paper-accent'].find((token) => {
      const value = colourOf(token, theme.tokens)
      return value !== null && formatHex(value) === ink
    })
    return `${name === undefined ? '' : `${name} `}${ink} on ${PAPER} ${background}`
  }
  return `${formatColour(theme, ink, acceptsAny)} on ${formatColour(theme, background, isBackground)}`
}

const acceptsAny = () => true

const isBackground = (token: string) => !/(?:^|-)(?:ink|muted|line)$/.test(token)

/** Formats a colour, preceded by the name of the first accepted token with this value, if there is one. */
function formatColour({ tokens }: Theme, colour: string, accepts: (token: string) => boolean): string {
  const name = Object.entries(tokens).find(([token, value]) => value.toLowerCase() === colour && accepts(token))?.[0]
  return name === undefined ? colour : `${name} ${colour}`
}

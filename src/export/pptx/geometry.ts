// The geometry of shapes in DrawingML: position, preset outlines, custom paths.

import type { Element } from 'xast'
import type { BoxShape, Rect } from '../../client/scene/scene.ts'
import { angle, emu } from './units.ts'
import { el } from './xml.ts'

export function transform(name: string, { x, y, width, height }: Rect, turn = 0): Element {
  return el(
    name,
    { rot: turn === 0 ? null : angle(turn) },
    el('a:off', { x: emu(x), y: emu(y) }),
    el('a:ext', { cx: Math.max(1, emu(width)), cy: Math.max(1, emu(height)) }),
  )
}

/** Makes the outline of a shape: a preset, or a custom path. */
export function geometry(shape: BoxShape, rect: Rect): Element {
  if (shape.type === 'path') {
    const commands = shape.path.startsWith('path(') ? pathCommands(shape.path) : polygonCommands(shape.path, rect)
    if (commands.length > 0) return custom(commands, rect)
  }
  if (shape.type === 'ellipse') return preset('ellipse')
  if (shape.type !== 'rounded') return preset('rect')
  const share = Math.min(50_000, Math.round((shape.radius / Math.max(1, Math.min(rect.width, rect.height))) * 100_000))
  return preset('roundRect', el('a:gd', { name: 'adj', fmla: `val ${share}` }))
}

export function preset(prst: string, ...guides: readonly Element[]): Element {
  return el('a:prstGeom', { prst }, el('a:avLst', {}, guides))
}

type PathPoint = readonly [x: number, y: number]
type PathCommand = { readonly name: 'moveTo' | 'lnTo' | 'cubicBezTo' | 'close'; readonly points: readonly PathPoint[] }

function custom(commands: readonly PathCommand[], { width, height }: Rect): Element {
  return el(
    'a:custGeom',
    {},
    el('a:avLst'),
    el('a:gdLst'),
    el('a:ahLst'),
    el('a:cxnLst'),
    el('a:rect', { l: 'l', t: 't', r: 'r', b: 'b' }),
    el(
      'a:pathLst',
      {},
      el(
        'a:path',
        { w: emu(width), h: emu(height) },
        commands.map(({ name, points }) =>
          el(
            `a:${name}`,
            {},
            points.map(([x, y]) => el('a:pt', { x: emu(x), y: emu(y) })),
          ),
        ),
      ),
    ),
  )
}

/** Reads a CSS polygon: `polygon(nonzero, 0% 49.2%, 12px 3px)`. */
function polygonCommands(css: string, { width, height }: Rect): readonly PathCommand[] {
  const [, inside = ''] = /^polygon\((?:nonzero,\s*|evenodd,\s*)?(.*)\)$/.exec(css) ?? []
  const lengthOf = (text: string, whole: number) =>
    (text.endsWith('%') ? (Number.parseFloat(text) / 100) * whole : Number.parseFloat(text)) || 0
  const points = inside.split(',').flatMap((pair): PathPoint[] => {
    const [x, y] = pair.trim().split(/\s+/)
    return x === undefined || y === undefined ? [] : [[lengthOf(x, width), lengthOf(y, height)]]
  })
  if (points.length < 3) return []
  return points
    .map((point, index): PathCommand => ({ name: index === 0 ? 'moveTo' : 'lnTo', points: [point] }))
    .concat({ name: 'close', points: [] })
}

/**
 * Reads a CSS path of moves, lines and cubic curves: `path("M40 3C26 9 …z")` (SVG 2, 9.3). Returns an empty list if it
 * has other commands.
 */
function pathCommands(css: string): readonly PathCommand[] {
  const [, data = ''] = /^path\((?:\w+,\s*)?"([^"]*)"\)$/.exec(css) ?? []
  const commands: PathCommand[] = []
  let at: PathPoint = [0, 0]
  let start: PathPoint = [0, 0]
  for (const [, letter = '', rest = ''] of data.matchAll(/([a-z])([^a-z]*)/gi)) {
    const numbers = [...rest.matchAll(/-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?/gi)].map(Number)
    const isRelative = letter === letter.toLowerCase()
    const from = (x: number, y: number): PathPoint => (isRelative ? [at[0] + x, at[1] + y] : [x, y])
    const kind = letter.toUpperCase()
    if (kind === 'Z') {
      commands.push({ name: 'close', points: [] })
      at = start
      continue
    }
    const size = SIZES[kind]
    if (size === undefined) return []
    for (let index = 0; index + size <= numbers.length; index += size) {
      const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbers.slice(index, index + size)
      if (kind === 'C') {
        const points = [from(a, b), from(c, d), from(e, f)]
        commands.push({ name: 'cubicBezTo', points })
        at = points[2] ?? at
        continue
      }
      at =
        kind === 'H'
          ? [isRelative ? at[0] + a : a, at[1]]
          : kind === 'V'
            ? [at[0], isRelative ? at[1] + a : a]
            : from(a, b)
      const isMove = kind === 'M' && index === 0
      if (isMove) start = at
      commands.push({ name: isMove ? 'moveTo' : 'lnTo', points: [at] })
    }
  }
  return commands
}

/** The number of arguments of each command. */
const SIZES: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6 }

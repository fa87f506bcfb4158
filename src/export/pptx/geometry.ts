// The geometry of shapes in DrawingML: position, preset outlines, custom paths.

import type { Element } from 'xast'
import type { BoxShape, Rect } from '../../client/scene/scene.ts'
import { angle, emu } from './units.ts'
import { el } from './xml.ts'

/** Writes a position and a size, in an element with this name. The rotation is in degrees, clockwise. */
export function transform(name: string, { x, y, width, height }: Rect, rotation = 0): Element {
  return el(
    name,
    { rot: rotation === 0 ? null : angle(rotation) },
    el('a:off', { x: emu(x), y: emu(y) }),
    el('a:ext', { cx: Math.max(1, emu(width)), cy: Math.max(1, emu(height)) }),
  )
}

/** Makes the outline of a shape: a preset, or a custom path. */
export function geometry(shape: BoxShape, rect: Rect): Element {
  if (shape.type === 'path') {
    const commands = shape.path.startsWith('path(') ? parsePath(shape.path) : parsePolygon(shape.path, rect)
    if (commands.length > 0) return customGeometry(commands, rect)
  }
  if (shape.type === 'ellipse') return presetGeometry('ellipse')
  if (shape.type !== 'rounded') return presetGeometry('rect')
  const adjustment = Math.min(
    50_000,
    Math.round((shape.radius / Math.max(1, Math.min(rect.width, rect.height))) * 100_000),
  )
  return presetGeometry('roundRect', el('a:gd', { name: 'adj', fmla: `val ${adjustment}` }))
}

export function presetGeometry(prst: string, ...guides: readonly Element[]): Element {
  return el('a:prstGeom', { prst }, el('a:avLst', {}, guides))
}

type PathPoint = readonly [x: number, y: number]
type PathCommand = { readonly name: 'moveTo' | 'lnTo' | 'cubicBezTo' | 'close'; readonly points: readonly PathPoint[] }

function customGeometry(commands: readonly PathCommand[], { width, height }: Rect): Element {
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

/** Parses a CSS polygon, such as `polygon(nonzero, 0% 49.2%, 12px 3px)`. */
function parsePolygon(css: string, { width, height }: Rect): readonly PathCommand[] {
  const [, content = ''] = /^polygon\((?:nonzero,\s*|evenodd,\s*)?(.*)\)$/.exec(css) ?? []
  const toPx = (text: string, total: number) =>
    (text.endsWith('%') ? (Number.parseFloat(text) / 100) * total : Number.parseFloat(text)) || 0
  const points = content.split(',').flatMap((pair): PathPoint[] => {
    const [x, y] = pair.trim().split(/\s+/)
    return x === undefined || y === undefined ? [] : [[toPx(x, width), toPx(y, height)]]
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
function parsePath(css: string): readonly PathCommand[] {
  const [, data = ''] = /^path\((?:\w+,\s*)?"([^"]*)"\)$/.exec(css) ?? []
  const commands: PathCommand[] = []
  let current: PathPoint = [0, 0]
  let start: PathPoint = [0, 0]
  for (const [, letter = '', rest = ''] of data.matchAll(/([a-z])([^a-z]*)/gi)) {
    const numbers = [...rest.matchAll(/-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?/gi)].map(Number)
    const isRelative = letter === letter.toLowerCase()
    const resolve = (x: number, y: number): PathPoint => (isRelative ? [current[0] + x, current[1] + y] : [x, y])
    const kind = letter.toUpperCase()
    if (kind === 'Z') {
      commands.push({ name: 'close', points: [] })
      current = start
      continue
    }
    const size = ARGUMENT_COUNTS[kind]
    if (size === undefined) return []
    for (let index = 0; index + size <= numbers.length; index += size) {
      const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbers.slice(index, index + size)
      if (kind === 'C') {
        const points = [resolve(a, b), resolve(c, d), resolve(e, f)]
        commands.push({ name: 'cubicBezTo', points })
        current = points[2] ?? current
        continue
      }
      current =
        kind === 'H'
          ? [isRelative ? current[0] + a : a, current[1]]
          : kind === 'V'
            ? [current[0], isRelative ? current[1] + a : a]
            : resolve(a, b)
      const isMove = kind === 'M' && index === 0
      if (isMove) start = current
      commands.push({ name: isMove ? 'moveTo' : 'lnTo', points: [current] })
    }
  }
  return commands
}

/** The number of arguments of each command. */
const ARGUMENT_COUNTS: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6 }

import { formatHex, interpolate } from 'culori'
import type { Element } from 'xast'
import { toXml } from 'xast-util-to-xml'
import { x } from 'xastscript'
import { colourIn, type Scheme } from './colours.ts'
import { allIn, childOf, elementOf, type Template, type TemplatePart } from './open-template.ts'
import { type Box, boxOf, placeIn } from './template-layouts.ts'

type Root = Parameters<typeof elementOf>[0]

/** The background of a layout: the colour of its ground, and everything drawn on it as SVG; null for nothing. */
export interface Behind {
  readonly ground: string
  readonly svg: string | null
  /** The same as elements of SVG, in the order in which they are drawn. */
  readonly marks: readonly Element[]
  /** The top of the first thing in the lower third, in px: text ends above it. Null if there is none. */
  readonly floor: number | null
  /** Shapes and pictures of kinds that cannot be drawn here. */
  readonly left: number
}

interface Drawing {
  readonly template: Template
  readonly scheme: Scheme
  readonly theme: Root
  /** The size of the picture, in px per EMU. */
  readonly canvas: { readonly width: number; readonly height: number }
  readonly scale: number
}

/** Draws the backgrounds, shapes and pictures of a master and a layout over each other, as they appear on slides. */
export function drawBehind(layoutPath: string, masterPath: string, drawing: Drawing): Behind {
  const [layout, master] = [drawing.template.parts.get(layoutPath), drawing.template.parts.get(masterPath)]
  const isAlone = elementOf(layout?.root ?? EMPTY)?.attributes.showMasterSp === '0'
  const layers = [...(isAlone ? [] : [master]), layout].filter((part) => part !== undefined)
  const own = [layout, master].find((part) => part?.root && allIn(part.root, 'p:bg').length > 0)
  const paint = own === undefined ? null : groundOf(own, drawing)
  const shapes = layers.flatMap((part) =>
    part.root ? drawn(childOf(elementOf(part.root), 'p:cSld', 'p:spTree'), part, drawing) : [],
  )
  const ground = paint?.colour ?? drawing.scheme.bg1 ?? '#ffffff'
  const marks = [...(paint?.marks ?? []), ...shapes.flatMap((shape) => shape ?? [])]
  const { width, height } = drawing.canvas
  const root = x(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      width: String(width),
      height: String(height),
    },
    [x('rect', { width: String(width), height: String(height), fill: ground }), ...marks],
  )
  return {
    ground,
    marks,
    svg: marks.length === 0 ? null : toXml(root, { closeEmptyElements: true }),
    floor: floorOf(layers, drawing),
    left: shapes.filter((shape) => shape === null).length,
  }
}

function floorOf(layers: readonly TemplatePart[], drawing: Drawing): number | null {
  const shapes = layers.flatMap(({ root }) => (root ? SHOWN.flatMap((name) => allIn(root, name)) : []))
  const tops = shapes.flatMap((shape) => {
    const box = placeIn(shape) === undefined ? boxOf(shape) : null
    const own = box === null ? null : scaled(box, drawing)
    return own !== null && own.y > drawing.canvas.height * (2 / 3) && own.y < drawing.canvas.height ? [own.y] : []
  })
  return tops.length === 0 ? null : Math.min(...tops)
}

const SHOWN = ['p:sp', 'p:pic', 'p:cxnSp']

const EMPTY: Root = { type: 'root', children: [] }

interface SlideGround {
  readonly colour: string | null
  readonly marks: readonly Element[]
}

function groundOf(part: TemplatePart, drawing: Drawing): SlideGround {
  const [background] = allIn(part.root ?? EMPTY, 'p:bg')
  const properties = childOf(background, 'p:bgPr')
  const reference = childOf(background, 'p:bgRef')
  const styles = allIn(drawing.theme, 'a:bgFillStyleLst')[0]?.children.filter((child) => child.type === 'element') ?? []
  const fill = properties ?? wrapped(styles[Number(reference?.attributes.idx) - 1001])
  const placeholder = colourIn(reference, drawing.scheme)?.hex
  const solid = colourIn(childOf(fill, 'a:solidFill'), drawing.scheme, placeholder)
  // What shines through is the slide's paper, which is white.
  if (solid !== null)
    return { colour: formatHex(interpolate(['#ffffff', solid.hex])(solid.alpha)) ?? solid.hex, marks: [] }
  const { width, height } = drawing.canvas
  const whole = { x: 0, y: 0, width, height }
  const picture = childOf(fill, 'a:blipFill')
  if (picture !== undefined) return { colour: null, marks: pictureIn(picture, part, whole, drawing) ?? [] }
  const gradient = childOf(fill, 'a:gradFill')
  if (gradient !== undefined)
    return {
      colour: gradientStops(gradient, drawing.scheme, placeholder)[0]?.hex ?? null,
      marks: filled(gradient, whole, drawing, placeholder),
    }
  return { colour: placeholder ?? null, marks: [] }
}

function wrapped(child: Element['children'][number] | undefined): Element | undefined {
  return child?.type === 'element' ? { type: 'element', name: 'fill', attributes: {}, children: [child] } : undefined
}

/** Each shape as SVG; null for one that cannot be drawn. Placeholders are left out. */
function drawn(
  tree: Element | undefined,
  part: TemplatePart,
  drawing: Drawing,
): readonly (readonly Element[] | null)[] {
  return (tree?.children ?? []).flatMap((child): (readonly Element[] | null)[] => {
    if (child.type !== 'element') return []
    if (child.name === 'p:grpSp') return isPlainGroup(child) ? [...drawn(child, part, drawing)] : [null]
    if (child.name === 'p:pic') {
      const box = boxOf(child)
      return box === null ? [] : [pictureIn(childOf(child, 'p:blipFill'), part, scaled(box, drawing), drawing)]
    }
    if (child.name !== 'p:sp' && child.name !== 'p:cxnSp') return []
    if (placeIn(child) !== undefined) return []
    const box = boxOf(child)
    return box === null ? [] : [shapeMarks(child, part, scaled(box, drawing), drawing)]
  })
}

/** A group whose content is neither scaled nor moved. */
function isPlainGroup(group: Element): boolean {
  const frame = childOf(group, 'p:grpSpPr', 'a:xfrm')
  const same = (one: string, other: string, names: readonly [string, string]) => {
    const [a, b] = [childOf(frame, one), childOf(frame, other)]
    return names.every((name) => a?.attributes[name] === b?.attributes[name])
  }
  return frame === undefined || (same('a:off', 'a:chOff', ['x', 'y']) && same('a:ext', 'a:chExt', ['cx', 'cy']))
}

function scaled({ x: left, y, width, height }: Box, { scale }: Drawing): Box {
  const px = (emu: number) => Math.round(emu * scale * 100) / 100
  return { x: px(left), y: px(y), width: px(width), height: px(height) }
}

function shapeMarks(shape: Element, part: TemplatePart, box: Box, drawing: Drawing): readonly Element[] | null {
  const properties = childOf(shape, 'p:spPr')
  const style = childOf(shape, 'p:style')
  const outline = outlineOf(shape, box)
  if (outline === null) return null
  const picture = childOf(properties, 'a:blipFill')
  if (picture !== undefined) return pictureIn(picture, part, box, drawing)
  const isEmpty = childOf(properties, 'a:noFill') !== undefined
  const reference = Number(childOf(style, 'a:fillRef')?.attributes.idx) > 0 ? childOf(style, 'a:fillRef') : undefined
  const fill = isEmpty
    ? null
    : (colourIn(childOf(properties, 'a:solidFill'), drawing.scheme) ??
      gradientStops(childOf(properties, 'a:gradFill'), drawing.scheme)[0] ??
      colourIn(reference, drawing.scheme))
  const line = childOf(properties, 'a:ln')
  const lined =
    childOf(line, 'a:noFill') !== undefined
      ? null
      : (colourIn(childOf(line, 'a:solidFill'), drawing.scheme) ??
        (Number(childOf(style, 'a:lnRef')?.attributes.idx) > 0
          ? colourIn(childOf(style, 'a:lnRef'), drawing.scheme)
          : null))
  if (fill === null && lined === null) return []
  const turn = Number(childOf(properties, 'a:xfrm')?.attributes.rot ?? 0) / 60_000
  const width = Math.max(1, (Number(line?.attributes.w) || 9525) * drawing.scale)
  return [
    x(outline.name, {
      ...outline.attributes,
      fill: fill?.hex ?? 'none',
      ...(fill && fill.alpha < 1 && { 'fill-opacity': String(fill.alpha) }),
      ...(lined && {
        stroke: lined.hex,
        'stroke-width': String(Math.round(width * 10) / 10),
        'stroke-opacity': String(lined.alpha),
      }),
      ...(turn !== 0 && { transform: `rotate(${turn} ${box.x + box.width / 2} ${box.y + box.height / 2})` }),
    }),
  ]
}

interface Outline {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
}

function outlineOf(shape: Element, { x: left, y, width, height }: Box): Outline | null {
  const properties = childOf(shape, 'p:spPr')
  const preset = childOf(properties, 'a:prstGeom')?.attributes.prst
  const custom = childOf(properties, 'a:custGeom')
  if (custom !== undefined) return customOutline(custom, { x: left, y, width, height })
  const [right, bottom] = [left + width, y + height]
  const points = (...pairs: readonly (readonly [number, number])[]): Outline => ({
    name: 'polygon',
    attributes: { points: pairs.map((pair) => pair.join(',')).join(' ') },
  })
  switch (preset) {
    case 'rect':
    case 'snip1Rect':
      return {
        name: 'rect',
        attributes: { x: String(left), y: String(y), width: String(width), height: String(height) },
      }
    case 'roundRect':
      return {
        name: 'rect',
        attributes: {
          x: String(left),
          y: String(y),
          width: String(width),
          height: String(height),
          rx: String(Math.min(width, height) / 6),
        },
      }
    case 'ellipse':
      return {
        name: 'ellipse',
        attributes: {
          cx: String(left + width / 2),
          cy: String(y + height / 2),
          rx: String(width / 2),
          ry: String(height / 2),
        },
      }
    case 'line':
    case 'straightConnector1':
      return { name: 'line', attributes: { x1: String(left), y1: String(y), x2: String(right), y2: String(bottom) } }
    case 'triangle':
      return points([left + width / 2, y], [right, bottom], [left, bottom])
    case 'rtTriangle':
      return points([left, y], [right, bottom], [left, bottom])
    default:
      return null
  }
}

/** A path of moves, lines and curves; null if it has other commands, or computed points. */
function customOutline(custom: Element, { x: left, y, width, height }: Box): Outline | null {
  const [path] = allIn(custom, 'a:path')
  const [wide, high] = [Number(path?.attributes.w), Number(path?.attributes.h)]
  if (path === undefined || !(wide > 0) || !(high > 0)) return null
  const letters: Readonly<Record<string, string>> = {
    'a:moveTo': 'M',
    'a:lnTo': 'L',
    'a:cubicBezTo': 'C',
    'a:quadBezTo': 'Q',
    'a:close': 'Z',
  }
  const steps = path.children.filter((child): child is Element => child.type === 'element')
  const data = steps.map((step) => {
    const points = allIn(step, 'a:pt').map(
      ({ attributes }) =>
        `${round(left + (Number(attributes.x) / wide) * width)} ${round(y + (Number(attributes.y) / high) * height)}`,
    )
    return `${letters[step.name] ?? '?'}${points.join(' ')}`
  })
  const d = data.join('')
  return d.includes('?') || d.includes('NaN') ? null : { name: 'path', attributes: { d } }
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}

function gradientStops(
  gradient: Element | undefined,
  scheme: Scheme,
  placeholder?: string,
): readonly { hex: string; alpha: number; at: number }[] {
  return (gradient === undefined ? [] : allIn(gradient, 'a:gs')).flatMap((stop) => {
    const colour = colourIn(stop, scheme, placeholder)
    return colour === null ? [] : [{ ...colour, at: Number(stop.attributes.pos) / 100_000 }]
  })
}

function filled(gradient: Element, box: Box, { scheme }: Drawing, placeholder?: string): readonly Element[] {
  const stops = gradientStops(gradient, scheme, placeholder)
  const angle = ((Number(childOf(gradient, 'a:lin')?.attributes.ang ?? 5_400_000) / 60_000) * Math.PI) / 180
  const [dx, dy] = [Math.cos(angle) / 2, Math.sin(angle) / 2]
  return [
    x(
      'linearGradient',
      {
        id: 'ground',
        x1: String(round(0.5 - dx)),
        y1: String(round(0.5 - dy)),
        x2: String(round(0.5 + dx)),
        y2: String(round(0.5 + dy)),
      },
      stops.map(({ hex, alpha, at }) =>
        x('stop', { offset: String(at), 'stop-color': hex, 'stop-opacity': String(alpha) }),
      ),
    ),
    x('rect', {
      x: String(box.x),
      y: String(box.y),
      width: String(box.width),
      height: String(box.height),
      fill: 'url(#ground)',
    }),
  ]
}

/** Picture formats that our drawings may contain. */
const KINDS: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
}

/** A larger picture would make the drawing exceed the 4 MB that are read. */
const MOST_BYTES = 2 * 2 ** 20

function pictureIn(
  fill: Element | undefined,
  part: TemplatePart,
  box: Box,
  { template }: Drawing,
): readonly Element[] | null {
  const id = childOf(fill, 'a:blip')?.attributes['r:embed']
  const target = part.relations.find((relation) => relation.id === id)?.target ?? ''
  const bytes = template.parts.get(target)?.bytes
  const kind = KINDS[target.slice(target.lastIndexOf('.') + 1).toLowerCase()]
  if (bytes === undefined || kind === undefined || bytes.length > MOST_BYTES) return null
  const crop = childOf(fill, 'a:srcRect')?.attributes ?? {}
  const [l, t, r, b] = ['l', 't', 'r', 'b'].map((side) => Number(crop[side] ?? 0) / 100_000)
  const [cutX, cutY] = [1 - (l ?? 0) - (r ?? 0), 1 - (t ?? 0) - (b ?? 0)]
  if (!(cutX > 0) || !(cutY > 0)) return null
  const [width, height] = [box.width / cutX, box.height / cutY]
  const image = x('image', {
    x: String(round(-(l ?? 0) * width)),
    y: String(round(-(t ?? 0) * height)),
    width: String(round(width)),
    height: String(round(height)),
    preserveAspectRatio: 'none',
    href: `data:${kind};base64,${bytes.toString('base64')}`,
  })
  // A nested viewport crops the picture.
  return [
    x('svg', { x: String(box.x), y: String(box.y), width: String(box.width), height: String(box.height) }, [image]),
  ]
}

import { createHash } from 'node:crypto'
import type { Element } from 'hast'
import type { Area, BrowserPage } from '../../browser/browser-page.ts'
import type { Figure, Scene } from '../../client/scene/scene.ts'
import type { Event } from '../../model/event.ts'
import type { Theme } from '../../model/theme.ts'
import type { RenderedSlide } from '../../render/slide.ts'
import { chartIn } from './chart-frame.ts'
import type { PackagePart } from './package.ts'

/** The pictures of a deck, each stored once. */
export interface PptxMedia {
  readonly parts: readonly PackagePart[]
  /**
   * Returns the paths of a picture and of the SVG drawing that it stands in for, if any; null for a picture that could
   * not be loaded.
   */
  of(figure: Figure): Images | null
}

export interface Images {
  readonly path: string
  readonly svg: string | null
  /** The share to crop at each side; 0 for a captured picture, which is cropped already. */
  readonly crop: Figure['crop']
}

/** A rendered deck, with everything needed to collect its pictures. */
export interface Gallery {
  readonly slides: readonly RenderedSlide[]
  readonly scenes: readonly Scene[]
  readonly theme: Theme
  readonly event: Event | null
  /** A page that shows the slides, one under another; null without a browser. */
  readonly page: BrowserPage | null
}

/** Picture formats that every program can show, with their file name extensions. */
const ENDINGS: Readonly<Record<string, string>> = { 'image/png': 'png', 'image/jpeg': 'jpeg', 'image/gif': 'gif' }

/** Pixels per CSS pixel of pictures taken of the page. */
const SCALE = 3

/** Collects the bytes of every picture. Drawings on the page, and formats that not every program knows, are captured as PNG. */
export async function gather({ slides, scenes, theme, event, page }: Gallery): Promise<PptxMedia> {
  const parts = new Map<string, PackagePart>()
  const found = new Map<Figure, Images>()
  const known = new Map<string, string>()
  const add = (bytes: Uint8Array, type: string): string => {
    const hash = createHash('sha256').update(bytes).digest('hex')
    const path =
      known.get(hash) ?? `ppt/media/lectern${known.size + 1}.${type === 'image/svg+xml' ? 'svg' : ENDINGS[type]}`
    known.set(hash, path)
    parts.set(path, { path, type, content: bytes, relations: [] })
    return path
  }
  const shots: Shot[] = []
  for (const [index, scene] of scenes.entries()) {
    const rendered = slides[index]
    if (rendered === undefined) continue
    const images = imagesIn(rendered.element)
    // A chart needs no picture, because programs draw it from its data.
    const chart = chartIn({ slide: rendered.slide, scene })?.figure
    for (const figure of scene.pictures.filter((each) => each !== chart)) {
      const data = dataOf(figure, images, event)
      if (data !== null && data.type in ENDINGS) {
        found.set(figure, { path: add(data.bytes, data.type), svg: null, crop: figure.crop })
        continue
      }
      const drawing = data?.type === 'image/svg+xml' ? data : null
      if (page !== null || drawing !== null) shots.push({ index, figure, drawing })
    }
  }
  const taken = await page?.cutOuts(
    shots.map((shot) => areaOf(shot, theme)),
    SCALE,
  )
  for (const [at, { figure, drawing }] of shots.entries()) {
    const shot = taken?.[at]
    const isCropped = figure.crop.some((share) => share > 0)
    // The SVG and the captured picture would share one crop, and only the SVG needs it.
    const svg = drawing === null || (isCropped && shot !== undefined) ? null : add(drawing.bytes, drawing.type)
    found.set(figure, {
      path: add(shot ?? EMPTY, 'image/png'),
      svg,
      crop: shot === undefined ? figure.crop : [0, 0, 0, 0],
    })
  }
  return { parts: [...parts.values()], of: (figure) => found.get(figure) ?? null }
}

/** A transparent picture of one pixel, shown instead of an SVG drawing by programs that cannot show SVG. */
const EMPTY = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=',
  'base64',
)

/** A picture to capture from the page. */
interface Shot {
  /** The index of its slide, from 0. */
  readonly index: number
  readonly figure: Figure
  /** The SVG drawing that it shows; null if the page itself draws it. */
  readonly drawing: Data | null
}

function areaOf({ index, figure: { rect } }: Shot, { canvas }: Theme): Area {
  const left = Math.max(0, rect.x)
  const top = Math.max(0, rect.y)
  return {
    left,
    top: index * canvas.height + top,
    width: Math.max(1, Math.min(canvas.width - left, rect.width)),
    height: Math.max(1, Math.min(canvas.height - top, rect.height)),
  }
}

interface Data {
  readonly type: string
  readonly bytes: Uint8Array
}

function dataOf({ kind, source }: Figure, images: readonly string[], event: Event | null): Data | null {
  if (kind === 'image') return parsed(images[Number(source)])
  if (kind !== 'logo' || event === null) return null
  const [, name] = /\blogo-(own|\d+)\b/.exec(source) ?? []
  const logo = name === 'own' ? event.logo : event.sponsors[Number(name) - 1]?.logo
  const version = source.endsWith('dark') ? 'dark' : 'light'
  return parsed(logo?.[version]?.picture.data)
}

function parsed(address: string | undefined): Data | null {
  const [, type, encoding, data] = /^data:([^;,]+)((?:;[^;,]+)*),(.*)$/s.exec(address ?? '') ?? []
  if (type === undefined || data === undefined) return null
  const isPacked = encoding?.includes(';base64') ?? false
  return { type, bytes: isPacked ? Buffer.from(data, 'base64') : new TextEncoder().encode(decodeURIComponent(data)) }
}

/** The addresses of the images in a slide's markup, in order. */
function imagesIn(element: Element): readonly string[] {
  const own = element.tagName === 'img' ? [String(element.properties.src ?? '')] : []
  return [...own, ...element.children.flatMap((child) => (child.type === 'element' ? imagesIn(child) : []))]
}

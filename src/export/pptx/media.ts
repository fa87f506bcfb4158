// Collects the pictures of a PowerPoint file.

import { createHash } from 'node:crypto'
import type { Element } from 'hast'
import type { Area, BrowserPage } from '../../browser/browser-page.ts'
import type { Figure, Scene } from '../../client/scene/scene.ts'
import type { Event } from '../../model/event.ts'
import type { Theme } from '../../model/theme.ts'
import type { RenderedSlide } from '../../render/slide.ts'
import { type DataUrlContent, decodeDataUrl } from '../../util/data-url.ts'
import type { BackgroundPicture } from './capture-backgrounds.ts'
import { chartOn } from './chart-frame.ts'
import type { PackagePart } from './package.ts'

/** The pictures of a deck, each stored once. */
export interface PptxMedia {
  readonly parts: readonly PackagePart[]
  /**
   * Returns the paths of a picture, and of the SVG drawing that it stands in for, if any; null for a chart, and for a
   * picture that could be neither decoded nor captured.
   */
  filesOf(figure: Figure): PictureFiles | null
  /** Returns the path of the picture behind the slide with this id; null if there is none. */
  backgroundOf(id: string): string | null
}

export interface PictureFiles {
  readonly path: string
  readonly svg: string | null
  /** The fraction to crop at each side; 0 for a captured picture, which is cropped already. */
  readonly crop: Figure['crop']
}

/** A rendered deck, with everything that is needed to collect its pictures. */
export interface MediaSource {
  readonly slides: readonly RenderedSlide[]
  readonly scenes: readonly Scene[]
  /** The picture behind each slide; null for none. */
  readonly backgrounds: readonly (BackgroundPicture | null)[]
  readonly theme: Theme
  readonly event: Event | null
  /** A page that shows the slides, one below another; null without a browser. */
  readonly page: BrowserPage | null
}

/** Picture formats that every program can show, with their file name extensions. */
const EXTENSIONS: Readonly<Record<string, string>> = { 'image/png': 'png', 'image/jpeg': 'jpeg', 'image/gif': 'gif' }

/** Device pixels per CSS pixel in pictures that are captured from the page. */
const SCALE = 3

/**
 * Collects the bytes of every picture. Drawings on the page, and pictures in formats that not every program supports,
 * are captured as PNG.
 */
export async function collectMedia({
  slides,
  scenes,
  backgrounds,
  theme,
  event,
  page,
}: MediaSource): Promise<PptxMedia> {
  const { parts, add } = createStore()
  const files = new Map<Figure, PictureFiles>()
  const backgroundPaths = new Map<string, string>()
  for (const [index, { slide }] of slides.entries()) {
    const picture = backgrounds[index]
    if (picture) backgroundPaths.set(slide.id, add(picture.bytes, picture.type))
  }
  const captures: Capture[] = []
  for (const [index, scene] of scenes.entries()) {
    const rendered = slides[index]
    if (rendered === undefined) continue
    const imageUrls = imageUrlsIn(rendered.element)
    // A chart needs no picture, because programs draw it from its data.
    const chart = chartOn({ slide: rendered.slide, scene })?.figure
    for (const figure of scene.pictures.filter((picture) => picture !== chart)) {
      const data = decodeFigure(figure, imageUrls, event)
      if (data !== null && data.type in EXTENSIONS) {
        files.set(figure, { path: add(data.bytes, data.type), svg: null, crop: figure.crop })
        continue
      }
      const drawing = data?.type === 'image/svg+xml' ? data : null
      if (page !== null || drawing !== null) captures.push({ index, figure, drawing })
    }
  }
  const screenshots = await takeScreenshots(captures, { slides, theme, page })
  for (const [index, capture] of captures.entries())
    files.set(capture.figure, addCapture(capture, screenshots[index], add))
  return {
    parts: [...parts.values()],
    filesOf: (figure) => files.get(figure) ?? null,
    backgroundOf: (id) => backgroundPaths.get(id) ?? null,
  }
}

/** Takes a screenshot of each figure; of a logo that is at the same place on slides of the same layout, only once. */
async function takeScreenshots(
  captures: readonly Capture[],
  { slides, theme, page }: Pick<MediaSource, 'slides' | 'theme' | 'page'>,
): Promise<readonly (Uint8Array | undefined)[]> {
  const keys = captures.map(({ index, figure: { kind, source, rect, crop } }, number) =>
    kind === 'logo' ? JSON.stringify([source, rect, crop, slides[index]?.slide.layout]) : String(number),
  )
  const distinct = [...new Set(keys)]
  const areas = distinct.flatMap((key) => {
    const capture = captures[keys.indexOf(key)]
    return capture === undefined ? [] : [areaOf(capture, theme)]
  })
  const screenshots = await page?.captureAreas(areas, SCALE)
  return keys.map((key) => screenshots?.[distinct.indexOf(key)])
}

/** Makes a store that contains each picture once. `add` returns its path. */
function createStore() {
  const parts = new Map<string, PackagePart>()
  const pathsByHash = new Map<string, string>()
  const add = (bytes: Uint8Array, type: string): string => {
    const hash = createHash('sha256').update(bytes).digest('hex')
    const path =
      pathsByHash.get(hash) ??
      `ppt/media/lectern${pathsByHash.size + 1}.${type === 'image/svg+xml' ? 'svg' : EXTENSIONS[type]}`
    pathsByHash.set(hash, path)
    parts.set(path, { path, type, content: bytes, relationships: [] })
    return path
  }
  return { parts, add }
}

/**
 * Stores a captured picture, with the SVG drawing that it shows unless it is cropped. If there is no browser to capture
 * it, a transparent picture stands in for the drawing.
 */
function addCapture(
  { figure, drawing }: Capture,
  screenshot: Uint8Array | undefined,
  add: (bytes: Uint8Array, type: string) => string,
): PictureFiles {
  const isCropped = figure.crop.some((fraction) => fraction > 0)
  // The SVG and the screenshot would share one crop, and only the SVG needs it.
  const svg = drawing === null || (isCropped && screenshot !== undefined) ? null : add(drawing.bytes, drawing.type)
  return {
    path: add(screenshot ?? TRANSPARENT_PIXEL, 'image/png'),
    svg,
    crop: screenshot === undefined ? figure.crop : [0, 0, 0, 0],
  }
}

/** A transparent picture of one pixel, shown instead of an SVG drawing by programs that cannot show SVG. */
const TRANSPARENT_PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=',
  'base64',
)

/** A picture to capture from the page. */
interface Capture {
  /** The index of its slide, from 0. */
  readonly index: number
  readonly figure: Figure
  /** The SVG drawing that the picture shows; null if the page itself draws the picture. */
  readonly drawing: DataUrlContent | null
}

function areaOf({ index, figure: { rect } }: Capture, { canvas }: Theme): Area {
  const left = Math.max(0, rect.x)
  const top = Math.max(0, rect.y)
  return {
    left,
    top: index * canvas.height + top,
    width: Math.max(1, Math.min(canvas.width - left, rect.width)),
    height: Math.max(1, Math.min(canvas.height - top, rect.height)),
  }
}

function decodeFigure(
  { kind, source }: Figure,
  imageUrls: readonly string[],
  event: Event | null,
): DataUrlContent | null {
  if (kind === 'image') return decodeDataUrl(imageUrls[Number(source)] ?? '')
  if (kind !== 'logo' || event === null) return null
  const [, name] = /\blogo-(own|\d+)\b/.exec(source) ?? []
  const logo = name === 'own' ? event.logo : event.sponsors[Number(name) - 1]?.logo
  const version = source.endsWith('dark') ? 'dark' : 'light'
  return decodeDataUrl(logo?.[version]?.picture.data ?? '')
}

/** Lists the addresses of the images in a slide's markup, in order. */
function imageUrlsIn(element: Element): readonly string[] {
  const urls = element.tagName === 'img' ? [String(element.properties.src ?? '')] : []
  return [...urls, ...element.children.flatMap((child) => (child.type === 'element' ? imageUrlsIn(child) : []))]
}

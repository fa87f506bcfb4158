// Renders pictures, diagrams and media.

import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Diagram, Line, Media, Picture, PictureContent } from '../model/draft.ts'
import type { RenderContext } from '../model/layout.ts'
import { fileNameIn, normalizedText, pictureLabel } from '../model/picture-label.ts'
import { lineIn } from './markup.ts'

/** A picture that can be shown: a diagram, or a picture that has been loaded. */
export type ReadyPicture = Diagram | (Picture & { readonly content: PictureContent })

export function isReady(picture: Picture | Diagram): picture is ReadyPicture {
  return 'drawing' in picture || picture.content !== null
}

export interface Size {
  readonly width: number
  readonly height: number
}

export function sizeOf(picture: ReadyPicture): Size {
  return 'drawing' in picture ? picture : picture.content
}

export function renderReadyPicture(picture: ReadyPicture): Element {
  return 'drawing' in picture ? renderDiagram(picture) : renderPicture(picture, picture.content)
}

/** Returns the CSS declaration that limits how wide a picture is shown, if there is a limit. */
export function widthLimitOf(picture: ReadyPicture): readonly string[] {
  return 'drawing' in picture ? [diagramLimit(picture.width)] : pictureLimit(picture.content)
}

function diagramLimit(width: number): string {
  return `--picture-most:${width * MAX_DIAGRAM_SCALE}px`
}

function pictureLimit({ width, isDrawing, media }: PictureContent): readonly string[] {
  return isDrawing || media !== undefined ? [] : [`--picture-most:${width * MAX_PICTURE_SCALE}px`]
}

/** How much a diagram may be enlarged; beyond that, its words would be too large for a slide. */
const MAX_DIAGRAM_SCALE = 2

function renderDiagram({ drawing, width, height, label }: Diagram): Element {
  const style = `--picture-ratio:${width / height};${diagramLimit(width)}`
  const properties = { ...drawing.properties, className: ['picture', 'diagram'], role: 'img', ariaLabel: label, style }
  return { ...drawing, properties }
}

/** How much a picture may be enlarged; beyond that, it looks blurred. */
const MAX_PICTURE_SCALE = 2

function renderPicture({ image }: Picture, content: PictureContent): Element {
  const { data, width, height, media } = content
  if (media !== undefined) return renderMedia(image, content, media)
  return h('img.picture', {
    src: data,
    alt: normalizedText(image.alt) || normalizedText(image.title),
    style: [`--picture-ratio:${width / height}`, ...pictureLimit(content)].join(';'),
  })
}

/**
 * Renders a player and a poster, which replaces the player on paper. For a file that is not embedded, renders only a
 * poster that links to the file.
 */
function renderMedia(
  image: Picture['image'],
  { data, width, height }: PictureContent,
  { kind, data: src }: Media,
): Element {
  const label = pictureLabel({ image })
  if (src === null) {
    const link = { href: linkTo(image.url), target: '_blank', rel: ['noopener'] }
    return h('div.picture.media', { style: `--picture-ratio:${width / height}` }, [
      h('a.linked', link, [h('img.poster', { src: data, alt: label })]),
    ])
  }
  return h('div.picture.media', { style: `--picture-ratio:${width / height}` }, [
    h('img.poster', { src: data, alt: label }),
    h(kind, { className: ['player'], src, controls: true, preload: 'metadata', ariaLabel: label }),
  ])
}

/** Renders words in place of a missing picture: its caption, its alternative text, its title or its file name. */
export function missingPicture({ image }: Picture, caption: Line | null, context: RenderContext): Element {
  const label = pictureLabel({ image })
  return caption === null
    ? h('div.picture-words', { role: 'img', ariaLabel: label }, [h('p.caption', { ariaHidden: 'true' }, label)])
    : h('div.picture-words', [...lineIn('p.caption', caption, context)])
}

/** Makes a link to a file next to the deck from its address in the article. */
function linkTo(address: string): string {
  const name = fileNameIn(address)
  try {
    return encodeURIComponent(decodeURIComponent(name))
  } catch {
    return encodeURIComponent(name)
  }
}

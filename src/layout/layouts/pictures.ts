import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Diagram, Line, Media, Picture, PictureContent } from '../../model/draft.ts'
import type { Surroundings } from '../../model/layout.ts'
import { lineIn } from '../markup.ts'

export type Shown = Diagram | (Picture & { readonly content: PictureContent })

export function isShown(picture: Picture | Diagram): picture is Shown {
  return 'drawing' in picture || picture.content !== null
}

export interface Size {
  readonly width: number
  readonly height: number
}

export function sizeOf(picture: Shown): Size {
  return 'drawing' in picture ? picture : picture.content
}

export function renderShown(picture: Shown): Element {
  return 'drawing' in picture ? renderDiagram(picture) : renderPicture(picture, picture.content)
}

/** Words larger than those of a slide's text by this are out of proportion. */
const MOST_ENLARGED_WORDS = 1.35

function renderDiagram({ drawing, width, height, label }: Diagram): Element {
  const style = `--picture-ratio:${width / height};--picture-most:${width * MOST_ENLARGED_WORDS}px`
  const properties = { ...drawing.properties, className: ['picture', 'diagram'], role: 'img', ariaLabel: label, style }
  return { ...drawing, properties }
}

/** A picture shown larger than this, for each of its own pixels, is a blur. */
const MOST_ENLARGED = 2

function renderPicture({ image }: Picture, content: PictureContent): Element {
  const { data, width, height, isDrawing, media } = content
  if (media !== undefined) return renderMedia(image, content, media)
  const most = isDrawing ? [] : [`--picture-most:${width * MOST_ENLARGED}px`]
  return h('img.picture', {
    src: data,
    alt: wordsFor(image.alt) || wordsFor(image.title),
    style: [`--picture-ratio:${width / height}`, ...most].join(';'),
  })
}

/** What plays, over a poster that stands for it where nothing does: on paper, and in pictures of slides. */
function renderMedia(
  image: Picture['image'],
  { data, width, height }: PictureContent,
  { kind, data: src }: Media,
): Element {
  const label = wordsFor(image.alt) || wordsFor(image.title) || nameOf(image.url)
  return h('div.picture.media', { style: `--picture-ratio:${width / height}` }, [
    h('img.poster', { src: data, alt: label }),
    h(kind, { className: ['player'], src, controls: true, preload: 'metadata', ariaLabel: label }),
  ])
}

/** The file's name is furniture, there for the speaker to know what is missing. */
export function frame({ image }: Picture, caption: Line | null, surroundings: Surroundings): Element {
  const name = nameOf(image.url)
  const label = wordsFor(image.alt) || wordsFor(image.title) || name
  return h('div.picture-frame', caption === null ? { role: 'img', ariaLabel: label } : {}, [
    ...lineIn('p.caption', caption, surroundings),
    h('p.picture-name', { ariaHidden: 'true' }, name),
  ])
}

function wordsFor(text: string | null | undefined): string {
  return (text ?? '').replace(/\s+/gu, ' ').trim()
}

/** A longer name of a file says no more. */
const LONGEST_NAME = 60

/** The last part of an address; of an image that the article itself holds, what it calls it: `data:image/png`. */
function nameOf(address: string): string {
  const isInline = /^\s*data:/i.test(address)
  const [path = ''] = address.trim().split(isInline ? /[;,]/ : /[?#]/, 1)
  const name = isInline ? path : (path.split(/[/\\]/).findLast((part) => part !== '') ?? '')
  return name.replace(/\p{C}/gu, '').slice(0, LONGEST_NAME)
}

// Parses HTML, without running or loading anything.

import type { Element, Properties, Root, Text } from 'hast'
import { Parser } from 'htmlparser2'
import type { VFile } from 'vfile'
import { LIMITS, type LimitMessage } from '../limits.ts'
import { reportRemoved } from '../normalise-text.ts'
import { writeCodeLineBreaks } from './code-line-breaks.ts'
import { isTextContainer, splitAtBreaks } from './line-breaks.ts'
import { FAR_TOO_DEEP, INLINE_SVG, report, TOO_DEEP, TOO_MANY_ELEMENTS, TOO_MUCH_TEXT } from './page-messages.ts'
import { separateSpeaker } from './speakers.ts'
import { writeSuperscripts } from './superscripts.ts'
import { IGNORED_TAGS, PROPERTIES } from './tags.ts'
import { normaliseValue, startTranscript, type Transcript } from './transcript.ts'
import { HEADING_TAG } from './tree.ts'
import { endHeading } from './unclosed-headings.ts'
import type { WebPage } from './web-page.ts'

/**
 * Parses any HTML in linear time, without running or loading anything. Elements that are nested too deeply are reduced
 * to their words. If there are too many elements or too much text, the rest is left out. A message says where.
 */
export function parsePage(html: string, file: VFile): WebPage {
  const transcript = startTranscript(html)
  const root: Root = { type: 'root', children: [] }
  const state: ParserState = {
    elements: [],
    texts: [],
    open: [root],
    transcript,
    file,
    isTooDeep: false,
    mediaLabel: '',
    coveredCells: 0,
    textChunkCount: 0,
  }
  const parser = new Parser({
    onopentag(name, rawAttributes) {
      const attributes = Object.fromEntries(
        Object.entries(rawAttributes).map(([key, value]) => [key, normaliseValue(value)]),
      )
      if (state.elements.length === LIMITS.pageElements || state.open.length > LIMITS.openElements) stop()
      else addElement(state, { name, attributes, index: parser.startIndex })
    },
    ontext(data) {
      if (addText(state, data, parser.startIndex)) stop()
    },
    onclosetag(_name, isImplied) {
      const element = closeElement(state, isImplied ? parser.startIndex : parser.endIndex + 1)
      const parent = state.open.at(-1)
      if (isImplied && parent && element && HEADING_TAG.test(element.tagName)) endHeading(element, parent)
    },
  })
  const stop = (): void => {
    parser.pause()
    report(limitMessageOf(state), { index: parser.startIndex, transcript, file })
  }
  parser.write(html)
  parser.end()
  for (const element of state.open) if (element?.position) element.position.end = transcript.point(parser.endIndex)
  for (const text of state.texts) text.value = withPlainSpaces(text.value)
  writeSuperscripts(root)
  reportRemoved(transcript.removed, file)
  return { root, source: transcript.source(), elements: state.elements, texts: state.texts }
}

interface ParserState {
  readonly elements: Element[]
  readonly texts: Text[]
  /** The open elements, innermost last; undefined for an element whose content is not read. */
  readonly open: (Root | Element | undefined)[]
  readonly transcript: Transcript
  readonly file: VFile
  isTooDeep: boolean
  /** The label of the last video or audio element, for its `source` elements. */
  mediaLabel: string
  /** The number of cells covered by other cells so far. */
  coveredCells: number
  /** The number of chunks of text that the parser has emitted so far. */
  textChunkCount: number
}

interface OpeningTag {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  /** The offset of the tag's `<` in the file. */
  readonly index: number
}

function addElement(state: ParserState, tag: OpeningTag): void {
  const { elements, open, transcript, file } = state
  const { name, attributes, index } = tag
  const parent = open.at(-1)
  addMedia(state, tag)
  if (name === 'svg' && open.some((each) => each?.type === 'element' && each.tagName === 'figure'))
    report(INLINE_SVG, { index, transcript, file })
  if (!parent || isIgnored(name, attributes)) {
    open.push(undefined)
    return
  }
  if (open.length > LIMITS.elementNesting) {
    if (!state.isTooDeep) report(TOO_DEEP, { index, transcript, file })
    state.isTooDeep = true
    open.push(parent)
    return
  }
  const start = transcript.point(index)
  const properties = propertiesOf(attributes)
  state.coveredCells += coveredCellsOf(properties)
  if (state.coveredCells > LIMITS.spannedCells) for (const key of ['colSpan', 'rowSpan']) delete properties[key]
  const element: Element = {
    type: 'element',
    tagName: name,
    properties,
    children: [],
    position: { start, end: start },
  }
  parent.children.push(element)
  elements.push(element)
  open.push(element)
}

/** Adds a video or audio file, as an image in a figure, to the innermost open element whose content is read. */
function addMedia(state: ParserState, { name, attributes, index }: OpeningTag): void {
  if (['video', 'audio'].includes(name)) state.mediaLabel = attributes['aria-label'] ?? attributes.title ?? ''
  const media = state.open.at(-1) || name === 'source' ? mediaIn(name, attributes, state.mediaLabel) : null
  const parent = state.open.findLast((each) => each !== undefined)
  if (media === null || parent === undefined || hasMedia(parent, media)) return
  const start = state.transcript.point(index)
  const position = { start, end: start }
  const image: Element = { type: 'element', tagName: 'img', properties: media, children: [], position }
  parent.children.push({ type: 'element', tagName: 'figure', properties: {}, children: [image], position })
  state.elements.push(image)
}

/** Adds text as far as the limits allow. Returns whether a limit was exceeded. */
function addText(state: ParserState, data: string, index: number): boolean {
  const { open, transcript } = state
  const parent = open.at(-1)
  if (!parent) return false
  state.textChunkCount += 1
  const charactersLeft = LIMITS.pageCharacters - transcript.point(0).offset
  if (state.textChunkCount > LIMITS.pageTextChunks || charactersLeft <= 0) return true
  const last = parent.children.at(-1)
  if (parent.type === 'element' && parent.tagName === 'script') {
    addScript(parent, data)
    return false
  }
  const start = transcript.point(index)
  const value = transcript.add(data.slice(0, charactersLeft), index)
  const end = transcript.point(index + data.length)
  if (last?.type === 'text' && last.position) {
    last.value += value
    last.position.end = end
  } else {
    const text: Text = { type: 'text', value, position: { start, end } }
    parent.children.push(text)
    state.texts.push(text)
  }
  return data.length > charactersLeft
}

/** Closes the innermost open element and returns it, unless its content is not read. */
function closeElement({ open, transcript }: ParserState, end: number): Element | undefined {
  const element = open.length > 1 ? open.pop() : undefined
  if (!element?.position || element.type === 'root' || open.includes(element)) return undefined
  element.position.end = transcript.point(end)
  if (isTextContainer(element)) splitParagraphs(element)
  if (element.tagName === 'pre') writeCodeLineBreaks(element)
  separateSpeaker(element)
  return element
}

/** Returns the message about the limit that was reached. */
function limitMessageOf({ open, elements }: ParserState): LimitMessage {
  if (open.length > LIMITS.openElements) return FAR_TOO_DEEP
  return elements.length < LIMITS.pageElements ? TOO_MUCH_TEXT : TOO_MANY_ELEMENTS
}

/** Divides an element into paragraphs at sequences of line breaks. A paragraph that is divided becomes a `div`. */
function splitParagraphs(element: Element): void {
  const children = splitAtBreaks(element.children)
  if (element.tagName === 'p' && children.length !== element.children.length) element.tagName = 'div'
  element.children = children
}

/**
 * Returns the properties of an image with the address of a video or audio file that was saved with the page; null for
 * any other element. The bytes of the file show later whether it is video or audio.
 */
function mediaIn(name: string, { src = '' }: Readonly<Record<string, string>>, mediaLabel: string) {
  if (!['video', 'audio', 'source'].includes(name) || !LOCAL_MEDIA.test(src)) return null
  return { src, alt: mediaLabel }
}

const LOCAL_MEDIA = /^(?![a-z][a-z\d+.-]*:|\/\/)[^?#]+\.(?:mp4|m4v|webm|ogv|mp3|m4a|ogg|oga|wav)$/i

/**
 * Whether an element already ends with another video or audio file. If there are several sources, only the first is
 * used.
 */
function hasMedia({ children }: Root | Element, { src }: { readonly src: string }): boolean {
  const last = children.at(-1)
  const [image] = last?.type === 'element' && last.tagName === 'figure' ? last.children : []
  const lastSrc = image?.type === 'element' ? image.properties.src : undefined
  return typeof lastSrc === 'string' && lastSrc !== src && LOCAL_MEDIA.test(lastSrc)
}

/** Whether the content of an element is ignored. Scripts are kept only if they contain data about the page. */
function isIgnored(name: string, { type }: Readonly<Record<string, string>>): boolean {
  return name === 'script' ? type?.trim().toLowerCase() !== 'application/ld+json' : IGNORED_TAGS.has(name)
}

function addScript(script: Element, data: string): void {
  const [last] = script.children
  if (last?.type === 'text') last.value += data
  else script.children.push({ type: 'text', value: data })
}

function propertiesOf(attributes: Readonly<Record<string, string>>): Properties {
  const properties: Properties = {}
  for (const [attribute, value] of Object.entries(attributes)) {
    const property = PROPERTIES.get(attribute)
    if (property === 'className')
      properties.className = value.split(/\s+/, LIMITS.classes).filter((name) => name !== '')
    else if (property) properties[property] = value
  }
  return properties
}

/** Returns the number of cells that a spanning cell covers; 0 for any other element. */
function coveredCellsOf({ colSpan, rowSpan }: Properties): number {
  if (colSpan === undefined && rowSpan === undefined) return 0
  return Math.max(1, Number.parseInt(String(colSpan), 10) || 1) * Math.max(1, Number.parseInt(String(rowSpan), 10) || 1)
}

/**
 * Turns ideographic and most non-breaking spaces into ordinary spaces. Non-breaking spaces stay inside numbers, between
 * a number and its unit, and beside French punctuation.
 */
function withPlainSpaces(value: string): string {
  return value
    .replaceAll('\u3000', ' ')
    .replace(NON_BREAKING_SPACE, (space, index: number) => (keepsTogether(value, index) ? space : ' '))
}

const NON_BREAKING_SPACE = /[\u00A0\u202F]/g

function keepsTogether(value: string, index: number): boolean {
  const before = value.charAt(index - 1)
  const after = value.charAt(index + 1)
  return before === '«' || /[;:!?»%]/.test(after) || (/\d/.test(before) && /[\p{L}\d]/u.test(after))
}

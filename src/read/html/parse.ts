import type { Element, Properties, Root, Text } from 'hast'
import { Parser } from 'htmlparser2'
import type { VFile } from 'vfile'
import { LIMITS } from '../limits.ts'
import { isDivided, parted } from './line-breaks.ts'
import { PROPERTIES, SILENT } from './tags.ts'
import { type Transcript, transcribe } from './transcript.ts'
import type { Page } from './web-page.ts'

/**
 * Parses HTML in linear time, whatever it is: nothing runs, nothing loads. Elements nested too deeply are reduced to their words,
 * and what follows after too many is left out; a message says where.
 */
export function parsePage(html: string, file: VFile): Page {
  const transcript = transcribe(html)
  const root: Root = { type: 'root', children: [] }
  const elements: Element[] = []
  const texts: Text[] = []
  /** The open parents, innermost last; undefined for those whose content is not read. */
  const open: (Root | Element | undefined)[] = [root]
  let isTooDeep = false
  /** That of the last video or sound. */
  let label = ''
  let spans = 0
  let stretches = 0

  const parser = new Parser({
    onopentag(name, attributes) {
      const parent = open.at(-1)
      if (elements.length === LIMITS.pageElements || open.length > LIMITS.openElements) return stop()
      if (/^(?:video|audio)$/.test(name)) label = attributes['aria-label'] ?? attributes.title ?? ''
      const media = parent || name === 'source' ? mediaIn(name, attributes, label) : null
      const holder = open.findLast((each) => each !== undefined)
      if (media !== null && holder !== undefined && !holds(holder, media)) {
        const start = transcript.point(parser.startIndex)
        const position = { start, end: start }
        const image: Element = { type: 'element', tagName: 'img', properties: media, children: [], position }
        holder.children.push({ type: 'element', tagName: 'figure', properties: {}, children: [image], position })
        elements.push(image)
      }
      if (!parent || isSilent(name, attributes)) return void open.push(undefined)
      if (open.length > LIMITS.elements) {
        if (!isTooDeep) tell(TOO_DEEP, { index: parser.startIndex, transcript, file })
        isTooDeep = true
        return void open.push(parent)
      }
      const start = transcript.point(parser.startIndex)
      const element: Element = {
        type: 'element',
        tagName: name,
        properties: propertiesOf(attributes),
        children: [],
        position: { start, end: start },
      }
      spans += spanOf(element.properties)
      if (spans > LIMITS.spannedCells) for (const key of ['colSpan', 'rowSpan']) delete element.properties[key]
      parent.children.push(element)
      elements.push(element)
      open.push(element)
    },
    ontext(data) {
      const parent = open.at(-1)
      if (!parent) return
      stretches += 1
      const room = LIMITS.pageCharacters - transcript.point(0).offset
      if (stretches > LIMITS.pageTexts || room <= 0) return stop()
      const last = parent.children.at(-1)
      if (parent.type === 'element' && parent.tagName === 'script') return void addScript(parent, data)
      const start = transcript.point(parser.startIndex)
      const value = transcript.add(data.slice(0, room), parser.startIndex)
      const end = transcript.point(parser.startIndex + data.length)
      if (data.length > room) stop()
      if (last?.type === 'text' && last.position) {
        last.value += value
        last.position.end = end
        return
      }
      const text: Text = { type: 'text', value, position: { start, end } }
      parent.children.push(text)
      texts.push(text)
    },
    onclosetag(_name, isImplied) {
      const element = open.length > 1 ? open.pop() : undefined
      if (!element?.position || open.includes(element)) return
      element.position.end = transcript.point(isImplied ? parser.startIndex : parser.endIndex + 1)
      if (element.type === 'element' && isDivided(element)) divide(element)
    },
  })
  const stop = (): void => {
    parser.pause()
    const told =
      open.length > LIMITS.openElements
        ? FAR_TOO_DEEP
        : elements.length < LIMITS.pageElements
          ? TOO_MUCH_TEXT
          : TOO_MANY
    tell(told, { index: parser.startIndex, transcript, file })
  }
  parser.write(html)
  parser.end()
  for (const element of open) if (element?.position) element.position.end = transcript.point(parser.endIndex)
  for (const text of texts) text.value = withPlainSpaces(text.value)
  tellRemoved(transcript, file)
  return { root, source: transcript.source(), elements, texts }
}

/** Line breaks used as paragraph breaks become paragraphs, which must not be inside a paragraph. */
function divide(element: Element): void {
  const children = parted(element.children)
  if (element.tagName === 'p' && children.length !== element.children.length) element.tagName = 'div'
  element.children = children
}

/** A video or a sound of a saved page's own folder as an image with its address; its bytes will tell what it is. */
function mediaIn(name: string, { src = '' }: Readonly<Record<string, string>>, label: string) {
  if (!/^(?:video|audio|source)$/.test(name) || !LOCAL_MEDIA.test(src)) return null
  return { src, alt: label }
}

const LOCAL_MEDIA = /^(?![a-z][a-z\d+.-]*:|\/\/)[^?#]+\.(?:mp4|m4v|webm|ogv|mp3|m4a|ogg|oga|wav)$/i

/** Whether the last thing in an element is a video or a sound already: of several sources the first is taken. */
function holds({ children }: Root | Element, { src }: { readonly src: string }): boolean {
  const last = children.at(-1)
  const [image] = last?.type === 'element' && last.tagName === 'figure' ? last.children : []
  const own = image?.type === 'element' ? image.properties.src : undefined
  return typeof own === 'string' && own !== src && LOCAL_MEDIA.test(own)
}

/** Scripts are kept only if they contain data about the page. */
function isSilent(name: string, { type }: Readonly<Record<string, string>>): boolean {
  return name === 'script' ? type?.trim().toLowerCase() !== 'application/ld+json' : SILENT.has(name)
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

/** How many cells of a table this one spans. */
function spanOf({ colSpan, rowSpan }: Properties): number {
  if (colSpan === undefined && rowSpan === undefined) return 0
  return Math.max(1, Number.parseInt(String(colSpan), 10) || 1) * Math.max(1, Number.parseInt(String(rowSpan), 10) || 1)
}

/** Non-breaking spaces become plain ones, except those between a number and its unit or before French punctuation. */
function withPlainSpaces(value: string): string {
  return value
    .replaceAll('\u3000', ' ')
    .replace(UNBROKEN, (space, index: number) => (isHolding(value, index) ? space : ' '))
}

const UNBROKEN = /[\u00A0\u202F]/g

function isHolding(value: string, index: number): boolean {
  const before = value.charAt(index - 1)
  const after = value.charAt(index + 1)
  return before === '«' || /[;:!?»%]/.test(after) || (/\d/.test(before) && /[\p{L}\d]/u.test(after))
}

interface LimitMessage {
  readonly ruleId: string
  readonly reason: string
}

const TOO_DEEP: LimitMessage = {
  ruleId: 'too-deep',
  reason: `Elements nest deeper than ${LIMITS.elements} levels from here on; what is in the deeper ones is read without them.`,
}

const FAR_TOO_DEEP: LimitMessage = {
  ruleId: 'too-deep',
  reason: `Elements nest deeper than ${LIMITS.openElements} levels and the page is read up to here; save it as text instead.`,
}

const TOO_MANY: LimitMessage = {
  ruleId: 'too-long',
  reason: `The page has more than ${LIMITS.pageElements} elements and is read up to here; divide it.`,
}

const TOO_MUCH_TEXT: LimitMessage = {
  ruleId: 'too-long',
  reason: 'The page has more text than can be said in a day and is read up to here; divide it.',
}

interface Circumstances {
  readonly index: number
  readonly transcript: Transcript
  readonly file: VFile
}

function tell({ ruleId, reason }: LimitMessage, { index, transcript, file }: Circumstances): void {
  const { line, column } = transcript.point(index)
  file.message(reason, { place: { line, column }, source: 'lectern', ruleId })
}

function tellRemoved({ removed }: Transcript, file: VFile): void {
  const [place] = removed
  if (!place) return
  const what = removed.length === 1 ? 'A control character was' : `${removed.length} control characters were`
  file.message(`${what} left out; the first one stands here.`, {
    place,
    source: 'lectern',
    ruleId: 'control-characters',
  })
}

// Normalises the markup that names the speaker of a quotation, so that it reads as in prose: "— Ada Marsh".

import type { Element, ElementContent, Root, Text } from 'hast'
import { isAttribution, SPEAKER_DASH } from '../../grammar/quotation-marks.ts'
import { isBlock, lineOf, textOf } from './tree.ts'

/**
 * Turns the speaker of a block quotation into a paragraph that ends the quotation: "— Ada Marsh". Pages name speakers
 * in a `footer` or a `cite`, or in the caption of a figure. An `aside` that ends with a speaker becomes a block
 * quotation. The element is changed in place.
 */
export function separateSpeaker(element: Element): void {
  if (element.tagName === 'figure') moveCaption(element)
  if (element.tagName === 'aside' && namesSpeaker(lastChildWithWords(element))) element.tagName = 'blockquote'
  if (element.tagName !== 'blockquote') return
  const last = lastChildWithWords(element)
  if (last?.type !== 'element') return
  if (last.tagName === 'footer') markSpeaker(last)
  else if (last.tagName === 'cite') moveCitation(element, last, element)
  else if (last.tagName === 'p') {
    const citation = lastChildWithWords(last)
    if (citation?.type === 'element' && citation.tagName === 'cite') moveCitation(last, citation, element)
  }
}

/** Whether the last part of an aside names a speaker, so that the aside is a quotation. */
function namesSpeaker(last: ElementContent | undefined): boolean {
  return last?.type === 'element' && last.tagName === 'p' && isAttribution(lineOf(last))
}

/** Moves the caption of a figure into the quotation in it, if the figure contains nothing else. */
function moveCaption(figure: Element): void {
  const [quotation, caption, ...others] = figure.children.filter((child) => lineOf(child) !== '')
  if (quotation?.type !== 'element' || quotation.tagName !== 'blockquote' || others.length > 0) return
  if (caption?.type !== 'element' || caption.tagName !== 'figcaption') return
  figure.children.splice(figure.children.indexOf(caption), 1)
  quotation.children.push(caption)
  markSpeaker(caption)
}

/** Moves the citation at the end of `parent` into a separate paragraph, unless it belongs to the words before it. */
function moveCitation(parent: Element, citation: Element, quotation: Element): void {
  const index = parent.children.indexOf(citation)
  const before = parent.children.slice(0, index).findLast((child) => isLineBreak(child) || textOf(child).trim() !== '')
  const isAlone = before === undefined || isBlock(before)
  if (isAlone && parent.tagName === 'p') markSpeaker(parent)
  else if (isAlone || isLineBreak(before) || ENDS_QUOTATION.test(textOf(before))) {
    if (before?.type === 'text') before.value = before.value.replace(DASH_AT_END, '')
    const paragraph: Element = { type: 'element', tagName: 'p', properties: {}, children: [citation] }
    parent.children.splice(index, 1)
    quotation.children.push({ ...paragraph, position: citation.position })
    markSpeaker(paragraph)
  }
}

/** Turns an element into a paragraph, or into a `div` if it contains blocks, with a dash before its words. */
function markSpeaker(element: Element): void {
  // A class such as "footer" would be taken for page furniture.
  element.properties = {}
  element.tagName = element.children.some(isBlock) ? 'div' : 'p'
  const text = firstTextIn(element)
  if (text !== undefined && !DASH_AT_START.test(lineOf(element))) text.value = `— ${text.value.trimStart()}`
}

const DASH_AT_START = new RegExp(`^${SPEAKER_DASH}`, 'u')
const DASH_AT_END = new RegExp(String.raw`\s*${SPEAKER_DASH}?\s*$`, 'u')
const ENDS_QUOTATION = new RegExp(String.raw`[.!?…"”’»]\s*(?:${SPEAKER_DASH})?$`, 'u')

function lastChildWithWords({ children }: Element): ElementContent | undefined {
  return children.findLast((child) => lineOf(child) !== '')
}

function isLineBreak(node: ElementContent): boolean {
  return node.type === 'element' && node.tagName === 'br'
}

function firstTextIn(node: Element | Root): Text | undefined {
  for (const child of node.children) {
    if (child.type === 'text' && child.value.trim() !== '') return child
    const found = child.type === 'element' ? firstTextIn(child) : undefined
    if (found !== undefined) return found
  }
  return undefined
}

import type { Element, Nodes, Root } from 'hast'
import { hasLetterOrDigit } from '../../util/letters-and-digits.ts'
import { wordSet } from '../../util/word-set.ts'
import { articleNodes } from './article-nodes.ts'
import { isCaption, isFigureLike, isImage } from './figures.ts'
import { isHidden } from './hidden.ts'
import { isSubtitle } from './page-credits.ts'
import { findElements, HEADING_TAG, isBlock, lettersOf, lineOf, namePattern, namesOf } from './tree.ts'
import type { WebPage } from './web-page.ts'
import { hasLinkToPage } from './wrappers.ts'

type Test = (element: Element) => boolean

/**
 * Adds the figures and paragraphs between the headline and the first text of an article, if Readability left them out.
 */
export function withLead(content: Root, { elements }: WebPage, isExcluded: Test): Root {
  const start = startOfText(content)
  if (start === undefined) return content
  const before = elements.filter((element) => offsetOf(element) < start)
  const headline = before.findLastIndex(({ tagName }) => tagName === 'h1')
  if (headline < 0) return content
  const excludedEnd = Math.max(...before.filter(isExcluded).map(endOf), 0)
  const images = new Set(findElements(content, isImage).map(offsetOf))
  const figures = before
    .slice(headline)
    .filter((element) => element.tagName === 'figure' || isFigureLike(element))
    .filter((figure) => offsetOf(figure) >= excludedEnd && !hasLinkToPage(figure))
    .filter((figure) => findElements(figure, isImage).some((image) => !images.has(offsetOf(image))))
  const letters = lettersOf(content)
  const textOffsets = textOffsetsIn(content)
  const paragraphs = paragraphsIn(before.slice(headline + 1), isExcluded)
    .slice(0, MAX_PARAGRAPHS)
    .filter((paragraph) => !textOffsets.some((offset) => offset >= offsetOf(paragraph) && offset < endOf(paragraph)))
    .filter((paragraph) => !letters.includes(lettersOf(paragraph)))
  const lead = [...figures, ...paragraphs].toSorted((one, other) => offsetOf(one) - offsetOf(other))
  return { ...content, children: [...lead, ...content.children] }
}

/** Each paragraph is searched for in the whole article, so a page with more would take too long. */
const MAX_PARAGRAPHS = 100

/** Returns the offset of the first text that is too long for a byline and is not part of a subtitle. */
function startOfText(node: Nodes): number | undefined {
  if (node.type === 'text') return node.value.trim().length < MIN_TEXT_LENGTH ? undefined : node.position?.start.offset
  if (!('children' in node) || (node.type === 'element' && isSubtitle(node))) return undefined
  for (const child of node.children) {
    const start = startOfText(child)
    if (start !== undefined) return start
  }
  return undefined
}

/** In characters. */
const MIN_TEXT_LENGTH = 120

/** Lists the offsets of the texts in a node that contain words. */
function textOffsetsIn(node: Nodes): readonly number[] {
  if (node.type === 'text') return hasLetterOrDigit(node.value) ? [node.position?.start.offset ?? -1] : []
  return 'children' in node ? node.children.flatMap(textOffsetsIn) : []
}

/**
 * Lists the paragraphs among elements: prose without blocks in it, outside lists, figures, menus, notices and the like.
 * What is hidden or excluded is left out of them.
 */
function paragraphsIn(elements: readonly Element[], isExcluded: Test): readonly Element[] {
  let end = 0
  return elements.flatMap((element) => {
    if (offsetOf(element) < end) return []
    if (SKIPPED_TAGS.has(element.tagName) || isHidden(element) || isExcluded(element) || isNotice(element)) {
      end = endOf(element)
      return []
    }
    if (!PARAGRAPH_TAGS.has(element.tagName) || element.children.some(isBlock)) return []
    const paragraph = { ...element, children: articleNodes(element.children, isExcluded) }
    if (!isProse(paragraph)) return []
    end = endOf(element)
    return [{ ...paragraph, tagName: 'p' }]
  })
}

/** Whether an element contains words of the site rather than of the article. */
function isNotice(element: Element): boolean {
  return NOTICE_NAME.test(namesOf(element))
}

const NOTICE_NAME = namePattern('alerts?|banner|consent|cookies?|notices?')

const SKIPPED_TAGS: ReadonlySet<string> = wordSet(
  'a aside button dialog dl figure footer form nav noscript ol select table ul',
)
/** Headings are among them, because many pages mark a standfirst as a heading. */
const PARAGRAPH_TAGS: ReadonlySet<string> = new Set(['div', 'h2', 'h3', 'h4', 'p', 'section'])

/** Whether an element contains at least a sentence, few links and no list of credits: "Ada Marsh | 3 May". */
function isProse(element: Element): boolean {
  const line = lineOf(element)
  if (isCaption(element) || line.includes(' | ')) return false
  const links = findElements(element, ({ tagName }) => tagName === 'a')
  const linkedLength = links.reduce((sum, link) => sum + lineOf(link).length, 0)
  const end = HEADING_TAG.test(element.tagName) ? FULL_STOP : SENTENCE_END
  return line.length >= SHORTEST_SENTENCE && end.test(line) && linkedLength < line.length / 2
}

/** In characters. */
const SHORTEST_SENTENCE = 60
const SENTENCE_END = /[.!?…。！？۔।]["'”’»)]*$/u
const FULL_STOP = /[.。۔।]["'”’»)]*$/u

function offsetOf({ position }: Element): number {
  return position?.start.offset ?? 0
}

function endOf({ position }: Element): number {
  return position?.end.offset ?? 0
}

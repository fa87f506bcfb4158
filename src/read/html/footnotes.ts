// Marks the footnotes of a page and the references to them, and leaves out reviewers' comments.

import type { Element, ElementContent, Root } from 'hast'
import { FOOTNOTE_ID, idOf, isBackMark, isReferenceMark, linkedFootnoteIds, targetOf } from './footnote-ids.ts'
import { attributeOf, findElement, findElements, lineOf, namePattern, namesOf, replaceElements } from './tree.ts'

/** Our own tag for a footnote, because HTML has none. */
export const FOOTNOTE_TAG = 'lectern-note'

/** Our own tag for a reference to a footnote. */
export const FOOTNOTE_REFERENCE_TAG = 'lectern-reference'

/** Returns the identifier of a footnote, given its element or the element of a reference to it. */
export function identifierOf(element: Element): string {
  return attributeOf(element, 'id').toLowerCase()
}

/**
 * Marks the footnotes of a page, and the references to them, with tags of our own. The comments that word processors
 * save with a page are left out, since only the authors of the page were meant to read them.
 */
export function markFootnotes(content: Root, linkedIds: ReadonlySet<string> = linkedFootnoteIds(content)): Root {
  const isFootnoteId = (id: string) => FOOTNOTE_ID.test(id) || linkedIds.has(id)
  const marked = replaceElements(content, (element) => {
    if (COMMENT_CLASS.test(namesOf(element))) return []
    if (isFootnoteList(element, isFootnoteId)) return element.children.flatMap((child) => footnotesIn(child))
    if (element.tagName === 'table') return footnotesInTable(element, isFootnoteId) ?? [element]
    const id = footnoteIdOf(element, { isFootnoteId, linkedIds })
    if (id !== undefined) return [{ ...element, tagName: FOOTNOTE_TAG, properties: { id } }]
    return [element.tagName === 'div' ? joinFootnote(element) : element]
  })
  return replaceElements(marked, (element) => {
    if (element.tagName === FOOTNOTE_TAG && COMMENT_ID.test(attributeOf(element, 'id'))) return []
    if (isBackLink(element) || isTooltip(element)) return []
    if (isMark(element, isFootnoteId)) return referenceTo(element, isFootnoteId)
    return element.tagName === 'sup' ? withoutBrackets(element) : [element]
  })
}

/** Classes that Word gives to comments and to the references to them. */
const COMMENT_CLASS = /(?:^| )mso-?com(?:ment|txt|anchor|off)/i

/** Whether an element leads from a footnote back to the text: "↩" in most generators, "^ a b" in Wikipedia. */
function isBackLink(element: Element): boolean {
  return BACK_LINK_TAGS.has(element.tagName) && BACK_LINK_CLASS.test(namesOf(element)) && MARKS.test(lineOf(element))
}

/**
 * Whether an element repeats a footnote beside the reference to it, to be shown when the pointer is over the reference.
 */
function isTooltip(element: Element): boolean {
  const names = namesOf(element)
  return element.tagName !== 'sup' && /note/i.test(names) && /tool-?tip|pop-?over/i.test(names)
}

const BACK_LINK_TAGS: ReadonlySet<string> = new Set(['a', 'span', 'sup'])
const BACK_LINK_CLASS = namePattern('back-?(?:link|ref)|footnote-?back|reverse-?footnote')
/** Matches the words of such a link. A heading may have the same class, if it leads back to a table of contents. */
const MARKS = /^\S{1,3}(?:\s\S{1,3}){0,11}$/

type IsFootnoteId = (id: string) => boolean

/**
 * Whether a list consists of footnotes, judged by the ids of its items. An item to which nothing links may have no id.
 */
function isFootnoteList({ tagName, children }: Element, isFootnoteId: IsFootnoteId): boolean {
  const items = tagName === 'ol' || tagName === 'ul' ? children.filter((child) => child.type === 'element') : []
  const notes = items.filter((item) => footnoteIn(item) !== undefined || isFootnoteId(idOf(item)))
  return notes.length > items.length / 2
}

/** Returns an item that is a footnote, or the footnote that is its only content. Returns undefined if there is none. */
function footnoteIn(item: Element): Element | undefined {
  if (item.tagName === FOOTNOTE_TAG) return item
  const [only, ...others] = item.children.filter((child) => lineOf(child) !== '')
  return others.length === 0 && only?.type === 'element' && only.tagName === FOOTNOTE_TAG ? only : undefined
}

function footnotesIn(item: ElementContent): readonly Element[] {
  return item.type === 'element' ? [footnoteIn(item) ?? { ...item, tagName: FOOTNOTE_TAG }] : []
}

/** Returns the rows of a table as footnotes if most of them begin with a mark; undefined for any other table. */
function footnotesInTable(table: Element, isFootnoteId: IsFootnoteId): readonly Element[] | undefined {
  const rows = findElements(table, ({ tagName }) => tagName === 'tr')
  const ids = rows.map((row) => idAtStart(row, isFootnoteId))
  if (ids.filter((id) => id !== undefined).length <= rows.length / 2) return undefined
  return rows.map((row, index): Element => {
    const children = row.children.map((cell) => (cell.type === 'element' ? { ...cell, tagName: 'div' } : cell))
    return { ...row, tagName: FOOTNOTE_TAG, properties: { id: ids[index] ?? '' }, children }
  })
}

/** The ids of comments in pages saved by Google Docs. */
const COMMENT_ID = /^cmnt\d+$/i

const NOTE_PARAGRAPHS: ReadonlySet<string> = new Set(['dd', 'li', 'p'])

/**
 * Returns the id of a footnote: the id of its element, or of an anchor or a mark at the start of the element. Returns
 * undefined if the element is not a footnote.
 */
function footnoteIdOf(
  element: Element,
  { isFootnoteId, linkedIds }: { readonly isFootnoteId: IsFootnoteId; readonly linkedIds: ReadonlySet<string> },
): string | undefined {
  const own = idOf(element)
  const isBox = element.tagName === 'div' || element.tagName === 'aside'
  const holdsNote = findElement(element, ({ tagName }) => tagName === FOOTNOTE_TAG) !== undefined
  if (isBox) return linkedIds.has(own) && !holdsNote ? own : undefined
  if (!NOTE_PARAGRAPHS.has(element.tagName) || holdsNote) return undefined
  if (isFootnoteId(own) && element.tagName !== 'li') return own
  return idAtStart(element, isFootnoteId)
}

/**
 * Returns the id of the footnote in an element, if the element begins with an anchor or a mark (`[1]`) that has the id
 * of a footnote.
 */
function idAtStart(element: Element, isFootnoteId: IsFootnoteId): string | undefined {
  const anchors = openingElementsOf(element).filter((each) => {
    const words = lineOf(each).replace(BACK_MARKS, '')
    return words === '' || isReferenceMark(words)
  })
  const anchor = anchors.find((each) => isFootnoteId(idOf(each)) || COMMENT_ID.test(idOf(each)))
  if (anchor !== undefined) return idOf(anchor)
  // The mark leads back to a reference, whose id is like the footnote's: `#_ftnref1`.
  const targets = anchors.map(targetOf).filter((target) => BACK_ID.test(target))
  return targets.map((target) => target.replace(BACK_ID, '')).find((id) => FOOTNOTE_ID.test(id))
}

const BACK_MARKS = /^[↩⤴↑^]\uFE0E? ?/u
const BACK_ID = /[:_-]?ref(?=[:_-]?\d)/i

/** Lists the elements that begin before or with the first words of an element, in document order. */
function openingElementsOf({ children }: Element): readonly Element[] {
  const first = children.findIndex((child) => lineOf(child) !== '')
  return children
    .slice(0, first < 0 ? children.length : first + 1)
    .flatMap((child) => (child.type === 'element' ? [child, ...openingElementsOf(child)] : []))
}

/** Joins the paragraphs of a `div` if the first of them begins a footnote and no other does. */
function joinFootnote(element: Element): Element {
  const [first, ...others] = element.children.filter((child) => lineOf(child) !== '')
  if (first?.type !== 'element' || first.tagName !== FOOTNOTE_TAG || others.some(isOtherThanParagraph)) return element
  return { ...first, children: [{ ...first, tagName: 'p' }, ...others], position: element.position }
}

function isOtherThanParagraph(child: ElementContent): boolean {
  return child.type !== 'element' || child.tagName !== 'p'
}

/** Whether an element is a link to a footnote (`[1]`, `2`, `*`), or from a footnote back to the text (`↩`). */
function isMark(element: Element, isFootnoteId: IsFootnoteId): boolean {
  if (element.tagName !== 'sup' && element.tagName !== 'a') return false
  const link = findElement(element, ({ tagName }) => tagName === 'a')
  if (!link || targetOf(link) === '') return false
  const words = lineOf(element)
  if (isBackMark(words)) return true
  if (!isReferenceMark(words)) return false
  if (element.tagName === 'sup' || isFootnoteId(targetOf(link))) return true
  return /note|ref|ftn|edn|cmnt/i.test(`${namesOf(link)} ${attributeOf(link, 'href')}`)
}

/** Returns a reference to a footnote; an empty array for a link back to the text, whose target is not a footnote. */
function referenceTo(mark: Element, isFootnoteId: IsFootnoteId): readonly Element[] {
  const link = findElement(mark, ({ tagName }) => tagName === 'a')
  const id = link === undefined ? '' : targetOf(link)
  return isFootnoteId(id)
    ? [{ type: 'element', tagName: FOOTNOTE_REFERENCE_TAG, properties: { id }, children: [] }]
    : []
}

/** Leaves out the brackets and commas around references: "[1, 2]". */
function withoutBrackets(sup: Element): readonly Element[] {
  const references = findElements(sup, ({ tagName }) => tagName === FOOTNOTE_REFERENCE_TAG)
  return references.length > 0 && /^[\s[\](),;–-]*$/.test(lineOf(sup)) ? references : [sup]
}

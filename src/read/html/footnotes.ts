// Finds footnotes, the references to them, and comments of reviewers, which are left out.

import type { Element, ElementContent, Root } from 'hast'
import { attributeOf, findElement, lineOf, namesOf, replaceElements } from './tree.ts'

/** Our tag for a footnote, for which HTML has no element. */
export const NOTE_TAG = 'lectern-note'

/** Our tag for a reference to a footnote. */
export const REFERENCE_TAG = 'lectern-reference'

/** Returns the identifier of a footnote, from its element or from that of a reference. */
export function identifierOf(element: Element): string {
  return attributeOf(element, 'id').toLowerCase()
}

/**
 * Marks the footnotes of a page, and the references to them, with tags of our own. The comments that word processors
 * save with a page are left out, since only its authors were meant to read them.
 */
export function markFootnotes(content: Root): Root {
  const marked = replaceElements(content, (element) => {
    if (COMMENT_CLASS.test(namesOf(element))) return []
    if (isNoteList(element))
      return element.children.flatMap((child) => (child.type === 'element' ? [noteOf(child)] : []))
    const id = NOTE_PARAGRAPHS.has(element.tagName) ? idBeforeNote(element) : undefined
    if (id !== undefined) return [{ ...element, tagName: NOTE_TAG, properties: { id } }]
    return [element.tagName === 'div' ? joinedNote(element) : element]
  })
  return replaceElements(marked, (element) => {
    if (element.tagName === NOTE_TAG && COMMENT_ID.test(attributeOf(element, 'id'))) return []
    return isReferenceMark(element) ? referenceTo(element) : [element]
  })
}

/** Classes that Word gives to comments and to the references to them. */
const COMMENT_CLASS = /(?:^| )mso-?com(?:ment|txt|anchor|off)/i

/** Whether a list consists of footnotes, judged by the ids of its items. */
function isNoteList({ tagName, children }: Element): boolean {
  const items = children.filter((child) => child.type === 'element')
  return tagName === 'ol' && items.length > 0 && items.every((item) => item.tagName === NOTE_TAG || hasNoteId(item))
}

function hasNoteId(element: Element): boolean {
  return NOTE_ID.test(attributeOf(element, 'id'))
}

function noteOf(element: Element): Element {
  return { ...element, tagName: NOTE_TAG }
}

/** The ids of footnotes, but not those of references to them: `fn1`, `_ftn1`, `cite_note-2`, `sdfootnote1sym`. */
const NOTE_ID =
  /^(?:user-content-|_|sd)?(?:fn|ftnt?|footnote|endnote|edn|cite_note)(?![:_-]?ref)[\w:-]*\d(?!\d*anc$)[\w-]*$/i

/** The ids of comments in pages saved by Google Docs. */
const COMMENT_ID = /^cmnt\d+$/i

const NOTE_PARAGRAPHS: ReadonlySet<string> = new Set(['dd', 'li', 'p'])

/** Returns the id of the footnote that an element contains, if a mark with such an id opens it: `[1]`. */
function idBeforeNote(element: Element): string | undefined {
  const link = firstLinkIn(element)
  if (!link || !REFERENCE_MARK.test(lineOf(link))) return undefined
  const id = attributeOf(link, 'id') || attributeOf(link, 'name')
  return NOTE_ID.test(id) || COMMENT_ID.test(id) ? id : undefined
}

/** Finds the link that an element begins with. */
function firstLinkIn({ children }: Element): Element | undefined {
  const first = children.find((child) => lineOf(child) !== '')
  if (first?.type !== 'element') return undefined
  return first.tagName === 'a' ? first : firstLinkIn(first)
}

/** Joins the paragraphs of a `div` if the first of them opens a footnote, and no other does. */
function joinedNote(element: Element): Element {
  const [first, ...others] = element.children.filter((child) => lineOf(child) !== '')
  if (first?.type !== 'element' || first.tagName !== NOTE_TAG || others.some(isOtherThanParagraph)) return element
  return { ...first, children: [{ ...first, tagName: 'p' }, ...others], position: element.position }
}

function isOtherThanParagraph(child: ElementContent): boolean {
  return child.type !== 'element' || child.tagName !== 'p'
}

/** Whether an element is a link to a footnote (`[1]`, `2`, `*`), or from a footnote back to the text (`↩`). */
function isReferenceMark(element: Element): boolean {
  if (element.tagName !== 'sup' && element.tagName !== 'a') return false
  const link = findElement(element, ({ tagName }) => tagName === 'a')
  if (!link || !attributeOf(link, 'href').includes('#')) return false
  return (
    REFERENCE_MARK.test(lineOf(element)) &&
    (element.tagName === 'sup' || /note|ref|ftn|edn|cmnt/i.test(`${namesOf(link)} ${attributeOf(link, 'href')}`))
  )
}

const REFERENCE_MARK = /^(?:\[\d{1,3}\]|\d{1,3}|[*†‡]|\[[a-z]{1,2}\]|\[note \d{1,3}\]|↩︎?|↑|\^)$/u

/** Returns a reference to a footnote; nothing for a link back to the text, whose target is not a footnote. */
function referenceTo(mark: Element): readonly Element[] {
  const link = findElement(mark, ({ tagName }) => tagName === 'a')
  const id = link === undefined ? '' : (attributeOf(link, 'href').split('#').at(-1) ?? '')
  return NOTE_ID.test(id) ? [{ type: 'element', tagName: REFERENCE_TAG, properties: { id }, children: [] }] : []
}

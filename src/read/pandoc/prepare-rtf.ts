// Prepares rich-text files (.rtf) for Pandoc.

import { HEADING_MARKS, MARKS } from './paragraph-marks.ts'

/**
 * Rewrites the parts of a rich-text file that Pandoc leaves out or misreads, so that it reads them: footnotes,
 * pictures, text boxes, numbers of figures and tables, and the styles of headings. Deleted text becomes hidden text,
 * which Pandoc leaves out. A file whose groups are nested too deeply, or not closed, is returned as it is.
 */
export function prepareRichText(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const rewritten = rewriteGroups(text)
  if (rewritten === undefined) return bytes
  const marks = marksOfStyles(STYLESHEET.exec(text)?.[0] ?? '')
  return Buffer.from(
    rewritten
      .replace(/\\(?:\\|deleted(?![a-z]))/g, (word) => (word === '\\\\' ? word : '\\v'))
      .replace(PARAGRAPH_STYLE, (words, number: string) => {
        const mark = marks.get(number)
        return mark === undefined ? words : `${words}{\\uc1\\u${mark.charCodeAt(0) - 65_536}?}`
      }),
    'latin1',
  )
}

/** The style of a paragraph, after the command that resets the style of the paragraph before. */
const PARAGRAPH_STYLE = /\\pard(?![a-z])[^{}]{0,300}?\\s(\d{1,4})(?![a-z\d])/g
const STYLESHEET = /\{\\stylesheet[\s\S]{0,200000}?\}\s*\}/

function marksOfStyles(stylesheet: string): ReadonlyMap<string, string> {
  const styles = [...stylesheet.matchAll(/\{\\s(\d{1,4})(?!\d)[^{};]{0,1000}? ([\p{L}\d][\p{L}\d ]{0,60});\}/gu)]
  return new Map(
    styles.flatMap(([, number = '', name = '']): [string, string][] => {
      const [, mark] = MARKED_STYLES.find(([style]) => style.test(name)) ?? []
      return mark === undefined ? [] : [[number, mark]]
    }),
  )
}

/** The styles of Word and LibreOffice that are carried over as marks, recognised by the ends of their names. */
const MARKED_STYLES: readonly (readonly [RegExp, string])[] = [
  [/^Title$/, MARKS.title],
  [/^Subtitle$/, MARKS.subtitle],
  ...HEADING_MARKS.map((mark, index): [RegExp, string] => [new RegExp(`^heading ${index + 1}$`, 'i'), mark]),
  [/^caption$/i, MARKS.caption],
  [/^(?:Quotations|(?:Intense )?Quote)$/, MARKS.quotation],
  [/^(?:Contents (?:\d|Heading)|toc (?:\d|heading))$/i, MARKS.contents],
]

/** Rewrites all groups, innermost first. Returns undefined if they are nested too deeply or not closed. */
function rewriteGroups(text: string): string | undefined {
  const open: string[] = ['']
  let end = 0
  SEARCHED.lastIndex = 0
  for (let match = SEARCHED.exec(text); match; match = SEARCHED.exec(text)) {
    const { 0: word, index } = match
    if (match[1] !== undefined) SEARCHED.lastIndex = index + word.length + Number(match[1])
    if (word !== '{' && word !== '}') continue
    open.push(`${open.pop() ?? ''}${text.slice(end, index)}`)
    end = index + 1
    if (word === '{') open.push('{')
    else {
      const group = rewriteGroup(`${open.pop() ?? ''}}`)
      if (open.length === 0) return undefined
      open.push(`${open.pop() ?? ''}${group}`)
    }
    if (open.length > DEEPEST_GROUP) return undefined
  }
  return open.length === 1 ? `${open[0] ?? ''}${text.slice(end)}` : undefined
}

/** Braces, binary data with its length, and any other escape. */
const SEARCHED = /[{}]|\\(?:bin(\d{1,9}) ?|[\s\S])/g
const DEEPEST_GROUP = 200

function rewriteGroup(group: string): string {
  const [, name = ''] = /^\{\s*(?:\\\*\s*)?\\([a-z]+)/.exec(group) ?? []
  return REWRITES[name]?.(group) ?? group
}

const REWRITES: Readonly<Record<string, ((group: string) => string) | undefined>> = {
  // Pandoc ignores groups that begin with "\*", although it could read the contents of these two.
  footnote: (group) => group.replace('\\*', ''),
  shppict: (group) => group.replace(/\\\*\s*\\shppict/, ''),
  nonshppict: () => '',
  field: rewriteField,
  shp: rewriteShape,
}

/** Reduces a field, other than a link, to its result. A table of contents is left out. */
function rewriteField(group: string): string {
  const [, kind = ''] = /\\fldinst(?:[\s{}]|\\[a-z]+-?\d* ?)*([A-Z]+)/.exec(group) ?? []
  if (kind === 'HYPERLINK') return group
  return kind === 'TOC' ? '' : innerGroup(group, 'fldrslt')
}

/** Reduces a shape to its text, in separate paragraphs, or to its picture. */
function rewriteShape(group: string): string {
  const words = innerGroup(group, 'shptxt')
  if (words !== '') return words.replace(/\}$/, '\\par}')
  const picture = innerGroup(group, 'pict', '\\pict')
  return picture === '' ? '' : `{${picture}\\par}`
}

/**
 * Returns the first group called `name` inside another group, with its name replaced by `replacement`; an empty string
 * if there is none.
 */
function innerGroup(group: string, name: string, replacement = ''): string {
  const start = group.search(new RegExp(`\\{\\\\${name}(?![a-z])`))
  if (start < 0) return ''
  let depth = 0
  for (const { 0: brace, index } of group.slice(start).matchAll(/[{}]|\\[\s\S]/g)) {
    if (brace === '{') depth += 1
    if (brace === '}') depth -= 1
    if (depth === 0) return group.slice(start, start + index + 1).replace(`\\${name}`, replacement)
  }
  return ''
}

// Rewrites what Quarto adds to Pandoc, before a Pandoc or Quarto deck is rewritten.

import type { Edit } from '../../read/edit-source.ts'
import { closesFence } from '../../read/markdown/fence.ts'
import { type DeckLine, linesOf, replaceLine, wordsIn } from './deck-lines.ts'
import type { DeckToRewrite } from './deck-to-rewrite.ts'
import { shortcodeEdits } from './quarto-shortcodes.ts'

/**
 * Rewrites code cells, the annotations of listings, raw blocks, shortcodes, cross-references and the titles of callouts.
 */
export function quartoMarks(
  text: string,
  { values, report }: Pick<DeckToRewrite, 'values' | 'report'>,
): readonly Edit[] {
  const lines = linesOf(text)
  const words = wordsIn(lines)
  return [
    ...lines.flatMap((line, index) => cellEdits(line, lines.slice(index + 1), report)),
    ...lines.flatMap((line) => inlineCellEdits(line, report)),
    ...annotationEdits(lines),
    ...shortcodeEdits(words, { values, report }),
    ...referenceEdits(text, words),
    ...calloutTitles(words),
  ]
}

/** Reports inline cells, such as `` `r nrow(boats)` ``, and removes them from headings that have other words. */
function inlineCellEdits({ text, start, isCode }: DeckLine, report: DeckToRewrite['report']): readonly Edit[] {
  const cells = isCode ? [] : [...text.matchAll(INLINE_CELL)]
  if (cells.length === 0) return []
  report('cells', start)
  const [, heading = ''] = /^#{1,6}\s+([^{]*)/.exec(text.replace(INLINE_CELL, '')) ?? []
  return heading.trim() === ''
    ? []
    : cells.map(({ index, 0: { length } }) => ({ span: [start + index, start + index + length], replacement: '' }))
}

/** An inline cell, such as `` `r nrow(boats)` `` or `` `{python} len(boats)` ``. */
const INLINE_CELL = /(?<!`)`(?:r|\{(?:r|python|julia)\})\s[^`\n]+`(?!`)[ \t]?/g

/** Writes the marks of annotated lines, such as `a = 1 # <1>`, as the numbers of the list below: `a = 1 # (1)`. */
function annotationEdits(lines: readonly DeckLine[]): readonly Edit[] {
  return lines.flatMap(({ text, start, isCode }): readonly Edit[] => {
    const [, before = '', numbers] = (isCode && ANNOTATION.exec(text.trimEnd())) || []
    if (numbers === undefined) return []
    const from = start + before.length
    return [{ span: [from, from + numbers.length + 2], replacement: `(${numbers})` }]
  })
}

/** A comment at the end of a line that contains only the numbers of annotations. */
const ANNOTATION = /^(.*(?:\s|^)(?:#|\/\/|--|%|;|!|'|\/\*|<!--|\(\*)\s*)<(\d+(?:,\s*\d+)*)>(?:\s*(?:\*\/|-->|\*\)))?$/

/** Removes the options of cells, and whole cells that show only their output. Raw HTML loses its fences. */
function cellEdits(line: DeckLine, next: readonly DeckLine[], report: DeckToRewrite['report']): readonly Edit[] {
  const [, fence = '', language = ''] = (line.isCode && CELL.exec(line.text)) || []
  if (language === '') return []
  const end = next.findIndex(({ text }) => closesFence(text, fence))
  const content = next.slice(0, end < 0 ? undefined : end)
  const block = [line, ...content, ...next.slice(content.length, content.length + 1)]
  if (language === '=html') return block.filter((each) => !content.includes(each)).map((each) => replaceLine(each, ''))
  if (language.startsWith('=')) report('conditional', line.start)
  if (language.startsWith('=')) return block.map((each) => replaceLine(each, ''))
  const options = content.filter(({ text }) => CELL_OPTION.test(text))
  const has = (option: RegExp) => options.some(({ text }) => option.test(text))
  const isRun = language !== 'mermaid' && !has(/\beval:\s*false\b/)
  if (isRun) report('cells', line.start)
  const isCodeHidden = language !== 'mermaid' && has(/\b(?:echo|include):\s*false\b/)
  return isCodeHidden
    ? block.map((each) => replaceLine(each, ''))
    : options.map(({ start, text }): Edit => ({ span: [start, start + text.length + 1], replacement: '' }))
}

/** The fence of a cell, such as ` ```{python} `, or of a raw block, such as ` ```{=html} `. */
const CELL = /^\s*(`{3,}|~{3,})\s*\{\s*(=?[\w+-]+)[^}]*\}\s*$/
const CELL_OPTION = /^(?:#|\/\/|%%|--)\|\s/

/**
 * Replaces references such as `@fig-quay`, or `@fig:quay` of pandoc-crossref, with the number of the figure, and
 * references to headings with the heading's words.
 */
function referenceEdits(text: string, words: string): readonly Edit[] {
  const names = new Map<string, string>()
  for (const [kind, name] of Object.entries(NUMBERED)) {
    const labels = [...text.matchAll(new RegExp(`(?:\\{#|\\|\\s*label:\\s*)(${kind}[-:][\\w:-]*\\w)`, 'g'))]
    for (const label of new Set(labels.map(([, label = '']) => label))) {
      const count = [...names.keys()].filter((key) => key.startsWith(kind)).length + 1
      names.set(label, `${name} ${count}`)
    }
  }
  for (const [, heading = '', label = ''] of words.matchAll(/^#{1,6} +(.*?) *\{[^{}\n]*#(sec[-:][\w:-]+)[^{}\n]*\}/gm))
    names.set(label, heading)
  return [...words.matchAll(/\[?(-?)@((?:[Ff]ig|[Tt]bl|[Ll]st|[Ss]ec)[-:][\w:-]*\w)\]?/g)].flatMap(
    ({ index, 0: { length }, 1: hyphen = '', 2: label = '' }): readonly Edit[] => {
      // Pandoc-crossref begins a sentence with @Fig:quay.
      const key = label.charAt(0).toLowerCase() + label.slice(1)
      const name = names.get(key)
      if (name === undefined) return []
      const replacement = hyphen === '' || key.startsWith('sec') ? name : name.replace(/^\D+/, '')
      return [{ span: [index, index + length], replacement }]
    },
  )
}

const NUMBERED = { fig: 'Figure', tbl: 'Table', lst: 'Listing' }

/** Writes the title of a callout, such as `::: {.callout-tip title="Careful"}`, above its words. */
function calloutTitles(words: string): readonly Edit[] {
  return [...words.matchAll(/^\s*:{3,}\s*\{[^{}\n]*\.callout-[^{}\n]*\btitle="([^"{}\n]+)"[^{}\n]*\}.*$/gm)].map(
    ({ index, 0: { length }, 1: title = '' }): Edit => ({
      span: [index + length, index + length],
      replacement: `\n\n**${title}**\n`,
    }),
  )
}

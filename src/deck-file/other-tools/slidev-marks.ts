// Rewrites the marks that Slidev adds to Markdown, before a Slidev deck is rewritten.

import type { FrontMatterValue } from '../../model/article.ts'
import type { Edit } from '../../read/edit-source.ts'
import { type DeckLine, FORMULA, linesOf, replaceLine, withoutFormulas, wordsIn } from './deck-lines.ts'
import type { DeckToRewrite } from './deck-to-rewrite.ts'

/**
 * Rewrites the templates of slots, expressions and, if the deck uses them, the components and attributes of MDC (Markdown
 * Components).
 */
export function slidevMarks(
  text: string,
  { mdc, comark }: Readonly<Record<string, FrontMatterValue>>,
  report: DeckToRewrite['report'],
): readonly Edit[] {
  const lines = linesOf(text)
  const hasComponents = String(mdc) === 'true' || String(comark) === 'true'
  return [
    ...slotTemplates(lines),
    ...(hasComponents ? mdcEdits(lines, text) : []),
    ...expressionEdits(wordsIn(lines), report),
  ]
}

/** Writes the templates of slots (`<template v-slot:right>`) as slots (`::right::`). */
function slotTemplates(lines: readonly DeckLine[]): readonly Edit[] {
  let isOpen = false
  return lines.flatMap((line): readonly Edit[] => {
    if (line.isCode) return []
    const [, name] = /^\s*<template\s+(?:v-slot:|#)(default|left|right|top|bottom)\s*>\s*$/.exec(line.text) ?? []
    if (name !== undefined) {
      isOpen = true
      return [replaceLine(line, name === 'default' ? '' : `::${name}::`)]
    }
    if (!isOpen || !/^\s*<\/template>\s*$/.test(line.text)) return []
    isOpen = false
    return [replaceLine(line, '')]
  })
}

/** Removes expressions of Vue, such as `{{ $page }}`, which only Slidev can run. */
function expressionEdits(words: string, report: DeckToRewrite['report']): readonly Edit[] {
  return [...words.matchAll(EXPRESSION)].flatMap(({ index, 0: mark }): readonly Edit[] => {
    if (mark.startsWith('$')) return []
    report('components', index)
    return [{ span: [index, index + mark.length], replacement: '' }]
  })
}

/** An expression, or a formula, which may have double braces too. */
const EXPRESSION = new RegExp(`${FORMULA.source}|\\{\\{[^{}\\n]*\\}\\}`, 'g')

/**
 * Removes the components and attributes of MDC: the fences of `::div{class="grid"}`, components such as
 * `:icon{name="x"}`, and the attributes after pictures and spans. The words of spans and of `:v-click[words]` stay.
 * Components that show their content step by step become tags, which say so to the rest of the program.
 */
function mdcEdits(lines: readonly DeckLine[], text: string): readonly Edit[] {
  return [...withoutFormulas(wordsIn(lines)).matchAll(MDC)].map(({ index, 0: mark, 1: span, 2: content }): Edit => {
    const start = index + mark.indexOf('[') + 1
    const length = (span ?? content ?? '').length
    const step = /^[ \t]*:+v-(?:click|after)/.test(mark) ? '<v-clicks>' : ''
    return { span: [index, index + mark.length], replacement: `${step}${text.slice(start, start + length)}` }
  })
}

/** A span with attributes, attributes after a picture, the fence of a component, and an inline component. */
const MDC =
  /(?<!!)\[([^[\]\n]*)\]\{[^{}\n]*\}|(?<=\))\{[^{}\n]*\}|^[ \t]*::+(?:[\w-]+(?:\{[^{}\n]*\})?)?[ \t]*$(?<!^[ \t]*::[\w-]+::[ \t]*)|(?<![\w:]):[a-z][\w-]*(?:\[([^[\]\n]*)\](?:\{[^{}\n]*\})?|\{[^{}\n]*\})/gm

// Rewrites reveal-md decks as deck files.

import type { Edit } from '../../read/edit-source.ts'
import { optionsComment, type SlideOptions } from '../slide-options.ts'
import { type DeckLine, isBlank, linesOf, replaceLine } from './deck-lines.ts'
import type { DeckToRewrite } from './deck-to-rewrite.ts'
import { commentsIn } from './html-comments.ts'
import { hasMovingBackground, revealBackground } from './reveal-background.ts'

/** Rewrites the separators, attributes and notes of a reveal-md deck as Lectern writes them. */
export function rewriteRevealMd({ text, values, report }: DeckToRewrite): readonly Edit[] {
  const lines = linesOf(text)
  const edits: Edit[] = []
  const separators = new Set([
    literalSeparator(values.separator) ?? '---',
    literalSeparator(values.verticalSeparator) ?? (hasShortRules(lines) ? '--' : '----'),
  ])
  const notesMarker = literalSeparator(values.notesSeparator)?.toLowerCase()
  const starts = [0]
  let isInNotes = false
  for (const line of lines) {
    if (line.isCode) continue
    if (separators.has(line.text.trim())) {
      edits.push(replaceLine(line, '\n---\n'))
      starts.push(line.start + line.text.length)
      isInNotes = false
      continue
    }
    // A rule that does not divide slides is only decoration.
    if (/^\s*(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})$/.test(line.text)) edits.push(replaceLine(line, ''))
    const opening =
      notesMarker === undefined
        ? (/^\s*notes?:\s*/i.exec(line.text)?.[0] ?? '')
        : line.text.toLowerCase().startsWith(notesMarker)
          ? notesMarker
          : ''
    if (opening !== '' && !isInNotes) {
      isInNotes = true
      edits.push({ span: [line.start, line.start + opening.length], replacement: '\n\n:::notes\n\n' })
    }
  }
  const slides = starts.map((): { readonly options: Record<string, unknown> } => ({ options: {} }))
  for (const { span, content } of commentsIn(text, lines)) {
    const slide = slides[starts.findLastIndex((start) => start <= span[0])]
    const [, target, attributes = ''] = /^\s*\.(slide|element):([\s\S]*)$/.exec(content) ?? []
    if (target === 'slide' && hasMovingBackground(attributes)) report('backgrounds', span[0])
    if (target === 'slide' && /\bdata-transition|\bclass=/.test(attributes)) report('styles', span[0])
    if (slide !== undefined && target === 'slide') Object.assign(slide.options, optionsFrom(attributes))
    if (slide !== undefined && target === 'element' && /\bfragment\b/.test(attributes)) slide.options.steps = true
    const isSeparator = separators.has(text.slice(...span).trim())
    if (!isSeparator) edits.push({ span, replacement: '' })
  }
  edits.push(...formulaEdits(text, lines))
  for (const [index, { options }] of slides.entries()) {
    const start = starts[index] ?? 0
    const comment = optionsComment(options as SlideOptions)
    if (comment !== null) edits.push({ span: [start, start], replacement: `\n\n${comment}\n\n` })
  }
  return edits
}

/**
 * Whether two hyphens alone on a line divide slides, as in the documentation of reveal.js. reveal-md itself uses four.
 */
export function hasShortRules(lines: readonly DeckLine[]): boolean {
  const hasRule = (rule: RegExp) => lines.some(({ text, isCode }) => !isCode && rule.test(text))
  return (
    !hasRule(/^----\s*$/) &&
    lines.some(
      ({ text, isCode }, index) =>
        !isCode && /^--\s*$/.test(text) && isBlank(lines[index - 1]) && isBlank(lines[index + 1]),
    )
  )
}

/** Takes displayed formulas out of the code spans in which reveal.js expects them. */
function formulaEdits(text: string, lines: readonly DeckLine[]): readonly Edit[] {
  const codeStarts = new Set(lines.flatMap(({ start, isCode }) => (isCode ? [start] : [])))
  return [...text.matchAll(/^`(\$\$[^`]+\$\$)`[ \t]*$/gm)].flatMap(
    ({ index, 0: { length }, 1: formula = '' }): readonly Edit[] =>
      codeStarts.has(index) ? [] : [{ span: [index, index + length], replacement: formula }],
  )
}

function optionsFrom(attributes: string): SlideOptions {
  const attribute = (name: string) => new RegExp(`data-${name}\\s*=\\s*["']([^"']*)["']`).exec(attributes)?.[1]
  const background = revealBackground(attribute)
  return {
    ...(background !== undefined && { background: background.replace(/^url\(["']?|["']?\)$/g, '') }),
    ...(attribute('visibility') === 'hidden' && { hidden: true }),
  }
}

/**
 * Reads a separator from front matter, where it is a pattern that matches a line; undefined if the pattern is not plain
 * text.
 */
function literalSeparator(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  const line = value
    .replace(/^\^|\$$/g, '')
    .replace(/\\r\??|\\n|\r|\n/g, '')
    .trim()
  return line === '' || /[\\*+?()[\]{}|]/.test(line) ? undefined : line
}

// Rewrites marks of Pandoc that Markdown does not have, before a Pandoc or Quarto deck is rewritten.

import type { Edit } from '../../read/edit-source.ts'
import { scriptText } from '../../read/superscripts.ts'
import { type DeckLine, isBlank, linesOf, wordsIn } from './deck-lines.ts'

/** Rewrites line blocks, example lists, inline notes, superscripts and the captions of figures. */
export function pandocMarks(text: string): readonly Edit[] {
  const lines = linesOf(text)
  const words = wordsIn(lines)
  return [
    ...lineBlockEdits(lines),
    ...exampleEdits(words),
    ...inlineNoteEdits(words, text),
    ...asideEdits(words, text),
    ...superscriptEdits(words),
    ...captionEdits(lines),
  ]
}

/** Makes a paragraph of each line of a line block, such as `| The limerick packs laughs`. */
function lineBlockEdits(lines: readonly DeckLine[]): readonly Edit[] {
  return lines.flatMap((line, index): readonly Edit[] => {
    const [mark] = (!line.isCode && LINE_MARK.exec(line.text)) || []
    if (mark === undefined || isTableRow(lines, index)) return []
    return [{ span: [line.start, line.start + mark.length], replacement: '\n' }]
  })
}

const LINE_MARK = /^\|(?: +|$)/

/** Whether a line is in a table: a block with a delimiter row, or a line that ends in a bar. */
function isTableRow(lines: readonly DeckLine[], index: number): boolean {
  const start = lines.slice(0, index).findLastIndex(isBlank) + 1
  const length = lines.slice(index).findIndex(isBlank)
  const block = lines.slice(start, length < 0 ? undefined : index + length)
  return block.some(({ text }) => /^[|+]?[ \t]*:?[-=]{2,}/.test(text) || /^\|.*\|\s*$/.test(text))
}

/** Numbers the items `(@)` and `(@gate)` of example lists, and the references to them. */
function exampleEdits(words: string): readonly Edit[] {
  const numbers = new Map<string, number>()
  const items = [...words.matchAll(/^( {0,3})\(@([\w-]*)\)(?=\s)/gm)].map(
    ({ index, 0: mark, 1: indent = '', 2: label = '' }, position): Edit => {
      numbers.set(label, position + 1)
      return { span: [index + indent.length, index + mark.length], replacement: `${position + 1}.` }
    },
  )
  const references = [...words.matchAll(/\(@([\w-]+)\)/g)].flatMap(({ index, 0: mark, 1: label = '' }): Edit[] => {
    const number = numbers.get(label)
    return number === undefined ? [] : [{ span: [index, index + mark.length], replacement: `(${number})` }]
  })
  const otherItems = [...words.matchAll(/^( {0,3})(?:#\.|\((\d{1,3})\))(?= )/gm)].map(
    ({ index, 0: mark, 1: indent = '', 2: number = '1' }): Edit => ({
      span: [index + indent.length, index + mark.length],
      replacement: `${number}.`,
    }),
  )
  return [...items, ...references, ...otherItems]
}

/** Moves inline notes, such as `^[Here it is.]`, to the notes of their slide, below their block. */
function inlineNoteEdits(words: string, text: string): readonly Edit[] {
  return [...words.matchAll(INLINE_NOTE)].flatMap(({ index, 0: { length } }) =>
    moveToNotes(words, { index, length, note: text.slice(index + 2, index + length - 1) }),
  )
}

const INLINE_NOTE = /\^\[(?:[^[\]\n]|\n(?![ \t]*\n)|\[[^[\]\n]*\])+\]/g

/** Moves Quarto's inline asides, such as `[More on this]{.aside}`, to the notes of their slide, below their block. */
function asideEdits(words: string, text: string): readonly Edit[] {
  return [...words.matchAll(/[ \t]{0,4}(?<!!)\[([^[\]]*)\]\{[^{}\n]{0,200}\.aside\b[^{}\n]{0,200}\}/g)].flatMap(
    ({ index, 0: { length }, 1: { length: noteLength } = '' }): readonly Edit[] => {
      const start = index + text.slice(index).indexOf('[') + 1
      return moveToNotes(words, { index, length, note: text.slice(start, start + noteLength) })
    },
  )
}

interface MovedText {
  readonly index: number
  readonly length: number
  readonly note: string
}

/** Removes text, and writes a note below its block. */
function moveToNotes(words: string, { index, length, note }: MovedText): readonly Edit[] {
  const blank = words.slice(index + length).search(/\n[ \t]*\n/)
  const end = blank < 0 ? words.length : index + length + blank
  return [
    { span: [index, index + length], replacement: '' },
    { span: [end, end], replacement: `\n\n:::notes\n\n${note.trim()}\n\n:::` },
  ]
}

/** Writes superscripts, such as `2^10^`, as plain text. */
function superscriptEdits(words: string): readonly Edit[] {
  return [...words.matchAll(/(?<=[\p{L}\p{N})\]])\^([^\s^[\]$]{1,12})\^/gu)].map(
    ({ index, 0: mark, 1: content = '' }): Edit => ({
      span: [index, index + mark.length],
      replacement: scriptText('sup', content, words.slice(Math.max(0, index - 2), index)),
    }),
  )
}

/**
 * If a picture has a paragraph to itself, copies its alternative text below that paragraph, because Pandoc shows it as
 * a caption.
 */
function captionEdits(lines: readonly DeckLine[]): readonly Edit[] {
  const endsBlock = (line: DeckLine | undefined) => line === undefined || /^\s*(?::{3,}.*)?$/.test(line.text)
  return lines.flatMap((line, index): readonly Edit[] => {
    const [, start = '', caption = ''] = (!line.isCode && FIGURE.exec(line.text)) || []
    if (caption === '' || !endsBlock(lines[index - 1]) || !endsBlock(lines[index + 1])) return []
    const [, alt = caption] = /\bfig-alt=["']([^"'[\]]*)["']/.exec(line.text) ?? []
    const from = line.start + start.length
    const end = line.start + line.text.trimEnd().length
    return [
      { span: [from, from + caption.length], replacement: alt },
      { span: [end, end], replacement: `\n\n${caption}` },
    ]
  })
}

const FIGURE = /^( {0,3}!\[)((?:[^[\]]|\[[^[\]]*\])+)\]\([^()]+\)(?:\{[^{}]*\})?\s*$/

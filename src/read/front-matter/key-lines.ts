// Parses front matter that consists of lines of the form "Key: value".

import type { ParsedFrontMatter } from './parsed-front-matter.ts'

/**
 * Parses the lines that begin with a key. Quotes around a value are removed. Otherwise, the value stays as written. A
 * value may continue on indented lines.
 */
export function parseKeyLines(text: string): ParsedFrontMatter {
  const lines = [...text.matchAll(KEY_AND_VALUE)].map(
    ({ index, 1: before = '', 2: key = '', 3: gap = '', 4: value = '' }) => {
      const keyStart = index + before.length
      const start = keyStart + key.length + gap.length
      return { key, value, keySpan: [keyStart, keyStart + key.length], span: [start, start + value.length] } as const
    },
  )
  return {
    values: Object.fromEntries(
      lines.map(({ key, value }) => [key, value.replace(QUOTED, '$2').replace(/[ \t]*\n[ \t]*/g, '\n')]),
    ),
    places: lines.map(({ key, keySpan, span }) => ({ path: [key], key: keySpan, value: span })),
  }
}

/**
 * Returns the length of the lines at the start of a text that have keys, one of which must be "title"; 0 if there are
 * no such lines.
 */
export function lengthOfKeyLines(text: string): number {
  const [block = ''] = BLOCK.exec(text) ?? []
  return TITLE.test(block) ? block.length : 0
}

/** "Title: The lock" of MultiMarkdown and Pelican, "title:: The lock" of Logseq, ".. title: The lock" of Nikola. */
const KEY_AND_VALUE =
  /^((?:\.\.[ \t]+)?)([\p{L}_][\p{L}\d_-]*)(::?[ \t]+)(\S(?:[^\n]*\S)?(?:[ \t]*\n[ \t]+\S(?:[^\n]*\S)?)*)/gmu

const TITLE = /^(?:\.\.[ \t]+)?title::?[ \t]/im

const LINE = String.raw`(?:\.\.[ \t]+)?[\p{L}_][\p{L}\d_-]*(?:::?[ \t]*(?:\n|$)|[\p{L}\d _-]{0,30}::?[ \t][^\n]*(?:\n|$))`
/** Lines with keys, and indented lines that continue a value. */
const BLOCK = new RegExp(String.raw`^(?:${LINE}(?:[ \t]+\S[^\n]*(?:\n|$))*)+`, 'u')

const QUOTED = /^(["'])(.*)\1$/

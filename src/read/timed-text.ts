// Reads subtitles and transcripts without their times.

import { applyEdits, type Edit } from './edit-source.ts'
import type { Source } from './source.ts'

/**
 * Removes the times from subtitles (WebVTT, SubRip), and from transcripts in which times begin paragraphs or follow the
 * names of speakers. Other text stays as it is.
 */
export function withoutTimes(source: Source): Source {
  if (SUBTITLES.test(source.text)) return applyEdits(source, subtitleEdits(source.text))
  const edits = [...stampEdits(source.text, OPENING_STAMP, ''), ...stampEdits(source.text, SPEAKER_STAMP, ': ')]
  return applyEdits(
    source,
    edits.toSorted((one, other) => one.span[0] - other.span[0]),
  )
}

const SUBTITLES = /^\s*(?:WEBVTT\b[^\n]*\n|(?:\d+[ \t]*\n)?\d{1,2}:\d\d:\d\d[,.]\d{3} --> )/
const TIMING = /^(?:\d+:)?\d{1,2}:\d\d[,.]\d{3} --> /
const SPEAKER = /^<v(?:\.[\w.]+)? ([^<>]+)>/

/** Joins the lines of subtitles, because sentences continue across them. A new speaker begins a paragraph. */
function subtitleEdits(text: string): readonly Edit[] {
  const lines = text.split('\n')
  const edits: Edit[] = []
  let start = 0
  let isCue = false
  let speaker = ''
  for (const [index, line] of lines.entries()) {
    const isTiming = TIMING.test(line)
    if (isTiming) isCue = true
    else if (line.trim() === '' || TIMING.test(lines[index + 1] ?? '')) isCue = false
    if (!isCue || isTiming)
      edits.push({ span: [start, Math.min(text.length, start + line.length + 1)], replacement: '' })
    else {
      const [tag = '', name = ''] = SPEAKER.exec(line) ?? []
      const isNew = name !== '' && name !== speaker
      if (tag !== '') edits.push({ span: [start, start + tag.length], replacement: isNew ? `\n\n${name}: ` : '' })
      if (isNew) speaker = name
      for (const { index: at, 0: markup } of line.matchAll(/<[^<>]*>/g))
        if (at >= tag.length) edits.push({ span: [start + at, start + at + markup.length], replacement: '' })
      const end = start + line.length
      edits.push({ span: [end, Math.min(text.length, end + 1)], replacement: ' ' })
    }
    start += line.length + 1
  }
  return edits
}

/** A time in brackets or with seconds, before text. */
const OPENING_STAMP =
  /^(?:[[(]\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?[\])]|\d{1,2}:\d\d:\d\d(?:[.,]\d{1,3})?)[ \t]*(?:[-–—][ \t]+)?(?=\S)/gm
/** The space, the time and the end of the line after a speaker's name, as in transcripts of meetings. */
const SPEAKER_STAMP =
  /(?<=^\p{Lu}[\p{L}\d.'’-]*(?: [\p{L}\d.'’-]+){0,3}):?[ \t]+[[(]?\d{1,2}:\d\d(?::\d\d)?(?: ?[AP]M)?[\])]?[ \t]*\n(?=[^\s])/gmu

/** The minimum number of times. A few may be part of what is said. */
const MIN_STAMPS = 3
/** The minimum fraction of lines with a time. */
const MIN_STAMPED_FRACTION = 0.2

function stampEdits(text: string, stamp: RegExp, replacement: string): readonly Edit[] {
  const edits = [...text.matchAll(stamp)].map(
    ({ index, 0: { length } }): Edit => ({ span: [index, index + length], replacement }),
  )
  const lineCount = text.match(/\S[^\n]*/g)?.length ?? 0
  return edits.length < MIN_STAMPS || edits.length < lineCount * MIN_STAMPED_FRACTION ? [] : edits
}

import { isCommand } from '../../model/command.ts'
import type { Line } from './lines.ts'

/** Whether words hold what stands in programs and hardly ever in prose. */
export function hasCode(text: string): boolean {
  return CODE.test(text)
}

const CODE =
  /[;{}]$|^[}\])]|=>|->|::|\(\)|\w\(|[\w\]]\.\w+\(|^(?:\$|#|\/\/|\/\*|\*)\s|==|&&|\|\||<\/|\w_\w|^[<@\\]|--\w|\s=\s/

/** Whether a line looks like one of a program, and not like a sentence about it. */
export function isCode(line: Line): boolean {
  const text = line.text.slice(0, SEARCHED)
  if (COMMENT.test(text) || isUnlikeProse(line)) return true
  return (hasCode(text) || CHANGE.test(text)) && !text.startsWith('@') && !isSentence(text) && !isPhrase(text)
}

/** Whether a line can hardly be anything but code: prose names functions, but does not open braces. */
export function isPlainlyCode(line: Line): boolean {
  return isCode(line) && (PLAINLY.test(line.text.slice(0, SEARCHED)) || isUnlikeProse(line))
}

/** Whether a line is drawn, typed at a prompt, a row of values or a step of what a program tells when it fails. */
function isUnlikeProse(line: Line): boolean {
  return isTold(line) || isPrompt(line) || isCommand(line.text.slice(0, SEARCHED))
}

/** Whether no person wrote a line: a program drew it, or told it. */
export function isTold({ text }: Line): boolean {
  const own = text.slice(0, SEARCHED)
  return TOLD.some((pattern) => pattern.test(own))
}

const PLAINLY = /[;{]$|^[}\])]+[;,]?$|=>|\s[-+*/=!]?=\s|^(?:\/\/|#\[|#include)|\(.*\)[:;]?$|^<\/?\w+.*>$/

/** Whether a line is what somebody typed after the prompt of a shell or an interpreter. */
export function isPrompt({ text }: Line): boolean {
  return PROMPT.test(text)
}

const PROMPT = /^(?:\$|%|>>>|irb.*>|[\w.@~:/-]+[$#]) \S/

/** Whether a line without any mark of code is a clause of prose: "Then run it:". */
export function isClause({ text }: Line): boolean {
  const words = plainWords(text)
  return words >= SENTENCE || (words >= CLAUSE && ENDS.test(text))
}

/** Whether it is plain words and the marks of prose, and so many that the semicolon at its end is one of prose too. */
function isPhrase(text: string): boolean {
  return PHRASE.test(text) && plainWords(text) >= (/^\p{Ll}/u.test(text) ? PHRASE_WORDS + 1 : PHRASE_WORDS)
}

/** Whether so many plain words stand in it that it is prose, whatever marks stand among them. */
function isSentence(text: string): boolean {
  const words = plainWords(text)
  if (words >= 2 * SENTENCE || (words >= LONG_SENTENCE && !/[;{]$/.test(text))) return true
  return ENDS.test(text) && words >= (/^\p{Lu}/u.test(text) ? CLAUSE : SENTENCE)
}

function plainWords(text: string): number {
  return text.slice(0, SEARCHED).match(PLAIN_WORD)?.length ?? 0
}

const PLAIN_WORD = /(?<![^\s("“])\p{L}[\p{L}’'-]*(?=[\s,.;:?!)"”]|$)/gu
/** A value that is changed in its place. */
const CHANGE = /\w [-+*/%|&^]= \S/
/** Boxes and tables of strokes. */
const DRAWING = /^\+[-=+]{2,}\+$|^\|.*\|$|[\u2500-\u257F]{2}/
/** ReferenceError: gate is not defined · at open (gate.js:12:3) */
const TRACE = /^(?:\w+\.)*[A-Z]\w*(?:Error|Exception): \S|^at \S.*[\w>]:\d+:\d+\)?$|^File "[^"]+", line \d+/
/** 2024-05-03 10:15:02.120 W gate: shut · 10:15:02.120 gate: shut · May 3 10:15:02 quay gate[12]: shut */
const LOGGED =
  /^\[?\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d|^\d\d:\d\d:\d\d\.\d{3,} |^[A-Z][a-z]{2} {1,2}\d{1,2} \d\d:\d\d:\d\d /
/** ["gate", 3] */
const VALUES = /^(?:\[(?=.*")[^\]]*\]|\{(?=.*")[^}]*\})[,;]?$/
const TOLD: readonly RegExp[] = [DRAWING, VALUES, TRACE, LOGGED]
const COMMENT = /^(?:\/\/|\/\*|\*\/)/
const ENDS = /[.:?!]["'”’)]?$/

/** Characters of a line that are looked at. */
const SEARCHED = 400
/** Plain words that make a sentence, and a clause. */
const SENTENCE = 6
const CLAUSE = 3
/** Plain words that make a sentence without an end, which no statement has so many of. */
const LONG_SENTENCE = 8
const PHRASE = /^[\p{L}\p{M}\s,;:.!?'"’“”—–-]+$/u
const PHRASE_WORDS = 3

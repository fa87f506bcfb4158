// Recognises lines of code in plain text.

import { isShellCommand } from '../../grammar/shell-command.ts'
import type { SourceLine } from './lines.ts'

/** Whether text contains characters that are common in code and hardly ever occur in prose. */
export function hasCode(text: string): boolean {
  return CODE.test(text)
}

const CODE =
  /[;{}]$|^[}\])]|=>|->|::|\(\)|\w\(|[\w\]]\.\w+\(|^(?:\$|#|\/\/|\/\*|\*)\s|==|&&|\|\||<\/|\w_\w|^[<@\\]|--\w|\s=\s/

/** Whether a line looks like code and not like a sentence about code. */
export function isCode(line: SourceLine): boolean {
  const text = line.text.slice(0, SEARCHED_LENGTH)
  if (COMMENT.test(text) || isUnlikeProse(line)) return true
  return (hasCode(text) || ASSIGNMENT.test(text)) && !text.startsWith('@') && !isSentence(text) && !isPhrase(text)
}

/** Whether a line is unmistakably code. Prose may name functions, but it does not open braces. */
export function isPlainlyCode(line: SourceLine): boolean {
  return isCode(line) && (PLAIN_CODE.test(line.text.slice(0, SEARCHED_LENGTH)) || isUnlikeProse(line))
}

/** Whether a line is program output, or a command with or without a prompt. */
function isUnlikeProse(line: SourceLine): boolean {
  return isProgramOutput(line) || isPrompt(line) || isShellCommand(line.text.slice(0, SEARCHED_LENGTH))
}

/** Whether a line is program output: part of a drawing, values, a stack trace, a log or a folder listing. */
export function isProgramOutput({ text }: SourceLine): boolean {
  const start = text.slice(0, SEARCHED_LENGTH)
  return OUTPUT_PATTERNS.some((pattern) => pattern.test(start))
}

const PLAIN_CODE = /[;{]$|^[}\])]+[;,]?$|=>|\s[-+*/=!]?=\s|^(?:\/\/|#\[|#include)|\(.*\)[:;]?$|^<\/?\w+.*>$/

/** Whether a line starts with the prompt of a shell or an interpreter. */
export function isPrompt({ text }: SourceLine): boolean {
  return PROMPT.test(text)
}

const PROMPT = /^(?:\$|%|>>>|irb.*>|[\w.@~:/-]+[$#]) \S/

/** Whether a line has enough plain words to be prose: "Then run it:". */
export function isClause({ text }: SourceLine): boolean {
  const words = countPlainWords(text)
  return words >= SENTENCE_WORDS || (words >= CLAUSE_WORDS && SENTENCE_END.test(text))
}

/** Whether a line contains only plain words and the punctuation of prose, which may include a semicolon at its end. */
function isPhrase(text: string): boolean {
  return PHRASE.test(text) && countPlainWords(text) >= (/^\p{Ll}/u.test(text) ? PHRASE_WORDS + 1 : PHRASE_WORDS)
}

/** Whether a line has so many plain words that it is prose even if it has the punctuation of code. */
function isSentence(text: string): boolean {
  const words = countPlainWords(text)
  if (words >= 2 * SENTENCE_WORDS || (words >= LONG_SENTENCE_WORDS && !/[;{]$/.test(text))) return true
  return SENTENCE_END.test(text) && words >= (/^\p{Lu}/u.test(text) ? CLAUSE_WORDS : SENTENCE_WORDS)
}

function countPlainWords(text: string): number {
  return text.slice(0, SEARCHED_LENGTH).match(PLAIN_WORD)?.length ?? 0
}

const PLAIN_WORD = /(?<![^\s("“])\p{L}[\p{L}’'-]*(?=[\s,.;:?!)"”]|$)/gu
/** An assignment such as `count += 1`. */
const ASSIGNMENT = /\w [-+*/%|&^]= \S/
/** A line of a box or table that is drawn with characters. */
const DRAWING = /^\+[-=+]{2,}\+$|^\|.*\|$|[\u2500-\u257F]{2}/
/** A line of a stack trace: `ReferenceError: gate is not defined`, `at open (gate.js:12:3)`. */
const TRACE = /^(?:\w+\.)*[A-Z]\w*(?:Error|Exception): \S|^at \S.*[\w>]:\d+:\d+\)?$|^File "[^"]+", line \d+/
/**
 * A log line: `2024-05-03 10:15:02.120 W gate: shut`, `10:15:02.120 gate: shut`, `May 3 10:15:02 quay gate[12]:
 * shut`.
 */
const LOG_ENTRY =
  /^\[?\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d|^\d\d:\d\d:\d\d\.\d{3,} |^[A-Z][a-z]{2} {1,2}\d{1,2} \d\d:\d\d:\d\d /
/** A list or an object with a quoted value: `["gate", 3]`. */
const VALUES = /^(?:\[(?=.*")[^\]]*\]|\{(?=.*")[^}]*\})[,;]?$/
/** An entry in a folder listing: `drwxr-xr-x 2 root root 4096 Nov 28 18:19 bin`. */
const FOLDER_ENTRY = /^[-bcdlps](?:[-r][-w][-xsStT]){3}[.+@]?\s/
const OUTPUT_PATTERNS: readonly RegExp[] = [DRAWING, VALUES, TRACE, LOG_ENTRY, FOLDER_ENTRY]
const COMMENT = /^(?:\/\/|\/\*|\*\/)/
const SENTENCE_END = /[.:?!]["'”’)]?$/

/** The number of characters of a line that are examined. */
const SEARCHED_LENGTH = 400
/** The minimum number of plain words in a sentence. */
const SENTENCE_WORDS = 6
/** The minimum number of plain words in a clause. */
const CLAUSE_WORDS = 3
/** The minimum number of plain words in a sentence without a full stop. No statement in a program has that many. */
const LONG_SENTENCE_WORDS = 8
const PHRASE = /^[\p{L}\p{M}\s,;:.!?'"’“”—–-]+$/u
/** The minimum number of plain words in a phrase. A phrase that begins in lower case needs one more. */
const PHRASE_WORDS = 3

// Computes the features of a line of a copied page.

import { isShellCommand } from '../../../grammar/shell-command.ts'
import { isDate } from '../../dates.ts'
import { isPrompt } from '../detect-code.ts'
import { markerOf } from '../list-markers.ts'
import { CALL_TO_ACTION, isTitleCase, SENTENCE_OPENER, TWO_SENTENCES } from '../word-patterns.ts'
import type { LineTraits } from './line-traits.ts'

/** Lists the features of a line, regardless of its neighbours, under their names in `weights.ts`. */
export function lineFeatures(traits: LineTraits): readonly string[] {
  return LINE_FEATURES.flatMap(([name, applies]) => (applies(traits) ? [name] : []))
}

const LINE_FEATURES: readonly (readonly [name: string, applies: (traits: LineTraits) => boolean])[] = [
  // The length of the line.
  ['one word', ({ wordCount }) => wordCount === 1],
  ['few words', ({ wordCount }) => wordCount >= 2 && wordCount <= 4],
  ['some words', ({ wordCount }) => wordCount >= 5 && wordCount <= 9],
  ['narrow', ({ width }) => width < 45],
  ['under 80', ({ width }) => width < 80],
  ['over 120', ({ width }) => width >= 120],
  ['over 200', ({ width }) => width >= 200],
  // The beginning and end of the line.
  ['ends in a stop', ({ end }) => end === 'stop'],
  ['ends in a question mark', ({ end }) => end === 'question'],
  ['ends in an exclamation mark', ({ text }) => /!["'”’)]*$/.test(text)],
  ['ends in a colon', ({ end }) => end === 'colon'],
  ['ends in a comma', ({ end }) => end === 'comma'],
  ['ends in a mark of code', ({ text }) => /[;{}()[\]<>=\\&|"'`]$/.test(text)],
  ['begins in lower case', ({ start }) => start === 'lower'],
  ['lower case and a number', ({ start, text, wordCount }) => start === 'lower' && wordCount <= 4 && /\d/.test(text)],
  ['begins with a capital', ({ start }) => start === 'upper'],
  ['begins with a digit', ({ start }) => start === 'digit'],
  ['begins with a mark', ({ start }) => start === 'symbol'],
  ['bullet', ({ text }) => markerOf(text)?.type === 'bullet'],
  ['number', ({ text }) => markerOf(text)?.type === 'number'],
  ['indented', ({ indent }) => indent > 0],
  // The words of the line.
  ['no plain word', ({ plainWordCount }) => plainWordCount === 0],
  ['only plain words', ({ plainWordCount, wordCount }) => plainWordCount === wordCount],
  [
    'plain words after a capital',
    (traits) =>
      traits.start === 'upper' &&
      traits.wordCount > 1 &&
      traits.plainWordCount >= traits.wordCount - 1 &&
      !traits.isCode,
  ],
  ['emoji', ({ text }) => /\p{Extended_Pictographic}/u.test(text)],
  ['few plain words', ({ plainWordCount, wordCount }) => plainWordCount * 2 < wordCount],
  ['a function word', ({ functionWordCount }) => functionWordCount > 0],
  ['function words', ({ functionWordCount, wordCount }) => functionWordCount * 4 >= wordCount],
  ['two sentences', ({ text }) => TWO_SENTENCES.test(text)],
  ['opens a sentence', ({ text }) => SENTENCE_OPENER.test(text)],
  ['invitation', ({ text }) => CALL_TO_ACTION.test(text)],
  ['title case', ({ text }) => isTitleCase(text)],
  ['date', ({ text }) => isDate(text)],
  [
    'note',
    ({ text }) => /^(?:caution|edit|example|hint|important|n\.?b\.?|note|notice|tip|update|warning)[:!]/i.test(text),
  ],
  ['label', ({ text }) => /^\p{Lu}[^:]{1,40}[:：]\s\S/u.test(text)],
  ['label and a dash', ({ text }) => /^[^–—]{2,50}\s[–—-]\s\S/u.test(text)],
  ['comma within', ({ text }) => /,\s/.test(text)],
  // The marks in the line.
  ['marks', ({ text }) => fractionOf(MARK, text) > 0.1],
  ['many marks', ({ text }) => fractionOf(MARK, text) > 0.25],
  ['digits', ({ text }) => fractionOf(/\d/g, text) > 0.2],
  ['brackets', ({ text }) => /[()]/.test(text)],
  ['brackets of code', ({ text }) => /[[\]{}<>]/.test(text)],
  ['unbalanced', ({ text }) => !isBalanced(text)],
  ['quoted', ({ text }) => /"[^"]*"|'[^' ]*'/.test(text)],
  ['dots', ({ text }) => /\.{3}|…/.test(text)],
  ['no space', ({ text }) => !/\s/.test(text)],
  ['no space after a comma', ({ text }) => /[,;:]\p{L}/u.test(text)],
  ['columns', ({ text }) => /\S {2,}\S/.test(text)],
  ['hexadecimal digest', ({ text }) => /\b[0-9a-f]{32,}\b/i.test(text)],
  ['long word', ({ text }) => /\S{28}/.test(text)],
  // The resemblance of the line to code.
  ['code', ({ isCode }) => isCode],
  ['plainly code', ({ isPlainlyCode }) => isPlainlyCode],
  ['prompt', ({ sourceLine }) => isPrompt(sourceLine) || /^[>❯%#] ?\S/.test(sourceLine.text)],
  ['command', ({ text }) => isShellCommand(text)],
  ['keyword', ({ text }) => KEYWORD.test(text)],
  ['name in code', ({ text }) => NAME.test(text)],
  ['path', ({ text }) => /(?:^|\s)[.~]?\/?[\w.@-]+(?:\/[\w.@*-]+)+/.test(text)],
  ['address', ({ text }) => /https?:|www\.|@\w+\./.test(text)],
  ['assignment', ({ text }) => /^[\w.$"'[\]-]+\s*(?::?=|=>|<-|\+=)\s?\S/.test(text)],
  ['key', ({ text }) => /^["']?[a-z_$.][\w.$/-]*["']?:(?:\s|$)/.test(text)],
  ['program message', ({ text }) => /^\[?(?:\w*error|warning|warn|info|debug|fatal|exception)\]?\b[:\s(]/i.test(text)],
  ['comment', ({ text }) => /^(?:\/\/|#(?!\d)|\/\*|\*\/|--|<!--|%|;;)/.test(text)],
]

const MARK = /[^\p{L}\p{N}\s.,]/gu

function fractionOf(pattern: RegExp, text: string): number {
  const start = text.slice(0, SEARCHED_LENGTH)
  return (start.match(pattern)?.length ?? 0) / Math.max(1, start.length)
}

const SEARCHED_LENGTH = 400

function isBalanced(text: string): boolean {
  const count = (mark: string) => text.split(mark).length - 1
  return count('(') === count(')') && count('[') === count(']') && count('{') === count('}') && count('"') % 2 === 0
}

/** Keywords that begin statements in many languages. */
const KEYWORD =
  /^(?:abstract|alias|and|as|assert|async|await|begin|break|case|catch|cd|class|const|continue|data|def|defmodule|del|do|done|echo|elif|else|elsif|end|enum|except|export|extends|fi|final|finally|fn|for|foreach|from|func|function|if|impl|implements|import|in|include|interface|let|loop|match|mod|module|mut|namespace|new|object|or|override|package|pass|print|private|proc|protected|pub|public|puts|raise|require|return|select|self|set|static|struct|super|switch|template|then|this|throw|throws|trait|try|type|typedef|union|unless|until|use|using|val|var|void|when|where|while|with|yield)\b/
/** Names in code: `gateKeeper`, `gate_keeper`, `gate.open(…)`, `gate.ts`. */
const NAME = /\b\p{Ll}+\p{Lu}\p{L}*\b|\w_\w|\w\.\w+\(|^[\w.-]+\.(?!com|org|net|io)[a-z]{1,5}$/u

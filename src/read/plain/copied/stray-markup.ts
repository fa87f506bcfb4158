import type { SourceLine } from '../lines.ts'

/**
 * Removes markup that a page shows because its generator did not interpret it: directive fences and options, labels,
 * anchors and role names. A line that contains nothing else is left out, and the next line inherits its gap.
 */
export function withoutStrayMarkup(lines: readonly SourceLine[]): readonly SourceLine[] {
  const result: SourceLine[] = []
  let gap: number | undefined
  for (const line of lines) {
    const rest = cleanLine(line)
    if (rest.text === '') {
      gap ??= line.gap
      continue
    }
    result.push(gap === undefined ? rest : { ...rest, gap })
    gap = undefined
  }
  return result
}

function cleanLine(line: SourceLine): SourceLine {
  if (line.indent > 0) return line
  if (ONLY_MARKUP.test(line.text)) return { ...line, text: '' }
  const [opening = ''] = OPENING.exec(line.text) ?? []
  const [closing = ''] = CLOSING.exec(line.text) ?? []
  const content = line.text.slice(opening.length, line.text.length - closing.length)
  const text = content.replace(ROLE_WITH_TARGET, '$1').replace(ROLE_NAME, '')
  return text === line.text
    ? line
    : { ...line, text, start: line.start + opening.length, end: line.end - closing.length }
}

/** `(label)=`, `::: callout`, `:::{note}`, `:class: wide`, `{:.wide}`, `[[TOC]]` */
const ONLY_MARKUP =
  /^(?:\([\w.:-]+\)=|:{3,}(?:\s*\{?[\w-]+\}?)?|:(?:align|alt|class|figclass|figwidth|height|label|link|margin|name|scale|target|width):.*|\{:?\s*[.#][\w\s.#:-]*\}|\[\[?_?toc_?\]?\])$/i
/** `:::caution `, `:::{note} `, `!!! note ` */
const OPENING = /^(?::{3,}\s*\{?[\w-]+\}?\s+|(?:!!!|\?\?\?\+?)\s+\w+\s+)/
/** ` {#anchor}`, ` {/anchor/}`, ` {: .wide}`, ` :::` */
const CLOSING = /(?<!\s)\s*(?:\{[#/][\w./-]+\}|\{:\s*[.#][\w\s.#:-]*\}|:{3,})$/
/** `{ref}words <place>`, which is reduced to the words. */
const ROLE_WITH_TARGET = /\{(?:any|button|doc|download|numref|ref|term)\}([^{}<>]{1,80}?) ?<[^<>\s]+>/g
/** The name of a MyST role, such as `{kbd}` or `{py:class}`. */
const ROLE_NAME =
  /(?<![\w/$])\{(?:[a-z]+:[a-z]+|abbr|any|attr|button|class|command|doc|download|envvar|file|func|guilabel|kbd|menuselection|meth|mod|numref|option|program|ref|term)\}(?=\S)/g

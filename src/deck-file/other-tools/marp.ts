// Rewrites Marp decks as deck files.

import { parseDocument } from 'yaml'
import type { Edit } from '../../read/edit-source.ts'
import { optionsComment } from '../slide-options.ts'
import { commentsIn, linesOf, replaceLine } from './deck-lines.ts'
import type { DeckToRewrite } from './deck-to-rewrite.ts'

/** Rewrites the directives, comments and headings of a Marp deck as Lectern writes them. */
export function rewriteMarp({ text, values, frontMatterText, report }: DeckToRewrite): readonly Edit[] {
  const lines = linesOf(text)
  const edits: Edit[] = []
  const dividerLevels = dividerLevelsIn(values.headingDivider)
  const directiveBackgrounds: DirectiveBackground[] = []
  const dividers = new Set<number>()
  // A paragraph underlined with hyphens is a heading.
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1]
    if (line.isCode || before === undefined) continue
    if (/^-{2,}\s*$/.test(line.text) && /^[^\s#>|<*+-]/.test(before.text) && !/^\d+[.)]/.test(before.text)) {
      edits.push({ span: [before.start, before.start], replacement: '## ' }, replaceLine(line, ''))
    }
  }
  for (const { span, inside, isBlock } of commentsIn(text, lines)) {
    const directives = directivesIn(inside)
    if (directives === null) {
      const isNote =
        isBlock && inside.trim() !== '' && !/^\s*(?:fit|prettier|markdownlint|textlint|cspell)/i.test(inside)
      edits.push({ span, replacement: isNote ? `\n\n:::notes\n\n${inside.trim()}\n\n:::\n\n` : '' })
      continue
    }
    edits.push({ span, replacement: '' })
    for (const level of dividerLevelsIn(directives.headingDivider)) dividerLevels.add(level)
    const slideBackground = backgroundIn(
      Object.fromEntries(Object.entries(directives).map(([key, value]) => [key.replace(/^[_$]/, ''), value])),
    )
    if (slideBackground.background !== undefined) {
      directiveBackgrounds.push({
        at: span[0],
        background: slideBackground.background,
        isPersistent: !Object.keys(directives).some((key) => key.startsWith('_')),
      })
    }
    const unreadDirectives = Object.keys(directives).filter(
      (key) => !/^[_$]?(?:background|headingDivider|marp|theme|lang|title|author)/.test(key),
    )
    if (unreadDirectives.length > 0) report('styles')
  }
  for (const line of lines) {
    if (line.isCode) continue
    const level = /^(#{1,6})\s/.exec(line.text)?.[1]?.length
    if (level !== undefined && dividerLevels.has(level)) dividers.add(line.start)
    for (const { index, 0: whole, 1: alt = '', 2: url = '' } of line.text.matchAll(
      /!\[([^\]]*)\]\(\s*<?([^)\s>]+)>?[^)]*\)/g,
    )) {
      const at = line.start + index
      const words = alt.split(/\s+/).filter((word) => word !== '' && !IMAGE_KEYWORD.test(word))
      if (/\bbg\b/.test(alt)) {
        directiveBackgrounds.push({ at, background: url, isPersistent: false })
        if (isRemote(url)) report('remote')
        edits.push({ span: [at, at + whole.length], replacement: '' })
      } else if (words.join(' ') !== alt)
        edits.push({ span: [at, at + whole.length], replacement: `![${words.join(' ')}](<${url}>)` })
    }
  }
  for (const start of dividers) edits.push({ span: [start, start], replacement: '\n\n---\n\n' })
  return [
    ...edits,
    ...optionEdits({
      lines,
      directiveBackgrounds,
      dividers,
      first: backgroundIn({ ...values, ...coloursIn(frontMatterText) }).background,
    }),
  ]
}

/** A background that a directive or a `bg` image asks for. */
interface DirectiveBackground {
  readonly at: number
  readonly background: string
  /** Whether the background also applies to the following slides. */
  readonly isPersistent: boolean
}

interface MarpOptions {
  readonly lines: ReturnType<typeof linesOf>
  readonly directiveBackgrounds: readonly DirectiveBackground[]
  readonly dividers: ReadonlySet<number>
  /** The background that the front matter asks for. */
  readonly first: string | undefined
}

function isRemote(url: string): boolean {
  return /^\s*(?:[a-z][a-z0-9+.-]+:)?\/\//i.test(url)
}

/** Writes a comment with options above each slide that needs one. Lists with `*` or `1)` appear point by point. */
function optionEdits({
  lines,
  directiveBackgrounds,
  dividers,
  first: initialBackground,
}: MarpOptions): readonly Edit[] {
  const starts = [0]
  for (const line of lines) {
    if (!line.isCode && /^(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})$/.test(line.text))
      starts.push(line.start + line.text.length)
    else if (dividers.has(line.start)) starts.push(line.start)
  }
  let currentBackground = initialBackground
  return starts.flatMap((start, index): readonly Edit[] => {
    const end = starts[index + 1] ?? Number.POSITIVE_INFINITY
    const slideBackgrounds = directiveBackgrounds.filter(
      ({ at, background }) => at >= start && at < end && !isRemote(background),
    )
    currentBackground = slideBackgrounds.findLast(({ isPersistent }) => isPersistent)?.background ?? currentBackground
    const slideBackground = slideBackgrounds.find(({ isPersistent }) => !isPersistent)?.background ?? currentBackground
    const steps = lines.some(
      (line) => line.start >= start && line.start < end && !line.isCode && /^(?:\*|\d+\))\s+\S/.test(line.text),
    )
    const comment = optionsComment({
      ...(slideBackground !== undefined && { background: slideBackground }),
      ...(steps && { steps }),
    })
    return comment === null ? [] : [{ span: [start, start], replacement: `\n\n${comment}\n\n` }]
  })
}

/** Finds the background that directives name: a picture, a gradient or a colour, in this order of precedence. */
function backgroundIn(values: Readonly<Record<string, unknown>>): { background?: string } {
  const { backgroundImage, backgroundColor } = values
  const [, , url] = (typeof backgroundImage === 'string' && /^\s*url\((["']?)([^"')]+)\1\)/.exec(backgroundImage)) || []
  const gradient =
    typeof backgroundImage === 'string' && /gradient\(/.test(backgroundImage) ? backgroundImage : undefined
  const background = url ?? gradient ?? (typeof backgroundColor === 'string' ? backgroundColor : undefined)
  return background === undefined ? {} : { background }
}

/**
 * Returns the levels of headings that begin a slide. A list names the levels; a single number stands for all levels up
 * to it.
 */
function dividerLevelsIn(value: unknown): Set<number> {
  const numbers = [value]
    .flat()
    .flatMap((each) =>
      typeof each === 'string' || typeof each === 'number' ? (String(each).match(/[1-6]/g) ?? []) : [],
    )
  const [level] = numbers
  if (numbers.length !== 1 || level === undefined || Array.isArray(value)) return new Set(numbers.map(Number))
  return new Set(Array.from({ length: Number(level) }, (_, index) => index + 1))
}

/** A colour such as `#fff`, which Marp accepts although it begins a comment in YAML. */
const COLOUR = /^(\s*[_$]?(?:backgroundColor|color)[ \t]*:[ \t]*)(#[\da-f]{3,8})[ \t]*$/gim

function coloursIn(frontMatterText: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...frontMatterText.matchAll(COLOUR)].map(([, key = '', value = '']) => [key.replace(/[\s:]/g, ''), value]),
  )
}

function directivesIn(inside: string): Readonly<Record<string, unknown>> | null {
  const document = parseDocument(inside.replace(COLOUR, "$1'$2'"), { schema: 'failsafe', logLevel: 'silent' })
  const values: unknown = document.errors.length > 0 ? null : document.toJS({ maxAliasCount: 0 })
  if (typeof values !== 'object' || values === null || Array.isArray(values)) return null
  const entries = Object.entries(values)
  return entries.length > 0 && entries.every(([key]) => DIRECTIVE.test(key)) ? Object.fromEntries(entries) : null
}

const DIRECTIVE =
  /^[_$]?(?:marp|theme|style|headingDivider|lang|title|author|description|keywords|url|image|size|math|paginate|header|footer|class|color|transition|background(?:Color|Image|Position|Repeat|Size))$/

const IMAGE_KEYWORD =
  /^(?:bg|left|right|vertical|fit|contain|cover|auto|(?:left|right|w|h|width|height|blur|brightness|contrast|drop-shadow|grayscale|hue-rotate|invert|opacity|saturate|sepia):\S+|(?:blur|brightness|contrast|drop-shadow|grayscale|hue-rotate|invert|opacity|saturate|sepia)|\d+%)$/

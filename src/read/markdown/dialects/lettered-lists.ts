import type { Edit } from '../../edit-source.ts'
import { linesOutsideListings, type ScannedLine } from '../scan.ts'
import type { Dialect } from './dialect.ts'

/**
 * Lists with letters, Roman numerals or numbers such as 1.2, as in Pandoc. A list below a numbered item becomes a
 * numbered list, whose items get letters again when they are shown. In any other list, the items keep their labels as
 * words.
 */
export const letteredLists: Dialect = {
  name: 'Pandoc, lettered lists',
  applies: (text) => /^[ \t]*(?:\(?[abi][.)]|\d+\.\d+\.?)[ \t]+\S/im.test(text),
  edits: (text) =>
    listsIn(linesOutsideListings(text))
      .flatMap((list) =>
        list.items.length < MIN_ITEMS ? [] : list.items.map((item, index) => itemEdit(item, index, list)),
      )
      .toSorted((one, other) => one.span[0] - other.span[0]),
  examples: [
    ['1. Read it\n   a. at noon\n   b. at dusk\n2. Sleep', 'Read it\nat noon\nat dusk\nSleep'],
    ['a) Gates\nb) Locks', 'a) Gates\nb) Locks'],
    ['1.1. Clean it.\n1.2. Close it.', '1.1 Clean it.\n1.2 Close it.'],
    ['He came at 8\na. m. and left.', 'He came at 8 a. m. and left.'],
  ],
}

/** The minimum number of items in a list. */
const MIN_ITEMS = 2

interface LabelledLine {
  readonly line: ScannedLine
  readonly label: string
}

interface LetteredList {
  readonly indent: number
  readonly items: LabelledLine[]
  /** The indentation of the words of the numbered item above the list; null if there is no such item. */
  readonly parentIndent: number | null
}

const ITEM = /^([ \t]*)(\(?([a-zA-Z]{1,4})[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?)([ \t]+)(?=\S)/

function listsIn(lines: readonly ScannedLine[]): readonly LetteredList[] {
  const lists: LetteredList[] = []
  let open: LetteredList[] = []
  let parents: { readonly indent: number; readonly words: number }[] = []
  for (const line of lines) {
    if (line.text.trim() === '') continue
    const indent = line.text.search(/\S/)
    const [, , mark = '', letters = ''] = ITEM.exec(line.text) ?? []
    const label = letters === '' ? mark.replace(/\.$/, '') : letters
    open = open.filter((list) => list.indent < indent || (list.indent === indent && label !== ''))
    parents = parents.filter((parent) => parent.indent < indent)
    const last = open.at(-1)
    const isNext = last?.indent === indent && isAfter(label, last.items)
    if (isNext) last?.items.push({ line, label })
    else if (isFirst(label)) {
      const list: LetteredList = { indent, items: [{ line, label }], parentIndent: parents.at(-1)?.words ?? null }
      open = [...open.filter((other) => other.indent < indent), list]
      lists.push(list)
    }
    const [number] = /^[ \t]*\d{1,9}[.)][ \t]+/.exec(line.text) ?? []
    const isLettered = isNext || isFirst(label)
    if (number !== undefined) parents.push({ indent, words: number.length })
    else if (isLettered && parents.length > 0) parents.push({ indent, words: indent + '1. '.length })
  }
  return lists
}

function isFirst(label: string): boolean {
  return /^(?:a|i|\d.*)$/i.test(label)
}

function isAfter(label: string, items: readonly LabelledLine[]): boolean {
  const count = items.length
  const first = items[0]?.label ?? ''
  if (/^\d/.test(first)) return /^\d/.test(label)
  const isUpperCase = first !== first.toLowerCase()
  const next = [
    ...(/^a$/i.test(first) ? [LETTERS.charAt(count)] : []),
    ...(/^i$/i.test(first) ? [NUMERALS[count]] : []),
  ]
  return next.some((each) => each !== undefined && each !== '' && label === (isUpperCase ? each.toUpperCase() : each))
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
const NUMERALS = 'i ii iii iv v vi vii viii ix x xi xii'.split(' ')

function itemEdit({ line, label }: LabelledLine, index: number, { indent, parentIndent }: LetteredList): Edit {
  const [whole = '', space = '', mark = '', letters = ''] = ITEM.exec(line.text) ?? []
  if (letters === '')
    return { span: [line.start + space.length, line.start + whole.length], replacement: `- ${label} ` }
  if (parentIndent === null) return { span: [line.start + space.length, line.start + space.length], replacement: '- ' }
  const start = line.start + space.length
  const padding = ' '.repeat(Math.max(0, parentIndent - indent))
  return { span: [start, start + mark.length], replacement: `${padding}${index + 1}.` }
}

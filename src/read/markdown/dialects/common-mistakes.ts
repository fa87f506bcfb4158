import { referenceEdits } from '../../character-references.ts'
import type { Edit } from '../../edit-source.ts'
import type { Dialect } from './dialect.ts'
import { cut, editsInLines } from './edit-lines.ts'

/**
 * Common mistakes that other parsers accept: no space after the marks of a subheading, a space in the address of a link
 * or before it, and references to characters by their numbers in Windows-1252. An address without quotes in a tag is no
 * mistake, but the Markdown parser refuses its slashes.
 */
export const commonMistakes: Dialect = {
  name: 'common mistakes',
  applies: (text) => HINT.test(text),
  edits: (text) =>
    editsInLines(text, HINT, (find) => [
      ...find(UNSPACED_HEADING).map(unspacedHeadingEdit),
      ...find(SPLIT_LINK).map(splitLinkEdit),
      ...find(SPACED_ADDRESS).flatMap(spacedAddressEdits),
      ...find(WINDOWS_1252_REFERENCE).flatMap(windows1252Edits),
      ...find(TAG).flatMap(unquotedAddressEdits),
    ]),
  examples: [
    ['##What next?\n\nWe go on.', 'What next?\nWe go on.'],
    ['See [the log](the log.html) of it.', 'See the log of it.'],
    ['See [the log] (https://example.org/log) of it.', 'See the log of it.'],
    ['It stood &#147;high&#148; there.', 'It stood “high” there.'],
    ['It scales.<sup><a href=https://example.org/scale.html>1</a></sup>', 'It scales.¹'],
    ['<a title="v=s/t" href=https://example.org/?a=b>Speed</a> is x <y or r=a/b here.', 'Speed is x <y or r=a/b here.'],
    ['See [it] (in 2019), item #3.', 'See [it] (in 2019), item #3.'],
  ],
}

const HINT = /^##+\p{L}|\]\([^()\n]* |\] \(http|&#1[2-5]|<[a-z][^<>\n]{0,300}=[^\s"'=<>`]*\//mu

/** `##Words`. A word with a single mark may be a hashtag. */
const UNSPACED_HEADING = /^#{2,6}(?=\p{L})/gu

/** `[words] (https://…)` */
const SPLIT_LINK = /\[[^[\]\n]{1,300}\] (?=\(https?:\/\/[^()\s]+\))/g
/** `[words](a page.html)`. Quoted text after an address is the title of the link. */
const SPACED_ADDRESS = /(?<=\[[^[\]\n]{1,300}\]\()(?=[^()\n]*[/.])[\w./:#%?=&~+-]+(?: [\w./:#%?=&~+-]+)+(?=\))/g
const WINDOWS_1252_REFERENCE = /&#1[2-5]\d;/g

/** A tag with attributes. Words between angle brackets that are more than names and values are text. */
const TAG = /<[a-z][a-z\d-]*(?:\s+[a-z][\w:-]*(?:=(?:"[^"\n]*"|'[^'\n]*'|[^\s"'<>`]+))?){1,30}\s*>/gi

/** An attribute, with its value if that is without quotes. */
const ATTRIBUTE = /\s[a-z][\w:-]*=(?:"[^"]*"|'[^']*'|([^\s"'<>`]+?)(?=\s|\/?>$))/dgi

function unspacedHeadingEdit({ 0: { length } }: RegExpExecArray): Edit {
  return { span: [length - 1, length], replacement: '# ' }
}

function splitLinkEdit({ index, 0: { length } }: RegExpExecArray): Edit {
  return cut(index + length - 1, 1)
}

function spacedAddressEdits({ index, 0: address }: RegExpExecArray): readonly Edit[] {
  return [...address.matchAll(/ /g)].map((space): Edit => {
    const start = index + space.index
    return { span: [start, start + 1], replacement: '%20' }
  })
}

function windows1252Edits({ index, 0: reference }: RegExpExecArray): readonly Edit[] {
  return referenceEdits(reference).map(
    ({ replacement }): Edit => ({ span: [index, index + reference.length], replacement }),
  )
}

function unquotedAddressEdits({ index: start, 0: tag }: RegExpExecArray): readonly Edit[] {
  return [...tag.matchAll(ATTRIBUTE)].flatMap(({ 1: address, indices }) => {
    const place = address?.includes('/') ? (indices?.[1] ?? []) : []
    return place.map((offset): Edit => ({ span: [start + offset, start + offset], replacement: '"' }))
  })
}
